/// Codes of which no two are within two slips of each other, for asking of very many others whether they would be: the question of those
/// who give out codes and of those who check a ledger. The answer is that of a `NearMissIndex`.
///
/// Nearly all codes are automatic ones, and what stands too near to one of these is nearly always another of the same length. So that is
/// seen first, from bits: `ShortCodeBits` for three and four digits, which know all such neighbours, and a `NearCodeFilter` for five and
/// six. The rest tells a hash table (`DeletionIndex`).
struct SpacedCodes: Sendable {
    /// Those of automatic codes, numbered by their places.
    private var keys: [UInt64] = []
    private var deletions: DeletionIndex
    /// For three digits and four.
    private var shortCodes = (3...4).map(ShortCodeBits.init(digitCount:))
    /// For five digits and six, once there are enough codes of these.
    private var filters: [NearCodeFilter?] = [nil, nil]
    /// How many codes there are with so many digits.
    private var counts = [Int](repeating: 0, count: AutomaticCode.digitCounts.upperBound + 1)
    /// The codes that owners chose.
    private var chosen = NearMissIndex(forLookups: .max)

    /// How many codes make a filter pay.
    private let codesWorthFilter: [Int]

    /// The codes with these keys, with room for so many more, counted by their symbols; others make it grow. A filter for five digits takes
    /// 11 MB, one for six 42 MB.
    init(_ keys: [UInt64] = [], roomFor more: [Int: Int] = [:], codesWorthFilter: [Int] = [500, 50_000]) {
        self.codesWorthFilter = codesWorthFilter
        deletions = DeletionIndex(roomFor: keys, and: more)
        for key in keys { insert(CodeSkeleton(key: key)) }
    }

    /// Adds the code of which this is the skeleton.
    mutating func insert(_ skeleton: CodeSkeleton) {
        guard let code = AutomaticCode(skeleton) else {
            chosen.insert(skeleton)
            return
        }
        insert(code)
    }

    mutating func insert(_ code: AutomaticCode) {
        precondition(keys.count < SlotTable.numberLimit, "more codes than the index can number")
        keys.append(code.skeleton.codeKey)
        deletions.insertLast(of: keys)
        counts[code.digitCount] += 1
        switch code.digitCount {
        case 3...4: shortCodes[code.digitCount - 3].insert(code)
        case 5...6: addToFilter(code)
        default: break
        }
    }

    /// Whether any code is within two slips.
    func hasNeighbour(of skeleton: CodeSkeleton) -> Bool {
        guard let code = AutomaticCode(skeleton) else {
            return chosen.hasNeighbour(of: skeleton) || hasAutomaticNeighbour(of: skeleton, includingSameLength: true)
        }
        return hasNeighbour(of: code)
    }

    func hasNeighbour(of code: AutomaticCode) -> Bool {
        if blocks(code) { return true }
        let skeleton = code.skeleton
        let isComplete = code.digitCount < 5 || code.digitCount == 5 && filters[0] != nil
        return hasAutomaticNeighbour(of: skeleton, includingSameLength: !isComplete) || chosen.hasNeighbour(of: skeleton)
    }

    /// Whether no two of `codes` are within two slips.
    static func areSpaced(_ codes: [PartnerCode]) -> Bool {
        var lengths: [Int: Int] = [:]
        for code in codes where code.isAutomaticShape { lengths[code.text.utf8.count, default: 0] += 1 }
        var spaced = SpacedCodes(roomFor: lengths)
        for code in codes {
            let skeleton = code.skeleton
            if spaced.hasNeighbour(of: skeleton) { return false }
            spaced.insert(skeleton)
        }
        return true
    }
}

private extension SpacedCodes {
    mutating func addToFilter(_ code: AutomaticCode) {
        let place = code.digitCount - 5
        if filters[place] != nil {
            filters[place]?.insert(code)
        } else if counts[code.digitCount] == codesWorthFilter[place] {
            var filter = NearCodeFilter(digitCount: code.digitCount)
            for key in keys {
                if let other = AutomaticCode(CodeSkeleton(key: key)), other.digitCount == code.digitCount { filter.insert(other) }
            }
            filters[place] = filter
        }
    }

    /// Whether bits tell that a code is near.
    func blocks(_ code: AutomaticCode) -> Bool {
        switch code.digitCount {
        case 3: shortCodes[0].hasNeighbour(of: code)
        case 4: shortCodes[1].hasNeighbour(of: code) || shortCodes[0].hasNeighbour(ofLonger: code)
        case 5: filters[0]?.blocks(code) == true || shortCodes[1].hasNeighbour(ofLonger: code)
        case 6: filters[1]?.blocks(code) == true || filters[0]?.blocks(longer: code) == true
        default: false
        }
    }

    func hasAutomaticNeighbour(of skeleton: CodeSkeleton, includingSameLength: Bool) -> Bool {
        let keys = keys.span
        return deletions.visitCandidates(near: skeleton.codeKey, includingSameLength: includingSameLength) { number in
            CodeSkeleton(key: keys[number]).distance(to: skeleton) != nil
        }
    }
}
