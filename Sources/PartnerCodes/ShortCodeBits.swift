/// A bit for each automatic code of three digits, or of four: whether a code of the same length is there that is within two slips of it.
///
/// There is not much room for such codes. Once a partner programme has some thousand partners nearly every one that a new one might get is
/// taken, and to see so of one takes one look. A new code sets the bits of all its neighbours, some five hundred or a thousand.
///
/// The letters are the lowest nine bits of a bit's number, so that the bits for the same digits are a row of eight words. The slips in the
/// letters and those in the digits come to two at most: so the row for the same digits gets a mark for all letters within two slips, rows for
/// digits one slip away for all letters within one, and those two slips away for the same letters. A symbol that moves from the letters to
/// the digits, or the other way, can do so because the letter B is also the digit 8: `KTM820` without its T and `KMB250` without its 5 are
/// the same.
struct ShortCodeBits: Sendable {
    /// Where their words begin.
    private let start: Int

    /// Those for three digits or four, among the words of all `CodeBits`: they begin at `end`, which moves behind them.
    init(digitCount: Int, movingBack end: inout Int) {
        precondition((3...4).contains(digitCount))
        start = end
        end += Self.rowLength * AutomaticCode.numbers(digitCount)
    }

    /// Whether a code of this length was added that is within two slips of `code`, which must be of this length too.
    @inline(__always)
    func hasNeighbour(of code: AutomaticCode, in words: Span<UInt64>) -> Bool {
        words[start &+ code.digits &* Self.rowLength &+ code.letters &>> 6] &>> UInt64(code.letters & 63) & 1 == 1
    }

    /// Adds a code of this length.
    func insert(_ code: AutomaticCode, into words: inout MutableSpan<UInt64>) {
        let (digits, letters) = (code.digitNumeral, code.letterNumeral)
        let (oneSlip, twoSlips) = (Self.lettersWithinOneSlip, Self.lettersWithinTwoSlips)
        let rowStart = code.letters &* Self.rowLength
        for word in 0..<Self.rowLength { words[start &+ code.digits &* Self.rowLength &+ word] |= twoSlips[rowStart &+ word] }
        digits.visitOneSlip { other in
            for word in 0..<Self.rowLength { words[start &+ other &* Self.rowLength &+ word] |= oneSlip[rowStart &+ word] }
        }
        let (column, mark) = (start &+ code.letters &>> 6, UInt64(1) &<< UInt64(code.letters & 63))
        digits.visitTwoSlips { other in words[other &* Self.rowLength &+ column] |= mark }
        Self.visitMovesAcross(digits, letters) { digits, letters in
            words[start &+ digits &* Self.rowLength &+ letters &>> 6] |= 1 &<< UInt64(letters & 63)
        }
    }
}

private extension ShortCodeBits {
    static let rowLength = 8

    /// A row for each three letters, with the bits of all that are within one slip, or two.
    static let lettersWithinOneSlip = rows { $0.visitOneSlip($1) }
    static let lettersWithinTwoSlips = rows { $0.visitTwoSlips($1) }

    static func rows(_ visit: (Numeral, (Int) -> Void) -> Void) -> [UInt64] {
        var words = [UInt64](repeating: 0, count: 512 * rowLength)
        for letters in 0..<512 {
            visit(Numeral(value: letters, count: 3, radix: 8)) { words[letters * rowLength + $0 >> 6] |= 1 << UInt64($0 & 63) }
        }
        return words
    }

    /// Gives the digits and letters of all codes of which a symbol is a letter there and a digit here, or the other way.
    static func visitMovesAcross(_ digits: Numeral, _ letters: Numeral, _ visit: (_ digits: Int, _ letters: Int) -> Void) {
        let unit = AutomaticCode.numbers(digits.count - 1)
        if digits.value / unit == AutomaticCode.twinDigit {
            letters.visitWithoutOne { two in
                Numeral(value: digits.value % unit, count: digits.count - 1, radix: 10).visitWithOneMore { visit($0, two << 3 | AutomaticCode.twinLetter) }
            }
        }
        if letters.value & 7 == AutomaticCode.twinLetter {
            digits.visitWithoutOne { rest in
                Numeral(value: letters.value >> 3, count: 2, radix: 8).visitWithOneMore { visit(AutomaticCode.twinDigit * unit + rest, $0) }
            }
        }
    }
}
