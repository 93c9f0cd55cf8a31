package import Manifest
package import PartnerCodes

/// What a message says of the partner who brought its sender, and why.
package struct Verdict: Equatable, Sendable {
    /// The answers, by the names that reports and other programs know.
    package enum Kind: String, Sendable, CaseIterable {
        /// An exact code of one partner.
        case attributed
        /// One slip from exactly one code: credited, and marked.
        case corrected
        /// Something that may be a code of one partner or another, or something else altogether: a question.
        case ambiguous
        /// Codes of two partners.
        case conflicting
        /// A label announces a code, and what follows is nobody's.
        case unknown
        /// No code.
        case none
        /// The business wrote it.
        case own

        /// Whether somebody is credited.
        package var isCredit: Bool { self == .attributed || self == .corrected }
        /// Whether a person should look at it.
        package var isDoubtful: Bool { self == .corrected || self == .ambiguous || self == .conflicting || self == .unknown }
    }

    /// A code that could be meant.
    package struct Candidate: Equatable, Sendable {
        package var code: PartnerCode
        package var partner: PartnerID
        /// Slips between what is written and the code.
        package var distance: Int

        package init(code: PartnerCode, partner: PartnerID, distance: Int) {
            self.code = code
            self.partner = partner
            self.distance = distance
        }
    }

    package var kind: Kind
    /// The code that counts; nil unless somebody is credited.
    package var code: PartnerCode?
    package var partner: PartnerID?
    package var partnerStatus: Manifest.Status?
    /// The place of `partner` in the `PartnerDirectory`.
    package var partnerNumber: Int?
    /// What was taken for a code, in bytes of the buffer that was given.
    package var matched: Range<Int>?
    package var rule: MatchRule
    /// The codes that could be meant, nearest first, at most `candidateLimit`; empty for an exact code.
    package var candidates: [Candidate]

    package static let candidateLimit = 5
    /// No code.
    package static let none = Verdict(kind: .none, rule: .noCode)
    /// A message of the business itself.
    package static let own = Verdict(kind: .own, rule: .own)

    package init(kind: Kind, rule: MatchRule, matched: Range<Int>? = nil, candidates: [Candidate] = []) {
        self.kind = kind
        self.rule = rule
        self.matched = matched
        self.candidates = candidates
    }
}
