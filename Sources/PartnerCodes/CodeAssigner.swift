import Dispatch
import Synchronization

/// Gives new partners their codes: the same ones on any machine, whatever the order in which the partners are given.
///
/// Each partner gets the first of its candidates (`CodeCandidates`) that is three slips from every code ever issued: sixteen
/// are tried with three digits, then with four, and so on. Candidates that read as a plain number once folded (`BBB482` is
/// 888482) are passed over.
package struct CodeAssigner: Sendable {
    /// What a partner got.
    package struct Assignment: Equatable, Sendable {
        package let partner: PartnerID
        package let code: PartnerCode

        package init(partner: PartnerID, code: PartnerCode) {
            self.partner = partner
            self.code = code
        }
    }

    private var issued: IssuedCodes

    /// `issued` are all codes of the site, live and retired, automatic and vanity.
    package init(issued: IssuedCodes) {
        self.issued = issued
    }

    package init(issued codes: [PartnerCode]) {
        issued = IssuedCodes()
        for code in codes { issued.insert(code) }
    }

    /// Adds a code that has been issued in another way.
    package mutating func add(_ code: PartnerCode) { issued.insert(code) }

    /// Codes for `partners` in order of id, each partner once. They count as issued from then on.
    package mutating func assign(to partners: [PartnerID]) -> [Assignment] {
        issued.prepare(forLookups: partners.count * Self.lookupsPerPartner)
        var assignments: [Assignment] = []
        assignments.reserveCapacity(partners.count)
        let ordered = partners.sorted()
        for start in stride(from: 0, to: ordered.count, by: Self.portion) {
            let portion = ordered[start..<min(start + Self.portion, ordered.count)]
            var recent: [CodeSkeleton] = []
            for (partner, candidate) in zip(portion, freeCandidates(for: portion)) where partner != assignments.last?.partner {
                var candidate = candidate
                // It was free when the portion was begun, so only codes issued since can be near it.
                while recent.contains(where: { $0.distance(to: candidate.skeleton) != nil }) {
                    candidate = firstFree(for: partner, after: candidate)
                }
                recent.append(candidate.skeleton)
                let code = candidate.candidates.code(candidate.number)
                issued.insert(code)
                assignments.append(Assignment(partner: partner, code: code))
            }
        }
        return assignments
    }
}

private extension CodeAssigner {
    /// Of what `NearMissIndex` counts as look-ups: some fifty candidates, most of which end at once.
    static let lookupsPerPartner = 6

    /// How many partners are looked at together: few enough that hardly any two of them want codes that are near.
    static let portion = 64

    /// A candidate that no code was near when it was looked at.
    struct FreeCandidate: Sendable {
        let candidates: CodeCandidates
        let number: Int
        let skeleton: CodeSkeleton
    }

    /// The first free candidate of each of `partners`, as the codes stand now; on all cores where there are many.
    func freeCandidates(for partners: ArraySlice<PartnerID>) -> [FreeCandidate] {
        guard partners.count >= Self.portion / 2 else { return partners.map { firstFree(for: $0) } }
        let shares = 4
        let found = Mutex([[FreeCandidate]](repeating: [], count: shares))
        DispatchQueue.concurrentPerform(iterations: shares) { share in
            let range = partners.startIndex + partners.count * share / shares..<partners.startIndex + partners.count * (share + 1) / shares
            let own = partners[range].map { firstFree(for: $0) }
            found.withLock { $0[share] = own }
        }
        return found.withLock { $0.flatMap { $0 } }
    }

    /// The first candidate of `partner`, or the first after `taken`, that no code is near.
    func firstFree(for partner: PartnerID, after taken: FreeCandidate? = nil) -> FreeCandidate {
        for digitCount in (taken?.candidates.digitCount ?? CodeCandidates.digitCounts.lowerBound)...CodeCandidates.digitCounts.upperBound {
            let isSameLength = taken?.candidates.digitCount == digitCount
            let candidates = isSameLength ? taken?.candidates : nil
            let free = firstFree(among: candidates ?? CodeCandidates(partner: partner, digitCount: digitCount), from: isSameLength ? (taken?.number ?? 0) + 1 : 0)
            if let free { return free }
        }
        // Sixteen million codes of any kind block less than one in a thousand of the codes with nine digits.
        preconditionFailure("no code is free for a partner")
    }

    func firstFree(among candidates: CodeCandidates, from first: Int) -> FreeCandidate? {
        for number in first..<CodeCandidates.countPerLength {
            let skeleton = CodeSkeleton(key: candidates.word(number).key)
            if !issued.hasNeighbour(of: skeleton), !skeleton.isNumber {
                return FreeCandidate(candidates: candidates, number: number, skeleton: skeleton)
            }
        }
        return nil
    }
}
