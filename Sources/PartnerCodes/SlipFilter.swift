/// Says of most texts at once that they are no code and no slip away from one.
///
/// A text is at most one slip (a symbol left out, added or replaced, two neighbours swapped) from a code only where the two, or what is
/// left of each without some one symbol, are the same. All these strings of all codes are marked in a table of bits: two marks a string
/// and sixteen bits for it, so that some two texts in a hundred are taken for near that are not.
package struct SlipFilter: Sendable {
    private var words: [UInt64]
    private let mask: UInt64

    /// A filter for `codes`. O(codes), some 100 ns and 16 bytes each.
    package init(_ codes: some Collection<PartnerCode>) {
        var bitCount = 1 << 10
        while bitCount < codes.count * 8 * 16 { bitCount *= 2 }
        words = [UInt64](repeating: 0, count: bitCount / 64)
        mask = UInt64(bitCount - 1)
        for code in codes {
            mark(code.skeleton.bits, code.skeleton.count)
            for index in 0..<code.skeleton.count { mark(code.skeleton.bits(without: index), code.skeleton.count - 1) }
        }
    }

    /// False only where no code is `skeleton` or one slip from it. Allocates nothing.
    package func mayBeNear(_ skeleton: CodeSkeleton) -> Bool {
        if isMarked(skeleton.bits, skeleton.count) { return true }
        return (0..<skeleton.count).contains { isMarked(skeleton.bits(without: $0), skeleton.count - 1) }
    }
}

private extension SlipFilter {
    mutating func mark(_ bits: UInt128, _ count: Int) {
        let hash = Self.hash(bits, count)
        words[Int((hash & mask) >> 6)] |= 1 << (hash & 63)
        let other = hash >> 32
        words[Int((other & mask) >> 6)] |= 1 << (other & 63)
    }

    func isMarked(_ bits: UInt128, _ count: Int) -> Bool {
        let hash = Self.hash(bits, count)
        if words[Int((hash & mask) >> 6)] & 1 << (hash & 63) == 0 { return false }
        let other = hash >> 32
        return words[Int((other & mask) >> 6)] & 1 << (other & 63) != 0
    }

    static func hash(_ bits: UInt128, _ count: Int) -> UInt64 {
        var mixed = (UInt64(truncatingIfNeeded: bits) ^ UInt64(truncatingIfNeeded: bits >> 64) << 32 ^ UInt64(count) << 60) &* 0x9E37_79B9_7F4A_7C15
        mixed ^= mixed >> 29
        mixed = mixed &* 0xD6E8_FEB8_6659_FD93
        return mixed ^ mixed >> 32
    }
}

private extension CodeSkeleton {
    /// The symbols but the one at `index`.
    func bits(without index: Int) -> UInt128 {
        let shift = UInt128(5 * index)
        let low = bits & ((1 << shift) - 1)
        return low | (bits >> (shift + 5)) << shift
    }
}
