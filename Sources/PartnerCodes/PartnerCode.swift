import ByteText

/// A code as it is printed: 4 to 12 of `A`-`Z` and `0`-`9`. It cannot exist in another shape.
///
/// Two codes are equal when their texts are; whether people can tell them apart is a matter of their skeletons.
package struct PartnerCode: Sendable {
    /// How many characters a code may have.
    package static let lengths = 4...12

    /// As printed: upper-case ASCII. At most 12 bytes, so it never takes heap.
    package let text: String
    /// The folded form in which it is compared with others. Made when it is asked for, so that the very many codes of a ledger take
    /// half the room.
    package var skeleton: CodeSkeleton {
        // As bytes in a row, of which a `String` gives one by one in several times the time.
        var text = text
        return text.withUTF8 { bytes in
            var key = UInt64(bytes.count) << 60
            var shift: UInt64 = 0
            for byte in bytes {
                key |= UInt64(Folding.symbol(ofTwin: byte)) &<< shift
                shift &+= 5
            }
            return CodeSkeleton(key: key)
        }
    }

    /// The code that a person wrote into a definition. Case, look-alikes, spaces, hyphens, dots and invisible characters are
    /// folded; `O` and `0` stay what they are.
    package init(_ written: String) throws(Flaw) {
        var canonical: [UInt8] = []
        for (offset, scalar) in written.unicodeScalars.enumerated() {
            if let twin = Folding.twin(of: scalar) {
                canonical.append(twin)
                continue
            }
            switch Folding.classify(scalar) {
            case .separator, .invisible: continue
            case .symbol, .other: throw .impossibleCharacter(scalar, position: offset + 1)
            }
        }
        if canonical.isEmpty { throw .empty }
        if canonical.count < Self.lengths.lowerBound { throw .tooShort(count: canonical.count) }
        if canonical.count > Self.lengths.upperBound { throw .tooLong(count: canonical.count) }
        self.init(checked: canonical)
    }

    /// The code whose canonical text this is, to the letter; nil for any other text. For files that the program wrote.
    package init?(canonical text: String) {
        var text = text
        let isCode = text.withUTF8 { bytes in Self.lengths.contains(bytes.count) && bytes.allSatisfy { $0.isASCIIUppercase || $0.isASCIIDigit } }
        guard isCode else { return nil }
        self.text = text
    }

    /// The same for UTF-8 bytes.
    package init?(canonical bytes: ArraySlice<UInt8>) {
        self.init(canonical: String(decoding: bytes, as: UTF8.self))
    }

    /// For bytes that are known to be 4 to 12 capitals and digits.
    init(checked canonical: [UInt8]) {
        text = String(decoding: canonical, as: UTF8.self)
    }

    /// Whether it has no digit. A word occurs in ordinary messages, so it counts only where a label announces a code.
    package var isWord: Bool { !text.utf8.contains { $0.isASCIIDigit } }

    /// Whether a plain number can be read as it: digits only once folded, as of `2024` or `BOB1` (8081). Like a word, it is
    /// to count only where a label announces it.
    package var isNumber: Bool { skeleton.isNumber }

    /// Whether it could have been assigned: three letters of the automatic alphabet, then three to nine digits.
    package var isAutomaticShape: Bool {
        var place = 0
        for byte in text.utf8 {
            guard place < 3 ? AutomaticCode.alphabet.contains(byte) : byte.isASCIIDigit else { return false }
            place += 1
        }
        return place >= 6
    }
}

extension PartnerCode: Hashable, Comparable, CustomStringConvertible {
    package static func == (left: PartnerCode, right: PartnerCode) -> Bool { left.text == right.text }
    package static func < (left: PartnerCode, right: PartnerCode) -> Bool { left.text < right.text }
    package func hash(into hasher: inout Hasher) { hasher.combine(text) }
    package var description: String { text }
}
