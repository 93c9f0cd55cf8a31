/// The codes of a site, for asking of very many automatic codes whether they would be within two slips of one: the question of those who give
/// out codes. The answer is that of a `NearMissIndex`.
///
/// Nearly all codes are automatic ones, and what stands too near to one of these is nearly always another of the same length, or one with a
/// digit less. So that is seen first, from bits (`CodeBits`), and the rest from hash tables (`DeletionTables`).
struct SpacedCodes: Sendable {
    /// Those of automatic codes, numbered by their places.
    private var keys: [UInt64] = []
    private var deletions: DeletionTables
    /// By the number of digits, from three on, as many as have bits.
    private var bits: [CodeBits]
    private var counts: [Int]
    private let steps: [[Int]]
    /// The codes that owners chose.
    private var chosen = NearMissIndex()

    /// The codes with these keys, with room for so many more automatic ones, counted by their symbols; others make it grow. `steps` are those of
    /// `CodeBits`.
    init(_ keys: [UInt64] = [], roomFor more: [Int: Int] = [:], steps: [[Int]]) {
        self.steps = steps
        bits = steps.indices.map { CodeBits(digitCount: 3 + $0, afterSteps: 0, of: []) }
        counts = steps.map { _ in 0 }
        let skeletons = keys.map(CodeSkeleton.init(key:))
        deletions = DeletionTables(roomFor: skeletons.reduce(into: more) { if AutomaticCode($1) != nil { $0[$1.count, default: 0] += 1 } })
        for skeleton in skeletons { insert(skeleton) }
        chosen.prepare(forLookups: .max)
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
        let length = code.digitCount - 3
        deletions.insertLast(of: keys)
        if length >= bits.count { return }
        counts[length] += 1
        guard let step = steps[length].firstIndex(of: counts[length]) else { return bits[length].insert(code) }
        let codes = keys.lazy.compactMap { AutomaticCode(CodeSkeleton(key: $0)) }.filter { $0.digitCount == code.digitCount }
        bits[length] = CodeBits(digitCount: code.digitCount, afterSteps: step + 1, of: codes)
    }

    /// Whether any code is within two slips of `code`.
    @inline(__always)
    func hasNeighbour(of code: AutomaticCode) -> Bool {
        let length = code.digitCount - 3
        var isSameLengthKnown = false
        // Lent, not copied: this is asked for millions of codes.
        let bits = bits.span
        if length < bits.count {
            if bits[length].blocks(code) || length > 0 && bits[length - 1].blocks(longer: code) { return true }
            isSameLengthKnown = bits[length].isComplete
        }
        let skeleton = code.skeleton
        let keys = keys.span
        return chosen.hasNeighbour(of: skeleton)
            || deletions.visitCandidates(near: skeleton.codeKey, includingSameLength: !isSameLengthKnown) { number in
                CodeSkeleton(key: keys[number]).distance(to: skeleton) != nil
            }
    }

    /// The bytes that the tables take.
    var tableByteCount: Int { deletions.byteCount }
}
