import Manifest
package import PartnerCodes

/// The answer on one message, for the owner at the phone: whose it is and why, or what to ask.
package struct Explanation: Sendable {
    /// The answer in one sentence.
    package let headline: String
    /// Whether somebody is credited.
    package let isCredited: Bool
    /// Why, and what else is known, a sentence each.
    package let reasons: [String]
    /// Codes that could be meant.
    package let nearest: [Nearest]
    /// What to ask the customer, ready to be sent, in Russian and English; nil where nothing needs to be asked.
    package let question: (russian: String, english: String)?

    package struct Nearest: Equatable, Sendable {
        package let code: PartnerCode
        package let partner: PartnerID
        package let name: String
        /// Slips between what is written and the code.
        package let distance: Int
    }

    /// The answer on `text`.
    package init(_ text: String, matcher: Matcher, evidence: @autoclosure () -> EvidenceFinder) {
        let verdict = matcher.verdict(on: text)
        let directory = matcher.directory
        func name(_ id: PartnerID) -> String { directory.number(of: id).map { directory.partners[$0].name } ?? id.text }
        func owner(_ id: PartnerID) -> String { "\(name(id)) (\(id))" }
        let matched = verdict.matched.map { "“" + String(decoding: Array(text.utf8)[$0], as: UTF8.self).prefix(80) + "”" } ?? ""
        var reasons = [Self.reason(verdict, matched: matched)]
        var candidates = verdict.candidates
        if let code = verdict.code, let partner = verdict.partner {
            headline = "\(owner(partner)), code \(code)"
            if verdict.partnerStatus == .retired { reasons.append("The partner is retired; the code stays theirs") }
            if verdict.partnerStatus == .paused { reasons.append("The partner is paused; the code stays theirs") }
            candidates.removeAll { $0.code == code }
            isCredited = true
            question = nil
        } else {
            headline = Self.headline(verdict)
            isCredited = false
            if candidates.isEmpty { candidates = matcher.suggestions(for: text) }
            switch verdict.kind == .none ? evidence().evidence(in: text) : nil {
            case .ownMessage(let partner):
                reasons.append("Word for word this is the message of \(owner(partner)), with the code left out; nobody is credited for that")
            case .named(let partner):
                reasons.append("The text names \(owner(partner)) and no other partner; nobody is credited for that")
            case .generalMessage:
                reasons.append("""
                    Word for word this is the message of your pages, with the code left out; the customer came through some partner's page or \
                    your own
                    """)
            case nil: break
            }
            if verdict.rule == .noCode, !candidates.isEmpty {
                reasons[0] = "No code stands in it, and no word such as “code” announces what is near one"
            }
            // A code that was taken back is not asked for: the answer would be yes.
            let isLikely = verdict.rule != .withdrawn && (candidates.count == 1 || candidates.first?.distance == 1)
            question = verdict.kind == .conflicting
                ? Self.question(between: candidates.map(\.code)) : Self.question(isLikely ? candidates.first?.code : nil)
        }
        self.reasons = reasons
        nearest = candidates.map { Nearest(code: $0.code, partner: $0.partner, name: name($0.partner), distance: $0.distance) }
    }
}

private extension Explanation {
    static func headline(_ verdict: Verdict) -> String {
        switch verdict.kind {
        case .ambiguous where verdict.rule == .otherMeaning: "Nobody yet: it may be a code, or something else"
        case .ambiguous where verdict.rule == .withdrawn: "Nobody: this code was taken back"
        case .ambiguous: "Nobody yet: it may be the code of several partners"
        case .conflicting: "Nobody yet: there are codes of two partners"
        case .unknown: "Nobody: this is no partner's code"
        case .attributed, .corrected, .none, .own: "Nobody: there is no code in this message"
        }
    }

    static func reason(_ verdict: Verdict, matched: String) -> String {
        switch verdict.rule {
        case .exact: "\(matched) is exactly this code"
        case .labelled: "\(matched) stands after a word that announces a code, and is exactly this one"
        case .wholeMessage: "The message is nothing but \(matched), and that is exactly this code"
        case .linkText: "The ready text of the link \(matched) carries this code"
        case .pageLink: "\(matched) is the address of this partner's page"
        case .labelledSlip: "\(matched) stands after a word that announces a code, and is one slip from this code and no other"
        case .wholeMessageSlip: "The message is nothing but \(matched), one slip from this code and no other"
        case .twoPartners: "Codes of two partners in one message; ask which of them sent the customer"
        case .nearSeveral: "\(matched) can be read as codes of several partners"
        case .withdrawn: "\(matched) is or nearly is a code that was taken back and counts for no one"
        case .otherMeaning: "\(matched) is or nearly is a code, but it may as well be a flight, a price, a model or an ordinary answer"
        case .twoSlips: "\(matched) is announced as a code, and the nearest codes are two slips away"
        case .noSuchCode: "\(matched) looks like a code, and no code is near it"
        case .noCode: "Nothing in it could be a code"
        case .own: "The business wrote it"
        }
    }

    static func question(between codes: [PartnerCode]) -> (russian: String, english: String) {
        let (russian, english) = (codes.map(\.text).joined(separator: " или "), codes.map(\.text).joined(separator: " or "))
        return ("Подскажите, пожалуйста, какой код на вашей карточке или странице: \(russian)?",
                "Could you please tell me which code is on your card or page: \(english)?")
    }

    static func question(_ code: PartnerCode?) -> (russian: String, english: String) {
        guard let code else {
            return ("Подскажите, пожалуйста, код с карточки или страницы, по которой вы нас нашли. Он выглядит так: три буквы и три цифры.",
                    "Could you please tell me the code on the card or page that led you to us? It looks like this: three letters and three digits.")
        }
        return ("Подскажите, пожалуйста, ваш код — \(code)? Он указан на карточке или странице, по которой вы нас нашли.",
                "Could you please check: is your code \(code)? It is on the card or page that led you to us.")
    }
}
