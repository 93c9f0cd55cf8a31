import CommandLineKit
import Diagnostics
import Disk
import SiteBuild

/// `sitegen build` and `sitegen check`.
enum BuildCommand {
    static let build = Command<Sitegen.Action>(
        "build", summary: "Build the site",
        discussion: """
            Reads site.json, partners/ and templates/, gives every new partner a code, writes the pages that changed and \
            manifest.json. With any error nothing at all is written.
            """,
        examples: [
            Example("swift run sitegen build", effect: "Build into public/"),
            Example("swift run sitegen build --dry-run", effect: "Say what would change"),
            Example("swift run sitegen build --root ~/my-site --output /srv/www/site", effect: "Build another site to another place"),
        ],
        options: [SiteOptions.root, SiteOptions.output, SiteOptions.dryRun, SiteOptions.json, SharedOptions.quiet],
        alsoTyped: ["make", "generate", "render", "run"],
        action: Sitegen.Action(run: runBuild))

    static let check = Command<Sitegen.Action>(
        "check", summary: "Check everything and write nothing",
        discussion: """
            Does all that build does, but for the writing: reads and checks every file and every template, and says what is wrong. \
            With --channel it says what is still missing before customers' messages come through Twilio or Meta.
            """,
        examples: [
            Example("swift run sitegen check", effect: "Say what is wrong, if anything"),
            Example("swift run sitegen check --json", effect: "The same for a program"),
            Example("swift run sitegen check --channel twilio", effect: "Say what is missing before going live with Twilio"),
        ],
        options: [SiteOptions.root, SiteOptions.output, ChannelCheck.channel, ChannelCheck.settings, SiteOptions.json, SharedOptions.quiet],
        alsoTyped: ["validate", "lint", "test", "verify"],
        action: Sitegen.Action(run: runCheck))
}

private extension BuildCommand {
    static func runBuild(_ invocation: Invocation, _ workplace: Workplace) throws(FileError) -> RunStatus {
        try run(invocation, workplace, mode: invocation[SiteOptions.dryRun] ? .dryRun : .build)
    }

    static func runCheck(_ invocation: Invocation, _ workplace: Workplace) throws(FileError) -> RunStatus {
        if let channel = invocation[ChannelCheck.channel] { return try ChannelCheck.run(channel, invocation, workplace) }
        return try run(invocation, workplace, mode: .check)
    }

    static func run(_ invocation: Invocation, _ workplace: Workplace, mode: SiteBuilder.Mode) throws(FileError) -> RunStatus {
        let line = ProgressLine(on: workplace.console, now: ContinuousClock.elapsed())
        let builder = try workplace.builder { done, total in line.show("Writing pages", done: done, of: total) }
        let report: BuildReport
        do throws(FileError) {
            report = try builder.run(mode)
            line.finish()
        } catch {
            line.finish()
            throw error
        }
        if invocation[SiteOptions.json] {
            workplace.console.write(BuildSummary.json(report, mode: mode, source: workplace.source))
        } else {
            if mode == .check {
                CheckSummary.print(report.diagnostics, workplace)
            } else {
                workplace.report(report.diagnostics)
            }
            workplace.tell(BuildSummary.text(report, mode: mode, workplace))
        }
        workplace.leftovers.keep(report)
        return report.diagnostics.containsError ? .foundErrors : .done
    }
}
