import Manifest
import PartnerCodes
import StructuredText

/// The report for a spreadsheet: a row for each message that carries a code or needs an eye. Formulas cannot get in (`CSVWriter`).
package struct CSVReport {
    private var csv = CSVWriter(marksEncoding: true)
    private let showsNumbers: Bool

    /// A report of no message yet; numbers are masked unless `showsNumbers`.
    package init(showsNumbers: Bool) {
        self.showsNumbers = showsNumbers
        csv.row(["verdict", "partner", "code", "partnerStatus", "time", "sender", "text", "matched", "rule", "candidates", "source", "line"])
    }

    /// Adds `message` if its verdict is more than “none” and it is a customer's.
    package mutating func add(_ message: Message, _ verdict: Verdict) {
        guard verdict.kind != .none, verdict.kind != .own else { return }
        let matched = verdict.matched.map { String(decoding: Array(message.text.utf8)[$0], as: UTF8.self) } ?? ""
        let sender = message.sender ?? ""
        let candidates = verdict.candidates.map { "\($0.code) \($0.partner)" }.joined(separator: "; ")
        csv.row([
            verdict.kind.rawValue, verdict.partner?.text ?? "", verdict.code?.text ?? "", verdict.partnerStatus?.rawValue ?? "",
            message.time?.iso8601 ?? "",
            showsNumbers ? sender : Masking.numbers(in: sender), showsNumbers ? message.text : Masking.numbers(in: message.text), matched,
            verdict.rule.rawValue, candidates, showsNumbers ? message.source : Masking.source(message.source), String(message.line),
        ])
    }

    /// What was added since the last call.
    package mutating func takeBytes() -> [UInt8] { csv.takeBytes() }
}
