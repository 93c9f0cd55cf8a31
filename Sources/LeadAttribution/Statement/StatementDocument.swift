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
        html.append(htmlEscaping: headline(statement).utf8)
        html.append(literal: "</p></header>\n<main>\n<section><h2>Leads</h2>")
        table(&html, ["Date", "Person", "Code", "Verdict", "Message"], numeric: [], statement.leads.map { line in
            [line.touch.time?.dayText ?? "", line.person, line.touch.code.text, verdict(line), place(line.touch)]
        })
        html.append(literal: "</section>\n")
        if statement.hasSales {
            html.append(literal: "<section><h2>Sales</h2>")
            var rows = statement.sales.map { line in
                [
                    line.sale.date.dayText, line.person, line.sale.amount.text(), line.commission?.text() ?? "", place(line.touch),
                    "\(line.sale.source):\(line.sale.line)",
                ]
            }
            rows.append(["Total", "", statement.salesTotal.text(), statement.commissionTotal?.text() ?? "", "", ""])
            table(&html, ["Date", "Person", "Amount", "Commission", "Message", "Sale"], numeric: [2, 3], rows)
            html.append(literal: "</section>\n")
        }
        html.append(literal: "</main>\n</body>\n</html>\n")
        return html
    }

    /// The figures in a sentence or two.
    package static func headline(_ statement: Statement) -> String {
        var text = "\(statement.leads.count) \(statement.leads.count == 1 ? "lead" : "leads")"
        if statement.hasSales {
            text += ", \(statement.sales.count) \(statement.sales.count == 1 ? "sale" : "sales") for \(statement.salesTotal.text())"
            if let commission = statement.commission, let total = statement.commissionTotal {
                text += ", commission \(commission.text): \(total.text())"
            }
        }
        return text + "."
    }

    /// `chat.txt:12`
    package static func place(_ touch: LeadTouch) -> String { "\(touch.source):\(touch.line)" }
    /// `attributed`, or `corrected, other codes too`.
    package static func verdict(_ line: Statement.LeadLine) -> String { line.touch.kind.rawValue + (line.isContested ? ", other codes too" : "") }
}

private extension StatementDocument {
    static func table(_ html: inout [UInt8], _ titles: [String], numeric: Set<Int>, _ rows: [[String]]) {
        func cells(_ tag: StaticString, _ end: StaticString, _ row: [String]) {
            for (index, cell) in row.enumerated() {
                html.append(literal: "<")
                html.append(literal: tag)
                html.append(literal: numeric.contains(index) ? " class=\"n\">" : ">")
                html.append(htmlEscaping: cell.utf8)
                html.append(literal: end)
            }
        }
        html.append(literal: "<div class=\"wide\"><table><thead><tr>")
        cells("th scope=\"col\"", "</th>", titles)
        html.append(literal: "</tr></thead><tbody>\n")
        for row in rows {
            html.append(literal: "<tr>")
            cells("td", "</td>", row)
            html.append(literal: "</tr>\n")
        }
        html.append(literal: "</tbody></table></div>")
    }
}
