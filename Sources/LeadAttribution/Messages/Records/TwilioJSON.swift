import StructuredText

/// Twilio's JSON: the REST list with its `messages`, single messages of a bulk export or of a script's dump, and errors of the API.
enum TwilioJSON {
    static func read(_ value: JSONValue, _ origin: RecordOrigin) -> JSONMessages.Outcome {
        if let list = value["messages"]?.array {
            return .messages(list.compactMap { scalars($0).message(origin) })
        }
        let fields = scalars(value)
        if fields.isMessage { return .messages(fields.message(origin).map { [$0] } ?? []) }
        if let error = failure(value) { return .failure(error) }
        return .unknown
    }

    private static func scalars(_ value: JSONValue) -> TwilioFields {
        TwilioFields((value.members ?? []).compactMap { member in text(member.value).map { (member.key, $0) } })
    }

    private static func text(_ value: JSONValue) -> String? {
        switch value.content {
        case .string(let text): text
        case .number(let number): number.text
        case .bool(let flag): flag ? "true" : "false"
        default: nil
        }
    }

    /// `{code, message, more_info, status}` of Twilio, `{"error":{"message":…,"code":…}}` of Meta.
    private static func failure(_ value: JSONValue) -> String? {
        let error = value["error"].flatMap { $0.members == nil ? nil : $0 } ?? value
        guard let message = error["message"]?.string, error["code"] != nil || error["status"] != nil else { return nil }
        return (error["code"]?.number).map { "\(message) (\($0.text))" } ?? message
    }
}
