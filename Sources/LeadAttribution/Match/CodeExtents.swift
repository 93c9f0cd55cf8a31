import PartnerCodes

/// The texts that begin at one word and could each be the code that is meant: the word, the word and the next, and so on.
///
/// Where a code ends is not known, for `KTM 48 2 days` is `KTM48`, `KTM482` or `KTM4822`… All of them are asked for, and where two
/// of them lead to two partners nobody is credited. One foreign sign may stand inside: it is the one slip that is allowed.
struct CodeExtents {
    struct Extent {
        var range: Range<Int>
        var skeleton: CodeSkeleton
        /// The number of symbols before a sign that cannot be in a code; nil where there is none.
        var foreignIndex: Int?
        /// The words that it takes, among those of the text.
        var words: Range<Int>
    }

    private(set) var extents: [Extent] = []

    /// The extents from `first` on. `isWhole`: only the one that ends with the last word, whatever stands between.
    init(from first: Int, of words: [TextWord], isWhole: Bool = false) {
        guard first < words.count else { return }
        var skeleton = CodeSkeleton()
        var foreignIndex: Int?
        for index in first..<words.count {
            let word = words[index]
            if word.isLong || word.isInLink || word.isSpaceless || word.foreignCount > 1 { break }
            if index > first, !word.gap.isInsideCode {
                // One sign, as of a finger that slipped: `KTM,482`.
                guard word.gap.signs == 1, word.gap.separators <= 2, foreignIndex == nil else { break }
                foreignIndex = skeleton.count
            }
            if word.foreignCount == 1 {
                guard foreignIndex == nil else { break }
                foreignIndex = skeleton.count + word.foreignIndex
            }
            guard Self.append(word.skeleton, to: &skeleton) else { break }
            if isWhole, index + 1 < words.count { continue }
            let range = words[first].range.lowerBound..<word.range.upperBound
            extents.append(Extent(range: range, skeleton: skeleton, foreignIndex: foreignIndex, words: first..<index + 1))
        }
    }

    /// The codes within two slips of `extent`, nearest first.
    static func near(_ extent: Extent, in index: CodeTable) -> [(code: Int, distance: Int)] {
        guard let place = extent.foreignIndex else {
            // Beside a withdrawn code, what else could be meant is of interest.
            if let code = index.exactMatch(extent.skeleton), !index.isWithdrawn(code) { return [(code, 0)] }
            return index.neighbours(of: extent.skeleton).map { ($0.number, $0.distance) }
        }
        var found: [(code: Int, distance: Int)] = []
        if let code = index.exactMatch(extent.skeleton) { found.append((code, 1)) }
        for symbol in UInt8(0)..<32 {
            var skeleton = CodeSkeleton()
            for position in 0...extent.skeleton.count {
                if position == place { _ = skeleton.append(symbol) }
                if position < extent.skeleton.count { _ = skeleton.append(extent.skeleton[position]) }
            }
            guard skeleton.count == extent.skeleton.count + 1, let code = index.exactMatch(skeleton) else { continue }
            if !found.contains(where: { $0.code == code }) { found.append((code, 1)) }
        }
        return found
    }

    static func append(_ other: CodeSkeleton, to skeleton: inout CodeSkeleton) -> Bool {
        for index in 0..<other.count where !skeleton.append(other[index]) { return false }
        return true
    }
}
