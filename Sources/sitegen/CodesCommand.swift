import CommandLineKit
import Diagnostics
import Disk
import PartnerCodes
import SiteBuild
import StructuredText

/// `sitegen codes …`: the ledger of codes.
enum CodesCommand {
    static let group = Command<Sitegen.Action>(
        group: "codes", summary: "Look into the ledger of codes",
        discussion: """
            partners/codes.jsonl says whose each code is. A line is never removed and a code never changes hands; keep the file in \
            git or a backup.
            """,
        examples: [
            Example("swift run sitegen codes explain \"ктм 482\"", effect: "Say whose this code is"),
            Example("swift run sitegen codes list", effect: "List every code ever issued"),
        ],
        alsoTyped: ["code", "ledger"],
        subcommands: [list, explain, recover, withdraw])

    private static let code = Argument(ValueReader<String>.text("CODE"), summary: "A code, as someone wrote or said it")
    private static let partner = Argument(ValueReader<String>.text("PARTNER"), summary: "The id of the partner")

    private static let list = Command<Sitegen.Action>(
        "list", summary: "List every code ever issued",
        examples: [Example("swift run sitegen codes list --csv", effect: "Every code with its owner, for a spreadsheet")],
        options: [SiteOptions.root, SiteOptions.json, SiteOptions.csv, SharedOptions.quiet],
        alternatives: [SiteOptions.json, SiteOptions.csv],
        alsoTyped: ["show", "ls", "all"],
        action: Sitegen.Action(run: runList))

    private static let explain = Command<Sitegen.Action>(
        "explain", summary: "Say whose a code is, since when, and what is near",
        discussion: "Reads the code as a message is read: spaces, case, Cyrillic letters and look-alikes do not matter.",
        examples: [Example("swift run sitegen codes explain \"КТМ 48Z\"", effect: "Find the code that was meant")],
        options: [SiteOptions.root, SharedOptions.quiet],
        arguments: [code],
        alsoTyped: ["whose", "find", "lookup", "who"],
        action: Sitegen.Action(run: runExplain))

    private static let recover = Command<Sitegen.Action>(
        "recover", summary: "Put lost codes back from manifest.json",
        discussion: """
            For a ledger that was lost or damaged. Codes that the ledger has stay as they are. Prefer `git checkout partners/codes.jsonl`.
            """,
        examples: [Example("swift run sitegen codes recover", effect: "Add what manifest.json knows and the ledger lacks")],
        options: [SiteOptions.root, SiteOptions.output, SharedOptions.quiet],
        alsoTyped: ["restore", "repair"],
        action: Sitegen.Action(run: runRecover))

    private static let withdraw = Command<Sitegen.Action>(
        "withdraw", summary: "Take back a code that is too much like another's",
        discussion: """
            For the rare case that two branches of the site issued codes that are too much alike. The code stays in the ledger, is never \
            issued again and counts for no one; the partner gets a new one with the next build.
            """,
        examples: [Example("swift run sitegen codes withdraw KTM483 cafe-mango", effect: "Take KTM483 back from cafe-mango")],
        options: [SiteOptions.root, SharedOptions.quiet],
        arguments: [code, partner],
        action: Sitegen.Action(run: runWithdraw))
}

private extension CodesCommand {
    static func runList(_ invocation: Invocation, _ workplace: Workplace) throws(FileError) -> RunStatus {
        try withLedger(workplace) { ledger in
            if invocation[SiteOptions.json] {
                workplace.console.write(LedgerFile.write(ledger))
            } else if invocation[SiteOptions.csv] {
                var csv = CSVWriter(marksEncoding: true)
                csv.row(["code", "partner", "name", "issued", "retired", "withdrawn"])
                for entry in ledger.entries { csv.row(cells(entry)) }
                workplace.console.write(csv.bytes)
            } else {
                workplace.console.write(table(ledger.entries, workplace.console.outputStyle))
                if ledger.isEmpty {
                    workplace.tell("No code has been issued yet; `\(workplace.typed("build"))` issues the first.")
                }
            }
            return .done
        }
    }

    static func runExplain(_ invocation: Invocation, _ workplace: Workplace) throws(FileError) -> RunStatus {
        try withLedger(workplace) { ledger in
            let text = invocation[code].trimmingAnnouncement
            let (answer, status) = CodeAnswer.text(for: text, CodeExplanation(text, in: ledger), isEmpty: ledger.isEmpty, workplace)
            workplace.console.write(workplace.console.outputStyle.wrapped(answer))
            return status
        }
    }

