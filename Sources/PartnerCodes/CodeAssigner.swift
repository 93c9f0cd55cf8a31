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
    }

    private var issued: [PartnerCode]
    private var index: NearMissIndex
    /// Only where there are so many new partners that it pays.
    private var filter: SubstitutionFilter?

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
        if index.prepare(forLookups: partners.count * Self.lookupsPerPartner), filter == nil { filter = SubstitutionFilter(issued) }
        var assignments: [Assignment] = []
        assignments.reserveCapacity(partners.count)
        for partner in partners.sorted() where partner != assignments.last?.partner {
            let code = firstFreeCode(for: partner)
            issued.append(code)
            index.insert(code)
            filter?.insert(code.skeleton)
            assignments.append(Assignment(partner: partner, code: code))
        }
        return assignments
    }
}

private extension CodeAssigner {
    /// In whole passes over the codes: some fifty candidates, most of which meet a code in their way soon.
    static let lookupsPerPartner = 6

    func firstFreeCode(for partner: PartnerID) -> PartnerCode {
        for digitCount in CodeCandidates.digitCounts {
            let candidates = CodeCandidates(partner: partner, digitCount: digitCount)
            for number in 0..<CodeCandidates.countPerLength {
                let skeleton = candidates.skeleton(number)
                if skeleton.isNumber || filter?.blocks(skeleton) == true || index.hasNeighbour(of: skeleton) { continue }
                return candidates.code(number)
            }
        }
        // Sixteen million codes of any kind block less than one in a thousand of the codes with nine digits.
        preconditionFailure("no code is free for a partner")
    }
}
