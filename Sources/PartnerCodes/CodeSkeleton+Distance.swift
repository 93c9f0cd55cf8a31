/// How many slips lie between two skeletons, as far as it matters: up to two.
///
/// Slips are a substitution, insertion, deletion or swap of neighbours. The measure is the unrestricted
/// Damerau-Levenshtein distance, which is never more than optimal string alignment and differs from it at two in one
/// pattern only (`xy` and `yzx`). Unlike that one it is a metric, and the guarantee needs the triangle: codes three apart
/// leave every text that is one slip from one of them at least two from all others.
extension CodeSkeleton {
    /// 0, 1 or 2, or nil when it is more. Constant time: a few shifts and comparisons.
    package func distance(to other: CodeSkeleton) -> Int? {
        if abs(count - other.count) > 2 { return nil }
        // Half as wide is twice as fast, and enough for all but a reader's slips in the longest codes.
        if count <= 12, other.count <= 12 {
            return Part(bits: UInt64(truncatingIfNeeded: bits), count: count)
                .distance(to: Part(bits: UInt64(truncatingIfNeeded: other.bits), count: other.count))
        }
        return Part(bits: bits, count: count).distance(to: Part(bits: other.bits, count: other.count))
    }
}

/// The symbols of a skeleton that are still to be compared.
private struct Part<Word: FixedWidthInteger & UnsignedInteger> {
    var bits: Word
    var count: Int

    func distance(to other: Part) -> Int? {
        let (first, second) = Part.trimmed(self, other)
        if let distance = first.atMostOne(second) { return distance }
        if first.count == 0 || second.count == 0 { return max(first.count, second.count) <= 2 ? 2 : nil }
        if first.isSwapAround(second) || second.isSwapAround(first) { return 2 }
        // The first symbols differ, so whatever leads from one to the other begins with an edit of them.
        let afterFirst = first.dropping(1)
        let afterSecond = second.dropping(1)
        let isTwo = afterFirst.isAtMostOne(from: afterSecond) || first.isAtMostOne(from: afterSecond)
            || afterFirst.isAtMostOne(from: second)
            || first.beginsSwapped(second) && first.dropping(2).isAtMostOne(from: second.dropping(2))
        return isTwo ? 2 : nil
    }

    /// Both without the beginning and the end that they have in common.
    static func trimmed(_ first: Part, _ second: Part) -> (Part, Part) {
        let shorter = min(first.count, second.count)
        let prefix = min((first.bits ^ second.bits).trailingZeroBitCount / 5, shorter)
        var (first, second) = (first.dropping(prefix), second.dropping(prefix))
        let difference = first.alignedAtEnd ^ second.alignedAtEnd
        let suffix = min((difference.leadingZeroBitCount - Word.bitWidth % 5) / 5, shorter - prefix)
        first.removeLast(suffix)
        second.removeLast(suffix)
        return (first, second)
    }

    /// For parts that are trimmed: their distance when it is 0 or 1.
    func atMostOne(_ other: Part) -> Int? {
        if count <= 1, other.count <= 1 { return max(count, other.count) }
        return count == 2 && other.count == 2 && beginsSwapped(other) ? 1 : nil
    }

    func isAtMostOne(from other: Part) -> Bool {
        if abs(count - other.count) > 1 { return false }
        let (first, second) = Part.trimmed(self, other)
        return first.atMostOne(second) != nil
    }

    /// Whether the first two symbols are those of `other` the other way round.
    func beginsSwapped(_ other: Part) -> Bool {
        count >= 2 && other.count >= 2 && symbol(0) == other.symbol(1) && symbol(1) == other.symbol(0)
    }

    /// Whether this is `xy` and `other` is `yzx`: swapped, with one symbol put in between.
    func isSwapAround(_ other: Part) -> Bool {
        count == 2 && other.count == 3 && symbol(0) == other.symbol(2) && symbol(1) == other.symbol(0)
    }

    func dropping(_ number: Int) -> Part { Part(bits: bits &>> Word(truncatingIfNeeded: 5 * number), count: count - number) }

    private func symbol(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: bits &>> Word(truncatingIfNeeded: 5 * index)) & 31 }

    private var alignedAtEnd: Word { bits &<< Word(truncatingIfNeeded: 5 * (Word.bitWidth / 5 - count)) }

    private mutating func removeLast(_ number: Int) {
        count -= number
        bits &= (1 &<< Word(truncatingIfNeeded: 5 * count)) &- 1
    }
}
