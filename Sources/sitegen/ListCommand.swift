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
            The address of a partner's kit is that of its page with kit/ behind it; --json and --csv print it in full. --search finds \
            letters of the name, the id, the code or the page's address.
            """,
        examples: [
            Example("swift run sitegen list", effect: "A table for people"),
            Example("swift run sitegen list --status retired", effect: "Those who left"),
            Example("swift run sitegen list --search sunrise", effect: "Partners with sunrise in their name, id, code or address"),
            Example("swift run sitegen list --csv > partners-and-codes.csv", effect: "The same for a spreadsheet"),
        ],
        options: [status, search, SiteOptions.root, SiteOptions.output, SiteOptions.json, SiteOptions.csv, SharedOptions.quiet],
        alternatives: [SiteOptions.json, SiteOptions.csv],
        alsoTyped: ["ls", "show", "partners", "status"],
        action: Sitegen.Action(run: run))
}

private extension ListCommand {
    /// A partner's status, as it is asked for.
    enum Status: String, CaseIterable, Sendable { case active, paused, retired }

    static let status = Option("status", .choice(Status.self, "STATUS"), summary: "Only partners of this status", fallback: "all")
    static let search = Option("search", .text("WORDS"), summary: "Only partners with these letters in name, id, code or address", fallback: "all")
        .alsoTyped("find", "filter", "name", "grep", "code", "partner")

    static func run(_ invocation: Invocation, _ workplace: Workplace) throws(FileError) -> RunStatus {
        let report = try workplace.builder().run(.check)
        workplace.report(report.diagnostics)
        guard let result = report.result else { return .foundErrors }
        let new = Set(result.newCodes.map(\.code))
        let all = result.partners.map { Row($0, result, new: new) }
        let rows = all.filter { $0.isWanted(invocation[status]?.rawValue, invocation[search]) }
        if invocation[SiteOptions.json] {
            workplace.console.write(json(rows))
        } else if invocation[SiteOptions.csv] {
            workplace.console.write(csv(rows))
        } else {
            workplace.console.write(table(rows, result.site.baseURL.text, workplace.console.outputStyle))
            if rows.count < all.count { workplace.tell("\(grouped(rows.count)) of \(counted(all.count, "partner")).") }
            if all.isEmpty {
                workplace.tell("There are no partners yet; `\(workplace.typed("new \"Hotel Sunrise\""))` adds the first.")
            }
        }
        return .done
    }

    struct Row {
        let id, name, code, status, page: String
        let kit: String?
        let earlierCodes: [String]
        let isIssued: Bool

        init(_ partner: PublishedPartner, _ result: BuildReport.Result, new: Set<PartnerCode>) {
            id = partner.id.text
            name = partner.name
            code = partner.code.text
            status = partner.status.rawValue
            page = partner.pageURL(result.site.baseURL)
            kit = result.hasKits ? partner.kitURL(result.site.baseURL) : nil
            earlierCodes = partner.codes.dropFirst().map(\.text)
            isIssued = !new.contains(partner.code)
        }

        /// Whether it has `status` and all the letters of `words`, whatever their case; nil asks for nothing.
        func isWanted(_ status: String?, _ words: String?) -> Bool {
            if let status, self.status != status { return false }
            guard let words = words?.lowercased() else { return true }
            let code = PartnerCode(canonical: words.uppercased().filter { !$0.isWhitespace && $0 != "-" })?.text
            return [name, id, page].contains { $0.lowercased().contains(words) }
                || ([self.code] + earlierCodes).contains { $0 == code || $0.lowercased().contains(words) }
        }
    }

    /// With whole addresses where the terminal has room for them and for every name, otherwise with what differs, and the rest below.
    static func table(_ rows: [Row], _ base: String, _ style: TextStyle) -> String {
        func table(_ page: (Row) -> String) -> TextTable {
            var table = TextTable([
                TextTable.Column("Partner", canShrink: true), TextTable.Column("Code"), TextTable.Column("Status"), TextTable.Column("Page"),
            ])
            for row in rows { table.append([row.name, row.isIssued ? row.code : "(\(row.code))", row.status, page(row)]) }
            return table
        }
        if rows.isEmpty { return "" }
        let whole = table(\.page)
        if !whole.fitsWhole(in: style) {
            let places = "\nThe pages are below \(base), and a partner's kit is at its page with kit/ behind it.\n"
            return table { String($0.page.dropFirst(base.count)) }.text(in: style) + style.wrapped(places)
        }
        let example = rows.lazy.compactMap(\.kit).first.map {
            style.wrapped("\nA partner's kit, to send to the partner, is at the page's address with kit/ behind it: \($0)\n")
        }
        return whole.text(in: style) + (example ?? "")
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
        var csv = CSVWriter(marksEncoding: true)
        csv.row(["id", "name", "code", "status", "page", "kit", "earlier codes"])
        for row in rows { csv.row([row.id, row.name, row.code, row.status, row.page, row.kit ?? "", row.earlierCodes.joined(separator: " ")]) }
        return csv.bytes
    }
}
