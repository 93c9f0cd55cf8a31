import ByteText
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

    /// What a filter begins with; empty once there is one.
    private var issued: [PartnerCode]
    private var index: NearMissIndex
    /// Only where there are so many new partners that it pays.
    private var filter: NearCodeFilter?

    /// `issued` are all codes of the site, live and retired, automatic and vanity.
    package init(issued: [PartnerCode]) {
        self.issued = issued
        index = NearMissIndex(issued)
    }

    /// Codes for `partners` in order of id, each partner once. They count as issued from then on.
    ///
    /// Up to a hundred or so partners are compared with all codes, about a millisecond a partner at 100,000 codes; for more
    /// the codes are hashed first.
    package mutating func assign(to partners: [PartnerID]) -> [Assignment] {
        let lookups = partners.count * Self.lookupsPerPartner
        if index.prepare(forLookups: lookups, andCodes: CodeLengths.expected(ofNew: partners.count, besides: index.count)), filter == nil {
            filter = NearCodeFilter(issued)
            issued = []
        }
        var assignments: [Assignment] = []
        assignments.reserveCapacity(partners.count)
        var rest = TextOrder.places(partners.count) { partners[$0].text }[...]
        var ahead: CandidatesAhead?
        while !rest.isEmpty {
            let before = index.count
            let portion = rest.prefix(max(Self.smallestPortion, min(before / Self.smallestPortion, Self.largestPortion))).map { partners[Int($0)] }
            rest = rest.dropFirst(portion.count)
            let found = freeCandidates(for: portion, ahead?.stop() ?? [])
            let longest = found.reduce(CodeCandidates.digitCounts.lowerBound) { max($0, $1.candidates.digitCount) }
            ahead = filter == nil ? nil : CandidatesAhead(of: rest.prefix(portion.count).map { partners[Int($0)] }, upTo: longest)
            for (partner, candidate) in zip(portion, found) where partner != assignments.last?.partner {
                var candidate = candidate
                // It was free when the portion was begun, so only codes issued since can be near it.
                while index.hasNeighbour(of: candidate.skeleton, from: before) {
                    candidate = firstFree(for: partner, after: candidate)
                }
                assignments.append(Assignment(partner: partner, code: issue(candidate)))
            }
        }
        return assignments
    }
}

private extension CodeAssigner {
    /// In whole passes over the codes: some fifty candidates, most of which meet a code in their way soon.
    static let lookupsPerPartner = 6

    /// How many partners are looked at together: few enough that hardly any two of them want codes that are near. Where there are many codes
    /// already, most are long, and of long ones few are near.
    static let smallestPortion = 64
    static let largestPortion = 512

    /// A candidate that no code was near when it was looked at.
    struct FreeCandidate: Sendable {
        let candidates: CodeCandidates
        let number: Int
        let skeleton: CodeSkeleton
    }

    /// The first free candidate of each of `partners`, as the codes stand now; on all cores where there are many. `known` are candidates of
    /// the first of them.
    func freeCandidates(for partners: [PartnerID], _ known: [[CodeCandidates]]) -> [FreeCandidate] {
        guard filter != nil else { return partners.map { firstFree(for: $0) } }
        let shares = 4
        let found = Mutex([[FreeCandidate]](repeating: [], count: shares))
        DispatchQueue.concurrentPerform(iterations: shares) { share in
            let range = partners.count * share / shares..<partners.count * (share + 1) / shares
            let own = range.map { firstFree(for: partners[$0], known: $0 < known.count ? known[$0] : []) }
            found.withLock { $0[share] = own }
        }
        return found.withLock { $0.flatMap { $0 } }
    }

    /// The first candidate of `partner`, or the first after `taken`, that no code is near. `known` are its candidates of the fewest digits.
    func firstFree(for partner: PartnerID, after taken: FreeCandidate? = nil, known: [CodeCandidates] = []) -> FreeCandidate {
        for digitCount in (taken?.candidates.digitCount ?? CodeCandidates.digitCounts.lowerBound)...CodeCandidates.digitCounts.upperBound {
            let isSameLength = taken?.candidates.digitCount == digitCount
            let candidates = isSameLength ? taken?.candidates : known.first { $0.digitCount == digitCount }
            let free = firstFree(among: candidates ?? CodeCandidates(partner: partner, digitCount: digitCount), from: isSameLength ? (taken?.number ?? 0) + 1 : 0)
            if let free { return free }
        }
        // Sixteen million codes of any kind block less than one in a thousand of the codes with nine digits.
        preconditionFailure("no code is free for a partner")
    }

    func firstFree(among candidates: CodeCandidates, from first: Int) -> FreeCandidate? {
        for number in first..<CodeCandidates.countPerLength {
            if NearCodeFilter.digitCounts.contains(candidates.digitCount),
               filter?.blocks(candidates.places(number), digitCount: candidates.digitCount) == true { continue }
            let skeleton = candidates.skeleton(number)
            if skeleton.isNumber || index.hasNeighbour(of: skeleton) { continue }
            return FreeCandidate(candidates: candidates, number: number, skeleton: skeleton)
        }
        return nil
    }

    /// The code of `candidate`, which counts from then on.
    mutating func issue(_ candidate: FreeCandidate) -> PartnerCode {
        let candidates = candidate.candidates
        let code = candidates.code(candidate.number)
        if filter == nil { issued.append(code) }
        index.insert(candidate.skeleton)
        if NearCodeFilter.digitCounts.contains(candidates.digitCount) {
            filter?.insert(candidates.places(candidate.number), digitCount: candidates.digitCount)
        }
        return code
    }
}

/// The candidates of the partners who are next, worked out on another core while codes are taken in one after the other.
private final class CandidatesAhead: Sendable {
    private enum State: UInt8, AtomicRepresentable {
        case waiting
        case running
        case stopped
    }

    private let state = Atomic(State.waiting)
    private let found = Mutex([[CodeCandidates]]())
    private let isDone = DispatchSemaphore(value: 0)

    /// Begins with those of the fewest digits, up to `digitCount`, of each partner.
    init(of partners: [PartnerID], upTo digitCount: Int) {
        DispatchQueue.global().async {
            guard self.state.compareExchange(expected: .waiting, desired: .running, ordering: .acquiringAndReleasing).exchanged else { return }
            var found: [[CodeCandidates]] = []
            for partner in partners {
                if self.state.load(ordering: .relaxed) == .stopped { break }
                found.append((CodeCandidates.digitCounts.lowerBound...digitCount).map { CodeCandidates(partner: partner, digitCount: $0) })
            }
            self.found.withLock { $0 = found }
            self.isDone.signal()
        }
    }

    /// What was found so far, of the first partners.
    func stop() -> [[CodeCandidates]] {
        if state.exchange(.stopped, ordering: .acquiringAndReleasing) == .running { isDone.wait() }
        return found.withLock { $0 }
    }
}
