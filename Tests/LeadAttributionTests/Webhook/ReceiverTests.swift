import ByteText
import Disk
@testable import LeadAttribution
import Testing

/// A request under test: the variables of the server and a body, signed unless told otherwise.
struct TestRequest {
    var variables: [String: String]
    var body: [UInt8]

    static let settings = ReceiverSettings {
        ["META_APP_SECRET": "app-secret", "META_VERIFY_TOKEN": "word &+", "TWILIO_AUTH_TOKEN": "12345", "WEBHOOK_URL": "https://x.example/hook"][$0]
    }

    static func meta(_ body: String) -> TestRequest {
        let bytes = Array(body.utf8)
        return TestRequest(variables: [
            "REQUEST_METHOD": "POST", "PATH_INFO": "/meta", "CONTENT_TYPE": "application/json", "CONTENT_LENGTH": String(bytes.count),
            "HTTP_X_HUB_SIGNATURE_256": "sha256=" + Hexadecimal.encode(HMAC.sha256(bytes, key: Array("app-secret".utf8))),
        ], body: bytes)
    }

    static func message(_ id: String, _ text: String, from: String = "66812345678") -> String {
        #"{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"messaging_product":"whatsapp","#
            + #""contacts":[{"profile":{"name":"Ann"},"wa_id":"\#(from)"}],"messages":[{"from":"\#(from)","id":"\#(id)","timestamp":"1763642580","type":"text","text":{"body":"\#(text)"}}]}}]}]}"#
    }

    static func twilio(_ body: String, query: String = "", type: String = "application/x-www-form-urlencoded; charset=UTF-8") -> TestRequest {
        let bytes = Array(body.utf8)
        let url = "https://x.example/hook/twilio" + (query.isEmpty ? "" : "?" + query)
        let parameters = type.hasPrefix("application/json") ? [] : TwilioSignature.signedParameters(FormPairs.read(bytes))
        return TestRequest(variables: [
            "REQUEST_METHOD": "POST", "PATH_INFO": "/twilio", "CONTENT_TYPE": type, "CONTENT_LENGTH": String(bytes.count), "QUERY_STRING": query,
            "HTTP_X_TWILIO_SIGNATURE": Base64.encode(HMAC.sha1(Array(url.utf8) + parameters, key: Array("12345".utf8))),
        ], body: bytes)
    }

    static func get(_ path: String, _ query: String) -> TestRequest {
        TestRequest(variables: ["REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": query], body: [])
    }

    func with(_ name: String, _ value: String?) -> TestRequest {
        var copy = self
        copy.variables[name] = value
        return copy
    }

    /// The answer, and the texts that were stored.
    func answer(_ settings: ReceiverSettings = TestRequest.settings) -> (outcome: Receiver.Outcome, stored: [String]) {
        let kept = KeptTexts()
        let receiver = Receiver(settings, now: 1_763_642_600) { (messages, _) throws(FileError) in
            kept.texts += messages.map(\.text)
            return messages.count
        }
        let request = CGIRequest { variables[$0].flatMap { $0.isEmpty ? nil : $0 } }
        return (receiver.answer(request, body: MemorySource(body, pieces: [7, 100])), kept.texts)
    }
}

/// What a receiver under test stored. A class, because its closure keeps it.
private final class KeptTexts {
    var texts: [String] = []
}

