import CommandLineKit
import Diagnostics
import LeadAttribution
import Manifest
import PartnerCodes

/// The report for people at a terminal.
enum CheckTable {
    /// How many messages of each kind are listed.
    private static let listLimit = 20

    static func text(_ report: AttributionReport, style: TextStyle, showsNumbers: Bool) -> String {
        var text = partners(report, style) + style.wrapped(summary(report))
        if report.conflictCount > 0 { text += conflicts(report, style, showsNumbers) }
        for kind in AttributionReport.doubtfulKinds { text += doubtful(kind, report, style, showsNumbers) }
        return text
    }
}

private extension CheckTable {
    static func partners(_ report: AttributionReport, _ style: TextStyle) -> String {
        if report.messages == 0 { return "There was no message to read.\n" }
        guard !report.partners.isEmpty else { return "No message carries a partner's code.\n" }
        var table = TextTable([
            TextTable.Column("Partner", canShrink: true), TextTable.Column("Leads", .right), TextTable.Column("Messages", .right),
            TextTable.Column("First"), TextTable.Column("Last"), TextTable.Column(""),
        ])
        let most = max(1, report.partners.map(\.leads).max() ?? 1)
        // Names come before bars, and what follows a name is never cut.
        let names = report.partners.map { (name: $0.name, mark: $0.status == .active ? "" : " (\($0.status.rawValue))") }
        let longest = names.map { DisplayWidth.columns(of: $0.name + $0.mark) }.max() ?? 0
        let room = (style.columns ?? 1_000) - widthOfFigures
        let barWidth = max(6, min(20, room - longest))
        for (row, (name, mark)) in zip(report.partners, names) {
            let limit = room - barWidth - DisplayWidth.columns(of: mark)
            // Below that the table stands in lines of its own, which have room.
            let shown = (limit < 4 ? name : DisplayWidth.truncated(name, to: limit)) + mark
            let bar = bar(row.leads, of: most, width: barWidth)
            table.append([shown, grouped(row.leads), grouped(row.messages), row.first?.dayText ?? "", row.last?.dayText ?? "", bar])
        }
        return table.text(in: style)
    }

    /// Of the columns between names and bars, with the gaps.
    static let widthOfFigures = 2 + 5 + 2 + 8 + 2 + 10 + 2 + 10 + 2

    /// Up to `width` columns of blocks; eighths, so that small differences show.
    static func bar(_ value: Int, of most: Int, width: Int) -> String {
        let eighths = (value * 8 * width + most - 1) / most
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
    }

    static func summary(_ report: AttributionReport) -> String {
        if report.messages == 0 { return "" }
        let coded = (report.verdicts[.attributed] ?? 0) + (report.verdicts[.corrected] ?? 0)
        var parts = ["\(counted(report.leads, "lead")) from \(counted(coded, "message")) with a code, of \(counted(report.messages, "message"))"]
        if let own = report.verdicts[.own] { parts.append("\(grouped(own)) of them your own") }
        if report.repeated > 0 { parts.append("\(counted(report.repeated, "message")) that came twice counted once") }
        let hint = report.withoutCode > 0 ? WithoutCode.sentence(report.withoutCode) + "\n" : ""
        return "\n" + parts.joined(separator: "; ") + ".\n" + hint
    }

    static func conflicts(_ report: AttributionReport, _ style: TextStyle, _ showsNumbers: Bool) -> String {
        var text = "\n" + style.paint("People with codes of several partners (\(grouped(report.conflictCount)))", .strong) + "\n"
        for conflict in report.conflicts.prefix(listLimit) {
            let partners = conflict.partners.prefix(6).map(\.text).joined(separator: ", ") + (conflict.partners.count > 6 ? " …" : "")
            let person = visible(showsNumbers ? conflict.person : Masking.numbers(in: conflict.person))
            let credited = conflict.credited.map(\.text).joined(separator: ", ")
            let line = "\(place(conflict.first.source, showsNumbers)):\(conflict.first.line)"
            text += entry("\(person): \(partners); counted for \(credited)", line, style)
        }
        return text + more(report.conflictCount)
    }

    static func doubtful(_ kind: Verdict.Kind, _ report: AttributionReport, _ style: TextStyle, _ showsNumbers: Bool) -> String {
        guard let list = report.doubtful[kind], let count = report.verdicts[kind], count > 0 else { return "" }
        let heading = switch kind {
        case .corrected: "Corrected, counted: one slip from exactly one code"
        case .ambiguous: "Ambiguous, not counted: ask the customer"
        case .conflicting: "Conflicting, not counted: codes of two partners in one message"
        case .unknown: "Unknown codes, not counted: ask the customer to read the code out again"
        case .attributed, .none, .own: kind.rawValue
        }
        var text = "\n" + style.paint("\(heading) (\(grouped(count)))", .strong) + "\n"
        for item in list.prefix(listLimit) {
            let matched = item.verdict.matched.map { String(decoding: Array(item.message.text.utf8)[$0], as: UTF8.self) } ?? ""
            let sender = item.message.sender.map { showsNumbers ? $0 : Masking.numbers(in: $0) } ?? ""
            let line = "\(place(item.message.source, showsNumbers)):\(item.message.line)"
            let facts = [item.message.time?.minuteText ?? "", visible(sender), line].filter { !$0.isEmpty }
            text += entry("“\(visible(String(matched.prefix(60))))” \(answer(item.verdict))", facts.joined(separator: ", "), style)
        }
        return text + more(count)
    }

    /// An entry of a list: in one line where the terminal is wide enough, and else what it says above where it is from.
    static func entry(_ text: String, _ origin: String, _ style: TextStyle) -> String {
        if let columns = style.columns, DisplayWidth.columns(of: "  \(text)  \(origin)") > columns {
            let below = style.wrapped("    " + origin).split(separator: "\n").map { style.paint(String($0), .faint) }.joined(separator: "\n")
            return style.wrapped("  " + text) + "\n" + below + "\n"
        }
        return "  \(text)  \(style.paint(origin, .faint))\n"
    }

    static func place(_ source: String, _ showsNumbers: Bool) -> String { visible(showsNumbers ? source : Masking.source(source)) }

    static func answer(_ verdict: Verdict) -> String {
        if let code = verdict.code, let partner = verdict.partner { return "→ \(code) of \(partner)" }
        return VerdictText.candidates(verdict)
    }

    static func more(_ count: Int) -> String {
        count > listLimit ? "  … and \(grouped(count - listLimit)) more; `--format html` and `--format csv` list them\n" : ""
    }
}
