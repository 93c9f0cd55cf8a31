import StructuredText

/// Payloads of the Meta Cloud API, as its webhook sends them: `entry[]`, `changes[]`, `messages[]` (webhooks overview and the reference of
/// messages, April to May 2026; business-scoped user ids, 28 May 2026).
///
/// Each payload may hold up to 1,000 messages of several people. Statuses and all other fields are passed over.
enum MetaPayload {
    static func isRecord(_ value: JSONValue) -> Bool {
        value["object"]?.string == "whatsapp_business_account" || value["entry"]?.array != nil
            || value["field"]?.string != nil && value["value"]?.members != nil || value["messaging_product"]?.string == "whatsapp"
    }

    static func messages(_ value: JSONValue, _ origin: RecordOrigin) -> [Message] {
        if let entries = value["entry"]?.array {
            return entries.flatMap { $0["changes"]?.array ?? [] }.flatMap { change($0, origin) }
        }
        // The sample that the developers' console sends holds a change alone, and some people save only its value.
        if value["field"] != nil { return change(value, origin) }
        return inbound(value, origin)
    }
}

private extension MetaPayload {
    static func change(_ change: JSONValue, _ origin: RecordOrigin) -> [Message] {
        guard let value = change["value"] else { return [] }
        switch change["field"]?.string {
        case "messages", nil:
            return inbound(value, origin)
        case "smb_message_echoes":
            return (value["message_echoes"]?.array ?? []).compactMap { message($0, contacts: [], origin, direction: .own) }
        default:
            return []
        }
    }

    static func inbound(_ value: JSONValue, _ origin: RecordOrigin) -> [Message] {
        let contacts = value["contacts"]?.array ?? []
        return (value["messages"]?.array ?? []).compactMap { message($0, contacts: contacts, origin, direction: .inbound) }
    }

    static func message(
        _ message: JSONValue, contacts: [JSONValue], _ origin: RecordOrigin, direction: MessageDirection
    ) -> Message? {
        guard let words = words(of: message) else { return nil }
        var flags = words.flags
        let context = message["context"]
        if context?["forwarded"]?.bool == true || context?["frequently_forwarded"]?.bool == true { flags.insert(.forwarded) }
        let person = direction == .own ? MetaPerson(keys: [], name: message["from"]?.string) : MetaPerson(message, contacts)
        let seconds = message["timestamp"].flatMap { $0.string.flatMap { Int($0) } ?? $0.number?.integer }
        return Message(
            source: origin.source, line: origin.line, offset: origin.offset, id: nonEmpty(message["id"]),
            time: seconds.flatMap(MessageTime.init(unixSeconds:)), receivedAt: nil, sender: person.name, personKeys: person.keys,
            direction: direction, flags: flags, channel: .meta, text: words.text, referral: referral(message["referral"]))
    }

    /// What the person wrote, and nothing that the business wrote: no payloads of buttons, no ids of lists, no automatic text of a flow. Nil
    /// for what is no message of a person: reactions, recalls, notices, unsupported kinds without any text to come.
    static func words(of message: JSONValue) -> (text: String, flags: MessageFlags)? {
        switch message["type"]?.string {
        case "text": (message["text"]?["body"]?.string ?? "", [])
        case "button": (message["button"]?["text"]?.string ?? "", [])
        case "interactive":
            (message["interactive"]?["button_reply"]?["title"]?.string ?? message["interactive"]?["list_reply"]?["title"]?.string ?? "", [])
        case let kind? where ["image", "video", "document"].contains(kind): (message[kind]?["caption"]?.string ?? "", .media)
        case "order": (message["order"]?["text"]?.string ?? "", [])
        case let kind? where ["audio", "voice", "sticker", "location", "contacts"].contains(kind): ("", .media)
        case "unsupported", "unknown": ("", [])
        case "edit": editedWords(of: message["edit"]?["message"])
        case nil: message["text"]?["body"]?.string.map { ($0, []) }
        default: nil
        }
    }

    static func editedWords(of inner: JSONValue?) -> (text: String, flags: MessageFlags)? {
        // An edit within an edit would be no message of Meta's; it ends here all the same.
        guard let inner, inner["type"]?.string != "edit", let words = words(of: inner) else { return nil }
        return (words.text, words.flags.union(.edited))
    }

    static func referral(_ value: JSONValue?) -> AdReferral? {
        guard let value, value.members != nil else { return nil }
        let referral = AdReferral(
            url: nonEmpty(value["source_url"]), id: nonEmpty(value["source_id"]), kind: nonEmpty(value["source_type"]),
            headline: nonEmpty(value["headline"]), body: nonEmpty(value["body"]), click: nonEmpty(value["ctwa_clid"]))
        return referral == AdReferral() ? nil : referral
    }

    static func nonEmpty(_ value: JSONValue?) -> String? {
        value?.string.flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// Who wrote a message of Meta's.
///
/// Since 2026 the telephone number may be left out: absent, empty, or replaced by the business-scoped user id in the number's own fields. So
/// each value is judged by its form, and the user id comes first (B5 of the notes on message sources; chatwoot #13837).
private struct MetaPerson {
    var keys: [PersonKey]
    var name: String?

    init(keys: [PersonKey], name: String?) {
        self.keys = keys
        self.name = name
    }

    init(_ message: JSONValue, _ contacts: [JSONValue]) {
        let contact = Self.contact(of: message, contacts)
        let given = [message["from_user_id"], contact?["user_id"], message["from"], contact?["wa_id"]]
            .compactMap { $0?.string.flatMap(PersonKey.init(channelAddress:)) }
        var keys: [PersonKey] = []
        for key in given where !keys.contains(key) { if case .userID = key { keys.append(key) } }
        for key in given where !keys.contains(key) { keys.append(key) }
        self.keys = keys
        let profile = contact?["profile"]
        let names = [profile?["name"], profile?["username"], message["from"], contact?["wa_id"], message["from_user_id"]]
        name = names.lazy.compactMap { $0?.string.flatMap { $0.isEmpty ? nil : $0 } }.first
    }

    /// The contact that shares an id with the message; the only one where there is but one and it states no other id.
    private static func contact(of message: JSONValue, _ contacts: [JSONValue]) -> JSONValue? {
        func ids(_ one: JSONValue?, _ other: JSONValue?) -> [String] {
            var ids: [String] = []
            if let id = one?.string, !id.isEmpty { ids.append(id) }
            if let id = other?.string, !id.isEmpty { ids.append(id) }
            return ids
        }
        let wanted = ids(message["from"], message["from_user_id"])
        for contact in contacts {
            for id in ids(contact["wa_id"], contact["user_id"]) where wanted.contains(id) { return contact }
        }
        guard contacts.count == 1, let only = contacts.first else { return nil }
        return wanted.isEmpty || ids(only["wa_id"], only["user_id"]).isEmpty ? only : nil
    }
}
