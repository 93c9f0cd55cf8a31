import CommandLineKit
import Diagnostics
import Disk
import PartnerCodes
import SiteBuild
import StructuredText

/// `sitegen list`: every partner with its code and the address of its page.
enum ListCommand {
    static let command = Command<Sitegen.Action>(
        "list", summary: "List the partners with their codes and pages",
        discussion: """
            Shows every partner that has a page, those who left included. A code in brackets is issued by the next build. \
            The address of a partner's kit is that of its page with kit/ behind it; --json and --csv print it in full.
            """,
        examples: [
            Example("swift run sitegen list", effect: "A table for people"),
            Example("swift run sitegen list --csv > partners-and-codes.csv", effect: "The same for a spreadsheet"),
        ],
        options: [SiteOptions.root, SiteOptions.output, SiteOptions.json, SiteOptions.csv, SharedOptions.quiet],
        alsoTyped: ["ls", "show", "partners", "status"],
        action: Sitegen.Action(run: run))
}

private extension ListCommand {
    static func run(_ invocation: Invocation, _ workplace: Workplace) throws(FileError) -> RunStatus {
        let report = try workplace.builder().run(.check)
        workplace.report(report.diagnostics)
        guard let result = report.result else { return .foundErrors }
        let rows = result.partners.map { Row($0, result) }
        if invocation[SiteOptions.json] {
            workplace.console.write(json(rows))
        } else if invocation[SiteOptions.csv] {
            workplace.console.write(csv(rows))
        } else {
            workplace.console.write(table(rows, workplace.console.outputStyle))
        }
        return .done
    }

    struct Row {
        let id, name, code, status, page: String
        let kit: String?
        let earlierCodes: [String]
        let isIssued: Bool

        init(_ partner: PublishedPartner, _ result: BuildReport.Result) {
            id = partner.id.text
            name = partner.name
            code = partner.code.text
            status = partner.status.rawValue
            page = partner.pageURL(result.site.baseURL)
            kit = result.hasKits ? partner.kitURL(result.site.baseURL) : nil
            earlierCodes = partner.codes.dropFirst().map(\.text)
            isIssued = !result.newCodes.contains { $0.code == partner.code }
        }
    }

    static func table(_ rows: [Row], _ style: TextStyle) -> String {
        var table = TextTable([
            TextTable.Column("Partner", canShrink: true), TextTable.Column("Code"), TextTable.Column("Status"), TextTable.Column("Page"),
        ])
        for row in rows { table.append([row.name, row.isIssued ? row.code : "(\(row.code))", row.status, row.page]) }
        if rows.isEmpty { return "There are no partners yet; `sitegen new \"Hotel Sunrise\"` adds the first.\n" }
        let example = rows.lazy.compactMap(\.kit).first.map { "\nA partner's kit, to send to the partner, is at the page's address with kit/ behind it: \($0)\n" }
        return table.text(in: style) + (example ?? "")
    }

    static func json(_ rows: [Row]) -> [UInt8] {
        var json = JSONWriter()
        json.array { json in
            for row in rows {
                json.lineBreak()
                json.object { json in
                    json.member("id", row.id)
                    json.member("name", row.name)
                    json.member("code", row.code)
                    json.member("issued", row.isIssued)
                    json.member("earlierCodes", row.earlierCodes)
                    json.member("status", row.status)
                    json.member("page", row.page)
                    if let kit = row.kit { json.member("kit", kit) }
                }
            }
        }
        return json.bytes + [0x0A]
    }

    static func csv(_ rows: [Row]) -> [UInt8] {
        var csv = CSVWriter()
        csv.row(["id", "name", "code", "status", "page", "kit", "earlier codes"])
        for row in rows { csv.row([row.id, row.name, row.code, row.status, row.page, row.kit ?? "", row.earlierCodes.joined(separator: " ")]) }
        return csv.bytes
    }
}
