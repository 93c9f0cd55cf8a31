/// A set of automatic codes of one length: a bit for each that there can be, among the words of all `CodeBits`.
///
/// The letters are the lowest nine bits of a bit's number, so that codes of the same digits are a row of eight words.
struct AutomaticCodeSet: Sendable {
    /// Where its words begin.
    private let start: Int

    /// A set for codes of so many digits, whose words begin at `end`, which moves behind them: 64 KB for three digits, ten times as much for each
    /// one more.
    init(digitCount: Int, movingBack end: inout Int) {
        start = end
        end += 8 * AutomaticCode.numbers(digitCount)
    }

    /// Adds the codes that `visit` gives.
    @inline(__always)
    func insert(into words: inout MutableSpan<UInt64>, _ visit: (_ give: AutomaticCode.Give) -> Void) {
        visit { word, bits in words[start &+ word] |= bits }
    }

    /// Whether any of the codes that `visit` gives is in the set.
    @inline(__always)
    func containsAny(in words: Span<UInt64>, _ visit: (_ give: AutomaticCode.Give) -> Void) -> Bool {
        var found: UInt64 = 0
        visit { word, bits in found |= words[start &+ word] & bits }
        return found != 0
    }
}

/// What slips make of a code, as bits of an `AutomaticCodeSet`; some of it more than once.
extension AutomaticCode {
    /// Is given a number of a word, and bits of that.
    typealias Give = (_ word: Int, _ bits: UInt64) -> Void

    /// The code itself.
    @inline(__always)
    func visitItself(_ give: Give) { Self.give(letters, digits, give) }

    /// The code and all of as many digits that one slip makes of it.
    @inline(__always)
    func visitOneSlip(_ give: Give) {
        digitNumeral.visitOneSlip { Self.give(letters, $0, give) }
        letterNumeral.visitOneSlip { Self.give($0, digits, give) }
    }

    /// The code with two neighbours swapped.
    @inline(__always)
    func visitSwapped(_ give: Give) {
        digitNumeral.visitSwapped { Self.give(letters, $0, give) }
        letterNumeral.visitSwapped { Self.give($0, digits, give) }
    }

    /// What is left without one symbol, where that is an automatic code: without a digit; or without a letter, if the first digit is one that
    /// stands for a letter too.
    @inline(__always)
    func visitShortened(_ give: Give) { visitShortenedCodes { Self.give($0.letters, $0.digits, give) } }

    /// What is left without two symbols.
    @inline(__always)
    func visitShortenedTwice(_ give: Give) { visitShortenedCodes { $0.visitShortened(give) } }

    /// What becomes of the code by leaving out a letter, so that the first digit stands where a letter has to be, and by one slip more that
    /// mends this: any letter in its place, or the second digit, if that one stands for a letter.
    @inline(__always)
    func visitShortenedAndMended(_ give: Give) {
        let (unit, secondUnit) = (Self.numbers(digitCount &- 1), Self.numbers(digitCount &- 2))
        let (first, rest) = (digits / unit, digits % unit)
        let isSecondLetter = rest / secondUnit == Self.twinDigit
        letterNumeral.visitWithoutOne { two in
            give(rest &* 8 &+ two &>> 3, 0xFF &<< UInt64(truncatingIfNeeded: (two & 7) &* 8))
            if isSecondLetter { Self.give(two &<< 3 | Self.twinLetter, first &* secondUnit &+ rest % secondUnit, give) }
        }
    }

    @inline(__always)
    private static func give(_ letters: Int, _ digits: Int, _ give: Give) {
        give(digits &* 8 &+ letters &>> 6, 1 &<< UInt64(truncatingIfNeeded: letters & 63))
    }

    @inline(__always)
    private func visitShortenedCodes(_ visit: (AutomaticCode) -> Void) {
        digitNumeral.visitWithoutOne { visit(AutomaticCode(letters: letters, digits: $0, digitCount: digitCount &- 1)) }
        let unit = Self.numbers(digitCount &- 1)
        if digits / unit != Self.twinDigit { return }
        letterNumeral.visitWithoutOne { two in
            visit(AutomaticCode(letters: two &<< 3 | Self.twinLetter, digits: digits % unit, digitCount: digitCount &- 1))
        }
    }
}
