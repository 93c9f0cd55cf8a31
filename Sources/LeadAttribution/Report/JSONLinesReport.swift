import Manifest
import PartnerCodes
import StructuredText

/// The report for programs: one JSON object a message, then one `summary`. The order of members is fixed (`formats.md`, “Verdicts”).
package enum JSONLinesReport {
    /// The line for a message, with its line feed. `evidence` and `referral` come last, and only where there is something to say.
    package static func line(_ message: Message, _ verdict: Verdict, evidence: EvidenceFinder.Evidence? = nil) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("type", "message")
            json.member("source", message.source)
            json.member("line", message.line)
            json.memberOrNull("id", message.id)
            json.memberOrNull("time", message.time?.iso8601)
            json.memberOrNull("sender", message.sender)
            json.member("text", message.text)
            json.member("verdict", verdict.kind.rawValue)
            json.memberOrNull("code", verdict.code?.text)
            json.memberOrNull("partner", verdict.partner?.text)
            json.memberOrNull("partnerStatus", verdict.partnerStatus?.rawValue)
            json.memberOrNull("matched", verdict.matched.map { String(decoding: Array(message.text.utf8)[$0], as: UTF8.self) })
            json.member("rule", verdict.rule.rawValue)
            json.key("candidates")
            json.array { json in for candidate in verdict.candidates { write(candidate, to: &json) } }
            if let evidence { write(evidence, to: &json) }
            if let referral = message.referral { write(referral, to: &json) }
        }
        return json.bytes + [0x0A]
    }

    /// The last line.
    package static func summary(_ report: AttributionReport) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("type", "summary")
            json.member("messages", report.messages)
            json.member("leads", report.leads)
            json.key("partners")
            json.array { json in
                for row in report.partners {
                    json.object { json in
                        json.member("partner", row.id.text)
                        json.member("messages", row.messages)
                        json.member("leads", row.leads)
                        json.memberOrNull("first", row.first?.iso8601)
                        json.memberOrNull("last", row.last?.iso8601)
                    }
                }
            }
            json.key("verdicts")
            json.object { json in
                for kind in Verdict.Kind.allCases { if let count = report.verdicts[kind] { json.member(kind.rawValue, count) } }
            }
            json.member("repeated", report.repeated)
            json.member("conflictingPersons", report.conflictCount)
        }
        return json.bytes + [0x0A]
    }
}

private extension JSONLinesReport {
    static func write(_ candidate: Verdict.Candidate, to json: inout JSONWriter) {
        json.object { json in
            json.member("code", candidate.code.text)
            json.member("partner", candidate.partner.text)
            json.member("distance", candidate.distance)
        }
    }

    static func write(_ evidence: EvidenceFinder.Evidence, to json: inout JSONWriter) {
        json.key("evidence")
        json.object { json in
            switch evidence {
            case .ownMessage(let partner):
                json.member("kind", "own-message")
                json.member("partner", partner.text)
            case .named(let partner):
                json.member("kind", "named")
                json.member("partner", partner.text)
            case .generalMessage: json.member("kind", "general-message")
            }
        }
    }
}

extension JSONLinesReport {
    /// The member `referral`; the lead log has it, too.
    static func write(_ referral: AdReferral, to json: inout JSONWriter) {
        json.key("referral")
        json.object { json in
            for (key, value) in [("url", referral.url), ("id", referral.id), ("kind", referral.kind), ("headline", referral.headline),
                                 ("body", referral.body), ("click", referral.click)] {
                if let value { json.member(key, value) }
            }
        }
    }
}
