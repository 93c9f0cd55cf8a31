/// Tells at once that an automatic code of three to six digits is taken because one of the same length is near it: they differ in at most two
/// places, so that what is left without these is the same; or one symbol has moved, and what is left of each without it is the same. (For a
/// move from the letters to the digits see `ShortCodeBits`.)
///
/// There is a bit for whatever is left, so that no two codes need be compared. What is missing is a swap of neighbours with another slip beside
/// it: then a swap leads to a code that is one slip from the other, which can be told from a set of these. The two tell all neighbours.
struct NearCodeFilter: Sendable {
    private let views: Views
    /// Where its words begin.
    private let start: Int

    /// That for codes of so many digits, among the words of all `CodeBits`: they begin at `end`, which moves behind them; for four digits 320 KB,
    /// for five 4 MB and for six 42 MB.
    init(digitCount: Int, movingBack end: inout Int) {
        views = Views(digitCount: digitCount)
        start = end
        end += views.bitCount / 64
    }

    /// Adds a code of this length.
    func insert(_ code: AutomaticCode, into words: inout MutableSpan<UInt64>) {
        _ = views.visitBits(of: code) { bit in
            words[start &+ bit &>> 6] |= 1 &<< UInt64(bit & 63)
            return false
        }
    }

    /// Whether a code of this length was added that is near in one of these ways.
    func blocks(_ code: AutomaticCode, in words: Span<UInt64>) -> Bool {
        func isSet(_ bit: Int) -> Bool { words[start &+ bit &>> 6] &>> UInt64(bit & 63) & 1 == 1 }
        return views.visitBits(of: code, isSet) || views.visitBitsAcross(code, isSet)
    }
}

/// The bits for codes of one length. In a bit's number the letters are below the digits, so that one look at memory often serves for three.
private struct Views: Sendable {
    let digitCount: Int
    /// How many numbers there are of as many digits.
    let numbers: Int

    init(digitCount: Int) {
        self.digitCount = digitCount
        numbers = AutomaticCode.numbers(digitCount)
        withoutDigit = digitCount * (digitCount - 1) / 2 * numbers / 100 * 512 + digitCount * numbers / 10 * 192 + numbers * 32
        withoutLetter = withoutDigit + numbers / 10 * 512
        bitCount = withoutLetter + numbers * 64
    }

    /// Where the bits with one digit left out begin, and those with one letter left out; those with two places left out come first.
    let withoutDigit: Int
    let withoutLetter: Int
    let bitCount: Int

    /// Gives the bits of `code` to `isEnough`, until that returns true; whether it did. The fewer bits there are of a kind, the more of them
    /// are set, and one that is set ends a search: so those without two digits come first.
    @inline(__always)
    func visitBits(of code: AutomaticCode, _ isEnough: (Int) -> Bool) -> Bool {
        let letters = code.letters
        let (withoutFirst, withoutMiddle, withoutLast) = (letters & 63, letters &>> 3 & 56 | letters & 7, letters &>> 3)
        var start = 0
        if visitWithoutDigit(code.digits, count: digitCount, unit: 1, { rest, count, unit in
            visitWithoutDigit(rest, count: count, unit: unit) { rest, _, _ in
                defer { start &+= numbers / 100 &* 512 }
                return isEnough(start &+ rest &* 512 &+ letters)
            }
        }) { return true }
        if visitWithoutDigit(code.digits, count: digitCount, unit: 1, { rest, _, _ in
            let bit = start &+ rest &* 192
            defer { start &+= numbers / 10 &* 192 }
            return isEnough(bit &+ withoutFirst) || isEnough(bit &+ 64 &+ withoutMiddle) || isEnough(bit &+ 128 &+ withoutLast)
        }) { return true }
        let withoutTwo = start &+ code.digits &* 32
        let withoutOne = withoutLetter &+ code.digits &* 64
        return isEnough(withoutTwo &+ letters & 7) || isEnough(withoutTwo &+ 8 &+ letters &>> 3 & 7) || isEnough(withoutTwo &+ 16 &+ letters &>> 6)
            || visitWithoutDigit(code.digits, count: digitCount, unit: 1) { rest, _, _ in isEnough(withoutDigit &+ rest &* 512 &+ letters) }
            || isEnough(withoutOne &+ withoutFirst) || isEnough(withoutOne &+ withoutMiddle) || isEnough(withoutOne &+ withoutLast)
    }

    /// The same for what the codes have left of which a symbol is a letter in one and a digit in the other.
    @inline(__always)
    func visitBitsAcross(_ code: AutomaticCode, _ isEnough: (Int) -> Bool) -> Bool {
        let (unit, letters) = (numbers / 10, code.letters)
        if code.digits >= AutomaticCode.twinDigit &* unit, code.digits < (AutomaticCode.twinDigit &+ 1) &* unit {
            let bit = withoutDigit &+ (code.digits &- AutomaticCode.twinDigit &* unit) &* 512 &+ AutomaticCode.twinLetter
            if isEnough(bit &+ (letters & 63) &* 8) || isEnough(bit &+ (letters &>> 3 & 56 | letters & 7) &* 8) || isEnough(bit &+ letters &>> 3 &* 8) { return true }
        }
        if letters & 7 != AutomaticCode.twinLetter { return false }
        return visitWithoutDigit(code.digits, count: digitCount, unit: 1) { rest, _, _ in
            isEnough(withoutLetter &+ (AutomaticCode.twinDigit &* unit &+ rest) &* 64 &+ letters &>> 3)
        }
    }

    /// Leaves out each one of the first `count` digits of `number`, of which the last stands for so many `unit`s, and gives what is left, how
    /// many digits are before the one left out, and the unit of the last of these from then on.
    @inline(__always)
    func visitWithoutDigit(_ number: Int, count: Int, unit: Int, _ isEnough: (_ rest: Int, _ count: Int, _ unit: Int) -> Bool) -> Bool {
        var (leading, unit) = (number / unit, unit)
        for before in stride(from: count &- 1, through: 0, by: -1) {
            let leadingBefore = leading / 10
            if isEnough(number &- (leading &- leadingBefore) &* unit, before, unit) { return true }
            (leading, unit) = (leadingBefore, unit &* 10)
        }
        return false
    }
}
