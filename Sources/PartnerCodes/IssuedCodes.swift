/// All codes of a site, for the one question of whether another would stand too close to any of them.
package struct IssuedCodes: Sendable {
    private var automatic = AutomaticCodeSet()
    /// Those that owners chose, and automatic ones with more digits than most sites ever need.
    private var others = NearMissIndex()

    /// An empty set.
    package init() {}

    /// Whether each of `codes` keeps its spacing from all others. They are added, up to the first that does not. O(codes).
    package mutating func insertKeepingSpacing(_ codes: some Collection<PartnerCode>) -> Bool {
        prepare(forLookups: codes.count)
        for code in codes {
            if hasNeighbour(of: code.skeleton) { return false }
            insert(code)
        }
        return true
    }

    /// Adds `code`, however near it is to others.
    package mutating func insert(_ code: PartnerCode) {
        if AutomaticCodeSet.mayHold(code), let word = CodeWord(code.skeleton) { automatic.insert(word) } else { others.insert(code) }
    }

    /// Whether any code is within two slips of `skeleton`.
    package func hasNeighbour(of skeleton: CodeSkeleton) -> Bool {
        guard let word = CodeWord(skeleton) else { return others.hasNeighbour(of: skeleton) }
        return automatic.hasNeighbour(of: word) || (others.count > 0 && others.hasNeighbour(of: skeleton))
    }

    /// Gets ready for so many questions.
    mutating func prepare(forLookups lookups: Int) { others.prepare(forLookups: lookups) }
}
