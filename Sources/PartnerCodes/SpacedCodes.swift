/// The codes of a site, for asking of very many automatic codes whether they would be within two slips of one: the question of those who give
/// out codes. The answer is that of a `NearMissIndex`.
///
/// Nearly all codes are automatic ones, and those of the lengths that most have are known from bits (`CodeBits`), the others from hash tables
/// (`DeletionTables`).
struct SpacedCodes: Sendable {
    /// By the number of digits, from three on.
    private let bits: [CodeBits]
    private var words: [UInt64]
    /// The most digits that an automatic one has.
    private var longest = 0
    /// The automatic codes whose neighbours of the same length the bits do not know, numbered by their places.
    private var keys: [UInt64] = []
    private var deletions: DeletionTables
    /// The codes that owners chose.
    private var chosen = NearMissIndex()

    /// The codes with these keys, with room for so many more automatic ones, counted by their symbols; others make it grow.
    init(_ keys: [UInt64], roomFor more: [Int: Int]) {
        let skeletons = keys.map(CodeSkeleton.init(key:))
        let before = skeletons.reduce(into: [Int: Int]()) { if AutomaticCode($1) != nil { $0[$1.count, default: 0] += 1 } }
        // Those of before are noted only; for each new one some dozens are asked about, too.
        self.init(
            roomFor: more.merging(before) { $0 + $1 }, worth: more.merging(before.mapValues { $0 / 5 }) { $0 + $1 }, for: .search)
        for skeleton in skeletons { insert(skeleton) }
        chosen.prepare(forLookups: .max)
    }

    /// None, with room for so many automatic ones, counted by their symbols. Bits are there as for `worth` many, which are asked about as often as
    /// those that are new.
    init(roomFor counts: [Int: Int], worth: [Int: Int], for use: CodeBits.Use) {
        // Those of a length know of longer codes, wherever these are: so where a length has bits, the shorter ones have.
        let longestWorthIt = CodeBits.digitCounts.last { (worth[$0 + 3] ?? 0) >= CodeBits.leastCounts[$0 - 3] } ?? 0
        var wordCount = 0
        bits = CodeBits.digitCounts.map {
            $0 > longestWorthIt ? CodeBits() : CodeBits(digitCount: $0, expecting: counts[$0 + 3] ?? 0, for: use, movingBack: &wordCount)
        }
        words = [UInt64](repeating: 0, count: wordCount)
        var others = counts
        for (place, bits) in bits.enumerated() where bits.isComplete { others[place + 6] = nil }
        deletions = DeletionTables(roomFor: others)
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
        longest = max(longest, code.digitCount)
        Self.note(code, bits, &words)
        if isKnown(code.digitCount - 3) { return }
        precondition(keys.count < SlotTable.numberLimit, "more codes than the index can number")
        keys.append(code.skeleton.codeKey)
        deletions.insertLast(of: keys)
    }

    private static func note(_ code: AutomaticCode, _ bits: [CodeBits], _ words: inout [UInt64]) {
        let length = code.digitCount - 3
        var words = words.mutableSpan
        if length < bits.count { bits[length].insert(code, into: &words) }
        if length >= 1, length <= bits.count { bits[length - 1].insert(longer: code, into: &words) }
        if length >= 2, length <= bits.count + 1 { bits[length - 2].insert(muchLonger: code, into: &words) }
    }

    /// The first of `candidates` that does not read as a plain number and is three slips from every code.
    func firstFree(among candidates: CodeCandidates) -> AutomaticCode? {
        let length = candidates.digitCount - 3
        // Where nearly all that there is room for is taken, a look at one bit rules a candidate out; of the few that are left all is asked.
        if length < bits.count, let taken = bits.span[length].allOfSameLength {
            let words = words.span
            return candidates.first { !taken.hasNeighbour(of: $0, in: words) && !hasNeighbour(of: $0) }
        }
        return candidates.first { !hasNeighbour(of: $0) }
    }

    /// Whether any code is within two slips of `code`.
    func hasNeighbour(of code: AutomaticCode) -> Bool {
        let length = code.digitCount - 3
        // Lent, not copied: this is asked for millions of codes.
        let (bits, words) = (bits.span, words.span)
        // Of codes with a digit less there is no room for many, and nearly as many candidates are near one: these bits are few, and tell most for a look.
        if length >= 1, length <= bits.count, bits[length - 1].blocks(longer: code, in: words) { return true }
        if length < bits.count {
            if bits[length].blocks(code, in: words) { return true }
            if code.digitCount < longest, bits[length].blocks(shorter: code, in: words) { return true }
        }
        if length >= 2, length <= bits.count + 1, bits[length - 2].blocks(muchLonger: code, in: words) { return true }
        let skeleton = code.skeleton
        let keys = keys.span
        return chosen.hasNeighbour(of: skeleton)
            || deletions.visitCandidates(near: skeleton.codeKey, onlyShorter: isKnown(length)) { number in
                CodeSkeleton(key: keys[number]).distance(to: skeleton) != nil
            }
    }

    /// Whether the bits know of codes with three digits and `length` more, and of those that are longer, which are near one another.
    @inline(__always)
    private func isKnown(_ length: Int) -> Bool { length < bits.count && bits.span[length].isComplete }

    /// The bytes that the tables take.
    var tableByteCount: Int { deletions.byteCount }
}

extension SpacedCodes {
    /// Whether no two of `codes` are within two slips: in any order, there are such codes or there are none.
    static func areSpaced(_ codes: [PartnerCode]) -> Bool {
        var chosen = NearMissIndex([], forLookups: codes.count)
        // By the number of digits.
        var automatic = AutomaticCode.digitCounts.map { _ in [AutomaticCode]() }
        for code in codes {
            let skeleton = code.skeleton
            if let code = AutomaticCode(skeleton) {
                automatic[code.digitCount - 3].append(code)
            } else {
                if chosen.hasNeighbour(of: skeleton) { return false }
                chosen.insert(skeleton)
            }
        }
        // By the number of symbols: three letters, and three digits or more.
        let counts = Dictionary(uniqueKeysWithValues: automatic.enumerated().map { ($0 + 6, $1.count) })
        // Each is asked about just once.
        var spaced = SpacedCodes(roomFor: counts, worth: counts.mapValues { $0 / 3 }, for: .check)
        spaced.chosen = chosen
        // Short ones first: a longer one is asked quicker about them than they are about it.
        for codes in automatic {
            for code in codes {
                if spaced.hasNeighbour(of: code) { return false }
                spaced.insert(code)
            }
        }
        return true
    }
}
