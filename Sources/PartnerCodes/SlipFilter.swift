/// Says of most texts at once that they are no code and no slip away from one.
///
/// A text is at most one slip (a symbol left out, added or replaced, two neighbours swapped) from a code only where the two, or what is
/// left of each without some one symbol, are the same. All these strings of all codes are marked in a table of bits: two marks a string
/// and sixteen bits for it, so that some two texts in a hundred are taken for near that are not.
package struct SlipFilter: Sendable {
    private var words: [UInt64]
    private let mask: UInt64
    /// For each count of symbols the counts of digits, a bit each, that a text near a code can have: most texts have others.
    private var digitCounts = [UInt16](repeating: 0, count: CodeSkeleton.capacity + 1)

    /// How many symbols the longest text has that is a code or one slip from one; zero without codes.
    package private(set) var longestNear = 0

    /// A filter for `codes`. O(codes), some 100 ns and 16 bytes each.
    package init(_ codes: some Collection<PartnerCode>) {
        var bitCount = 1 << 10
        while bitCount < codes.count * 8 * 16 { bitCount *= 2 }
        words = [UInt64](repeating: 0, count: bitCount / 64)
        mask = UInt64(bitCount - 1)
        for code in codes {
            let skeleton = code.skeleton
            mark(skeleton)
            for index in 0..<skeleton.count { mark(skeleton.without(index)) }
            noteDigits(skeleton)
        }
        longestNear = digitCounts.lastIndex { $0 != 0 } ?? 0
    }

    /// False only where no code is `skeleton` or one slip from it. Allocates nothing.
    package func mayBeNear(_ skeleton: CodeSkeleton) -> Bool {
        if digitCounts[skeleton.count] & 1 &<< UInt16(skeleton.digitCount) == 0 { return false }
        if isMarked(skeleton) { return true }
        for index in 0..<skeleton.count where isMarked(skeleton.without(index)) { return true }
        return false
    }
}

private extension SlipFilter {
    mutating func mark(_ skeleton: CodeSkeleton) {
        let hash = skeleton.hash
        words[Int((hash & mask) >> 6)] |= 1 << (hash & 63)
        let other = hash >> 32
        words[Int((other & mask) >> 6)] |= 1 << (other & 63)
    }

    func isMarked(_ skeleton: CodeSkeleton) -> Bool {
        let hash = skeleton.hash
        if words[Int((hash & mask) >> 6)] & 1 &<< (hash & 63) == 0 { return false }
        let other = hash >> 32
        return words[Int((other & mask) >> 6)] & 1 &<< (other & 63) != 0
    }

    /// A slip makes a text one symbol longer or shorter at most, and so its digits.
    mutating func noteDigits(_ skeleton: CodeSkeleton) {
        let digits = skeleton.digitCount
        let around = (max(0, digits - 1)...digits + 1).reduce(UInt16(0)) { $0 | 1 << UInt16($1) }
        for count in skeleton.count - 1...min(skeleton.count + 1, CodeSkeleton.capacity) { digitCounts[count] |= around }
    }
}
