import ByteText
import Manifest
import PartnerCodes

/// The report as one page that can be mailed and printed: no script, nothing loaded from elsewhere, everything escaped.
package struct HTMLReport {
    private let report: AttributionReport
    private let title: String
    private let showsNumbers: Bool
    private var html: [UInt8] = []

    /// A page called `title`; numbers are masked unless `showsNumbers`.
    package static func page(_ report: AttributionReport, title: String, showsNumbers: Bool) -> [UInt8] {
        var page = HTMLReport(report: report, title: title, showsNumbers: showsNumbers)
        page.write()
        return page.html
    }

    private init(report: AttributionReport, title: String, showsNumbers: Bool) {
        self.report = report
        self.title = title
        self.showsNumbers = showsNumbers
    }
}

private extension HTMLReport {
    mutating func write() {
        HTMLReportStyle.begin(&html, title: title)
        html.append(literal: "<header><h1>")
        text(title)
        html.append(literal: "</h1><p>")
        text(summary)
        html.append(literal: "</p></header>\n<main>\n")
        writeFigures()
        writeCharts()
        writePartners()
        writeConflicts()
        for kind in AttributionReport.doubtfulKinds { writeDoubtful(kind) }
        html.append(literal: "</main>\n</body>\n</html>\n")
    }

    var summary: String {
        let span = [report.first, report.last].compactMap { $0?.dayText }
        let rule = report.rules.touch == .first ? "the first code that a person sent decides" : "the last code that a person sent decides"
        let window = report.rules.windowDays.map { ", within \($0) days" } ?? ""
        return (span.count == 2 ? "\(span[0]) to \(span[1]). " : "") + "A lead is a person; \(rule)\(window)."
    }

    mutating func writeFigures() {
        let verdicts = report.verdicts
        func count(_ kind: Verdict.Kind) -> Int { verdicts[kind] ?? 0 }
        let doubtful = AttributionReport.doubtfulKinds.reduce(0) { $0 + count($1) }
        html.append(literal: "<dl class=\"figures\">")
        for (name, value) in [("Leads", report.leads), ("Messages with a code", count(.attributed) + count(.corrected)), ("Need a look", doubtful),
                              ("Without a code", count(.none)), ("Own messages", count(.own))] {
            html.append(utf8: "<div><dt>\(name)</dt><dd>\(Self.grouped(value))</dd></div>")
        }
        html.append(literal: "</dl>\n")
        if report.withoutCode > 0 {
            html.append(literal: "<p>")
            text(WithoutCode.sentence(report.withoutCode))
            html.append(literal: "</p>\n")
        }
    }

    mutating func writeCharts() {
        guard report.leads > 0 else { return }
        html.append(literal: "<section><h2>Leads by partner</h2>")
        let rows = report.partners.filter { $0.leads > 0 }
        html += BarChart.horizontal(rows.prefix(30).map { ($0.name, $0.leads) })
        if rows.count > 30 { html.append(utf8: "<p>The \(rows.count - 30) others are in the table below.</p>") }
        html.append(literal: "</section>\n")
        guard report.periods.count > 1 else { return }
        html.append(literal: "<section><h2>Leads over time</h2>")
        html += BarChart.columns(report.periods.map { ($0.name, $0.leads) }, label: "Leads over time")
        html.append(literal: "</section>\n")
    }

    mutating func writePartners() {
        html.append(literal: "<section><h2>Partners</h2>")
        HTMLReportStyle.beginTable(&html, label: "Partners")
        html.append(literal: "<thead><tr><th scope=\"col\">Partner</th><th scope=\"col\" class=\"n\">Leads</th>")
        html.append(literal: "<th scope=\"col\" class=\"n\">Messages</th><th scope=\"col\">First and last</th></tr></thead>")
        html.append(literal: "<tbody>\n")
        for row in report.partners {
            html.append(literal: "<tr><th scope=\"row\">")
            text(row.name)
            html.append(literal: " <small>")
            text(row.id.text + (row.status == .active ? "" : ", \(row.status.rawValue)"))
            html.append(utf8: "</small></th><td class=\"n\">\(row.leads)</td><td class=\"n\">\(row.messages)</td><td>")
            for day in [row.first, row.last].compactMap({ $0?.dayText }) { html.append(utf8: "<span>\(day)</span> ") }
            html.append(literal: "</td></tr>\n")
        }
        html.append(literal: "</tbody></table></div></section>\n")
    }

