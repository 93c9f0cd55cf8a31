import Manifest
import PartnerCodes
import StructuredText

/// What a business is told of a new lead. Its JSON form is what a CRM gets, and what waits in the outbox.
struct LeadNotice: Equatable {
    var id: OutboxEntry.ID
    var message: Message
    var verdict: Verdict
    /// The partner's name, for people.
    var partnerName: String
    /// The language of the notice: `ru`, or English.
    var language: String

    /// `{"type":"lead","id":"…","time":"…","receivedAt":"…","partner":"hotel-sunrise","partnerName":"…","partnerStatus":"active","code":"KTM482",
    /// "verdict":"attributed","rule":"exact","channel":"meta","messageId":"wamid.…","sender":"Anna","phone":"66812345678","keys":["phone:66812345678"],
    /// "text":"…","language":"en"}`
    var json: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("type", "lead")
            json.member("id", id.text)
            json.memberOrNull("time", message.time?.iso8601)
            json.memberOrNull("receivedAt", message.receivedAt?.iso8601)
            json.memberOrNull("partner", verdict.partner?.text)
            json.member("partnerName", partnerName)
            json.memberOrNull("partnerStatus", verdict.partnerStatus?.rawValue)
            json.memberOrNull("code", verdict.code?.text)
            json.member("verdict", verdict.kind.rawValue)
            json.member("rule", verdict.rule.rawValue)
            json.member("channel", message.channel.rawValue)
            json.memberOrNull("messageId", message.id)
            json.memberOrNull("sender", message.sender)
            json.memberOrNull("phone", phone)
            json.member("keys", message.personKeys.map(\.text))
            json.member("text", message.text)
            json.member("language", language)
        }
        return json.bytes
    }

    private var phone: String? {
        message.personKeys.lazy.compactMap { if case .phone(let digits) = $0 { digits } else { nil } }.first
    }
}
