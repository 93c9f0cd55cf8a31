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
    /// The same, as symbols.
    private static let letterSymbols = letters.map(Folding.symbol(ofTwin:))
    /// How many digits a code may have: the length grows only when no shorter one is free.
    static let digitCounts = 3...9
    static let countPerLength = 16
    private static let prefix = Array("partner-code/1\n".utf8)

    /// Its bytes in four words, the first byte highest.
    private let digest: SIMD4<UInt64>
    let digitCount: Int
    private let modulus: UInt64

    init(partner: PartnerID, digitCount: Int) {
        precondition(Self.digitCounts.contains(digitCount), "an automatic code has three to nine digits")
        var message: [UInt8] = []
        message.reserveCapacity(128)
        message += Self.prefix
        message.append(utf8: partner.text)
        message.append(.lineFeed)
        message.append(decimal: digitCount)
        let words = SHA256.words(ofDigest: message)
        digest = SIMD4(truncatingIfNeeded: words.evenHalf) &<< 32 | SIMD4(truncatingIfNeeded: words.oddHalf)
        self.digitCount = digitCount
        var modulus: UInt64 = 1
        for _ in 0..<digitCount { modulus *= 10 }
        self.modulus = modulus
    }

    /// The skeleton of candidate `number`, 0…15.
    func skeleton(_ number: Int) -> CodeSkeleton {
        let value = value(number)
        var key = UInt64(3 + digitCount) << 60
        for (place, shift) in ([6, 3, 0] as [UInt64]).enumerated() {
            key |= UInt64(Self.letterSymbols[Int(value &>> shift & 7)]) &<< UInt64(5 &* place)
        }
        var digits = value &>> 9 % modulus
        var place = 2 &+ digitCount
        while place > 2 {
            key |= (digits % 10) &<< UInt64(5 &* place)
            digits /= 10
            place &-= 1
        }
        return CodeSkeleton(key: key)
    }

    /// Candidate `number`, 0…15, for a `NearCodeFilter`: of a letter its place in the alphabet, of a digit its value. At most five
    /// digits.
    func places(_ number: Int) -> SIMD8<UInt32> {
        let value = value(number)
        var places = SIMD8<UInt32>()
        places[0] = UInt32(truncatingIfNeeded: value &>> 6) & 7
        places[1] = UInt32(truncatingIfNeeded: value &>> 3) & 7
        places[2] = UInt32(truncatingIfNeeded: value) & 7
        var digits = UInt32(truncatingIfNeeded: value &>> 9 % modulus)
        var place = 2 &+ digitCount
        while place > 2 {
            places[place] = digits % 10
            digits /= 10
            place &-= 1
        }
        return places
    }

    /// Candidate `number`, 0…15, as it is printed.
    func code(_ number: Int) -> PartnerCode {
        let value = value(number)
        var text = ([6, 3, 0] as [UInt64]).map { Self.letters[Int(value >> $0 & 7)] }
        text.append(decimal: Int(value >> 9 % modulus), width: digitCount)
        return PartnerCode(checked: text)
    }

    private func value(_ number: Int) -> UInt64 {
        let word = number &>> 2
        let shift = UInt64(number & 3) &* 16
        return shift == 0 ? digest[word] : digest[word] &<< shift | digest[(word &+ 1) & 3] &>> (64 &- shift)
    }
}
