/// Tells, exactly and without comparing codes one by one, whether any automatic code of a set is within two slips of a word.
///
/// Two slips are any two of: a symbol replaced, left out or put in, two neighbours swapped. Whatever the two are, what they leave alone
/// is a pattern that both words have: a code with two places open, with one open and one symbol left out, and so on. The patterns of the
/// codes are kept as bits (`PatternTable`), 20 MB for codes of up to five digits; longer ones would take ten times as much for each.
struct AutomaticCodeSet: Sendable {
    /// How many symbols the codes have.
    static let lengths = 6...8

    private var shelves = Self.lengths.map(Shelf.init)

    /// Whether `code` may be one of the set.
    static func mayHold(_ code: PartnerCode) -> Bool { lengths.contains(code.text.utf8.count) && code.isAutomaticShape }

    /// Adds the word of an automatic code.
    mutating func insert(_ word: CodeWord) {
        shelves[word.count - Self.lengths.lowerBound].insert(word)
    }

    /// Whether a code of the set is within two slips of `word`, of any length and symbols.
    func hasNeighbour(of word: CodeWord) -> Bool {
        let own = word.count - Self.lengths.lowerBound
        // Most candidates of a large site end here.
        if shelves.indices.contains(own), shelves[own].codes.contains(word, open: 2) { return true }
        let shorter = (0..<word.count).map { word.without($0) }
        let swapped = word.swaps
        return hasCodes(own) && shelves[own].isNear(word, shorter: shorter, swapped: swapped)
            || hasCodes(own + 1) && shelves[own + 1].isNear(shorterByOne: word, swapped: swapped)
            || hasCodes(own + 2) && shelves[own + 2].isNear(shorterByTwo: word)
            || hasCodes(own - 1) && shelves[own - 1].isNear(longerByOne: shorter)
            || hasCodes(own - 2) && shelves[own - 2].isNear(longerByTwo: shorter)
    }

    private func hasCodes(_ number: Int) -> Bool { shelves.indices.contains(number) && !shelves[number].isEmpty }
}

/// The codes of one length.
private struct Shelf: Sendable {
    /// As they are.
    private(set) var codes: PatternTable
    /// Without each symbol.
    private var shorter: PatternTable
    /// Without each two symbols.
    private var shortest: PatternTable
    private(set) var isEmpty = true

    init(length: Int) {
        func digits(_ count: Int) -> [PatternTable.Place] { Array(repeating: .digit, count: count) }
        codes = PatternTable([.letter, .letter, .letter] + digits(length - 3), mostOpen: 2)
        shorter = PatternTable([.letter, .letter, .either] + digits(length - 4), mostOpen: 1)
        shortest = PatternTable([.letter, .either, .either] + digits(length - 5), mostOpen: 0)
    }

    mutating func insert(_ word: CodeWord) {
        isEmpty = false
        codes.insert(word)
        for first in 0..<word.count {
            let rest = word.without(first)
            shorter.insert(rest)
            for second in first..<rest.count { shortest.insert(rest.without(second)) }
        }
    }

    /// One symbol left out and one put in, or a swap and another slip; two replaced symbols are looked for before.
    func isNear(_ word: CodeWord, shorter rests: [CodeWord], swapped: some Sequence<CodeWord>) -> Bool {
        rests.contains { shorter.contains($0, open: 0) }
            || swapped.contains { once in codes.contains(once, open: 1) || once.swaps.contains { codes.contains($0, open: 0) } }
    }

    /// `word` is one symbol shorter than the codes here: one put in, and another slip.
    func isNear(shorterByOne word: CodeWord, swapped: some Sequence<CodeWord>) -> Bool {
        shorter.contains(word, open: 1) || swapped.contains { shorter.contains($0, open: 0) }
    }

    /// `word` is two symbols shorter than the codes here.
    func isNear(shorterByTwo word: CodeWord) -> Bool { shortest.contains(word, open: 0) }

    /// The word is one symbol longer than the codes here, which are compared with its `rests`.
    func isNear(longerByOne rests: [CodeWord]) -> Bool {
        rests.contains { rest in codes.contains(rest, open: 1) || rest.swaps.contains { codes.contains($0, open: 0) } }
    }

    /// The word is two symbols longer than the codes here.
    func isNear(longerByTwo rests: [CodeWord]) -> Bool {
        rests.contains { rest in (0..<rest.count).contains { codes.contains(rest.without($0), open: 0) } }
    }
}

private extension CodeWord {
    /// Everything that swapping two different neighbours makes of it.
    var swaps: some Sequence<CodeWord> { (0..<max(0, count - 1)).lazy.filter { self[$0] != self[$0 + 1] }.map { self.swapped($0) } }
}
