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

    /// All codes, until there are so many new partners that `spaced` pays, which has them from then on.
    private var issued: NearMissIndex
    private var spaced: SpacedCodes?

    /// `issued` are all codes of the site, live and retired, automatic and vanity.
    package init(issued: [PartnerCode]) {
        self.issued = NearMissIndex(issued)
    }

    /// Codes for `partners` in order of id, each partner once. They count as issued from then on.
    ///
    /// Up to a hundred or so partners are compared with all codes, about a millisecond a partner at 100,000 codes; for more the codes are
    /// hashed first.
    package mutating func assign(to partners: [PartnerID]) -> [Assignment] {
        if spaced == nil, partners.count >= Self.partnersWorthHashing {
            spaced = SpacedCodes(issued.keys, roomFor: CodeLengths.expected(ofNew: partners.count, besides: issued.count))
            issued = NearMissIndex()
        }
        let isInOrder = partners.indices.dropFirst().allSatisfy { partners[$0 - 1] <= partners[$0] }
        let partners = isInOrder ? partners : partners.sorted()
        func portion(_ first: Int) -> ArraySlice<PartnerID> { partners[min(first, partners.count)..<min(first + Self.portion, partners.count)] }
        var assignments: [Assignment] = []
        assignments.reserveCapacity(partners.count)
        var longest = AutomaticCode.digitCounts.lowerBound
        var next = CandidatesAhead(of: portion(0), upTo: longest)
        for first in stride(from: 0, to: partners.count, by: Self.portion) {
            let candidates = next
            next = CandidatesAhead(of: portion(first + Self.portion), upTo: longest)
            next.begin()
            let (known, count) = (candidates.take(), candidates.digitCounts.count)
            for (number, partner) in candidates.partners.enumerated() where partner != assignments.last?.partner {
                let code = firstFree(for: partner, known: known[number * count..<(number + 1) * count])
                longest = max(longest, code.digitCount)
                if spaced == nil { issued.insert(code.skeleton) } else { spaced?.insert(code) }
                assignments.append(Assignment(partner: partner, code: code.code))
            }
        }
        return assignments
    }
}

private extension CodeAssigner {
    /// To scan the codes for one partner, some fifty candidates of which most meet a code in their way soon, takes some ten nanoseconds a code;
    /// tables and bits take a little over a microsecond a code to build.
    static let partnersWorthHashing = 125

    /// For so many partners the candidates are worked out on another core while those before them get their codes.
    static let portion = 512

    /// The first candidate of `partner` that no code is near. `known` are its candidates of the fewest digits.
    func firstFree(for partner: PartnerID, known: ArraySlice<CodeCandidates>) -> AutomaticCode {
        for candidates in known {
            if let code = firstFree(among: candidates) { return code }
        }
        for digitCount in AutomaticCode.digitCounts.dropFirst(known.count) {
            if let code = firstFree(among: CodeCandidates(partner: partner, digitCount: digitCount)) { return code }
        }
        // Sixteen million codes of any kind block less than one in a thousand of the codes with nine digits.
        preconditionFailure("no code is free for a partner")
    }

    func firstFree(among candidates: CodeCandidates) -> AutomaticCode? {
        // Not bound to a name, which would copy it.
        if spaced != nil { return spaced?.firstFree(among: candidates) }
        return candidates.first { !issued.hasNeighbour(of: $0.skeleton) }
    }
}

/// The candidates of some partners, which another core can work out while they are not wanted yet.
private final class CandidatesAhead: Sendable {
    let partners: ArraySlice<PartnerID>
    /// The fewest, up to those that the longest code has.
    let digitCounts: ClosedRange<Int>
    private let hasBegun = Atomic(false)
    private let found = Mutex([CodeCandidates]())
    private let isDone = DispatchSemaphore(value: 0)

    init(of partners: ArraySlice<PartnerID>, upTo digitCount: Int) {
        self.partners = partners
        digitCounts = AutomaticCode.digitCounts.lowerBound...digitCount
    }

    /// Lets another core work them out, if there is one that does nothing else.
    func begin() {
        if !partners.isEmpty { DispatchQueue.global().async { self.find() } }
    }

    /// Those of each partner, one after the other: as many for each as there are numbers of digits.
    func take() -> [CodeCandidates] {
        // Here, where no core has come to it.
        find()
        isDone.wait()
        isDone.signal()
        return found.withLock { $0 }
    }

    private func find() {
        if hasBegun.exchange(true, ordering: .relaxed) { return }
        let found = CodeCandidates.ofEach(partners, digitCounts: digitCounts)
        self.found.withLock { $0 = found }
        isDone.signal()
    }
}
