import ByteText

/// An automatic code as two numbers, in which the search for free codes works: three letters, then three to nine digits.
struct AutomaticCode: Equatable, Sendable {
    /// The letters that a code may have: Latin capitals with a Cyrillic twin of the same look, no vowels.
    static let alphabet = Array("BCHKMPTX".utf8)
    /// The same as symbols; only the first, `B`, has one that a digit has too.
    private static let alphabetSymbols = alphabet.map(Folding.symbol(ofTwin:))
    /// For each symbol its place among these, or -1.
    private static let places = (0..<32).map { symbol in Int8(alphabetSymbols.firstIndex(of: symbol) ?? -1) }
    /// The place in `alphabet` of `B`, and the digit that is read as the same.
    static let twinLetter = 0
    static let twinDigit = 8
    /// How many digits a code may have: the length grows only when no shorter one is free.
    static let digitCounts = 3...9

    /// How many numbers there are of so many digits.
    @inline(__always)
    static func numbers(_ digitCount: Int) -> Int {
        let powers: InlineArray<10, Int> = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000]
        return powers[digitCount]
    }

    /// Places in `alphabet`, three bits each, the first letter highest: 0…511.
    let letters: Int
    /// The digits as a number, below ten to the power of their count.
    let digits: Int
    let digitCount: Int

    init(letters: Int, digits: Int, digitCount: Int) {
        self.letters = letters
        self.digits = digits
        self.digitCount = digitCount
    }

    /// The automatic code that looks like `skeleton`; nil where none does.
    init?(_ skeleton: CodeSkeleton) {
        let digitCount = skeleton.count - 3
        guard Self.digitCounts.contains(digitCount) else { return nil }
        var letters = 0
        for index in 0..<3 {
            let place = Self.places[Int(skeleton[index])]
            if place < 0 { return nil }
            letters = letters << 3 | Int(place)
        }
        var digits = 0
        for index in 3..<skeleton.count {
            let symbol = skeleton[index]
            if symbol > 9 { return nil }
            digits = digits * 10 + Int(symbol)
        }
        self.init(letters: letters, digits: digits, digitCount: digitCount)
    }

    var skeleton: CodeSkeleton {
        var key = UInt64(3 &+ digitCount) &<< 60
        for (place, shift) in ([6, 3, 0] as [Int]).enumerated() {
            key |= UInt64(Self.alphabetSymbols[letters &>> shift & 7]) &<< UInt64(5 &* place)
        }
        var rest = UInt32(truncatingIfNeeded: digits)
        for place in stride(from: 2 &+ digitCount, to: 2, by: -1) {
            key |= UInt64(rest % 10) &<< UInt64(5 &* place)
            rest /= 10
        }
        return CodeSkeleton(key: key)
    }

    /// As it is printed.
    var code: PartnerCode {
        var text: [UInt8] = []
        text.reserveCapacity(PartnerCode.lengths.upperBound)
        for shift in [6, 3, 0] as [Int] { text.append(Self.alphabet[letters &>> shift & 7]) }
        text.append(decimal: digits, width: digitCount)
        return PartnerCode(checked: text)
    }

    /// Of as many figures as `alphabet` has letters, which here stand as a number: a list would be looked up for every candidate.
    var letterNumeral: Numeral { Numeral(value: letters, count: 3, radix: 8) }
    var digitNumeral: Numeral { Numeral(value: digits, count: digitCount, radix: 10) }

    /// Whether it reads as a plain number once folded: `BBB482` is 888482.
    var isNumber: Bool { letters == 0 }
}
