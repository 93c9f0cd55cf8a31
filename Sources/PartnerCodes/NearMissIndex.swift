/// Finds, among the codes of a site, the one that a text is and those that it nearly is.
///
/// The codes have numbers in order of insertion, from 0. Which code a text *is* comes from a small hash table, always. What is
/// *near* comes from a scan of all codes or, once `prepare(forLookups:)` finds it worth while, from a hash table of the strings
/// left by deleting up to two symbols: two skeletons within two slips have such a string in common. Both give the same answer.
///
/// Measured with 100,000 codes on one busy server core: 6 ms to make without the table, 0.25 s with it (30 MB); a look-up of
/// what is near 0.3 ms without, 8 µs with it; of what a text is, 0.1 µs.
package struct NearMissIndex: Sendable {
    /// A code near the text that was asked for.
    package struct Neighbour: Equatable, Sendable {
        package let number: Int
        /// 0, 1 or 2.
        package let distance: Int
    }

    /// Of the codes, by number.
    private(set) var keys: [UInt64] = []
    private var signatures: [UInt64] = []
    private var exact = SlotTable(entries: 16)
    private var deletions: DeletionIndex?
    private var hasEqualSkeletons = false

    /// An index of `codes`, ready for about `lookups` look-ups of what is near. O(codes).
    package init(_ codes: [PartnerCode] = [], forLookups lookups: Int = 0) {
        keys.reserveCapacity(codes.count)
        signatures.reserveCapacity(codes.count)
        exact = SlotTable(entries: codes.count)
        for code in codes { insert(code) }
        prepare(forLookups: lookups)
    }

    /// How many codes are in it.
    package var count: Int { keys.count }

    /// What `skeleton` is: the reading side's whole question.
    package func lookup(_ skeleton: CodeSkeleton) -> CodeMatch {
        if let number = exactMatch(skeleton) { return .exact(number) }
        let neighbours = neighbours(of: skeleton)
        guard let nearest = neighbours.first?.distance else { return .unknown }
        let numbers = neighbours.prefix { $0.distance == nearest }.map(\.number)
        if nearest == 2 { return .near(numbers) }
        return nearest == 1 && numbers.count == 1 ? .corrected(numbers[0]) : .ambiguous(numbers)
    }

    /// The code that `skeleton` is, or nil where it is none (or, among codes without spacing, several). Allocates nothing.
    package func exactMatch(_ skeleton: CodeSkeleton) -> Int? {
        guard let key = skeleton.key else { return nil }
        let (keys, hasEqualSkeletons) = (keys, hasEqualSkeletons)
        var match: Int?
        var matchCount = 0
        _ = exact.contains(key) { number in
            if keys[number] == key {
                match = number
                matchCount += 1
            }
            return matchCount == (hasEqualSkeletons ? 2 : 1)
        }
        return matchCount == 1 ? match : nil
    }

    /// All codes within two slips, nearest first, those of the same distance in order of number.
    package func neighbours(of skeleton: CodeSkeleton) -> [Neighbour] {
        var found: [Neighbour] = []
        _ = visitNeighbours(of: skeleton) { neighbour in
            if !found.contains(neighbour) { found.append(neighbour) }
            return false
        }
        if found.count > 1 { found.sort { ($0.distance, $0.number) < ($1.distance, $1.number) } }
        return found
    }

    /// Whether any code is within two slips: what decides if a new code may be issued. Allocates nothing.
    package func hasNeighbour(of skeleton: CodeSkeleton) -> Bool {
        !keys.isEmpty && visitNeighbours(of: skeleton) { _ in true }
    }

    /// Adds `code`, however near it is to others, and gives it the next number. At most 16 million codes.
    @discardableResult
    package mutating func insert(_ code: PartnerCode) -> Int { insert(code.skeleton) }

    /// The same for the code whose skeleton this is.
    @discardableResult
    mutating func insert(_ skeleton: CodeSkeleton) -> Int {
        let number = keys.count
        precondition(number < SlotTable.numberLimit, "more codes than the index can number")
        keys.append(skeleton.codeKey)
        signatures.append(Self.signature(of: skeleton))
        if exact.hasRoom(for: 1) { insertExact(number) } else { rebuildExact() }
        deletions?.insertLast(of: keys)
        return number
    }

    /// Builds the table of near strings if `lookups` look-ups without it would take longer than building it.
    package mutating func prepare(forLookups lookups: Int) {
        if deletions == nil, lookups >= Self.lookupsWorthTable { deletions = DeletionIndex(keys) }
    }

    /// The codes that stand too close to an earlier one, in order, each with the nearest (then first) of those earlier ones
    /// that are not too close to one themselves. Empty exactly when all of `codes` keep their spacing.
    ///
    /// A quarter of a second for 100,000 codes that keep it. A list in which every code is close to every other (`PROMO1`, `PROMO2`, …)
    /// gives one conflict a code, in linear time.
    package static func conflicts(in codes: [PartnerCode]) -> [CodeConflict] {
        if SpacedCodes.areSpaced(codes) { return [] }
        var index = NearMissIndex()
        index.deletions = DeletionIndex(roomFor: codes.map(\.skeleton.codeKey))
        var numbers: [Int] = []
        var conflicts: [CodeConflict] = []
        for (number, code) in codes.enumerated() {
            if index.hasNeighbour(of: code.skeleton), let nearest = index.neighbours(of: code.skeleton).first {
                conflicts.append(CodeConflict(first: numbers[nearest.number], second: number, distance: nearest.distance))
            } else {
                index.insert(code)
                numbers.append(number)
            }
        }
        return conflicts
    }

    /// A scan passes a code in some three nanoseconds, the table takes some three microseconds a code to build.
    static let lookupsWorthTable = 1_000

    /// The bytes that the index takes.
    var byteCount: Int { (keys.capacity + signatures.capacity) * 8 + exact.byteCount + (deletions?.byteCount ?? 0) }
}

