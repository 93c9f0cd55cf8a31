import ByteText

/// Reads JSON that stands exactly as this project's own writers put it, in one pass over its bytes.
///
/// For the long lists of the ledger and the manifest, where a tree of values for each line takes far longer than all else that is done
/// with it. Each function gives nil or false where anything is written in another way; the careful reader then says what is wrong.
package struct CanonicalJSONReader {
    package let bytes: [UInt8]
    /// Where it stands.
    package private(set) var offset: Int
    /// Where it must not read on.
    package let end: Int

    /// A reader of `range` of `bytes`.
    package init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        offset = range.lowerBound
        end = range.upperBound
    }

    package var isAtEnd: Bool { offset == end }

    /// Steps over `literal` if it stands here.
    package mutating func skip(_ literal: StaticString) -> Bool {
        literal.withUTF8Buffer { literal in
            // SAFETY: the buffer is that of the literal, and every index is checked against both lengths.
            guard offset + literal.count <= end else { return false }
            for place in 0..<literal.count where bytes[offset + place] != literal[place] { return false }
            offset += literal.count
            return true
        }
    }

    /// Where the content of a text in quotes stands, if nothing in it is escaped.
    package mutating func plainText() -> Range<Int>? { content()?.range }

    /// The same as a string; nil also where it is not valid UTF-8.
    package mutating func text() -> String? {
        guard let (range, isASCII) = content(), isASCII || UTF8Text.firstInvalidOffset(in: bytes, range) == nil else { return nil }
        return String(decoding: bytes[range], as: UTF8.self)
    }

    private mutating func content() -> (range: Range<Int>, isASCII: Bool)? {
        guard offset < end, bytes[offset] == .quote else { return nil }
        let start = offset + 1
        let (index, isASCII) = bytes.plainJSON(in: start..<end)
        guard index < end, bytes[index] == .quote else { return nil }
        offset = index + 1
        return (start..<index, isASCII)
    }
}
