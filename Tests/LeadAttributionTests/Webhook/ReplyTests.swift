import ByteText
import Diagnostics
import Disk
@testable import LeadAttribution
import Manifest
import Testing

@Suite struct ReplyTests {
    static let now = 1_795_348_800

    static func message(
        _ id: String = "wamid.A", _ text: String = "hi", keys: [PersonKey] = [.phone("66810000001")], sent: Int = now, channel: MessageChannel = .meta, direction: MessageDirection = .inbound
    ) -> Message {
        Message(
            source: "", line: 1, offset: 0, id: id, time: MessageTime(unixSeconds: sent), receivedAt: nil, sender: nil, personKeys: keys, direction: direction, flags: [],
            channel: channel, text: text, referral: nil)
    }

    static func texts(_ json: String) throws -> ReplyTexts {
        var problems: [Diagnostic] = []
        return try #require(ReplyTexts.parse(Array(json.utf8), path: "replies.json", into: &problems), "\(problems)")
    }

    @Test func `a person gets one reply in 24 hours, in the language of the message`() throws {
        let folder = try ScratchFolder()
        let reply = try CustomerReply(Self.texts(#"{"en":"Thanks","ru":"Спасибо"}"#), besideLogAt: folder.path) { $0.text.contains("Код") ? "ru" : $0.text.contains("รหัส") ? "th" : nil }
        #expect(try reply.text(for: Self.message("1", "Код"), now: Self.now) == "Спасибо")
        #expect(try reply.text(for: Self.message("2", "Код"), now: Self.now + 86_399) == nil)
        #expect(try reply.text(for: Self.message("3", "hi", keys: [.phone("66810000002"), .userID("US.1")]), now: Self.now) == "Thanks")
        #expect(try reply.text(for: Self.message("4", "hi", keys: [.userID("US.1")]), now: Self.now + 5) == nil)
        #expect(try reply.text(for: Self.message("5", "รหัส"), now: Self.now + 86_400) == "Thanks")
        #expect(try folder.names(".replies") == ["2026-11-22", "2026-11-23"])
        #expect(try reply.text(for: Self.message("6"), now: Self.now + 3 * 86_400) == "Thanks")
        #expect(try folder.names(".replies") == ["2026-11-25"])
    }

    @Test func `nobody is answered who did not write`() throws {
        let folder = try ScratchFolder()
        let reply = try CustomerReply(Self.texts(#"{"en":"Thanks"}"#), besideLogAt: folder.path) { _ in nil }
        for message in [Self.message("1", ""), Self.message("2", " \n"), Self.message("3", keys: []), Self.message("4", direction: .own)] {
            #expect(try reply.text(for: message, now: Self.now) == nil)
        }
    }

    @Test func `claims of many processes at once give one reply`() async throws {
        let folder = try ScratchFolder()
        let path = folder.path
        let given = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<40 { group.addTask { try ReplyBook(besideLogAt: path).claim("m\(number)", of: [.phone("66810000001")], now: Self.now) } }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(given == 1)
    }

    @Test func `half a line of a killed process is nobody's`() throws {
        let folder = try ScratchFolder()
        try folder.write("\(Self.now) abc phone:6681000", to: ".replies/2026-11-22")
        let book = try ReplyBook(besideLogAt: folder.path)
        #expect(try book.claim("a", of: [.phone("66810000001")], now: Self.now) && book.claim("a", of: [.phone("66810000001")], now: Self.now))
        #expect(try !book.claim("b", of: [.phone("66810000001")], now: Self.now))
        try folder.write("\u{FFFD}\n\n  \nx y z\n", to: ".replies/2026-11-21")
        #expect(try book.claim("b", of: [.phone("66810000002")], now: Self.now))
    }

    @Test(arguments: [
        ("", "J"), ("{", "J"), ("[]", "W011"), ("{}", "W011"), (#"{"en":7}"#, "W011"), (#"{"en":{"text":"x"}}"#, "W011"), (#"{"en":"x","ru":" "}"#, "W012"),
        ("{\"en\":\"" + String(repeating: "я", count: 1_601) + "\"}", "W012"), ("{\"en\":\"" + String(repeating: "🚗", count: 801) + "\"}", "W012"),
    ])
    func `a file that is not whole is told`(_ json: String, _ id: String) {
        var problems: [Diagnostic] = []
        #expect(ReplyTexts.parse(Array(json.utf8), path: "replies.json", into: &problems) == nil)
        #expect(problems.contains { $0.id.hasPrefix(id) })
    }

    @Test func `a file that is missing is told, and its longest text is taken`() throws {
        var problems: [Diagnostic] = []
        let folder = try ScratchFolder()
        #expect(try ReplyTexts.read(folder.path + "/replies.json", into: &problems) == nil && problems.map(\.id) == ["W010"])
        try folder.write("{\"en\":\"" + String(repeating: "я", count: 1_600) + "\"}", to: "replies.json")
        #expect(try ReplyTexts.read(folder.path + "/replies.json", into: &problems)?.text(in: "xx").count == 1_600 && problems.count == 1)
    }

    static let settings = ReceiverSettings { ["META_ACCESS_TOKEN": "EAA", "META_PHONE_NUMBER_ID": "106540352242922"][$0] }

    @Test(arguments: [
        ([.phone("66810000001"), .userID("US.1")], #""to":"66810000001""#), ([.userID("US.1"), .phone("66810000001")], #""to":"66810000001""#),
        ([.userID("US.13491208655302741918")], #""recipient":"US.13491208655302741918""#),
    ] as [([PersonKey], String)])
    func `a reply goes to the number, and to the user id where there is none`(_ keys: [PersonKey], _ address: String) throws {
        let reply = try #require(try MetaReply.reading(Self.settings).get())
        let entry = try #require(MetaReply.entry(answering: Self.message(keys: keys), with: "Спасибо \"вам\"\n", now: Self.now))
        let client = OneAnswer(.answer(HTTPAnswer(status: 200, headers: [], body: Array(#"{"messages":[{"id":"wamid.B"}]}"#.utf8))))
        #expect(reply.send(entry, now: Self.now, by: client) == .delivered)
        let call = try #require(client.calls.first)
        #expect(call.url.text == "https://graph.facebook.com/v26.0/106540352242922/messages" && call.method == .post)
        #expect(call.headers.map(\.text) == ["Content-Type: application/json; charset=utf-8", "Authorization: Bearer EAA"])
        #expect(String(decoding: call.body, as: UTF8.self)
            == #"{"messaging_product":"whatsapp","recipient_type":"individual",\#(address),"context":{"message_id":"wamid.A"},"type":"text","text":{"preview_url":false,"body":"Спасибо \"вам\"\n"}}"#)
        #expect(!String(decoding: entry.content, as: UTF8.self).contains("EAA"))
    }

    @Test func `a reply is sent within 24 hours after the message, or not at all`() throws {
        let reply = try #require(try MetaReply.reading(Self.settings).get())
        let entry = try #require(MetaReply.entry(answering: Self.message(sent: Self.now - 86_399), with: "x", now: Self.now))
        let client = OneAnswer(.unreachable("away"))
        #expect(reply.send(entry, now: Self.now, by: client) == .unreachable("away"))
        #expect(reply.send(entry, now: Self.now + 1, by: client) == .dropped("a reply came too late: Meta takes it within 24 hours after the customer's message"))
        #expect(client.calls.count == 1)
        for message in [Self.message(sent: Self.now - 86_400), Self.message(keys: [])] { #expect(MetaReply.entry(answering: message, with: "x", now: Self.now) == nil) }
        let damaged = OutboxEntry(entry.id, for: .reply, createdAt: 0, content: Array("{}".utf8))
        #expect(reply.send(damaged, now: 0, by: client) == .refused("the entry is damaged"))
    }

    @Test(arguments: [
        (201, "{}", .delivered), (400, #"{"error":{"code":131047}}"#, .dropped("a reply came too late: Meta takes it within 24 hours after the customer's message")),
        (400, #"{"error":{"code":130429}}"#, .postponed("Meta answered with status 400 and error 130429", seconds: 9)),
        (401, #"{"error":{"code":190,"message":"EAA"}}"#, .postponed("Meta answered with status 401 and error 190", seconds: 9)),
        (400, #"{"error":{"code":100}}"#, .refused("Meta answered with status 400 and error 100")), (500, "<html>", .postponed("Meta answered with status 500", seconds: 9)),
        (429, "", .postponed("Meta answered with status 429", seconds: 9)), (400, "", .refused("Meta answered with status 400")),
    ] as [(Int, String, OutboxService.Attempt)])
    func `what can be repaired is tried again`(_ status: Int, _ body: String, _ attempt: OutboxService.Attempt) {
        #expect(MetaReply.attempt(.answer(HTTPAnswer(status: status, headers: [HTTPField(name: "retry-after", value: "9")], body: Array(body.utf8)))) == attempt)
    }

    @Test(arguments: [
        (["META_ACCESS_TOKEN": "EAA"], "META_PHONE_NUMBER_ID"), (["META_PHONE_NUMBER_ID": "1"], "META_ACCESS_TOKEN"),
        (["META_ACCESS_TOKEN": "EAA", "META_PHONE_NUMBER_ID": "+66 8"], "META_PHONE_NUMBER_ID"),
        (["META_ACCESS_TOKEN": "EAA", "META_PHONE_NUMBER_ID": "1", "META_API_URL": "http://graph.facebook.com"], "META_API_URL"),
    ])
    func `settings that are not whole are told without their values`(_ settings: [String: String], _ name: String) throws {
        guard case .failure(let problem) = MetaReply.reading(ReceiverSettings { settings[$0] }) else {
            Issue.record("accepted")
            return
        }
        #expect(problem.text.contains("`\(name)`") && !problem.text.contains("EAA"))
        #expect(try MetaReply.reading(ReceiverSettings { _ in nil }).get() == nil)
    }

    @Test func `an outbox gets a reply of Meta's alone, once, and at the first look a fresh one`() throws {
        let folder = try ScratchFolder()
        let outbox = try Outbox(besideLogAt: folder.path)
        let reply = try CustomerReply(Self.texts(#"{"en":"Thanks"}"#), besideLogAt: folder.path) { _ in nil }
        try reply.answer(Self.message("t", channel: .twilio), now: Self.now, isFirstLook: false, into: outbox)
        try reply.answer(Self.message("late", sent: Self.now - 90_000), now: Self.now, isFirstLook: false, into: outbox)
        try reply.answer(Self.message("old", sent: Self.now - 4_000), now: Self.now, isFirstLook: true, into: outbox)
        #expect(try outbox.waiting() == [])
        // The second time as after a killed process, which reads the same messages again.
        for _ in 0..<2 {
            try reply.answer(Self.message("a", sent: Self.now - 4_000), now: Self.now, isFirstLook: false, into: outbox)
            try reply.answer(Self.message("b"), now: Self.now, isFirstLook: true, into: outbox)
        }
        let waiting = try outbox.waiting()
        #expect(waiting.map { String(decoding: $0.content, as: UTF8.self) } == [#"{"type":"reply","key":"phone:66810000001","messageId":"a","text":"Thanks","notAfter":\#(Self.now - 4_000 + 86_400)}"#])
        #expect(try OutboxService(outbox, clock: { Self.now }).serve { _ in .dropped("no") } == OutboxService.Round(dropped: 1, droppedReason: "no"))
        #expect(try outbox.waiting() == [] && outbox.givenUp() == [])
    }

    @Test func `Twilio's answer carries the reply to a new message, and to nothing else`() throws {
        func answer(_ request: TestRequest, added: Int) -> String {
            let receiver = Receiver(TestRequest.settings, now: 0, reply: { "<\($0.text)> & 'you'\u{1}\n\u{FFFE}🚗" }) { (_, _) throws(FileError) in added }
            return String(decoding: receiver.answer(CGIRequest { request.variables[$0].flatMap { $0.isEmpty ? nil : $0 } }, body: MemorySource(request.body)).response.body, as: UTF8.self)
        }
        let form = TestRequest.twilio("MessageSid=SM1&From=whatsapp%3A%2B66812345678&Body=hi&SmsStatus=received")
        let silence = #"<?xml version="1.0" encoding="UTF-8"?><Response></Response>"#
        #expect(answer(form, added: 1) == "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Message>&lt;hi&gt; &amp; 'you'\n🚗</Message></Response>")
        #expect(answer(form, added: 0) == silence)
        #expect(answer(TestRequest.twilio("MessageSid=SM1&SmsStatus=delivered"), added: 0) == silence)
        let json = #"{"sid":"SM1","from":"whatsapp:+66812345678","body":"hi","direction":"inbound"}"#
        #expect(answer(TestRequest.twilio(json, query: "bodySHA256=\(Hexadecimal.encode(SHA256.digest(Array(json.utf8))))", type: "application/json"), added: 1) == silence)
        #expect(answer(form.with("HTTP_X_TWILIO_SIGNATURE", "x"), added: 1) == "")
        #expect(answer(TestRequest.meta(TestRequest.message("a", "hi")), added: 1) == "")
    }

    static let languages = TemplateLanguage(Manifest(
        generator: "sitegen", baseURL: "https://x.example/", languages: ["ru", "en", "th"],
        messages: [Manifest.Message(name: "general", texts: [
            Manifest.Text(language: "ru", phone: "1", text: "Код: {{code}}. Здравствуйте! Интересует аренда авто на Пхукете."),
            Manifest.Text(language: "en", phone: "1", text: "Code: {{code}}. Hello! I would like to rent a car in Phuket."),
            Manifest.Text(language: "th", phone: "1", text: "รหัส: {{code}} สวัสดีครับ/ค่ะ สนใจเช่ารถที่ภูเก็ต"),
        ])], files: [], partnerFiles: [], partners: []))

    @Test(arguments: [
        ("Код: KTM482. Здравствуйте! Интересует аренда авто на Пхукете.", "ru"), ("Code: KTM482. Hello! I would like to rent a car in Phuket.", "en"),
        ("รหัส: KTM482 สวัสดีครับ/ค่ะ สนใจเช่ารถที่ภูเก็ต", "th"), ("Здравствуйте! Интересует аренда авто на Пхукете завтра", "ru"),
        ("hello, i would like a CAR in phuket code KTM482", "en"), ("Код: KTM482", "ru"), ("code ktm482 hi", "en"), ("KTM482", nil), ("", nil), ("Guten Tag, haben Sie Autos?", nil),
        ("Код или code?", nil),
    ])
    func `the ready text tells the language, edited or not`(_ text: String, _ language: String?) {
        #expect(Self.languages.language(of: text) == language)
    }
}

/// A service that always answers the same. A class, because it remembers what it got.
private final class OneAnswer: HTTPClient {
    private let result: HTTPResult
    private(set) var calls: [HTTPCall] = []

    init(_ result: HTTPResult) {
        self.result = result
    }

    func send(_ call: HTTPCall) -> HTTPResult {
        calls.append(call)
        return result
    }
}
