import ByteText
import Diagnostics
import StructuredText

/// What a signed request delivers. The same readers as for saved requests take it apart, so that live and later mean the same.
enum Delivery {
    /// The messages of Meta's `body`; nil where it is no JSON in UTF-8. What is no message of a person, or of another product, gives none.
    static func meta(_ body: [UInt8]) -> [Message]? {
        guard let value = json(body) else { return nil }
        return value["object"]?.string == "whatsapp_business_account" ? MetaPayload.messages(value, origin("meta")) : []
    }

    /// The message of a form of Twilio; none for a report on a delivery.
    static func twilio(_ form: [(name: [UInt8], value: [UInt8])]) -> [Message] {
        let fields = TwilioFields(form.map { (String(decoding: $0.name, as: UTF8.self), String(decoding: $0.value, as: UTF8.self)) })
        return fields.message(origin("twilio")).map { [$0] } ?? []
    }

    /// The messages of Twilio's JSON; nil where it is no JSON in UTF-8.
    static func twilioJSON(_ body: [UInt8]) -> [Message]? {
        guard let value = json(body) else { return nil }
        if case .messages(let messages) = TwilioJSON.read(value, origin("twilio")) { return messages }
        return []
    }

    private static func json(_ body: [UInt8]) -> JSONValue? {
        var problems: [Diagnostic] = []
        return JSONReader.read(body, path: "body", dialect: .strict, into: &problems)
    }

    private static func origin(_ channel: String) -> RecordOrigin { RecordOrigin(source: channel, line: 1, offset: 0) }
}
