import StructuredText

/// The project's own lines: the lead log of `attribution receive` and the output of `attribution check --format jsonl`.
///
/// `{"type":"message","channel":"meta","id":"wamid.…","time":"2026-11-20T14:03:00Z","receivedAt":"…","sender":"Anna","keys":["phone:66…"],
/// "text":"…","verdict":"attributed",…}`. The verdict is not read but for `own`, because the messages are judged anew.
enum LeadLog {
    static func isRecord(_ value: JSONValue) -> Bool {
        guard let type = value["type"]?.string else { return false }
        return type == "message" && value["text"]?.string != nil && value["from"] == nil || type == "summary" && value["verdicts"] != nil
            || type == "diagnostic"
    }

    static func messages(_ value: JSONValue, _ origin: RecordOrigin) -> [Message] {
        guard value["type"]?.string == "message", let text = value["text"]?.string else { return [] }
        let sender = value["sender"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        var keys = value["keys"]?.array?.compactMap { $0.string.flatMap(PersonKey.init(text:)) } ?? []
        if keys.isEmpty, let sender { keys = (PersonKey(channelAddress: sender) ?? PersonKey(chatSender: Array(sender.utf8))).map { [$0] } ?? [] }
        return [Message(
            source: origin.source, line: origin.line, offset: origin.offset, id: value["id"]?.string,
            time: value["time"]?.string.flatMap(MessageTime.init(reading:)),
            receivedAt: value["receivedAt"]?.string.flatMap(MessageTime.init(reading:)), sender: sender, personKeys: keys,
            direction: value["verdict"]?.string == "own" ? .own : .inbound, flags: [],
            channel: value["channel"]?.string.flatMap(MessageChannel.init(rawValue:)) ?? .chat, text: text, referral: referral(value["referral"]))]
    }

    private static func referral(_ value: JSONValue?) -> AdReferral? {
        guard let value, value.members != nil else { return nil }
        return AdReferral(
            url: value["url"]?.string, id: value["id"]?.string, kind: value["kind"]?.string, headline: value["headline"]?.string,
            body: value["body"]?.string, click: value["click"]?.string)
    }
}

extension PersonKey {
    /// `phone:66812345678`, `user:US.1349…`, `name:Anna`: the form in which the lead log keeps it.
    package var text: String {
        switch self {
        case .phone(let digits): "phone:" + digits
        case .userID(let id): "user:" + id
        case .chatName(let name): "name:" + name
        }
    }

    /// The key that `text` is the form of; nil for any other text.
    package init?(text: String) {
        guard let colon = text.firstIndex(of: ":"), text.index(after: colon) < text.endIndex else { return nil }
        let rest = String(text[text.index(after: colon)...])
        switch text[..<colon] {
        case "phone": self = .phone(rest)
        case "user": self = .userID(rest)
        case "name": self = .chatName(rest)
        default: return nil
        }
    }
}
