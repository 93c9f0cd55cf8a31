import CommandLineKit
import Diagnostics
import Disk
import LeadAttribution

/// `attribution pull twilio`: fetches messages without a webhook, or those of days on which it was away.
enum PullCommand {
    private static let service = Argument(.choice(PullSource.self), summary: "Whose list of messages; Meta has none")
    private static let since = Option(
        "since", AttributionOptions.dateOrDays, default: .daysAgo(7), fallback: "7d", summary: "The first day (UTC): `2026-11-22`, or `7d` for the last seven days")
    private static let json = Option(flag: "json", summary: "Print what came of it as JSON")

    static let command = Command<AttributionProgram.Action>(
        "pull", summary: "Fetch messages from Twilio without a webhook",
        discussion: """
            Reads the list of messages of a Twilio account and adds those that people sent through WhatsApp to the lead log (ATTRIBUTION_LEADS), each once, \
            whether a webhook stored it before or an earlier run did. A run that breaks off goes on from there the next time. TWILIO_ACCOUNT_SID and \
            TWILIO_AUTH_TOKEN are environment variables, or lines of the file that ATTRIBUTION_SETTINGS names. docs/webhooks.md tells everything.
            """,
        examples: [
            Example("ATTRIBUTION_SETTINGS=/etc/attribution.env swift run attribution pull twilio --since 2026-11-01", effect: "Fetch everything since 1 November"),
            Example("ATTRIBUTION_SETTINGS=/etc/attribution.env swift run attribution pull twilio --since 2d", effect: "Fetch what is new, from cron"),
        ],
        options: [since, json, SharedOptions.quiet], arguments: [service], alsoTyped: ["fetch", "download", "import"],
        action: AttributionProgram.Action(run: run))

    private static func run(_ invocation: Invocation, _ desk: Desk) throws(FileError) -> RunStatus {
        guard let settings = try desk.receiverSettings() else { return .couldNotRun }
        guard let leads = settings.leadsPath else { return desk.refuse("`ATTRIBUTION_LEADS` is not set, so there is no lead log to fetch into") }
        let account: TwilioAccount
        switch TwilioAccount.reading(settings) {
        case .success(let whole): account = whole
        case .failure(let problem): return desk.refuse(problem.text, hint: problem.hint)
        }
        let client = CurlClient(secondsAtMost: 60)
        let pull = TwilioPull(account, intoLogAt: leads, client: client, clock: { Machine.unixSeconds }, pause: { Machine.pause(seconds: $0) })
        let line = ProgressLine(on: desk.console, now: ContinuousClock.elapsed())
        let report = try pull.run(since: invocation[since].dayNumber(now: Machine.unixSeconds)) { line.show("Fetching messages", done: $0) }
        line.finish()
        guard let report else {
            desk.console.say("another run is at it already")
            return .done
        }
        desk.console.write(invocation[json] ? report.json : Array(textReport(report).utf8))
        guard let problem = report.problem else { return .done }
        desk.console.flush()
        return desk.refuse(problem.text, hint: problem.hint)
    }
}

/// Services with a list of messages.
enum PullSource: String, CaseIterable, Sendable {
    case twilio
}

private extension PullCommand {
    static func textReport(_ report: TwilioPull.Report) -> String {
        let start = report.resumedAt.map { "went on at \($0)" } ?? "since \(report.since)"
        return """
            \(counted(report.added, "new message")) of people, \(grouped(report.known)) known already, \(grouped(report.messages - report.inbound)) others passed over \
            (\(start), \(counted(report.pages, "page")))

            """
    }
}
