import CommandLineKit
import Diagnostics
import PartnerCodes
import SiteBuild
import StarterSite
import StructuredText

/// What a build says at its end, to people and to programs.
enum BuildSummary {
    /// A few lines: how many pages, what changed, which codes are new, where the site is.
    static func text(_ report: BuildReport, mode: SiteBuilder.Mode, _ workplace: Workplace, isServed: Bool = false) -> String {
        let style = workplace.console.messageStyle
        let warnings = report.diagnostics.count { $0.severity == .warning }
        guard let result = report.result else {
            let errors = report.diagnostics.count { $0.severity == .error }
            let also = warnings > 0 ? " and \(counted(warnings, "warning"))" : ""
            let end = mode == .check ? "" : " Nothing was written."
            return style.paint("\(counted(errors, "error"))\(also).", .error) + end + "\n"
        }
        var lines = [headline(result, warnings, mode, style)]
        if mode != .check { lines.append(changes(result, mode)) }
        lines += codes(result, mode, workplace)
        if !result.retired.isEmpty { lines.append("Retired: \(names(result.retired.map(\.text))); their pages stay and still bring customers.") }
        if !result.returned.isEmpty { lines.append("Back again, with their old codes: \(names(result.returned.map(\.text))).") }
        if mode == .build { lines += whatNext(result, workplace, isServed: isServed) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// One object: `{"type":"build","mode":"build","ok":true,"partners":30,"pages":96,"created":96,…}` and the diagnostics before it.
    static func json(_ report: BuildReport, mode: SiteBuilder.Mode, source: @escaping (String) -> [UInt8]?) -> [UInt8] {
        var printer = DiagnosticJSONPrinter(readSource: source)
        var bytes = report.diagnostics.flatMap { printer.line(for: $0) }
        var json = JSONWriter()
        json.object { json in
            json.member("type", "build")
            json.member("mode", mode == .build ? "build" : mode == .check ? "check" : "dry-run")
            json.member("ok", !report.diagnostics.containsError)
            json.member("errors", report.diagnostics.count { $0.severity == .error })
            json.member("warnings", report.diagnostics.count { $0.severity == .warning })
            guard let result = report.result else { return }
            json.member("partners", result.partners.count)
            json.member("pages", result.pageCount)
            json.member("created", result.files.created)
            json.member("replaced", result.files.replaced)
            json.member("unchanged", result.files.unchanged)
            json.member("removed", result.files.removed)
            json.key("newCodes")
            json.array { json in
                for entry in result.newCodes {
                    json.object { json in
                        json.member("partner", entry.partner.text)
                        json.member("code", entry.code.text)
                    }
                }
            }
            json.member("retired", result.retired.map(\.text))
            json.member("returned", result.returned.map(\.text))
        }
        bytes += json.bytes
        bytes.append(0x0A)
        return bytes
    }
}

private extension BuildSummary {
    static func headline(_ result: BuildReport.Result, _ warnings: Int, _ mode: SiteBuilder.Mode, _ style: TextStyle) -> String {
        let partners = counted(result.partners.count, "partner"), languages = counted(result.site.languages.count, "language")
        let size = "\(counted(result.pageCount, "page")) for \(partners) in \(languages)"
        let caution = warnings > 0 ? ", \(counted(warnings, "warning"))" : ""
        switch mode {
        case .check: return style.paint("Everything is in order", .good) + ": \(size)\(caution)."
        case .dryRun: return style.paint("Dry run", .strong) + ": \(size)\(caution). Nothing was written."
        case .build: return style.paint("Built", .good) + " \(size)\(caution)."
        }
    }

    static func changes(_ result: BuildReport.Result, _ mode: SiteBuilder.Mode) -> String {
        let files = result.files
        if files.created + files.replaced + files.removed == 0 {
            return result.changedNothing ? "Nothing changed: every file is as it was." : "No page changed."
        }
        let isPlan = mode == .dryRun
        let parts = [(files.created, isPlan ? "to be created" : "new"), (files.replaced, isPlan ? "to be changed" : "changed"),
                     (files.removed, isPlan ? "to be removed" : "removed"), (files.unchanged, "unchanged")]
        var line = "Files: " + parts.filter { $0.0 > 0 }.map { "\(grouped($0.0)) \($0.1)" }.joined(separator: ", ") + "."
        if files.created + files.replaced <= 6, !files.examples.isEmpty {
            line += "\n" + files.examples.map { "  \(visible($0))" }.joined(separator: "\n")
        }
        return line
    }

    static func codes(_ result: BuildReport.Result, _ mode: SiteBuilder.Mode, _ workplace: Workplace) -> [String] {
        guard !result.newCodes.isEmpty else { return [] }
        let style = workplace.console.messageStyle
        let count = counted(result.newCodes.count, "new code")
        var lines = [mode == .build ? "\(count):" : "\(count) would be issued:"]
        for entry in result.newCodes.prefix(20) {
            lines.append("  \(style.paint(entry.code.text, .strong))  \(visible(name(of: entry.partner, result)))")
        }
        if result.newCodes.count > 20 { lines.append("  … and \(grouped(result.newCodes.count - 20)) more; `\(workplace.typed("list"))` shows all") }
        return lines
    }

    static func name(of partner: PartnerID, _ result: BuildReport.Result) -> String {
        result.partners.first { $0.id == partner }?.name ?? partner.text
    }

    /// The three things that the owner wants after a build, and what must not be forgotten.
    static func whatNext(_ result: BuildReport.Result, _ workplace: Workplace, isServed: Bool) -> [String] {
        let base = result.site.baseURL, start = Workplace.programWords, root = workplace.rootOption
        let output = visible(workplace.outputDescription)
        let partner = result.newCodes.first.flatMap { entry in result.partners.first { $0.id == entry.partner } }
        var steps: [String] = []
        if !isServed { steps.append("look at it:\n     \(start) serve\(root)") }
        if result.partners.isEmpty { steps.append("add a partner:\n     \(start) new \"Hotel Sunrise\"\(root)") }
        let isAddressMadeUp = base.text == SiteDraft.madeUpAddress
        steps.append(isAddressMadeUp
            ? "write the site's address into site.json as \"baseURL\": the QR codes lead there, and now it is made up"
            : "upload the folder \(output)/ to \(base.text)")
        if let partner, !isAddressMadeUp {
            let kit = result.hasKits ? partner.kitURL(base) : nil
            steps.append("send \(visible(partner.name)) the address of its \(kit == nil ? "page" : "kit"): \(kit ?? partner.pageURL(base))")
        } else if !result.partners.isEmpty {
            steps.append("see every partner's code and address:\n     \(start) list\(root)")
        }
        var lines = ["The site is in \(output)/. Next:"] + steps.enumerated().map { "  \($0.offset + 1). \($0.element)" }
        if !result.newCodes.isEmpty || result.ledgerChanged {
            lines.append("Keep partners/codes.jsonl safe (git, backup): it says whose each code is.")
        }
        return lines
    }

    static func names(_ names: [String]) -> String {
        names.prefix(5).joined(separator: ", ") + (names.count > 5 ? " and \(names.count - 5) more" : "")
    }
}
