import CommandLineKit
import Diagnostics

/// What `sitegen check` found, file by file, and where to begin.
enum CheckSummary {
    /// Prints `diagnostics` with a heading for each file, and at the end the one to put right first: the site before what hangs on it.
    static func print(_ diagnostics: [Diagnostic], _ workplace: Workplace) {
        let style = workplace.console.messageStyle
        let groups = Dictionary(grouping: diagnostics) { $0.location?.path ?? "" }.sorted { (rank($0.key), $0.key) < (rank($1.key), $1.key) }
        for (path, found) in groups {
            if groups.count > 1 {
                let name = path.isEmpty ? "The site as a whole" : visible(path)
                workplace.console.complain(style.paint("\(name): \(counts(found))", .strong))
            }
            workplace.report(found)
        }
        guard diagnostics.count > 1, let first = groups.lazy.flatMap(\.value).first(where: { $0.severity == .error }) else { return }
        var printer = DiagnosticTextPrinter(color: false, readSource: workplace.source)
        let line = printer.text(for: first).prefix { $0 != "\n" }
        let hint = first.hint.map { "\n  " + Sitegen.table.asTyped($0).replacing("\n", with: "\n  ") } ?? ""
        workplace.console.complain(style.paint("Begin here", .strong) + ": \(line)\(hint)\n")
    }

    private static func counts(_ found: [Diagnostic]) -> String {
        let errors = found.count { $0.severity == .error }, warnings = found.count { $0.severity == .warning }
        return [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }.map { counted($0.0, $0.1) }.joined(separator: ", ")
    }

    /// Mistakes in the site and the ledger make others look wrong, and templates concern all pages.
    private static func rank(_ path: String) -> Int {
        if path == "site.json" { return 0 }
        if path == "partners/codes.jsonl" { return 1 }
        if path.hasPrefix("templates") { return 3 }
        return path.hasPrefix("partners") ? 2 : 4
    }
}
