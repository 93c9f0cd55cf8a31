import CommandLineKit
import Diagnostics
import PartnerCodes
import SiteBuild

/// The answer to "whose code is this?", in a few lines.
enum CodeAnswer {
    /// The text, and `foundErrors` where the code is nobody's.
    static func text(for asked: String, _ explanation: CodeExplanation?, isEmpty: Bool, _ workplace: Workplace) -> (String, RunStatus) {
        if isEmpty { return ("No code has been issued yet; `\(workplace.typed("build"))` issues the first.\n", .foundErrors) }
        guard let explanation else {
            let isMessage = asked.contains(" ") || asked.utf8.count > 24
            let remedy = isMessage ? " For a whole message, there is `attribution explain \"…\"`." : ""
            return ("`\(visible(asked))` is not a code: a code is 4 to 12 letters and digits.\(remedy)\n", .foundErrors)
        }
        switch explanation.match {
        case .exact:
            let entry = explanation.entries[0]
            return ("\(entry.code) is the code of \(owner(entry)).\n" + facts(entry) + others(explanation),
                    entry.withdrawn == nil ? .done : .foundErrors)
        case .corrected:
            let entry = explanation.entries[0]
            return ("`\(visible(asked))` is not a code, but one slip from \(entry.code), the code of \(owner(entry)).\n" + facts(entry), .done)
        case .ambiguous, .near:
            let list = explanation.entries.prefix(5).map { "  \($0.code)  \(owner($0))\n" }.joined()
            return ("`\(visible(asked))` is nobody's code. Nearest are:\n\(list)Ask the customer to read the code out again.\n", .foundErrors)
        case .unknown:
            return ("`\(visible(asked))` is nobody's code, and no code is near it.\n", .foundErrors)
        }
    }

    private static func owner(_ entry: Ledger.Entry) -> String {
        entry.name.map { "\(visible($0)) (\(entry.partner))" } ?? entry.partner.text
    }

    private static func facts(_ entry: Ledger.Entry) -> String {
        var facts = "  issued \(entry.issued)\n"
        if let retired = entry.retired { facts += "  retired \(retired): the partner left, and the code still counts for them\n" }
        if let withdrawn = entry.withdrawn { facts += "  withdrawn \(withdrawn): it counts for no one\n" }
        if let slug = entry.slugs.last { facts += "  page folder \(slug.text)\n" }
        return facts
    }

    private static func others(_ explanation: CodeExplanation) -> String {
        let others = explanation.near.filter { $0.distance > 0 }
        guard !others.isEmpty else { return "  nothing else is within two slips of it\n" }
        return others.map { "  near: \($0.entry.code) of \(owner($0.entry)), \(counted($0.distance, "slip")) away\n" }.joined()
    }
}
