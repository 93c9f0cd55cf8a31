import ByteText
import Disk

/// The whole of receiving, from a request to an answer. Read this first.
///
/// request → address, method, type and length → body → signature → messages → lead log, on the disk → answer. What is refused on the way
/// changes nothing. The manifest is not needed, so an answer costs the same with any number of codes, and a manifest that is being replaced
/// loses nothing: whose lead it is, `LeadWatch` and `attribution check` find out.
package struct Receiver {
    private let settings: ReceiverSettings
    private let now: Int
    private let store: ([Message], Int) throws(FileError) -> Int
    private let reply: (Message) -> String?

    /// A receiver at the moment `now`, in seconds since 1970 UTC, that keeps messages in the folder that `settings` name. `reply` says what to answer
    /// to a new message of Twilio's, if anything; it is asked when the message is on the disk, and what it cannot do is its own matter.
    package init(_ settings: ReceiverSettings, now: Int, reply: @escaping (Message) -> String? = { _ in nil }) {
        self.init(settings, now: now, reply: reply) { (messages, now) throws(FileError) in
            guard let path = settings.leadsPath else {
                throw FileError(.write, "ATTRIBUTION_LEADS", code: 0, reason: "the folder of the lead log is not set")
            }
            return try LeadLogStore(path: path).store(messages, now: now)
        }
    }

    /// `store` keeps messages durably and says how many were new.
    init(_ settings: ReceiverSettings, now: Int, reply: @escaping (Message) -> String? = { _ in nil }, store: @escaping ([Message], Int) throws(FileError) -> Int) {
        self.settings = settings
        self.now = now
        self.reply = reply
        self.store = store
    }

    /// A receiver without a disk: messages go to `keep`, and all of them are new.
    package init(_ settings: ReceiverSettings, now: Int, keep: @escaping ([Message]) -> Void) {
        self.init(settings, now: now) { (messages, _) throws(FileError) in
            keep(messages)
            return messages.count
        }
    }

    /// What came of a request.
    package struct Outcome: Equatable, Sendable {
        package var response: CGIResponse
        /// How many messages were stored that were not known before.
        package var added = 0
        /// What the web person should know, for the server's log; it holds no secret and nothing of the sender's.
        package var complaint: String?
        /// How many bytes of the body were announced and not read. Some servers take a program that leaves them for a broken one.
        package var unread = 0

        init(_ response: CGIResponse, added: Int = 0, complaint: String? = nil) {
            self.response = response
            self.added = added
            self.complaint = complaint
        }

        init(_ status: HTTPStatus, _ complaint: String? = nil) {
            self.init(CGIResponse(status), complaint: complaint)
        }
    }

    /// Answers `request`, whose body `body` gives. Never reads more of it than was announced, nor more than the limit.
    package func answer(_ request: CGIRequest, body: any ByteSource) -> Outcome {
        switch accept(request) {
        case .message(let channel, let length): return receive(request, length, body, from: channel)
        case .handshake: return handshake(request)
        case .refused(let response):
            var outcome = Outcome(response)
            if case .bytes(let count) = request.bodyLength { outcome.unread = count }
            return outcome
        }
    }
}

private extension Receiver {
    /// What a request is by its head alone.
    enum Kind {
        case handshake
        case message(MessageChannel, length: Int)
        case refused(CGIResponse)
    }

    func accept(_ request: CGIRequest) -> Kind {
        switch (request.path, request.method) {
        case ("/meta", "GET"): .handshake
        case ("/meta", "POST"): accept(request, types: [Self.json], signature: request.metaSignature, for: .meta)
        case ("/twilio", "POST"): accept(request, types: [Self.form, Self.json], signature: request.twilioSignature, for: .twilio)
        case ("/meta", _): .refused(CGIResponse(.methodNotAllowed, allow: "GET, POST"))
        case ("/twilio", _): .refused(CGIResponse(.methodNotAllowed, allow: "POST"))
        default: .refused(CGIResponse(.notFound))
        }
    }

    func accept(_ request: CGIRequest, types: [String], signature: String?, for channel: MessageChannel) -> Kind {
        let type = MediaType(request.contentType ?? "")
        guard types.contains(type.name), type.isUTF8, ["", "identity"].contains(request.contentEncoding?.lowercased() ?? "") else {
            return .refused(CGIResponse(.unsupportedMediaType))
        }
        switch BodyReader.Announcement(request.bodyLength) {
        case .refused(let status): return .refused(CGIResponse(status))
        case .bytes(let length): return signature == nil ? .refused(CGIResponse(.forbidden)) : .message(channel, length: length)
        }
    }

    static var json: String { "application/json" }
    static var form: String { "application/x-www-form-urlencoded" }

