import CommandLineKit
import Diagnostics
import Disk
import LeadAttribution
import PartnerCodes

/// `attribution explain`: the answer on one message.
enum ExplainCommand {
    private static let text = Argument(ValueReader<String>.text("TEXT"), summary: "The message, as it was sent or read out")

    static let command = Command<AttributionProgram.Action>(
        "explain", summary: "Say whose lead one message is, and why",
        discussion: "Where no code is found, the nearest codes and a sentence to send to the customer are shown.",
        examples: [Example("swift run attribution explain \"Код: КТМ 482 здравствуйте\"", effect: "The answer for the one message")],
        options: [AttributionOptions.manifest, SharedOptions.quiet], arguments: [text], alsoTyped: ["whose", "who", "why", "ask"],
        action: AttributionProgram.Action(run: run))

    private static func run(_ invocation: Invocation, _ desk: Desk) throws(FileError) -> RunStatus {
        guard let manifest = try desk.manifest(at: invocation[AttributionOptions.manifest]) else { return .couldNotRun }
        let matcher = Matcher(manifest)
        let answer = Explanation(invocation[text], matcher: matcher, evidence: EvidenceFinder(manifest))
        desk.console.write(page(answer, desk.console.outputStyle))
        return .done
    }

    private static func page(_ answer: Explanation, _ style: TextStyle) -> String {
        var page = style.paint(style.wrapped(visible(answer.headline)), answer.isCredited ? .good : .warning) + "\n"
        for reason in answer.reasons { page += style.wrapped("  \(visible(reason)).") + "\n" }
        if !answer.nearest.isEmpty {
            page += answer.isCredited ? "Near it, but not meant:\n" : "Nearest codes:\n"
            for near in answer.nearest {
                let distance = near.distance == 0 ? "as written" : counted(near.distance, "slip") + " away"
                page += "  \(style.paint(near.code.text, .strong))  \(visible(near.name)) (\(near.partner)), \(distance)\n"
            }
        }
        // Not wrapped: it is copied into a chat.
        if let question = answer.question { page += "Ask the customer:\n  \(question.russian)\n  \(question.english)\n" }
        return page
    }
}
