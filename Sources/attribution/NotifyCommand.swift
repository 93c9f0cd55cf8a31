import CommandLineKit
import Diagnostics
import Disk
import LeadAttribution
import Manifest

/// `attribution notify`: tells the business of new leads, and sends again what could not be sent.
enum NotifyCommand {
    private static let now = Option(flag: "now", summary: "Try everything at once, what was given up as well")

    static let command = Command<AttributionProgram.Action>(
        "notify", summary: "Tell a CRM, Slack or Telegram of new leads, and answer customers",
        discussion: """
            Looks for new leads in the lead log (ATTRIBUTION_LEADS) and posts each to ATTRIBUTION_NOTIFY_URL. Where \
            ATTRIBUTION_REPLIES names texts, it answers Meta's customers, too. What cannot be sent waits and is tried again, longer and longer apart, \
            for three days. The receiver starts this by itself after each new message; run it every few minutes from cron as \
            well, so that what waits is sent even when nobody writes. docs/webhooks.md tells everything.
            """,
        examples: [
            Example("ATTRIBUTION_SETTINGS=/etc/attribution.env swift run attribution notify", effect: "Send what is due"),
            Example("ATTRIBUTION_SETTINGS=/etc/attribution.env swift run attribution notify --now", effect: "Try everything again, once the CRM is repaired"),
        ],
        options: [now, SharedOptions.quiet], alsoTyped: ["notifications", "send", "outbox"],
        action: AttributionProgram.Action(run: run))

    private static func run(_ invocation: Invocation, _ desk: Desk) throws(FileError) -> RunStatus {
        guard let settings = try desk.receiverSettings() else { return .couldNotRun }
        guard let leads = settings.leadsPath else { return desk.refuse("`ATTRIBUTION_LEADS` is not set, so there is no lead log to look into") }
        let tasks: Tasks
        switch try Tasks.reading(settings, desk) {
        case .success(let whole): tasks = whole
        case .failure(let problem): return desk.refuse(problem.text)
        }
        let outbox = try Outbox(besideLogAt: leads)
        var wakes = invocation[now]
        Machine.yieldToOthers()
        var rounds: [OutboxService.Round] = []
        while true {
            switch try serve(outbox, logAt: leads, wakes: wakes, tasks, settings, desk) {
            case .busy:
                desk.console.say("another run is at it already")
                return .done
            case .noManifest: return .couldNotRun
            case .served(let round): rounds.append(round)
            }
            wakes = false
            // Whoever saw this process at work has left the rest to it, so it looks once more after it let go.
            if try !LeadWatch(logAt: leads).hasNews() { break }
        }
        let status = try report(rounds, outbox, desk)
        return status == .done && settings.repliesPath != nil && tasks.replyTexts == nil ? .foundErrors : status
    }

    /// What the settings ask for: notices, replies, or both.
    private struct Tasks {
        var notification: Notification?
        var replyTexts: ReplyTexts?
        /// Nil where Meta's customers are not answered.
        var metaReply: MetaReply?

        static func reading(_ settings: ReceiverSettings, _ desk: Desk) throws(FileError) -> Result<Tasks, Notification.Problem> {
            var tasks = Tasks()
            if let path = settings.repliesPath {
                switch MetaReply.reading(settings) {
                case .success(let reply): tasks.metaReply = reply
                case .failure(let problem): return .failure(problem)
                }
                var problems: [Diagnostic] = []
                tasks.replyTexts = try ReplyTexts.read(path, into: &problems)
                desk.report(problems)
            }
            // Somebody who wants replies alone is told of no leads.
            if settings.notifyURL == nil, tasks.metaReply != nil { return .success(tasks) }
            switch Notification.reading(settings) {
            case .success(let notification): tasks.notification = notification
            case .failure(let problem): return .failure(problem)
            }
            return .success(tasks)
        }
    }

    private enum Service {
        case busy, noManifest
        case served(OutboxService.Round)
    }

    /// One look into the log and one round of sending, as the only process that does so.
    private static func serve(
        _ outbox: Outbox, logAt leads: String, wakes: Bool, _ tasks: Tasks, _ settings: ReceiverSettings, _ desk: Desk
    ) throws(FileError) -> Service {
        guard let serving = try outbox.tryServing() else { return .busy }
        defer { withExtendedLifetime(serving) {} }
        guard let manifest = try desk.manifest(at: settings.manifestPath ?? "manifest.json") else { return .noManifest }
        if wakes { try outbox.wakeAll(at: Machine.unixSeconds) }
        var watch = try LeadWatch(logAt: leads)
        let isFirstLook = watch.isFirstLook
        var reply: CustomerReply?
        if tasks.metaReply != nil, let texts = tasks.replyTexts {
            let languages = TemplateLanguage(manifest)
            reply = try CustomerReply(texts, besideLogAt: leads) { languages.language(of: $0.text) }
        }
        let matcher = Matcher(manifest)
        _ = try watch.collect(
            matcher, language: manifest.languages.first ?? "en", now: Machine.unixSeconds, into: outbox, tells: tasks.notification != nil
        ) { message throws(FileError) in
            try reply?.answer(message, now: Machine.unixSeconds, isFirstLook: isFirstLook, into: outbox)
        }
        let client = CurlClient()
        return .served(try OutboxService(outbox, clock: { Machine.unixSeconds }).serve { entry in
            switch entry.purpose {
            case .lead:
                guard let notification = tasks.notification else { return .dropped("nobody is told of leads any more") }
                guard let call = notification.call(for: entry) else { return .refused("the entry is damaged") }
                return Notification.attempt(client.send(call))
            case .reply:
                guard let reply = tasks.metaReply else { return .dropped("customers are not answered any more") }
                return reply.send(entry, now: Machine.unixSeconds, by: client)
            }
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
    static func report(_ rounds: [OutboxService.Round], _ outbox: Outbox, _ desk: Desk) throws(FileError) -> RunStatus {
        let waiting = try outbox.waiting()
        let givenUp = try outbox.givenUp()
        let (sent, dropped) = rounds.reduce((0, 0)) { ($0.0 + $1.delivered, $0.1 + $1.dropped) }
        desk.console.say("\(sent) sent, \(waiting.count) waiting, \(givenUp.count) given up" + (dropped > 0 ? ", \(dropped) dropped" : ""))
        if let reason = rounds.compactMap(\.droppedReason).last { desk.console.say("dropped: \(visible(reason))") }
        if let problem = waiting.compactMap(\.lastProblem).last { desk.console.say("waiting: \(visible(problem))") }
        if givenUp.isEmpty { return .done }
        let style = desk.console.messageStyle
        desk.console.complain("""
            \(style.paint("error", .error)): \(givenUp.count) could not be sent and will not be tried again: \(visible(givenUp.last?.lastProblem ?? ""))
              \(style.paint("hint", .good)): the leads themselves are safe in the lead log; repair the service or the settings, then run `attribution notify --now`
            """)
        return .foundErrors
    }
}
