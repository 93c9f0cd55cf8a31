import Diagnostics
import StructuredText

/// How a service wants to be told.
package enum NotificationFormat: String, Sendable, CaseIterable {
    /// The notice itself, for a CRM.
    case json
    /// Slack's incoming webhooks.
    case slack
    /// `sendMessage` of a Telegram bot.
    case telegram

    /// The format for a service at `url`, where the settings do not say.
    init(guessedFor url: String) {
        self = if url.hasPrefix("https://hooks.slack.com/") { .slack } else if url.hasPrefix("https://api.telegram.org/") { .telegram } else { .json }
    }
}

/// Turns a notice into the request for a service.
package struct Notification {
    private let format: NotificationFormat
    private let url: Secret
    private let chat: String?
    private let header: Secret?
    /// Of a message so many are shown, in units of UTF-16: a letter with many marks, or a picture made of several, is one character to a reader and
    /// dozens to Telegram, which refuses texts of more than 4,096 (Bot API, `sendMessage`).
    private static let shownText = 1_000
    private static let shownName = 200

    /// Nil where the settings do not say where to send, or not whole; `problem` says what is missing.
    package static func reading(_ settings: ReceiverSettings) -> Result<Notification, Problem> {
        guard let url = settings.notifyURL else { return .failure(Problem(text: "`ATTRIBUTION_NOTIFY_URL` is not set, so nobody can be told of leads")) }
        guard url.text.hasPrefix("https://") || url.text.hasPrefix("http://") else {
            return .failure(Problem(text: "`ATTRIBUTION_NOTIFY_URL` is no address: it must begin with `https://`"))
        }
        let format: NotificationFormat
        if let named = settings.notifyFormat {
            guard let known = NotificationFormat(rawValue: named) else {
                return .failure(Problem(text: "`ATTRIBUTION_NOTIFY_FORMAT` must be `json`, `slack` or `telegram`"))
            }
            format = known
        } else {
            format = NotificationFormat(guessedFor: url.text)
        }
        if format == .telegram, settings.notifyChat == nil, !url.text.contains("chat_id=") {
            return .failure(Problem(text: "`ATTRIBUTION_NOTIFY_CHAT` must name the chat that the Telegram bot writes to"))
        }
        return .success(Notification(format: format, url: url, chat: settings.notifyChat, header: settings.notifyHeader))
    }

    /// What is wrong with the settings, without any of their values.
    package struct Problem: Error, Equatable, Sendable {
        package let text: String
    }

    /// The request for an entry of the outbox; nil for a content that is no notice.
    package func call(for entry: OutboxEntry) -> HTTPCall? {
        var problems: [Diagnostic] = []
        guard let notice = JSONReader.read(entry.content, path: "", dialect: .strict, into: &problems) else { return nil }
        var json = JSONWriter()
        switch format {
        case .json: json.bytes = entry.content
        case .slack: json.object { $0.member("text", Self.slackEscaped(Self.text(notice))) }
        case .telegram:
            json.object { json in
                if let chat { json.member("chat_id", chat) }
                json.member("text", Self.text(notice))
                json.key("link_preview_options")
                json.object { $0.member("is_disabled", true) }
            }
        }
        let headers = [Secret("Content-Type: application/json; charset=utf-8"), Secret("Idempotency-Key: \(entry.id)")]
        return HTTPCall(.post, url, headers: headers + (header.map { [$0] } ?? []), body: json.bytes)
    }

    /// What an answer means for the entry: anything but 2xx is tried again, unless it says that the request itself is wrong.
    package static func attempt(_ result: HTTPResult) -> OutboxService.Attempt {
        switch result {
        case .unreachable(let reason): return .unreachable(reason)
        case .answer(let answer):
            switch answer.status {
            case 200...299: return .delivered
            case 400, 410, 413, 414, 415, 422: return .refused("the service refused it with status \(answer.status)")
            case 300...399: return .postponed("the service sends us to another address (status \(answer.status)); the settings must name the final one", seconds: nil)
            default: return .postponed("the service answered with status \(answer.status)", seconds: answer.header("retry-after").flatMap { Int($0) })
            }
        }
    }
}

private extension Notification {
    static func text(_ notice: JSONValue) -> String {
        func value(_ key: String) -> String? { notice[key]?.string }
        let isRussian = value("language") == "ru"
        let isCorrected = value("verdict") == Verdict.Kind.corrected.rawValue
        let partner = shown(value("partnerName") ?? value("partner") ?? "", shownName)
        let code = value("code") ?? ""
        let headline = isRussian ? "Новый лид: \(partner), код \(code)" : "New lead: \(partner), code \(code)"
        let slip = isRussian ? " (в сообщении с опечаткой)" : " (with a slip in the message)"
        let person = [value("sender").map { shown($0, shownName) }, value("phone").map { "+" + $0 }].compactMap { $0 }
        let named = person.count == 2 && person[0].filter(\.isNumber) == person[1].filter(\.isNumber) ? [person[1]] : person
        return headline + (isCorrected ? slip : "") + "\n" + named.joined(separator: ", ") + "\n\n" + shown(value("text") ?? "", shownText)
    }

    /// The beginning of `text` in at most `limit` units of UTF-16, cut between characters.
    static func shown(_ text: String, _ limit: Int) -> String {
        if text.utf16.count <= limit { return text }
        var shown = ""
        var length = 0
        for character in text {
            length += character.utf16.count
            if length > limit { break }
            shown.append(character)
        }
        return shown + "…"
    }

    /// `&`, `<` and `>` are Slack's own signs (formatting text for app surfaces); so escaped, nobody's message can call the whole channel.
    static func slackEscaped(_ text: String) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}
