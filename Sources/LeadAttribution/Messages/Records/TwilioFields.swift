/// One message as Twilio has it, whatever the form: a saved request, an object of the REST list, a row of the console's table.
///
/// Names are compared without case and underscores, since requests write `MessageSid`, the REST list `date_sent`, SDK dumps `dateSent` and
/// the console `SentDate` (Twilio, messaging webhooks; twilio-oai d50069b).
struct TwilioFields {
    /// Some twenty, looked through in order: making the first dictionary costs the receiver, which is started for every message, more than this.
    private var fields: [Field] = []

    private struct Field {
        let key: String
        let value: String
    }

    /// `pairs` are names and values; the first of several values of a name counts.
    init(_ pairs: some Sequence<(name: String, value: String)>) {
        for (name, value) in pairs { fields.append(Field(key: Self.key(name), value: value)) }
    }

    /// `name` as it is compared.
    static func key(_ name: String) -> String {
        var key: [UInt8] = []
        for byte in name.utf8 where byte != 0x5F && byte != 0x20 { key.append(0x41...0x5A ~= byte ? byte | 0x20 : byte) }
        return String(decoding: key, as: UTF8.self)
    }

    /// Whether it is a message or a report on one at all.
    var isMessage: Bool {
        let hasID = ["sid", "messagesid", "smsmessagesid", "smssid"].contains { entered($0)?.hasPrefix("SM") ?? entered($0)?.hasPrefix("MM") ?? false }
        return hasID || entered("body") != nil && (entered("from") != nil || entered("waid") != nil)
    }

    /// The message; nil for a delivery report, and for anything that the business did not receive or send as a message.
    func message(_ origin: RecordOrigin) -> Message? {
        guard isMessage else { return nil }
        guard let direction else { return nil }
        var text = value("body") ?? ""
        if text.isEmpty { text = value("buttontext") ?? "" }
        var flags: MessageFlags = []
        if value("forwarded") == "true" || value("frequentlyforwarded") == "true" { flags.insert(.forwarded) }
        if let media = value("nummedia").flatMap({ Int($0) }), media > 0 { flags.insert(.media) }
        let time = ["datesent", "sentdate", "datecreated", "datesentutc", "dateupdated"].lazy.compactMap(value).first
        let from = value("from").map { $0.hasPrefix("whatsapp:") ? String($0.dropFirst("whatsapp:".count)) : $0 }
        return Message(
            source: origin.source, line: origin.line, offset: origin.offset, id: id, time: time.flatMap(MessageTime.init(reading:)), receivedAt: nil,
            sender: value("profilename") ?? from ?? value("waid").map { "+" + $0 }, personKeys: direction == .own ? [] : personKeys,
            direction: direction, flags: flags, channel: .twilio, text: text, referral: referral)
    }

    /// The time that is given and that cannot be read.
    var unreadableTime: String? {
        let time = ["datesent", "sentdate", "datecreated"].lazy.compactMap(value).first
        return time.flatMap { MessageTime(reading: $0) == nil ? $0 : nil }
    }
}

private extension TwilioFields {
    /// As it came, empty or not.
    func entered(_ key: String) -> String? {
        for field in fields where field.key == key { return field.value }
        return nil
    }

    /// Not empty, and not `null` as scripts print it.
    func value(_ key: String) -> String? {
        guard let value = entered(key), !value.isEmpty, value != "null", value != "None" else { return nil }
        return value
    }

    var id: String? { ["messagesid", "sid", "smsmessagesid", "smssid"].lazy.compactMap(value).first }

    /// The log states it; a request is inbound when its status is `received`, which delivery reports never have.
    var direction: MessageDirection? {
        if let stated = value("direction") { return stated.lowercased().hasPrefix("inbound") ? .inbound : .own }
        if let status = value("smsstatus") ?? value("messagestatus") ?? value("status") {
            return status.lowercased() == "received" || status.lowercased() == "receiving" ? .inbound : nil
        }
        return value("body") == nil && value("buttontext") == nil && value("nummedia") == nil ? nil : .inbound
    }

    /// The user id first, because a person keeps it when the number is hidden; `From` may hold either.
    var personKeys: [PersonKey] {
        let given = ["externaluseridentifier", "waid", "from"].compactMap { value($0).flatMap(PersonKey.init(channelAddress:)) }
        var keys: [PersonKey] = []
        for isUserID in [true, false] {
            for key in given where !keys.contains(key) {
                if case .userID = key, isUserID { keys.append(key) }
                if case .phone = key, !isUserID { keys.append(key) }
            }
        }
        return keys
    }

    var referral: AdReferral? {
        let referral = AdReferral(
            url: value("referralsourceurl"), id: value("referralsourceid"), kind: value("referralsourcetype"), headline: value("referralheadline"),
            body: value("referralbody"), click: value("referralctwaclid"))
        return referral == AdReferral() ? nil : referral
    }
}
