import PartnerCodes

/// What a report says of a doubtful message, the same words on a page and at a terminal.
package enum VerdictText {
    /// The codes that could be meant, and what else it could be.
    package static func candidates(_ verdict: Verdict) -> String {
        let codes = verdict.candidates.map { "\($0.code) of \($0.partner)" }
        if verdict.kind == .conflicting { return "has codes of several: " + codes.joined(separator: ", ") }
        if codes.isEmpty { return "is near no code" }
        let list = codes.joined(separator: ", ")
        switch verdict.rule {
        case .otherMeaning: return "could be " + list + ", or something else: a price, a flight, a model"
        case .withdrawn: return "could be " + list + ", which was taken back or is beside such a code"
        default: return "could be " + list
        }
    }
}

/// What a report says of the site's own ready texts that came without a code.
package enum WithoutCode {
    package static func sentence(_ count: Int) -> String {
        (count == 1 ? "1 message is a ready text" : "\(count) messages are ready texts")
            + " of your pages without a code: from your own page, or the code was deleted. Ask who sent them."
    }
}
