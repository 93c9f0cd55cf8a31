import ByteText
import Diagnostics
import StructuredText

/// Replies through Meta's messages endpoint (Cloud API, `POST /PHONE_NUMBER_ID/messages`), by the outbox.
///
/// A text may be sent within 24 hours after the person's last message. A person is addressed by the number in `to`; one whose number is not
/// shown by the user id in `recipient`, for in `to` Meta would take its digits for a number and drop the message in silence (business-scoped user ids,
/// May 2026; chatwoot #15150).
package struct MetaReply: Sendable {
    static let usualAddress = "https://graph.facebook.com/v26.0"
    /// In seconds.
    static let window = 24 * 3_600

    private let url: Secret
    private let token: Secret

    /// Nil where the settings have no key for replies; a problem says what is missing, and no value.
    package static func reading(_ settings: ReceiverSettings) -> Result<MetaReply?, Notification.Problem> {
        guard settings.metaAccessToken != nil || settings.metaPhoneNumberID != nil else { return .success(nil) }
        guard let token = settings.metaAccessToken, let number = settings.metaPhoneNumberID else {
            let missing = settings.metaAccessToken == nil ? "META_ACCESS_TOKEN" : "META_PHONE_NUMBER_ID"
            return .failure(Notification.Problem(text: "`\(missing)` is not set, so Meta's customers cannot be answered"))
        }
        guard !number.isEmpty, number.utf8.allSatisfy(\.isASCIIDigit) else {
            return .failure(Notification.Problem(text: "`META_PHONE_NUMBER_ID` must be the digits that Meta shows below the number"))
        }
        guard let address = ServiceAddress(settings.metaAPIURL ?? usualAddress) else {
            return .failure(Notification.Problem(text: "`META_API_URL` must begin with `https://`"))
        }
        return .success(MetaReply(url: Secret("\(address.text)/\(number)/messages"), token: token))
    }

    /// What waits in the outbox: `{"type":"reply","key":"phone:66812345678","messageId":"wamid.…","text":"…","notAfter":1763729000}`. Nil for a message
    /// that cannot be answered: nobody wrote it, or too long ago.
    static func entry(answering message: Message, with text: String, now: Int) -> OutboxEntry? {
        guard let id = message.id, let sent = (message.time ?? message.receivedAt)?.secondsForOrdering, now < sent + window else { return nil }
        let phone = message.personKeys.first { if case .phone = $0 { true } else { false } }
        let user = message.personKeys.first { if case .userID = $0 { true } else { false } }
        guard let key = phone ?? user else { return nil }
        var json = JSONWriter()
        json.object { json in
            json.member("type", "reply")
            json.member("key", key.text)
            json.member("messageId", id)
            json.member("text", text)
            json.member("notAfter", sent + window)
        }
        return OutboxEntry(OutboxEntry.ID(of: id, for: .reply), for: .reply, createdAt: now, content: json.bytes)
    }

    /// Makes the request for an entry by `client`, at `now` in seconds since 1970 UTC.
    package func send(_ entry: OutboxEntry, now: Int, by client: any HTTPClient) -> OutboxService.Attempt {
        var problems: [Diagnostic] = []
        guard let content = JSONReader.read(entry.content, path: "", dialect: .strict, into: &problems), let text = content["text"]?.string,
              let key = content["key"]?.string.flatMap(PersonKey.init(text:)), let notAfter = content["notAfter"]?.number?.integer
        else { return .refused("the entry is damaged") }
        guard now < notAfter else { return .dropped(Self.tooLate) }
        return Self.attempt(client.send(call(to: key, text, answering: content["messageId"]?.string)))
    }

    private static let tooLate = "a reply came too late: Meta takes it within 24 hours after the customer's message"

    func call(to key: PersonKey, _ text: String, answering id: String?) -> HTTPCall {
        var json = JSONWriter()
        json.object { json in
            json.member("messaging_product", "whatsapp")
            json.member("recipient_type", "individual")
            switch key {
            case .phone(let digits): json.member("to", digits)
            case .userID(let id): json.member("recipient", id)
            case .chatName: break
            }
            if let id {
                json.key("context")
                json.object { $0.member("message_id", id) }
            }
            json.member("type", "text")
            json.key("text")
            json.object { json in
                json.member("preview_url", false)
                json.member("body", text)
            }
        }
        let headers = [Secret("Content-Type: application/json; charset=utf-8"), Secret("Authorization: Bearer " + token.text)]
        return HTTPCall(.post, url, headers: headers, body: json.bytes)
    }

    /// What Meta's answer means (Cloud API, error codes, 2026): 131047 the window is over; 4, 80007, 130429, 131048 and 131056 too many messages; 131000
    /// and 131016 Meta is out of order for a moment. A key that is wrong may be repaired in time.
    static func attempt(_ result: HTTPResult) -> OutboxService.Attempt {
        guard case .answer(let answer) = result else { return Notification.attempt(result) }
        if 200...299 ~= answer.status { return .delivered }
        var problems: [Diagnostic] = []
        let code = JSONReader.read(answer.body, path: "", dialect: .strict, into: &problems)?["error"]?["code"]?.number?.integer
        let words = "Meta answered with status \(answer.status)" + (code.map { " and error \($0)" } ?? "")
        switch code {
        case 131_047: return .dropped(tooLate)
        case 0, 4, 10, 190, 80_007, 130_429, 131_000, 131_016, 131_048, 131_056: return .postponed(words, seconds: answer.header("retry-after").flatMap { Int($0) })
        default: break
        }
        if case .postponed(_, let seconds) = Notification.attempt(result) { return .postponed(words, seconds: seconds) }
        return .refused(words)
    }
}
