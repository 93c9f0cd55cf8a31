import ByteText

/// The sixteen automatic codes of one length that a partner may get, in the order in which they are tried.
///
/// This function must never change: two builds on two machines have to mint the same codes. It is, byte for byte:
/// the SHA-256 of the ASCII text `partner-code/1`, line feed, the partner's id, line feed, the number of digits in decimal
/// (`printf 'partner-code/1\nhotel-sunrise\n3' | sha256sum`). Candidate *n* (0…15) is the big-endian 64-bit number in the eight
/// bytes of the digest from byte 2*n* on, wrapping round at its end. Its nine lowest bits are the three letters, the first letter
/// highest, as places in `BCHKMPTX`; the rest of the number, modulo ten to the number of digits, is the digits.
struct CodeCandidates: Sendable {
    /// Latin capitals with a Cyrillic twin of the same look, no vowels.
    static let letters = Array("BCHKMPTX".utf8)
    /// How many digits a code may have: the length grows only when no shorter one is free.
    static let digitCounts = 3...9
    static let countPerLength = 16

    /// The digest as numbers of eight bytes, big-endian.
    private let digest: SIMD4<UInt64>
    let digitCount: Int
    private let modulus: UInt64

    init(partner: PartnerID, digitCount: Int) {
        precondition(Self.digitCounts.contains(digitCount), "an automatic code has three to nine digits")
        var message = Array("partner-code/1\n".utf8)
        message.append(utf8: partner.text)
        message.append(.lineFeed)
        message.append(decimal: digitCount)
        var digest = SIMD4<UInt64>()
        for (place, byte) in SHA256.digest(message).enumerated() { digest[place / 8] = digest[place / 8] << 8 | UInt64(byte) }
        self.digest = digest
        self.digitCount = digitCount
        var modulus: UInt64 = 1
        for _ in 0..<digitCount { modulus *= 10 }
        self.modulus = modulus
    }

    /// The word of candidate `number`, 0…15.
    func word(_ number: Int) -> CodeWord {
        let value = value(number)
        var key = UInt64(truncatingIfNeeded: 3 &+ digitCount) &<< 60
        key |= Self.symbol(value &>> 6) | Self.symbol(value &>> 3) &<< 5 | Self.symbol(value) &<< 10
        var digits = value &>> 9 % modulus
        var place = UInt64(truncatingIfNeeded: 5 &* (2 &+ digitCount))
        while place > 10 {
            key |= (digits % 10) &<< place
            digits /= 10
            place &-= 5
        }
        return CodeWord(key: key)
    }

    /// Candidate `number`, 0…15, as it is printed.
    func code(_ number: Int) -> PartnerCode {
        let value = value(number)
        var text = ([6, 3, 0] as [UInt64]).map { Self.letters[Int(value >> $0 & 7)] }
        text.append(decimal: Int(value >> 9 % modulus), width: digitCount)
        return PartnerCode(checked: text)
    }

    private func value(_ number: Int) -> UInt64 {
        let (word, shift) = (number &>> 2 & 3, UInt64(truncatingIfNeeded: 16 &* (number & 3)))
        let first = digest[word] &<< shift
        return shift == 0 ? first : first | digest[(word &+ 1) & 3] &>> (64 &- shift)
    }

    /// The symbol of the letter that the three lowest bits of `value` choose.
    private static func symbol(_ value: UInt64) -> UInt64 { symbols &>> (8 &* (value & 7)) & 0xFF }

    /// The symbols of the letters, a byte each.
    private static let symbols = letters.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64(Folding.symbol(ofTwin: $1)) }
}
