/// A bit for each pattern that a set of words has: what stands in all places of a word but those that are left open.
///
/// It is exact: a word has a pattern in common with one of the set where, and only where, the two differ in nothing but the open places.
/// All words of a table have the same length.
struct PatternTable: Sendable {
    /// What may stand in a place of an automatic code, or of what is left of one.
    enum Place {
        case letter, digit, either
    }

    private let layout: PatternLayout
    /// Empty until something is inserted.
    private var bits: [UInt64] = []

    init(_ places: [Place], mostOpen: Int) {
        layout = PatternLayout(places, mostOpen: mostOpen)
    }

    /// Adds all patterns of `word`, whose symbols must fit.
    mutating func insert(_ word: CodeWord) {
        if bits.isEmpty { bits = [UInt64](repeating: 0, count: layout.bitCount / 64 + 1) }
        for open in 0...layout.mostOpen {
            _ = layout.visitPatterns(of: word, open: open) { bit in
                bits[bit &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: bit & 63)
                return false
            }
        }
    }

    /// Whether a word of the table differs from `word`, of any symbols, in at most `open` places.
    func contains(_ word: CodeWord, open: Int) -> Bool {
        if bits.isEmpty { return false }
        return layout.visitPatterns(of: word, open: open) { bit in
            bits[bit &>> 6] &>> UInt64(truncatingIfNeeded: bit & 63) & 1 == 1
        }
    }
}

/// Which bit stands for which pattern. Apart from the bits, so that these are changed in place.
private struct PatternLayout: Sendable {
    private let placeCount: Int
    let mostOpen: Int
    /// How many different symbols each place may have.
    private let radices: SIMD16<UInt32>
    /// How much a unit in each place counts for: the product of the radices behind it.
    private let weights: SIMD16<UInt32>
    /// The number of each symbol in each place, 32 a place; `misfit` for one that cannot stand there.
    private let numbers: [UInt8]
    /// Where the bits begin by which places are open: none, then one, then two in order of the first and the second.
    private let starts: [UInt32]
    let bitCount: Int

    private static let misfit: UInt8 = 255

    init(_ places: [PatternTable.Place], mostOpen: Int) {
        placeCount = places.count
        self.mostOpen = mostOpen
        numbers = places.flatMap(Self.numbers)
        var radices = SIMD16<UInt32>()
        var weights = SIMD16<UInt32>()
        var whole: UInt32 = 1
        for index in places.indices.reversed() {
            weights[index] = whole
            radices[index] = Self.radix(places[index])
            whole *= radices[index]
        }
        var starts: [UInt32] = [0]
        var bitCount = whole
        for first in places.indices where mostOpen > 0 {
            starts.append(bitCount)
            bitCount += whole / radices[first]
        }
        for first in places.indices where mostOpen > 1 {
            for second in places.indices {
                starts.append(bitCount)
                if second > first { bitCount += whole / radices[first] / radices[second] }
            }
        }
        (self.radices, self.weights, self.starts, self.bitCount) = (radices, weights, starts, Int(bitCount))
    }

    /// Gives the bit of each pattern with `open` places open to `isEnough`, until that returns true; whether it did. A symbol that
    /// cannot stand in its place has to be in an open one.
    @inline(__always)
    func visitPatterns(of word: CodeWord, open: Int, isEnough: (Int) -> Bool) -> Bool {
        var values = SIMD16<UInt32>()
        // What the places from each on come to.
        var behind = SIMD16<UInt32>()
        var misfits: UInt32 = 0
        var index = placeCount
        while index > 0 {
            index &-= 1
            let number = numbers[index &<< 5 | word[index]]
            if number == Self.misfit { misfits |= 1 &<< UInt32(truncatingIfNeeded: index) } else { values[index] = UInt32(number) }
            behind[index] = behind[index &+ 1] &+ values[index] &* weights[index]
        }
        if misfits.nonzeroBitCount > open { return false }
        if open == 0 { return isEnough(Int(behind[0])) }
        // What the places before each come to, those between the open ones included.
        var before: UInt32 = 0
        for first in 0..<placeCount {
            let others = misfits & ~(1 &<< UInt32(truncatingIfNeeded: first))
            if open == 1 {
                if others == 0, isEnough(Int(starts[1 &+ first] &+ before &* weights[first] &+ behind[first &+ 1])) { return true }
            } else {
                var between = before
                for second in first &+ 1..<placeCount {
                    if others & ~(1 &<< UInt32(truncatingIfNeeded: second)) == 0 {
                        let start = starts[1 &+ placeCount &* (1 &+ first) &+ second]
                        if isEnough(Int(start &+ between &* weights[second] &+ behind[second &+ 1])) { return true }
                    }
                    between = between &* radices[second] &+ values[second]
                }
            }
            before = before &* radices[first] &+ values[first]
        }
        return false
    }

    private static func radix(_ place: PatternTable.Place) -> UInt32 {
        switch place {
        case .letter: UInt32(letters.count)
        case .digit: 10
        case .either: UInt32(9 + letters.count)
        }
    }

    /// The symbols of the letters. The first is that of `B`, which is the digit 8 as well.
    private static let letters = CodeCandidates.letters.map { Folding.symbol(ofTwin: $0) }

    private static func numbers(in place: PatternTable.Place) -> [UInt8] {
        var numbers = [UInt8](repeating: misfit, count: 32)
        if place != .letter { for digit in 0..<10 { numbers[digit] = UInt8(digit) } }
        for (number, letter) in letters.enumerated() {
            switch place {
            case .letter: numbers[Int(letter)] = UInt8(number)
            case .either: if letter >= 10 { numbers[Int(letter)] = UInt8(9 + number) }
            case .digit: break
            }
        }
        return numbers
    }
}