private extension NearMissIndex {
    mutating func insertExact(_ number: Int) {
        let key = keys[number]
        if exact.contains(key, where: { keys[$0] == key }) { hasEqualSkeletons = true }
        exact.insert(number, for: key)
    }

    mutating func rebuildExact() {
        exact = SlotTable(entries: 2 * keys.count)
        for number in keys.indices { insertExact(number) }
    }

    /// Gives every code within two slips to `isEnough`, some more than once, until that returns true; whether it did.
    func visitNeighbours(of skeleton: CodeSkeleton, where isEnough: (Neighbour) -> Bool) -> Bool {
        guard let deletions, let key = skeleton.key else { return scan(for: skeleton, where: isEnough) }
        // By itself: for each candidate, the whole index would be held and let go, which two cores cannot do at the same time.
        let keys = keys
        return deletions.visitCandidates(near: key) { number in
            guard let distance = CodeSkeleton(key: keys[number]).distance(to: skeleton) else { return false }
            return isEnough(Neighbour(number: number, distance: distance))
        }
    }

    func scan(for skeleton: CodeSkeleton, where isEnough: (Neighbour) -> Bool) -> Bool {
        let signature = Self.signature(of: skeleton)
        for number in signatures.indices {
            let other = signatures[number]
            if (signature & ~other).nonzeroBitCount > 2 || (other & ~signature).nonzeroBitCount > 2 { continue }
            guard let distance = CodeSkeleton(key: keys[number]).distance(to: skeleton) else { continue }
            if isEnough(Neighbour(number: number, distance: distance)) { return true }
        }
        return false
    }

    /// Two bits a symbol: whether it occurs, and whether it occurs again. A slip sets at most one bit and clears at most one.
    static func signature(of skeleton: CodeSkeleton) -> UInt64 {
        var signature: UInt64 = 0
        for index in 0..<skeleton.count {
            let bit = UInt64(1) << UInt64(2 * skeleton[index])
            signature |= signature & bit == 0 ? bit : bit << 1
        }
        return signature
    }
}
