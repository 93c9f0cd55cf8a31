import CommandLineKit
import Diagnostics
import Disk
import LeadAttribution
import Manifest

/// `attribution notify`: tells the business of new leads, and sends again what could not be sent.
enum NotifyCommand {
    private static let now = Option(flag: "now", summary: "Try everything at once, what was given up as well")

    static let command = Command<AttributionProgram.Action>(
        "notify", summary: "Tell a CRM, Slack or Telegram of new leads",
        discussion: """
            Looks for new leads in the lead log (ATTRIBUTION_LEADS) and posts each to ATTRIBUTION_NOTIFY_URL. What cannot be sent waits and is tried again, \
            longer and longer apart, for three days. The receiver starts this by itself after each new message; run it every few minutes from cron as \
            well, so that what waits is sent even when nobody writes. docs/webhooks.md tells everything.
            """,
        examples: [
            Example("ATTRIBUTION_SETTINGS=/etc/attribution.env swift run attribution notify", effect: "Send what is due"),
            Example("ATTRIBUTION_SETTINGS=/etc/attribution.env swift run attribution notify --now", effect: "Try everything again, once the CRM is repaired"),
        ],
        options: [now, SharedOptions.quiet], alsoTyped: ["notifications", "send", "outbox"],
        action: AttributionProgram.Action(run: run))

    private static func run(_ invocation: Invocation, _ desk: Desk) throws(FileError) -> RunStatus {
        var problems: [Diagnostic] = []
        let settings = try SettingsFile.settings(variable: desk.variable, into: &problems)
        desk.reportWithoutSource(problems)
        if problems.containsError { return .couldNotRun }
        guard let leads = settings.leadsPath else { return refuse("`ATTRIBUTION_LEADS` is not set, so there is no lead log to look into", desk) }
        let notification: Notification
        switch Notification.reading(settings) {
        case .success(let whole): notification = whole
        case .failure(let problem): return refuse(problem.text, desk)
        }
        let outbox = try Outbox(besideLogAt: leads)
        var wakes = invocation[now]
        Machine.yieldToOthers()
        var delivered = 0
        while true {
            switch try serve(outbox, logAt: leads, wakes: wakes, notification, settings, desk) {
            case .busy:
                desk.console.say("another run is at it already")
                return .done
            case .noManifest: return .couldNotRun
            case .served(let round): delivered += round.delivered
            }
            wakes = false
            // Whoever saw this process at work has left the rest to it, so it looks once more after it let go.
            if try !LeadWatch(logAt: leads).hasNews() { break }
        }
        return try report(delivered, outbox, desk)
    }

    private enum Service {
        case busy, noManifest
        case served(OutboxService.Round)
    }

    /// One look into the log and one round of sending, as the only process that does so.
    private static func serve(
        _ outbox: Outbox, logAt leads: String, wakes: Bool, _ notification: Notification, _ settings: ReceiverSettings, _ desk: Desk
    ) throws(FileError) -> Service {
        guard let serving = try outbox.tryServing() else { return .busy }
        defer { withExtendedLifetime(serving) {} }
        guard let manifest = try desk.manifest(at: settings.manifestPath ?? "manifest.json") else { return .noManifest }
        if wakes { try outbox.wakeAll(at: Machine.unixSeconds) }
        var watch = try LeadWatch(logAt: leads)
        let matcher = Matcher(manifest)
        _ = try watch.collect(matcher, language: manifest.languages.first ?? "en", now: Machine.unixSeconds, into: outbox)
        let client = CurlClient()
        return .served(try OutboxService(outbox, clock: { Machine.unixSeconds }).serve { entry in
            guard let call = notification.call(for: entry) else { return .refused("the entry is damaged") }
            return Notification.attempt(client.send(call))
        })
    }

    /// Starts this command beside the process and does not wait for it; nothing where one is at work, for it looks once more when it is done.
    /// The process keeps its own streams meanwhile: Apache ends a program as soon as these are closed.
    static func startDetached(_ desk: Desk, _ settings: ReceiverSettings) {
        guard let leads = settings.leadsPath, let program = Machine.programPath else { return }
        // Whatever fails here is tried again by the next message, or by cron.
        guard let outbox = try? Outbox(besideLogAt: leads), (try? outbox.isBeingServed()) == false else { return }
        let names = ReceiverSettings.names + ["ATTRIBUTION_SETTINGS", "PATH"]
        let environment = names.compactMap { name in desk.variable(name).map { "\(name)=\($0)" } }
        _ = ProgramCall(program, ["notify", "--quiet"], environment: environment).startDetached()
    }
}

private extension NotifyCommand {
    static func report(_ delivered: Int, _ outbox: Outbox, _ desk: Desk) throws(FileError) -> RunStatus {
        let waiting = try outbox.waiting()
        let givenUp = try outbox.givenUp()
        desk.console.say("\(delivered) sent, \(waiting.count) waiting, \(givenUp.count) given up")
        if let problem = waiting.compactMap(\.lastProblem).last { desk.console.say("waiting: \(problem)") }
        if givenUp.isEmpty { return .done }
        let style = desk.console.messageStyle
        desk.console.complain("""
            \(style.paint("error", .error)): \(givenUp.count) could not be sent and will not be tried again: \(givenUp.last?.lastProblem ?? "")
              \(style.paint("hint", .good)): the leads themselves are safe in the lead log; repair the service or the settings, then run `attribution notify --now`
            """)
        return .foundErrors
    }

    static func refuse(_ reason: String, _ desk: Desk) -> RunStatus {
        desk.console.complain("\(desk.console.messageStyle.paint("error", .error)): \(reason)")
        return .couldNotRun
    }
}
