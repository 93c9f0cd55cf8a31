import ByteText

/// The sixteen automatic codes of one length that a partner may get, in the order in which they are tried.
///
/// This function must never change: two builds on two machines have to mint the same codes. It is, byte for byte:
/// the SHA-256 of the ASCII text `partner-code/1`, line feed, the partner's id, line feed, the number of digits in decimal
/// (`printf 'partner-code/1\nhotel-sunrise\n3' | sha256sum`). Candidate *n* (0…15) is the big-endian 64-bit number in the eight
/// bytes of the digest from byte 2*n* on, wrapping round at its end. Its nine lowest bits are the three letters, the first letter
/// highest, as places in `BCHKMPTX`; the rest of the number, modulo ten to the number of digits, is the digits.
struct CodeCandidates: Sendable {
    static let count = 16
    private static let prefix = Array("partner-code/1\n".utf8)

    /// Its bytes in four words, the first byte highest.
    private let digest: SIMD4<UInt64>
    let digitCount: Int

    init(partner: PartnerID, digitCount: Int) {
        self = Self.ofEach([partner], digitCounts: digitCount...digitCount)[0]
    }

    /// Those of the first of `partners` with each number of digits, those of the next, and so on.
    static func ofEach(_ partners: ArraySlice<PartnerID>, digitCounts: ClosedRange<Int>) -> [CodeCandidates] {
        precondition(AutomaticCode.digitCounts.contains(digitCounts), "an automatic code has three to nine digits")
        var (messages, ends) = ([UInt8](), [Int]())
        messages.reserveCapacity(partners.count * digitCounts.count * 48)
        ends.reserveCapacity(partners.count * digitCounts.count)
        for partner in partners {
            for digitCount in digitCounts {
                messages += prefix
                messages.append(utf8: partner.text)
                messages.append(.lineFeed)
                messages.append(decimal: digitCount)
                ends.append(messages.count)
            }
        }
        return SHA256.words(ofDigestsOf: messages, ends: ends).enumerated().map { number, words in
            CodeCandidates(
                digest: SIMD4(truncatingIfNeeded: words.evenHalf) &<< 32 | SIMD4(truncatingIfNeeded: words.oddHalf),
                digitCount: digitCounts.lowerBound + number % digitCounts.count)
        }
    }

    private init(digest: SIMD4<UInt64>, digitCount: Int) {
        self.digest = digest
        self.digitCount = digitCount
    }

    /// Candidate `number`, 0…15.
    subscript(number: Int) -> AutomaticCode {
        let word = number &>> 2
        let shift = UInt64(number & 3) &* 16
        let value = shift == 0 ? digest[word] : digest[word] &<< shift | digest[(word &+ 1) & 3] &>> (64 &- shift)
        return AutomaticCode(letters: Int(value & 511), digits: Int(truncatingIfNeeded: digits(of: value &>> 9)), digitCount: digitCount)
    }

    /// The first that does not read as a plain number and `isFree`.
    @inline(__always)
    func first(where isFree: (AutomaticCode) -> Bool) -> AutomaticCode? {
        for number in 0..<Self.count {
            let code = self[number]
            if !code.isNumber && isFree(code) { return code }
        }
        return nil
    }

    /// `number` modulo ten to the number of digits: each a constant, by which it takes a fifth of the time.
    private func digits(of number: UInt64) -> UInt64 {
        switch digitCount {
        case 3: number % 1_000
        case 4: number % 10_000
        case 5: number % 100_000
        case 6: number % 1_000_000
        case 7: number % 10_000_000
        case 8: number % 100_000_000
        default: number % 1_000_000_000
        }
    }
}
