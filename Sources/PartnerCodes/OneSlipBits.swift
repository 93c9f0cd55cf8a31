/// A bit for each automatic code of some length that is one of those added, or one slip from it.
struct OneSlipBits: Sendable {
    private var words: [UInt64] = []

    /// Makes room for codes of three to five digits, none of which is there yet: 64 KB, 640 KB or 6 MB.
    mutating func makeRoom(digitCount: Int) {
        precondition((3...5).contains(digitCount))
        words = [UInt64](repeating: 0, count: 8 * AutomaticCode.numbers(digitCount))
    }

    /// Whether there is no room.
    var isEmpty: Bool { words.isEmpty }

    mutating func insert(_ code: AutomaticCode) {
        var words = words.mutableSpan
        code.digitNumeral.visitOneSlip { digits in words[digits &* 8 &+ code.letters &>> 6] |= 1 &<< UInt64(code.letters & 63) }
        code.letterNumeral.visitOneSlip { letters in words[code.digits &* 8 &+ letters &>> 6] |= 1 &<< UInt64(letters & 63) }
    }

    /// Whether a swap of neighbours in `code` leads to one of them: then two slips do to a code that was added.
    func containsSwap(of code: AutomaticCode) -> Bool {
        let words = words.span
        var found: UInt64 = 0
        code.digitNumeral.visitSwapped { digits in found |= words[digits &* 8 &+ code.letters &>> 6] &>> UInt64(code.letters & 63) }
        code.letterNumeral.visitSwapped { letters in found |= words[code.digits &* 8 &+ letters &>> 6] &>> UInt64(letters & 63) }
        return found & 1 == 1
    }

    /// The same for leaving a digit out of `code`, which has one more.
    func containsShorter(of code: AutomaticCode) -> Bool {
        let words = words.span
        var found: UInt64 = 0
        code.digitNumeral.visitWithoutOne { digits in found |= words[digits &* 8 &+ code.letters &>> 6] &>> UInt64(code.letters & 63) }
        return found & 1 == 1
    }
}
