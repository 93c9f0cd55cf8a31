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
        let length = literal.utf8CodeUnitCount
        guard offset + length <= end, bytes.hasSameBytes(in: offset..<offset + length, as: literal) else { return false }
        offset += length
        return true
    }

    /// Steps over `text` in quotes if it stands here just so: nothing in it is escaped.
    package mutating func skip(text: String) -> Bool {
        let length = text.utf8.count + 2
        guard offset + length <= end, bytes[offset] == .quote, bytes[offset + length - 1] == .quote,
              bytes.hasSameBytes(in: offset + 1..<offset + length - 1, as: text) else { return false }
        offset += length
        return true
    }

    /// Where the content of a text in quotes stands, if nothing in it is escaped.
    package mutating func plainText() -> Range<Int>? {
        guard offset < end, bytes[offset] == .quote else { return nil }
        let content = offset + 1..<bytes.endOfPlainJSON(in: offset + 1..<end)
        guard content.upperBound < end, bytes[content.upperBound] == .quote else { return nil }
        offset = content.upperBound + 1
        return content
    }

    /// The same as a string; nil also where it is not valid UTF-8.
    package mutating func text() -> String? { plainText().flatMap { UTF8Text.string(bytes, $0) } }
}