@Suite struct ReceiverTests {
    @Test func `Meta's handshake is answered with the challenge alone`() {
        let answer = TestRequest.get("/meta", "hub.mode=subscribe&hub.verify_token=word+%26%2B&hub.challenge=1158201444").answer().outcome
        #expect(answer.response == CGIResponse(.ok, contentType: "text/plain", body: Array("1158201444".utf8)))
        #expect(String(decoding: answer.response.bytes, as: UTF8.self) == """
            Status: 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 10\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n\r\n1158201444
            """)
    }

    @Test(arguments: [
        ("hub.mode=subscribe&hub.verify_token=word&hub.challenge=1", 403), ("hub.mode=subscribe&hub.challenge=1", 403),
        ("hub.mode=unsubscribe&hub.verify_token=word+%26%2B&hub.challenge=1", 403), ("hub.verify_token=word+%26%2B&hub.challenge=1", 403), ("", 403),
        ("hub.mode=subscribe&hub.verify_token=word+%26%2B&hub.verify_token=x&hub.challenge=1", 403),
        ("hub.mode=subscribe&hub.verify_token=word+%26%2B", 400), ("hub.mode=subscribe&hub.verify_token=word+%26%2B&hub.challenge=", 400),
        ("hub.mode=subscribe&hub.verify_token=word+%26%2B&hub.challenge=%0D%0AX", 400),
    ])
    func `a handshake without the word is refused`(_ query: String, _ status: Int) {
        let answer = TestRequest.get("/meta", query).answer().outcome
        #expect(answer.response.status.rawValue == status)
        #expect(answer.response.body == [])
    }

    @Test func `signed messages are stored and answered as each channel wants it`() {
        let meta = TestRequest.meta(TestRequest.message("wamid.A", "Код: KTM482")).answer()
        #expect(meta.stored == ["Код: KTM482"] && meta.outcome == Receiver.Outcome(CGIResponse(.ok), added: 1))
        let twilio = TestRequest.twilio("MessageSid=SM1&From=whatsapp%3A%2B66812345678&Body=%D0%9A%D0%BE%D0%B4+1&SmsStatus=received&Empty=").answer()
        #expect(twilio.stored == ["Код 1"])
        #expect(twilio.outcome.response == CGIResponse(.ok, contentType: "text/xml", body: Array(#"<?xml version="1.0" encoding="UTF-8"?><Response></Response>"#.utf8)))
        let json = #"{"sid":"SM1","from":"whatsapp:+66812345678","body":"hi","direction":"inbound"}"#
        let hash = Hexadecimal.encode(SHA256.digest(Array(json.utf8)))
        #expect(TestRequest.twilio(json, query: "bodySHA256=\(hash)", type: "application/json").answer().stored == ["hi"])
    }

    static let good = TestRequest.meta(TestRequest.message("wamid.A", "hi"))
    static let form = TestRequest.twilio("MessageSid=SM1&From=whatsapp%3A%2B66812345678&Body=hi&SmsStatus=received")

    @Test(arguments: [
        ("another address", good.with("PATH_INFO", "/other"), 404), ("no address", good.with("PATH_INFO", nil), 404),
        ("a slash more", good.with("PATH_INFO", "/meta/"), 404), ("a climbing address", good.with("PATH_INFO", "/../meta"), 404),
        ("capital letters", good.with("PATH_INFO", "/META"), 404), ("a zero in the address", good.with("PATH_INFO", "/meta\0"), 404),
        ("another method", good.with("REQUEST_METHOD", "PUT"), 405), ("a method in small letters", good.with("REQUEST_METHOD", "post"), 405),
        ("no method", good.with("REQUEST_METHOD", nil), 405), ("HEAD", good.with("REQUEST_METHOD", "HEAD"), 405),
        ("GET at Twilio's", form.with("REQUEST_METHOD", "GET"), 405),
        ("no type", good.with("CONTENT_TYPE", nil), 415), ("a form at Meta's", good.with("CONTENT_TYPE", "application/x-www-form-urlencoded"), 415),
        ("plain text", good.with("CONTENT_TYPE", "text/plain"), 415), ("UTF-16", good.with("CONTENT_TYPE", "application/json; charset=utf-16"), 415),
        ("packed", good.with("HTTP_CONTENT_ENCODING", "gzip"), 415), ("multipart at Twilio's", form.with("CONTENT_TYPE", "multipart/form-data; boundary=x"), 415),
        ("no length", good.with("CONTENT_LENGTH", nil), 411), ("ten megabytes", good.with("CONTENT_LENGTH", "10485760"), 413),
        ("an endless number", good.with("CONTENT_LENGTH", "99999999999999999999999"), 413), ("a negative length", good.with("CONTENT_LENGTH", "-1"), 400),
        ("a length with a sign", good.with("CONTENT_LENGTH", "+5"), 400), ("a length in words", good.with("CONTENT_LENGTH", "ten"), 400),
        ("a length too long", good.with("CONTENT_LENGTH", String(good.body.count + 1)), 400),
        ("a length too short", good.with("CONTENT_LENGTH", String(good.body.count - 1)), 403), ("an empty body", good.with("CONTENT_LENGTH", "0"), 403),
        ("no signature", good.with("HTTP_X_HUB_SIGNATURE_256", nil), 403), ("a wrong signature", good.with("HTTP_X_HUB_SIGNATURE_256", "sha256=00"), 403),
        ("the old signature alone", good.with("HTTP_X_HUB_SIGNATURE_256", nil).with("HTTP_X_HUB_SIGNATURE", "sha1=00"), 403),
        ("Twilio's signature at Meta's", good.with("HTTP_X_HUB_SIGNATURE_256", nil).with("HTTP_X_TWILIO_SIGNATURE", "x"), 403),
        ("no signature at Twilio's", form.with("HTTP_X_TWILIO_SIGNATURE", nil), 403), ("another query", form.with("QUERY_STRING", "a=b"), 403),
        ("an unknown key", form.with("HTTP_X_TWILIO_WEBHOOKS_SIGNATURE_SETTINGS", "key=K,algorithm=HMAC_SHA1"), 403),
        ("JSON without its hash", TestRequest.twilio("{}", type: "application/json"), 403),
        ("JSON with another hash", TestRequest.twilio("{}", query: "bodySHA256=00", type: "application/json"), 403),
        ("broken JSON", TestRequest.meta("{\"object\":"), 400), ("two documents", TestRequest.meta("{}{}"), 400), ("no JSON at all", TestRequest.meta("object=1"), 400),
        ("half of it", TestRequest.meta(String(TestRequest.message("a", "b").prefix(120))), 400),
        ("nested without end", TestRequest.meta(String(repeating: "[", count: 100_000)), 400),
    ] as [(String, TestRequest, Int)])
    func `what is no request of a channel is refused and changes nothing`(_ name: String, _ request: TestRequest, _ status: Int) {
        let (outcome, stored) = request.answer()
        #expect(outcome.response.status.rawValue == status, "\(name)")
        #expect(stored == [] && outcome.added == 0 && outcome.response.body == [])
        #expect(outcome.response.allow == (status == 405 ? (request.variables["PATH_INFO"] == "/meta" ? "GET, POST" : "POST") : nil))
        for secret in ["app-secret", "12345", "word &+"] { #expect(!(outcome.complaint ?? "").contains(secret)) }
    }

    @Test func `bytes that are no UTF-8 are refused when Meta sends them`() {
        var request = TestRequest.meta("")
        request.body = Array(#"{"a":""#.utf8) + [0xFF] + Array(#""}"#.utf8)
        request.variables["CONTENT_LENGTH"] = String(request.body.count)
        request.variables["HTTP_X_HUB_SIGNATURE_256"] = "sha256=" + Hexadecimal.encode(HMAC.sha256(request.body, key: Array("app-secret".utf8)))
        #expect(request.answer().outcome.response.status == .badRequest)
    }

    @Test(arguments: [
        "{}", "[]", "null", "7", #"{"object":"page","entry":[{"changes":[{"field":"messages","value":{"messages":[{"id":"a","type":"text","text":{"body":"x"}}]}}]}]}"#,
        #"{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"statuses":[{"id":"a","status":"read"}]}}]}]}"#,
        #"{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"account_update","value":{}}]}]}"#,
        #"{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"messages":[{"from":"1","id":"w","type":"hologram"}]}}]}]}"#,
        #"{"object":"whatsapp_business_account","entry":{"0":1}}"#,
    ])
    func `what Meta signs and is no message is taken and forgotten`(_ body: String) {
        let (outcome, stored) = TestRequest.meta(body).answer()
        #expect(outcome.response.status == .ok && stored == [])
    }

    @Test func `reports on deliveries are taken and forgotten, batches are stored whole`() {
        #expect(TestRequest.twilio("MessageSid=SM1&SmsStatus=delivered&MessageStatus=delivered").answer().stored == [])
        let messages = (0..<1_000).map { #"{"from":"66\#(1_000_000 + $0)","id":"w\#($0)","timestamp":"1763642580","type":"text","text":{"body":"\#($0)"}}"# }
        let body = #"{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"messages":[\#(messages.joined(separator: ","))]}}]}]}"#
        #expect(TestRequest.meta(body).answer().stored == (0..<1_000).map { "\($0)" })
    }

    @Test func `every truncation and every flipped byte is refused`() {
        let request = Self.good
        for length in 0..<request.body.count {
            var cut = request.with("CONTENT_LENGTH", String(length))
            cut.body = Array(request.body[..<length])
            #expect(cut.answer().outcome.response.status == .forbidden)
        }
        for index in request.body.indices {
            var flipped = request
            flipped.body[index] ^= 1
            #expect(flipped.answer().stored == [])
        }
    }

    @Test func `a channel without its key, and storage that fails, make the sender try again`() {
        let nothing = ReceiverSettings { _ in nil }
        #expect(Self.good.answer(nothing).outcome.response.status == .serviceUnavailable)
        #expect(Self.form.answer(nothing).outcome.response.status == .serviceUnavailable)
        #expect(TestRequest.get("/meta", "hub.mode=subscribe").answer(nothing).outcome.response.status == .serviceUnavailable)
        for (reason, status) in [("the disk is full", HTTPStatus.insufficientStorage), ("no permission", .internalServerError)] {
            let receiver = Receiver(TestRequest.settings, now: 0) { (_, _) throws(FileError) in throw FileError(.write, "leads", code: 1, reason: reason) }
            let outcome = receiver.answer(CGIRequest { Self.good.variables[$0] }, body: MemorySource(Self.good.body))
            #expect(outcome.response.status == status && outcome.complaint == "cannot store messages: `leads`: \(reason)")
        }
    }

    @Test func `a secret is never printed`() {
        let secret = Secret("hunter2")
        #expect("\(secret)" == "(secret)" && String(reflecting: secret) == "(secret)")
        var text = ""
        dump(TestRequest.settings, to: &text)
        #expect(!text.contains("app-secret") && !text.contains("12345"))
    }
}