    static func runRecover(_ invocation: Invocation, _ workplace: Workplace) throws(FileError) -> RunStatus {
        var diagnostics: [Diagnostic] = []
        let recovered = try tools(workplace).recover(waiting: workplace.waiting, into: &diagnostics)
        workplace.report(diagnostics)
        guard let recovered else { return .foundErrors }
        workplace.tell(recovered.isEmpty
            ? "Nothing to recover: the ledger has every code of manifest.json.\n"
            : "Recovered \(counted(recovered.count, "code")). Look them over, then run `\(workplace.typed("build"))`.\n")
        return .done
    }

    static func runWithdraw(_ invocation: Invocation, _ workplace: Workplace) throws(FileError) -> RunStatus {
        guard let owned = PartnerCode(canonical: invocation[code].uppercased()), let id = try? PartnerID(invocation[partner]) else {
            // Why the words are no code or no id does not matter: there is no such entry either way.
            return notInLedger(invocation, workplace)
        }
        var diagnostics: [Diagnostic] = []
        let isDone = try tools(workplace).withdraw(owned, of: id, waiting: workplace.waiting, into: &diagnostics)
        workplace.report(diagnostics)
        switch isDone {
        case nil: return .foundErrors
        case .notInLedger: return notInLedger(invocation, workplace)
        case .already(let date):
            return workplace.refuse(
                "\(owned) of \(id) was withdrawn on \(date) already",
                hint: "`\(workplace.typed("build"))` gives \(id) a new code, if it has none")
        case .refused:
            return workplace.refuse("\(owned) is in nobody's way, so it stays the code of \(id) for ever",
                hint: """
                    only the later of two codes that are too much alike can be withdrawn; to retire a partner, write `"status": "retired"`
                    """)
        case .done:
            workplace.tell("Withdrew \(owned) of \(id). Run `\(workplace.typed("build"))`: \(id) gets a new code.\n")
        }
        return .done
    }

    static func tools(_ workplace: Workplace) throws(FileError) -> LedgerTools {
        LedgerTools(disk: workplace.disk, output: try workplace.output().disk, today: Workplace.today)
    }

    static func withLedger(_ workplace: Workplace, _ body: (Ledger) -> RunStatus) throws(FileError) -> RunStatus {
        var diagnostics: [Diagnostic] = []
        let ledger = try tools(workplace).ledger(into: &diagnostics)
        workplace.report(diagnostics)
        guard let ledger else { return .foundErrors }
        return body(ledger)
    }

    static func notInLedger(_ invocation: Invocation, _ workplace: Workplace) -> RunStatus {
        workplace.refuse(
            "the ledger has no code `\(visible(invocation[code]))` of `\(visible(invocation[partner]))`",
            hint: "`\(workplace.typed("codes list"))` shows every code with its owner")
    }

    /// Without the columns that nobody needs: most ledgers have no code that was withdrawn.
    static func table(_ entries: [Ledger.Entry], _ style: TextStyle) -> String {
        let columns = [
            TextTable.Column("Code"), TextTable.Column("Partner", canShrink: true), TextTable.Column("Name", canShrink: true),
            TextTable.Column("Issued"), TextTable.Column("Retired"), TextTable.Column("Withdrawn"),
        ]
        let rows = entries.map(cells)
        let used = columns.indices.filter { column in column < 4 || rows.contains { !$0[column].isEmpty } }
        var table = TextTable(used.map { columns[$0] })
        for row in rows { table.append(used.map { row[$0] }) }
        return entries.isEmpty ? "" : table.text(in: style)
    }

    static func cells(_ entry: Ledger.Entry) -> [String] {
        [
            entry.code.text, entry.partner.text, entry.name ?? "", entry.issued.description,
            entry.retired?.description ?? "", entry.withdrawn?.description ?? "",
        ]
    }
}

private extension String {
    /// The code alone, where it was pasted with the word before it: `ктм 482` of `Код: ктм 482`.
    var trimmingAnnouncement: String {
        guard let colon = firstIndex(where: { $0 == ":" || $0 == "：" }), self[..<colon].allSatisfy({ $0.isLetter || $0 == " " }) else {
            return self
        }
        let rest = self[index(after: colon)...].drop { $0 == " " }
        return rest.isEmpty ? self : String(rest)
    }
}