    /// Meta asks once whether the address is ours (create-webhook-endpoint, April 2026): the challenge is the whole answer.
    func handshake(_ request: CGIRequest) -> Outcome {
        guard let token = settings.metaVerifyToken else { return Outcome(.serviceUnavailable, "META_VERIFY_TOKEN is not set") }
        let given = request.queryValues("hub.verify_token")
        guard request.queryValues("hub.mode").map({ String(decoding: $0, as: UTF8.self) }) == ["subscribe"], given.count == 1,
              ConstantTime.areEqual(given[0], token.bytes) else { return Outcome(.forbidden) }
        let challenge = request.queryValues("hub.challenge")
        guard challenge.count == 1, 1...1_024 ~= challenge[0].count, challenge[0].allSatisfy({ 0x20...0x7E ~= $0 }) else { return Outcome(.badRequest) }
        return Outcome(CGIResponse(.ok, contentType: "text/plain", body: challenge[0]))
    }

    func receive(_ request: CGIRequest, _ length: Int, _ source: any ByteSource, from channel: MessageChannel) -> Outcome {
        do throws(FileError) {
            guard let body = try BodyReader.read(length, from: source) else { return Outcome(.badRequest) }
            if channel == .meta { return try receiveMeta(request, body) }
            return try receiveTwilio(request, body, isJSON: MediaType(request.contentType ?? "").name == Self.json)
        } catch {
            // Meta and Twilio send again after any 5xx; nothing was accepted.
            return Outcome(error.reason == "the disk is full" ? .insufficientStorage : .internalServerError, "cannot store messages: `\(error.path)`: \(error.reason)")
        }
    }

    func receiveMeta(_ request: CGIRequest, _ body: [UInt8]) throws(FileError) -> Outcome {
        guard let secret = settings.metaAppSecret else { return Outcome(.serviceUnavailable, "META_APP_SECRET is not set") }
        guard let signature = request.metaSignature, MetaSignature.isValid(signature, body: body, secret: secret) else {
            return Outcome(.forbidden, "a request to /meta is not signed with META_APP_SECRET")
        }
        guard let messages = Delivery.meta(body) else { return Outcome(.badRequest, "a signed request to /meta is no JSON") }
        return Outcome(CGIResponse(.ok), added: try store(messages, now))
    }

    func receiveTwilio(_ request: CGIRequest, _ body: [UInt8], isJSON: Bool) throws(FileError) -> Outcome {
        guard settings.twilioAuthToken != nil || settings.twilioSharedKey != nil else { return Outcome(.serviceUnavailable, "TWILIO_AUTH_TOKEN is not set") }
        let form = isJSON ? [] : FormPairs.read(body)
        let method = TwilioSignature.Method(
            settings: request.twilioSignatureSettings, token: settings.twilioAuthToken, sharedKey: settings.twilioSharedKey)
        let addresses = WebhookAddress.candidates(request, settings)
        guard let signature = request.twilioSignature, let method,
              TwilioSignature.isValid(signature, urls: addresses, form: form, method: method),
              !isJSON || TwilioSignature.promises(request.queryValues("bodySHA256"), body: body) else {
            let isConfigured = settings.webhookURL != nil || settings.twilioWebhookURL != nil
            return Outcome(.forbidden, "a request to /twilio is not signed with TWILIO_AUTH_TOKEN for "
                + (isConfigured ? "the address in WEBHOOK_URL or TWILIO_WEBHOOK_URL" : "the address that this server sees; behind a proxy set WEBHOOK_URL"))
        }
        guard let messages = isJSON ? Delivery.twilioJSON(body) : Delivery.twilio(form) else {
            return Outcome(.badRequest, "a signed request to /twilio is no JSON")
        }
        let added = try store(messages, now)
        // JSON comes from Twilio's event streams, which pass no answer on.
        let text = !isJSON && added == 1 ? messages.first.flatMap(reply) : nil
        return Outcome(CGIResponse(.ok, contentType: "text/xml", body: text.map(TwilioAnswer.message) ?? TwilioAnswer.silence), added: added)
    }
}

/// Answers in TwiML (Twilio, messaging markup). Plain text would be sent to the customer.
enum TwilioAnswer {
    /// Says nothing to the customer.
    static let silence = Array(#"<?xml version="1.0" encoding="UTF-8"?><Response></Response>"#.utf8)

    /// Sends `text` to the customer.
    static func message(_ text: String) -> [UInt8] {
        var xml = Array(#"<?xml version="1.0" encoding="UTF-8"?><Response><Message>"#.utf8)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": xml.append(utf8: "&amp;")
            case "<": xml.append(utf8: "&lt;")
            case ">": xml.append(utf8: "&gt;")
            case "\n", "\t", " "..."\u{D7FF}", "\u{E000}"..."\u{FFFD}", "\u{10000}"...: xml.append(utf8: String(scalar))
            // No character of XML 1.0 (section 2.2).
            default: break
            }
        }
        xml.append(utf8: "</Message></Response>")
        return xml
    }
}
