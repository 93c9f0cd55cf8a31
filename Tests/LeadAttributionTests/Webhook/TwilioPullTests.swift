import ByteText
import Disk
@testable import LeadAttribution
import Testing

/// A Twilio under test: answers by a function of the request, and remembers what was asked. A class, because the pull copies its client.
private final class MadeUpTwilio: HTTPClient {
    private let answer: (String, Int) -> HTTPResult
    private(set) var asked: [String] = []
    private(set) var users: Set<String> = []
    private(set) var pauses: [Int] = []

    /// `answer` gets path and query, and how often anything was asked before.
    init(_ answer: @escaping (String, Int) -> HTTPResult) {
        self.answer = answer
    }

    func send(_ call: HTTPCall) -> HTTPResult {
        let path = String(call.url.text.dropFirst("https://twilio.example".count))
        asked.append(path)
        users.insert(call.user?.text ?? "")
        return answer(path, asked.count - 1)
    }

    func pause(_ seconds: Int) { pauses.append(seconds) }

    static func page(_ ids: [String], next: String? = nil, from: String = "whatsapp:+66810000001", direction: String = "inbound") -> HTTPResult {
        let messages = ids.map {
            #"{"sid":"\#($0)","from":"\#(from)","to":"whatsapp:+66812345678","body":"Code: KTM482","direction":"\#(direction)","status":"received","date_sent":"Fri, 20 Nov 2026 10:00:00 +0000"}"#
        }
        return answer(200, #"{"messages":[\#(messages.joined(separator: ","))],"next_page_uri":\#(next.map { "\"\($0)\"" } ?? "null")}"#)
    }

    static func answer(_ status: Int, _ body: String, retryAfter: String? = nil) -> HTTPResult {
        .answer(HTTPAnswer(status: status, headers: retryAfter.map { [HTTPField(name: "retry-after", value: $0)] } ?? [], body: Array(body.utf8)))
    }
}

@Suite struct TwilioPullTests {
    /// 22 November 2026, noon UTC.
    static let now = 1_795_348_800
    static let today = now / 86_400
    static let settings = ReceiverSettings {
        ["TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "hunter2", "TWILIO_API_URL": "https://twilio.example/"][$0]
    }

    private static func pull(_ folder: ScratchFolder, _ twilio: MadeUpTwilio, since: Int = today, now: Int = now) throws -> TwilioPull.Report {
        let account = try TwilioAccount.reading(settings).get()
        let pull = TwilioPull(account, intoLogAt: folder.path, client: twilio, clock: { now }, pause: twilio.pause)
        return try #require(try pull.run(since: since))
    }

    private static func ids(_ folder: ScratchFolder) throws -> [String] {
        try folder.names().filter { $0.hasSuffix(".jsonl") }.flatMap { try folder.text($0).split(separator: "\n").map { String($0.split(separator: "\"id\":\"")[1].prefix { $0 != "\"" }) } }
    }

    @Test func `days come in order, pages are followed, the oldest message is stored first`() throws {
        let folder = try ScratchFolder()
        let second = "/2010-04-01/Accounts/AC1/Messages.json?DateSent=2026-11-21&PageSize=1000&Page=1&PageToken=PASM3"
        let twilio = MadeUpTwilio { path, _ in
            if path == second { return MadeUpTwilio.page(["SM2", "SM1"]) }
            return path.contains("2026-11-21") ? MadeUpTwilio.page(["SM4", "SM3"], next: second) : MadeUpTwilio.page(["SM5"])
        }
        let report = try Self.pull(folder, twilio, since: Self.today - 1)
        #expect(report == TwilioPull.Report(since: "2026-11-21", pages: 3, messages: 5, inbound: 5, added: 5))
        #expect(twilio.asked == [
            "/2010-04-01/Accounts/AC1/Messages.json?DateSent=2026-11-21&PageSize=1000", second, "/2010-04-01/Accounts/AC1/Messages.json?DateSent=2026-11-22&PageSize=1000",
        ])
        #expect(twilio.users == ["AC1:hunter2"])
        #expect(try Self.ids(folder) == ["SM1", "SM2", "SM3", "SM4", "SM5"])
        #expect(try folder.text("2026-11-22.jsonl").split(separator: "\n")[0] == #"{"type":"message","source":"twilio","line":1,"id":"SM1","time":"2026-11-20T10:00:00Z","receivedAt":"2026-11-22T12:00:00Z","channel":"twilio","sender":"+66810000001","keys":["phone:66810000001"],"text":"Code: KTM482"}"#)
        #expect(try Self.pull(folder, twilio, since: Self.today - 1).added == 0)
        #expect(String(decoding: report.json, as: UTF8.self)
            == "{\"type\":\"pull\",\"service\":\"twilio\",\"since\":\"2026-11-21\",\"resumedAt\":null,\"pages\":3,\"messages\":5,\"inbound\":5,\"added\":5,\"known\":0,\"complete\":true,\"problem\":null}\n")
    }

    @Test func `only what people sent through WhatsApp is kept`() throws {
        let folder = try ScratchFolder()
        let twilio = MadeUpTwilio { _, _ in
            MadeUpTwilio.answer(200, #"{"messages":[{"sid":"SM1","from":"whatsapp:+66812345678","to":"whatsapp:+66810000001","body":"ours","direction":"outbound-reply"},{"sid":"SM2","from":"+66810000001","to":"+66812345678","body":"an SMS","direction":"inbound"},{"sid":"SM3","from":"whatsapp:US.13491208655302741918","to":"whatsapp:+66812345678","body":"hi","direction":"inbound"},{"from":"whatsapp:+1"},7]}"#)
        }
        let report = try Self.pull(folder, twilio)
        #expect(report.messages == 5 && report.inbound == 1 && report.added == 1)
        #expect(try folder.text("2026-11-22.jsonl").contains(#""keys":["user:US.13491208655302741918"]"#))
    }

    @Test func `a message is stored once, whether the webhook stored it today or months ago`() throws {
        let folder = try ScratchFolder()
        let twilio = MadeUpTwilio { path, _ in MadeUpTwilio.page(path.contains("2026-08-01") ? ["SM2", "SM1"] : path.contains("2026-11-22") ? ["SM4", "SM3"] : []) }
        let store = try LeadLogStore(path: folder.path)
        for (id, time) in [("SM1", Self.now - 113 * 86_400), ("SM3", Self.now)] {
            let form = Array("MessageSid=\(id)&From=whatsapp%3A%2B66810000001&Body=hi&SmsStatus=received".utf8)
            #expect(try store.store(Delivery.twilio(FormPairs.read(form)), now: time) == 1)
        }
        let report = try Self.pull(folder, twilio, since: Self.today - 120)
        #expect(report.inbound == 4 && report.added == 2 && report.known == 2)
        #expect(try Self.ids(folder) == ["SM1", "SM3", "SM2", "SM4"])
        // And the webhook that comes late finds what was pulled.
        #expect(try store.store(Delivery.twilio(FormPairs.read(Array("MessageSid=SM4&From=whatsapp%3A%2B66810000001&Body=hi&SmsStatus=received".utf8))), now: Self.now) == 0)
        // Nine days later nothing that was pulled comes again.
        #expect(try Self.pull(folder, twilio, since: Self.today - 120, now: Self.now + 9 * 86_400).added == 0)
    }

    @Test func `a run that breaks off goes on with the day it had come to`() throws {
        let folder = try ScratchFolder()
        let ids = { (path: String) in [String(path.split(separator: "DateSent=")[1].prefix(10))] }
        let broken = MadeUpTwilio { path, _ in path.contains("2026-11-21") ? MadeUpTwilio.answer(401, "{}") : MadeUpTwilio.page(ids(path)) }
        let first = try Self.pull(folder, broken, since: Self.today - 5)
        #expect(first.added == 4 && first.problem != nil && first.resumedAt == nil)
        let whole = MadeUpTwilio { path, _ in MadeUpTwilio.page(ids(path)) }
        let second = try Self.pull(folder, whole, since: Self.today - 4)
        #expect(second.resumedAt == "2026-11-20" && second.pages == 3 && second.added == 2 && second.problem == nil)
        #expect(try Self.ids(folder) == (17...22).map { "2026-11-\($0)" })
        // One that asks for more than the broken one begins anew, and so does the next after a whole one.
        #expect(try Self.pull(folder, broken, since: Self.today - 3).problem != nil)
        #expect(try Self.pull(folder, whole, since: Self.today - 9).resumedAt == nil)
        #expect(try Self.pull(folder, whole, since: Self.today - 3).pages == 4)
        #expect(try Self.pull(folder, whole, since: 0).since == "2025-10-18")
    }

    @Test func `a service that asks for patience gets it, within bounds`() throws {
        let busy = MadeUpTwilio { _, count in
            count < 4 ? MadeUpTwilio.answer(count == 3 ? 503 : 429, "", retryAfter: [nil, "7", "Sun, 22 Nov 2026 12:00:30 GMT", nil][count]) : MadeUpTwilio.page(["SM1"])
        }
        #expect(try Self.pull(try ScratchFolder(), busy).added == 1)
        #expect(busy.pauses == [1, 7, 30, 8])
        let endless = MadeUpTwilio { _, _ in MadeUpTwilio.answer(500, #"{"message":"boom"}"#) }
        #expect(try Self.pull(try ScratchFolder(), endless).problem?.text == "Twilio answered with status 500: boom")
        #expect(endless.pauses == [1, 2, 4, 8, 16])
        let tomorrow = MadeUpTwilio { _, _ in MadeUpTwilio.answer(429, "", retryAfter: "86400") }
        #expect(try Self.pull(try ScratchFolder(), tomorrow).problem?.text == "Twilio answered with status 429")
        #expect(tomorrow.pauses == [])
        let away = MadeUpTwilio { _, _ in .unreachable("nobody answers at the service's address") }
        #expect(try Self.pull(try ScratchFolder(), away).problem?.text == "nobody answers at the service's address")
        #expect(away.pauses == [1, 2])
    }

    @Test(arguments: [
        (200, "", "Twilio's answer is no list of messages"), (200, #"{"messages":"#, "Twilio's answer is no list of messages"), (200, "[]", "Twilio's answer is no list of messages"),
        (200, #"{"messages":{}}"#, "Twilio's answer is no list of messages"), (302, "", "Twilio answered with status 302"),
        (401, #"{"code":20003,"message":"Authenticate","more_info":"https://www.twilio.com/docs/errors/20003","status":401}"#, "Twilio answered with status 401: Authenticate"),
        (404, #"{"code":20404,"message":"not found","status":404}"#, "Twilio answered with status 404: not found"),
        (200, #"{"messages":[],"next_page_uri":"//evil.example/x"}"#, "Twilio's list names a next page that cannot be right"),
        (200, #"{"messages":[],"next_page_uri":"https://evil.example/x"}"#, "Twilio's list names a next page that cannot be right"),
        (200, #"{"messages":[],"next_page_uri":"/same"}"#, "Twilio's list names a next page that cannot be right"),
        (200, #"{"messages":[],"next_page_uri":"/a\nb"}"#, "Twilio's list names a next page that cannot be right"),
    ])
    func `an answer that is no list ends the run, and says so`(_ status: Int, _ body: String, _ problem: String) throws {
        let folder = try ScratchFolder()
        let twilio = MadeUpTwilio { _, _ in MadeUpTwilio.answer(status, body) }
        let report = try Self.pull(folder, twilio)
        let told = try #require(report.problem)
        #expect(told.text == problem && report.added == 0 && !told.hint.contains("hunter2"))
        #expect(String(decoding: report.json, as: UTF8.self).contains(#""complete":false"#))
    }

    @Test func `half an answer stores nothing of its day`() throws {
        let folder = try ScratchFolder()
        let twilio = MadeUpTwilio { path, _ in path.contains("PageToken") ? MadeUpTwilio.answer(200, #"{"mess"#) : MadeUpTwilio.page(["SM2"], next: path + "&PageToken=1") }
        #expect(try Self.pull(folder, twilio).problem != nil)
        #expect(try Self.ids(folder) == [])
    }

    @Test func `one run at a time`() throws {
        let folder = try ScratchFolder()
        let place = try PullPlace(besideLogAt: folder.path)
        let lock = try place.tryLock()
        let pull = TwilioPull(try TwilioAccount.reading(Self.settings).get(), intoLogAt: folder.path, client: MadeUpTwilio { _, _ in .unreachable("") }, clock: { Self.now }, pause: { _ in })
        #expect(try pull.run(since: Self.today) == nil)
        withExtendedLifetime(lock) {}
    }

    @Test(arguments: [
        ([:], "TWILIO_ACCOUNT_SID"), (["TWILIO_ACCOUNT_SID": "AC1"], "TWILIO_AUTH_TOKEN"), (["TWILIO_AUTH_TOKEN": "hunter2"], "TWILIO_ACCOUNT_SID"),
        (["TWILIO_ACCOUNT_SID": "hunter2/../x", "TWILIO_AUTH_TOKEN": "hunter2"], "TWILIO_ACCOUNT_SID"), (["TWILIO_ACCOUNT_SID": "AC1?x", "TWILIO_AUTH_TOKEN": "hunter2"], "TWILIO_ACCOUNT_SID"),
        (["TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "hunter2", "TWILIO_API_URL": "http://api.twilio.com"], "TWILIO_API_URL"),
        (["TWILIO_ACCOUNT_SID": "AC1", "TWILIO_AUTH_TOKEN": "hunter2", "TWILIO_API_URL": "ftp://x"], "TWILIO_API_URL"),
    ] as [([String: String], String)])
    func `settings that are not whole are told without their values`(_ settings: [String: String], _ name: String) {
        guard case .failure(let problem) = TwilioAccount.reading(ReceiverSettings { settings[$0] }) else {
            Issue.record("accepted")
            return
        }
        #expect(problem.text.contains("`\(name)`") && !(problem.text + problem.hint).contains("hunter2"))
    }

    @Test(arguments: [
        ("https://api.twilio.com", "https://api.twilio.com"), ("https://api.twilio.com//", "https://api.twilio.com"), ("http://127.0.0.1:80/x/", "http://127.0.0.1:80/x"),
        ("http://[::1]:8", "http://[::1]:8"), ("http://localhost", "http://localhost"), ("http://localhost.evil.example", nil), ("http://127.0.0.1@evil.example", nil),
        ("https://", nil), ("https://a b", nil), ("https://a?b", nil), ("https://a#b", nil), ("", nil), ("http://[::1", nil),
    ])
    func `a key goes to a safe address alone`(_ text: String, _ address: String?) {
        #expect(ServiceAddress(text)?.text == address)
    }
}
