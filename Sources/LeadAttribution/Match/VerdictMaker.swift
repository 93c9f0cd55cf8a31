import Manifest

/// Puts the findings of a message together; `MatchRule` says which wins.
struct VerdictMaker {
    let directory: PartnerDirectory

    func verdict(_ findings: [CodeFinding]) -> Verdict {
        guard let first = findings.first else { return .none }
        if let verdict = plainVerdict(findings) { return verdict }
        let credited = findings.filter { $0.creditedCode != nil }.sorted { rank($0) < rank($1) }
        let partners = Set(credited.compactMap(owner))
        if partners.count > 1 { return conflict(credited) }
        let questions = findings.filter(\.meaning.isQuestion)
        if let best = credited.first, let code = best.creditedCode, let partner = partners.first {
            let opposed = questions.first { question in
                (question.rule == .nearSeveral || question.rule == .withdrawn)
                    && !question.near.contains { directory.owner(ofCode: $0.code) == partner }
            }
            if let opposed { return conflict([best, opposed]) }
            return credit(best, code: code, partner: partner)
        }
        if let question = questions.first {
            return Verdict(kind: .ambiguous, rule: question.rule, matched: question.range, candidates: candidates(question.near))
        }
        return Verdict(kind: .unknown, rule: first.rule, matched: first.range, candidates: candidates(first.near))
    }
}

private extension VerdictMaker {
    /// The verdict where every finding credits the same partner, as most do; nil elsewhere. `findings` must not be empty.
    func plainVerdict(_ findings: [CodeFinding]) -> Verdict? {
        guard let partner = owner(findings[0]) else { return nil }
        var best = 0
        for index in 1..<findings.count {
            guard owner(findings[index]) == partner else { return nil }
            if rank(findings[index]) < rank(findings[best]) { best = index }
        }
        return findings[best].creditedCode.map { credit(findings[best], code: $0, partner: partner) }
    }

    func credit(_ finding: CodeFinding, code: Int, partner: Int) -> Verdict {
        var verdict = Verdict(
            kind: finding.isExact ? .attributed : .corrected, rule: finding.rule, matched: finding.range,
            candidates: finding.isExact ? [] : candidates(finding.near))
        verdict.code = directory.codes[code]
        verdict.partner = directory.partners[partner].id
        verdict.partnerStatus = directory.partners[partner].status
        verdict.partnerNumber = partner
        return verdict
    }

    func conflict(_ findings: [CodeFinding]) -> Verdict {
        var near: [(code: Int, distance: Int)] = []
        for finding in findings {
            let options: [(code: Int, distance: Int)]
            switch finding.meaning {
            case .exact(let code): options = [(code, 0)]
            case .corrected(let code): options = [(code, 1)]
            case .question, .unknown: options = finding.near
            }
            for option in options where !near.contains(where: { $0.code == option.code }) { near.append(option) }
        }
        return Verdict(kind: .conflicting, rule: .twoPartners, matched: findings.first?.range, candidates: candidates(near))
    }

    func candidates(_ near: [(code: Int, distance: Int)]) -> [Verdict.Candidate] {
        near.prefix(Verdict.candidateLimit).map { directory.candidate($0.code, distance: $0.distance) }
    }

    private static let rulesByRank = MatchRule.allCases

    func owner(_ finding: CodeFinding) -> Int? { finding.creditedCode.map(directory.owner) }

    /// Exact before corrected, the plainest rule first, then the place in the text.
    func rank(_ finding: CodeFinding) -> (Int, Int, Int) {
        (finding.isExact ? 0 : 1, Self.rulesByRank.firstIndex(of: finding.rule) ?? 0, finding.range.lowerBound)
    }
}
