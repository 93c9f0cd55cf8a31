import ByteText
import PartnerCodes
import StructuredText

/// A statement as a file: CSV for a spreadsheet, or a page to be printed.
package enum StatementDocument {
    /// A row a lead, then a row a sale, then the totals; every row names its message, a sale its line of the sales file too.
    package static func csv(_ statement: Statement) -> [UInt8] {
        var csv = CSVWriter(marksEncoding: true)
        csv.row(["kind", "date", "person", "code", "verdict", "amount", "commission", "message", "sale"])
        for line in statement.leads {
            csv.row(["lead", line.touch.time?.dayText ?? "", line.person, line.touch.code.text, verdict(line), "", "", place(line.touch), ""])
        }
        for line in statement.sales {
            csv.row([
                "sale", line.sale.date.dayText, line.person, line.touch.code.text, line.touch.kind.rawValue, line.sale.amount.text(grouped: false),
                line.commission?.text(grouped: false) ?? "", place(line.touch), "\(line.sale.source):\(line.sale.line)",
            ])
        }
        if statement.hasSales {
            let commission = statement.commissionTotal?.text(grouped: false) ?? ""
            csv.row(["total", statement.month.text, "", "", "", statement.salesTotal.text(grouped: false), commission, "", ""])
        }
        return csv.bytes
    }

    /// One self-contained page.
    package static func html(_ statement: Statement) -> [UInt8] {
        var html: [UInt8] = []
        HTMLReportStyle.begin(&html, title: "\(statement.name), \(statement.month.text)")
        html.append(literal: "<header><h1>")
        html.append(htmlEscaping: "Statement for \(statement.name), \(statement.month.text)".utf8)
        html.append(literal: "</h1><p>")
        // What belongs to a number stays beside it.
        html.append(htmlEscaping: headline(statement).replacing(" %", with: "\u{A0}%").utf8)
        html.append(literal: "</p></header>\n<main>\n<section><h2>Leads</h2>")
        table(&html, label: "Leads", ["Date", "Person", "Code", "Verdict", "Message"], numeric: [], statement.leads.map { line in
            [line.touch.time?.dayText ?? "", line.person, line.touch.code.text, verdict(line), place(line.touch)]
        })
        if statement.undatedLeads > 0 {
            html.append(utf8: "<p>\(undatedSentence(statement))</p>")
        }
        html.append(literal: "</section>\n")
        if statement.hasSales {
            html.append(literal: "<section><h2>Sales</h2>")
            let rows = statement.sales.map { line in
                [
                    line.sale.date.dayText, line.person, line.sale.amount.text(), line.commission?.text() ?? "", place(line.touch),
                    "\(line.sale.source):\(line.sale.line)",
                ]
            }
            let total = [totalTitle(statement), "", statement.salesTotal.text(), statement.commissionTotal?.text() ?? "", "", ""]
            table(&html, label: "Sales", ["Date", "Person", "Amount", "Commission", "Message", "Sale"], numeric: [2, 3], rows, total: total)
            html.append(literal: "</section>\n")
        }
        html.append(literal: "</main>\n</body>\n</html>\n")
        return html
    }

    /// The figures in a sentence or two.
    package static func headline(_ statement: Statement) -> String {
        var text = "\(statement.leads.count) \(statement.leads.count == 1 ? "lead" : "leads")"
        if statement.hasSales {
            text += ", \(statement.sales.count) \(statement.sales.count == 1 ? "sale" : "sales") for \(statement.salesTotal.text())\(statement.currency.map { " " + $0 } ?? "")"
            if let commission = statement.commission, let total = statement.commissionTotal {
                text += ", commission \(commission.text): \(total.text())"
            }
        }
        return text + "."
    }

    /// On leads that are in no month.
    package static func undatedSentence(_ statement: Statement) -> String {
        "\(statement.undatedLeads) \(statement.undatedLeads == 1 ? "lead" : "leads") whose message has no date, in no month."
    }

    /// `Total, THB`
    package static func totalTitle(_ statement: Statement) -> String { "Total" + (statement.currency.map { ", " + $0 } ?? "") }
    /// `chat.txt:12`
    package static func place(_ touch: LeadTouch) -> String { "\(touch.source):\(touch.line)" }
    /// `attributed`, or `corrected, other codes too`.
    package static func verdict(_ line: Statement.LeadLine) -> String { line.touch.kind.rawValue + (line.isContested ? ", other codes too" : "") }
}

private extension StatementDocument {
    static func table(
        _ html: inout [UInt8], label: StaticString, _ titles: [String], numeric: Set<Int>, _ rows: [[String]], total: [String]? = nil
    ) {
        func cells(_ tag: StaticString, _ end: StaticString, _ row: [String]) {
            for (index, cell) in row.enumerated() {
                html.append(literal: "<")
                html.append(literal: tag)
                html.append(literal: numeric.contains(index) ? " class=\"n\">" : ">")
                html.append(htmlEscaping: cell.utf8)
                html.append(literal: end)
            }
        }
        HTMLReportStyle.beginTable(&html, label: label)
        html.append(literal: "<thead><tr>")
        cells("th scope=\"col\"", "</th>", titles)
        html.append(literal: "</tr></thead><tbody>\n")
        for row in rows {
            html.append(literal: "<tr>")
            cells("td", "</td>", row)
            html.append(literal: "</tr>\n")
        }
        html.append(literal: "</tbody>")
        if let total {
            html.append(literal: "<tfoot><tr>")
            cells("td", "</td>", total)
            html.append(literal: "</tr></tfoot>")
        }
        html.append(literal: "</table></div>")
    }
}
