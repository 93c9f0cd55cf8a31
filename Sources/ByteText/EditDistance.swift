/// Optimal string alignment distance: substitutions, insertions, deletions and swaps of neighbours, each counted once,
/// no part edited twice (the restricted Damerau-Levenshtein distance).
package enum EditDistance {
    /// The distance between `first` and `second`, or nil when it is more than `limit`. O(first × limit).
    package static func optimalStringAlignment(_ first: [UInt8], _ second: [UInt8], limit: Int) -> Int? {
        if abs(first.count - second.count) > limit { return nil }
        let beyond = limit + 1
        var beforePrevious = [Int](repeating: beyond, count: second.count + 1)
        var previous = (0...second.count).map { min($0, beyond) }
        var current = previous
        for row in 0..<first.count {
            let low = max(0, row - limit)
            let high = min(second.count, row + limit + 1)
            current[0] = min(row + 1, beyond)
            if low > 0 { current[low] = beyond }
            var best = low == 0 ? current[0] : beyond
            for column in low..<max(low, high) {
                let substituted = previous[column] + (first[row] == second[column] ? 0 : 1)
                var cost = min(substituted, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
                    cost = min(cost, beforePrevious[column - 1] + 1)
                }
                current[column + 1] = min(cost, beyond)
                best = min(best, cost)
            }
            if high < second.count { current[high + 1] = beyond }
            if best > limit { return nil }
            (beforePrevious, previous, current) = (previous, current, beforePrevious)
        }
        return previous[second.count] <= limit ? previous[second.count] : nil
    }

    /// The name that `word` was most likely meant to be: the nearest of `names` by distance without regard to case, if it
    /// is near enough to be worth saying (a third of the longer length, at least one edit). Ties go to the first.
    package static func nearestName(to word: String, among names: some Sequence<String>) -> String? {
        let wanted = Array(word.lowercased().utf8)
        var best: (name: String, distance: Int)?
        for name in names {
            let bytes = Array(name.lowercased().utf8)
            let limit = min(best.map { $0.distance - 1 } ?? .max, max(1, max(wanted.count, bytes.count) / 3))
            if limit < 0 { break }
            if let distance = optimalStringAlignment(wanted, bytes, limit: limit) { best = (name, distance) }
        }
        return best?.name
    }
}