    mutating func writeConflicts() {
        guard !report.conflicts.isEmpty else { return }
        html.append(utf8: "<section><h2>People with codes of several partners <small>\(report.conflictCount)</small></h2><ul>\n")
        for conflict in report.conflicts {
            html.append(literal: "<li><strong>")
            text(shown(conflict.person))
            html.append(literal: "</strong> sent codes of ")
            text(conflict.partners.map(\.text).joined(separator: ", "))
            html.append(literal: "; counted for ")
            text(conflict.credited.map(\.text).joined(separator: ", "))
            html.append(literal: " <small>")
            text("\(place(conflict.first.source)):\(conflict.first.line)")
            html.append(literal: "</small></li>\n")
        }
        html.append(literal: "</ul></section>\n")
    }

    mutating func writeDoubtful(_ kind: Verdict.Kind) {
        guard let list = report.doubtful[kind], !list.isEmpty else { return }
        let total = report.verdicts[kind] ?? list.count
        html.append(utf8: "<section><h2>\(Self.heading(kind)) <small>\(total)</small></h2><p>\(Self.explanation(kind))</p><ul class=\"messages\">\n")
        for item in list {
            html.append(literal: "<li><blockquote>")
            marked(item.message.text, item.verdict.matched)
            html.append(literal: "</blockquote><p><small>")
            let line = "\(place(item.message.source)):\(item.message.line)"
            let facts = [shown(item.message.sender ?? ""), item.message.time?.minuteText ?? "", line]
            text(facts.filter { !$0.isEmpty }.joined(separator: " · "))
            html.append(literal: "</small> ")
            text(Self.answer(item.verdict))
            html.append(literal: "</p></li>\n")
        }
        html.append(literal: "</ul>")
        if total > list.count { html.append(utf8: "<p>… and \(total - list.count) more.</p>") }
        html.append(literal: "</section>\n")
    }
}

private extension HTMLReport {
    mutating func text(_ text: String) { html.append(htmlEscaping: text.utf8) }

    func shown(_ text: String) -> String { showsNumbers ? text : Masking.numbers(in: text) }
    func place(_ source: String) -> String { showsNumbers ? source : Masking.source(source) }

    /// The text with what was matched in `<mark>`, long texts cut around it. Masking keeps every place.
    mutating func marked(_ whole: String, _ matched: Range<Int>?) {
        let bytes = Array(whole.utf8)
        let visible = Array(shown(whole).utf8)
        let range = matched ?? 0..<0
        let start = Self.boundary(bytes, max(0, range.lowerBound - 300))
        let end = Self.boundary(bytes, min(bytes.count, range.upperBound + 600))
        if start > 0 { html.append(literal: "…") }
        html.append(htmlEscaping: visible[start..<max(start, range.lowerBound)])
        if !range.isEmpty {
            html.append(literal: "<mark>")
            html.append(htmlEscaping: bytes[range])
            html.append(literal: "</mark>")
        }
        html.append(htmlEscaping: visible[max(start, range.upperBound)..<end])
        if end < bytes.count { html.append(literal: "…") }
    }

    static func boundary(_ bytes: [UInt8], _ place: Int) -> Int {
        var place = place
        while place > 0, place < bytes.count, bytes[place] & 0xC0 == 0x80 { place -= 1 }
        return place
    }

    /// `12,345`
    static func grouped(_ number: Int) -> String {
        let digits = String(number)
        return digits.enumerated().map { offset, digit in
            (offset > 0 && (digits.count - offset).isMultiple(of: 3) ? "," : "") + String(digit)
        }.joined()
    }

    static func heading(_ kind: Verdict.Kind) -> String {
        switch kind {
        case .corrected: "Corrected"
        case .ambiguous: "Ambiguous"
        case .conflicting: "Conflicting"
        case .unknown: "Unknown codes"
        case .attributed, .none, .own: kind.rawValue
        }
    }

    static func explanation(_ kind: Verdict.Kind) -> String {
        switch kind {
        case .corrected: "One slip from exactly one code. Counted; look whether you agree."
        case .ambiguous: "It may be a code, of one partner or another, or something else. Not counted: ask the customer."
        case .conflicting: "Codes of two partners in one message. Not counted: ask the customer."
        case .unknown: "Announced as a code, but nobody's. Not counted: ask the customer to read it out again."
        case .attributed, .none, .own: ""
        }
    }

    static func answer(_ verdict: Verdict) -> String {
        if let code = verdict.code, let partner = verdict.partner { return "→ \(code) of \(partner)" }
        return VerdictText.candidates(verdict)
    }
}
