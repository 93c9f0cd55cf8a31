import CommandLineKit
import Diagnostics
import Disk
import LeadAttribution
import Manifest

/// `attribution check`: what all messages of some files come to.
enum CheckCommand {
    private static let files = Argument(
        repeated: ValueReader<String>.file(), atLeastOne: true, summary: "Exported chats (.txt, .zip), logs, folders of them, or `-`")

    static let command = Command<AttributionProgram.Action>(
        "check", summary: "Say which partner each lead belongs to",
        discussion: """
            Reads exported WhatsApp chats, Twilio and Meta logs and pasted text, recognised by their content, and counts leads: people, not \
            messages. What a person should look at (corrected, ambiguous, conflicting and unknown codes) is listed below the table.
            """,
        examples: [
            Example("swift run attribution check \"WhatsApp Chat with Anna.zip\"", effect: "Report on one chat"),
            Example(
                "swift run attribution check exports --me \"Shiba Cars\" --format html > report.html",
                effect: "Report on a folder as a page to print or mail"),
            Example("swift run attribution check log.csv --format jsonl", effect: "A verdict for each message, for another program"),
        ],
        options: [
            AttributionOptions.manifest, AttributionOptions.format, AttributionOptions.me, AttributionOptions.source, AttributionOptions.dateOrder,
            AttributionOptions.touch, AttributionOptions.window, AttributionOptions.since, AttributionOptions.until, AttributionOptions.showNumbers,
            SharedOptions.quiet,
        ],
        arguments: [files], alsoTyped: ["report", "read", "analyze", "analyse", "leads"],
        action: AttributionProgram.Action(run: run))

    private static func run(_ invocation: Invocation, _ desk: Desk) throws(FileError) -> RunStatus {
        guard let manifest = try desk.manifest(at: invocation[AttributionOptions.manifest]) else { return .couldNotRun }
        let showsNumbers = invocation[AttributionOptions.showNumbers]
        let result: AttributionRun
        switch invocation[AttributionOptions.format] {
        case .text:
            result = try AttributionRun(manifest, named: invocation[files], invocation, desk)
            desk.console.write(CheckTable.text(result.report, style: desk.console.outputStyle, showsNumbers: showsNumbers))
        case .jsonl:
            let evidence = EvidenceFinder(manifest)
            result = try AttributionRun(manifest, named: invocation[files], invocation, desk) { message, verdict in
                let hint = verdict.kind == .none ? evidence.evidence(in: message.text) : nil
                desk.console.write(JSONLinesReport.line(message, verdict, evidence: hint))
            }
            desk.console.write(JSONLinesReport.summary(result.report))
        case .csv:
            var csv = CSVReport(showsNumbers: showsNumbers)
            result = try AttributionRun(manifest, named: invocation[files], invocation, desk) { message, verdict in
                csv.add(message, verdict)
                desk.console.write(csv.takeBytes())
            }
            desk.console.write(csv.takeBytes())
        case .html:
            result = try AttributionRun(manifest, named: invocation[files], invocation, desk)
            desk.console.write(HTMLReport.page(result.report, title: "Leads by partner", showsNumbers: showsNumbers))
        }
        desk.console.flush()
        desk.report(result.diagnostics)
        return result.diagnostics.containsError ? .foundErrors : .done
    }
}

/// One reading of all the files that a command line names.
struct AttributionRun {
    let report: AttributionReport
    let leads: LeadBook
    let directory: PartnerDirectory
    let diagnostics: [Diagnostic]

    init(
        _ manifest: Manifest, named names: [String], _ invocation: Invocation, _ desk: Desk, each: ((Message, Verdict) -> Void)? = nil
    ) throws(FileError) {
        let found = try MessageFiles(names)
        let rules = LeadRules(touch: invocation[AttributionOptions.touch], windowDays: invocation[AttributionOptions.window])
        var period = MessagePeriod()
        if invocation.lists(AttributionOptions.since) {
            period = MessagePeriod(firstDay: invocation[AttributionOptions.since], lastDay: invocation[AttributionOptions.until])
        }
        var attribution = Attribution(manifest, rules: rules, period: period, sourceCount: found.sources.count)
        let (options, guesses) = try found.guessingOwner(MessageFiles.readingOptions(invocation), attribution.matcher)
        let line = ProgressLine(on: desk.console, now: ContinuousClock.elapsed())
        for source in found.sources {
            let reader = try MessageFiles.reader(of: source, options)
            try attribution.read(reader, progress: { line.show("Reading messages", done: $0) }, each: each)
        }
        line.finish()
        report = attribution.report()
        leads = attribution.leads
        directory = attribution.matcher.directory
        let names = invocation[AttributionOptions.me]
        var unknownName: [Diagnostic] = []
        if !names.isEmpty, period == MessagePeriod(), report.messages > 0, report.verdicts[.own] == nil {
            unknownName = [Diagnostic(
                "A012", .warning, at: nil,
                "no message is from \(names.map { "`\(visible($0))`" }.joined(separator: " or ")), so your own messages may count as leads",
                hint: "write your name as it stands in the exported chat, before the colon")]
        }
        diagnostics = found.diagnostics + guesses + unknownName + attribution.diagnostics
    }
}
