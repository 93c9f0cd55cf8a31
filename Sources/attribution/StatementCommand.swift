import CommandLineKit
import Diagnostics
import Disk
import LeadAttribution
import Manifest
import PartnerCodes

/// `attribution statement`: what a partner is owed an account of.
enum StatementCommand {
    private static let files = Argument(
        repeated: ValueReader<String>.file(), atLeastOne: true, summary: "Exported chats, logs, folders of them, or `-`")
    private static let partner = Option("partner", ValueReader<String>.text("ID"), summary: "The partner's id")
    private static let month = Option("month", monthReader, summary: "The month, such as 2026-11")
    private static let sales = Option("sales", .file(), summary: "A CSV file with the columns customer, date and amount", fallback: "leads only")
    private static let commission = Option(
        "commission", commissionReader, summary: "The partner's share", fallback: "private.commission of the partner's definition")
    private static let root = Option("root", .folder(), default: ".", fallback: "this folder", summary: "The folder that holds partners/")
    private static let format = Option("format", .choice(StatementFormat.self), default: .text, fallback: "text", summary: "What to print")

    private static let monthReader = ValueReader<Statement.Month>("YYYY-MM") { text in
        Statement.Month(text).map { .success($0) } ?? .failure(ValueProblem("it is not a month", hint: "write it as `2026-11`"))
    }
    private static let commissionReader = ValueReader<Commission>("PERCENT") { text in
        Commission(reading: text).map { .success($0) } ?? .failure(ValueProblem("it is not a percentage", hint: "write it as `10%`"))
    }

    enum StatementFormat: String, CaseIterable, Sendable { case text, csv, html }

    static let command = Command<AttributionProgram.Action>(
        "statement", summary: "Account to a partner for a month: leads and, with a sales file, commission",
        discussion: """
            Lists the month's leads of one partner with masked names and numbers, each with the message that it rests on. With a sales file, \
            lists what people whom the partner brought bought in the month, and the commission on it.
            """,
        examples: [
            Example("swift run attribution statement exports --partner hotel-sunrise --month 2026-11", effect: "The leads of a month"),
            Example(
                "swift run attribution statement exports --partner hotel-sunrise --month 2026-11 --sales sales.csv --format html > november.html",
                effect: "With sales and commission, as a page"),
        ],
        options: [
            partner, month, sales, commission, root, format, AttributionOptions.manifest, AttributionOptions.me, AttributionOptions.source,
            AttributionOptions.dateOrder, AttributionOptions.touch, AttributionOptions.window, SharedOptions.quiet,
        ],
        arguments: [files], alsoTyped: ["invoice", "commission", "payout", "account"],
        action: AttributionProgram.Action(run: run))

    private static func run(_ invocation: Invocation, _ desk: Desk) throws(FileError) -> RunStatus {
        guard let text = invocation[partner] else { return refuse("say which partner: `--partner hotel-sunrise`", desk) }
        guard let month = invocation[month] else { return refuse("say which month: `--month 2026-11`", desk) }
        guard let manifest = try desk.manifest(at: invocation[AttributionOptions.manifest]) else { return .couldNotRun }
        guard let number = manifest.partners.firstIndex(where: { $0.id.text == text }) else {
            return refuse("there is no partner `\(visible(text))` in the manifest; \(AttributionProgram.table.asTyped("`sitegen list`")) shows them", desk)
        }
        var problems: [Diagnostic] = []
        var sold: [Sale]?
        if let path = invocation[sales] {
            guard let bytes = try WholeFile.read(path) else { return refuse("there is no file `\(visible(path))`", desk) }
            let (read, found) = SalesReader.read(bytes, path: path, monthFirst: invocation[AttributionOptions.dateOrder] == .monthDayYear)
            sold = read
            problems += found
        }
        let share = try share(of: manifest.partners[number].id, invocation, hasSales: sold != nil, &problems)
        let result = try AttributionRun(manifest, named: invocation[files], invocation, desk)
        let statement = Statement(
            partner: number, of: result.directory, month: month, leads: result.leads, sales: sold, commission: share)
        switch invocation[format] {
        case .text: desk.console.write(StatementTable.text(statement, style: desk.console.outputStyle))
        case .csv: desk.console.write(StatementDocument.csv(statement))
        case .html: desk.console.write(StatementDocument.html(statement))
        }
        desk.console.flush()
        problems += result.diagnostics
        desk.report(problems)
        return problems.containsError ? .foundErrors : .done
    }

    private static func share(
        of partner: PartnerID, _ invocation: Invocation, hasSales: Bool, _ problems: inout [Diagnostic]
    ) throws(FileError) -> Commission? {
        if let given = invocation[commission] { return given }
        guard hasSales else { return nil }
        guard let written = try CommissionReader.commission(of: partner, in: DiskFileSystem(root: invocation[root])) else {
            problems.append(Diagnostic(
                "A030", .warning, at: nil, "the definition of `\(partner)` has no `private.commission`, so no commission is worked out",
                hint: "add it to the partner's file, or say `--commission 10%`"))
            return nil
        }
        if let commission = Commission(reading: written) { return commission }
        problems.append(Diagnostic(
            "A031", .warning, at: nil, "the commission `\(written)` of `\(partner)` is not a percentage, so none is worked out",
            hint: "write it as `10 %`, or say `--commission 10%`"))
        return nil
    }

    private static func refuse(_ reason: String, _ desk: Desk) -> RunStatus {
        desk.console.complain("\(desk.console.messageStyle.paint("error", .error)): \(reason)")
        return .couldNotRun
    }
}

/// A statement for people at a terminal.
enum StatementTable {
    static func text(_ statement: Statement, style: TextStyle) -> String {
        var text = style.paint("\(visible(statement.name)), \(statement.month.text)", .strong) + "\n" + style.wrapped(StatementDocument.headline(statement)) + "\n"
        if !statement.leads.isEmpty {
            var table = TextTable([
                TextTable.Column("Date"), TextTable.Column("Person", canShrink: true), TextTable.Column("Code"), TextTable.Column("Verdict"),
                TextTable.Column("Message", canShrink: true),
            ])
            for line in statement.leads {
                table.append([
                    line.touch.time?.dayText ?? "", line.person, line.touch.code.text, StatementDocument.verdict(line),
                    StatementDocument.place(line.touch),
                ])
            }
            text += "\n" + table.text(in: style)
        }
        if !statement.sales.isEmpty {
            var table = TextTable([
                TextTable.Column("Sold"), TextTable.Column("Person", canShrink: true), TextTable.Column("Amount", .right),
                TextTable.Column("Commission", .right),
                TextTable.Column("Message", canShrink: true), TextTable.Column("Sale", canShrink: true),
            ])
            for line in statement.sales {
                table.append([
                    line.sale.date.dayText, line.person, line.sale.amount.text(), line.commission?.text() ?? "",
                    StatementDocument.place(line.touch),
                    "\(line.sale.source):\(line.sale.line)",
                ])
            }
            table.append([StatementDocument.totalTitle(statement), "", statement.salesTotal.text(), statement.commissionTotal?.text() ?? "", "", ""])
            text += "\n" + table.text(in: style)
        }
        if statement.unmatchedSales > 0 {
            text += "\n\(counted(statement.unmatchedSales, "sale")) of the month to people who had sent no code by then, not counted here.\n"
        }
        if statement.undatedLeads > 0 { text += "\n\(StatementDocument.undatedSentence(statement))\n" }
        return text
    }
}
