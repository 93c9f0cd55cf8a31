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
        let order = TextOrder.places(partners.count) { partners[$0].text }
        func portion(_ first: Int) -> [PartnerID] { order[min(first, order.count)..<min(first + Self.portion, order.count)].map { partners[Int($0)] } }
        var assignments: [Assignment] = []
        assignments.reserveCapacity(partners.count)
        var longest = AutomaticCode.digitCounts.lowerBound
        var next = CandidatesAhead(of: portion(0), upTo: longest)
        for first in stride(from: 0, to: order.count, by: Self.portion) {
            let candidates = next
            next = CandidatesAhead(of: portion(first + Self.portion), upTo: longest)
            next.begin()
            let known = candidates.take()
            for (number, partner) in candidates.partners.enumerated() where partner != assignments.last?.partner {
                let code = firstFree(for: partner, known: known.lazy.map { $0[number] })
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
    func firstFree(for partner: PartnerID, known: some Collection<CodeCandidates>) -> AutomaticCode {
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
        for number in 0..<CodeCandidates.count {
            let code = candidates[number]
            if code.isNumber { continue }
            if !(spaced?.hasNeighbour(of: code) ?? issued.hasNeighbour(of: code.skeleton)) { return code }
        }
        return nil
    }
}

/// The candidates of some partners, which another core can work out while they are not wanted yet.
private final class CandidatesAhead: Sendable {
    let partners: [PartnerID]
    private let digitCounts: ClosedRange<Int>
    private let hasBegun = Atomic(false)
    private let found = Mutex([[CodeCandidates]]())
    private let isDone = DispatchSemaphore(value: 0)

    /// Those of the fewest digits, up to `digitCount`.
    init(of partners: [PartnerID], upTo digitCount: Int) {
        self.partners = partners
        digitCounts = AutomaticCode.digitCounts.lowerBound...digitCount
    }

    /// Lets another core work them out, if there is one that does nothing else.
    func begin() {
        if !partners.isEmpty { DispatchQueue.global().async { self.find() } }
    }

    /// For each number of digits those of each partner.
    func take() -> [[CodeCandidates]] {
        // Here, where no core has come to it.
        find()
        isDone.wait()
        isDone.signal()
        return found.withLock { $0 }
    }

    private func find() {
        if hasBegun.exchange(true, ordering: .relaxed) { return }
        let found = digitCounts.map { CodeCandidates.ofEach(partners, digitCount: $0) }
        self.found.withLock { $0 = found }
        isDone.signal()
    }
}
