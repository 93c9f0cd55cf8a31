import ByteText
import Diagnostics
import Disk
@testable import LeadAttribution
import StructuredText
import Testing

@Suite struct OutboxTests {
    static func entry(_ name: String, at time: Int = 0) -> OutboxEntry {
        OutboxEntry(OutboxEntry.ID(of: name, for: .lead), for: .lead, createdAt: time, content: Array("{\"n\":\"\(name)\"}".utf8))
    }

    @Test func `an entry is read as it was written, and nothing else is one`() {
        var entry = Self.entry("a")
        (entry.attempts, entry.notBefore, entry.lastProblem) = (3, 99, "it \"said\" no\n")
        #expect(OutboxEntry(entry.bytes) == entry)
        for length in 0..<entry.bytes.count - 1 { #expect(OutboxEntry(Array(entry.bytes[..<length])) == nil) }
        #expect(OutboxEntry.ID("../../../../etc/passwd") == nil)
    }

    @Test func `an entry goes in once, and comes out when it is sent`() throws {
        let folder = try ScratchFolder()
        let outbox = try Outbox(besideLogAt: folder.path)
        #expect(try outbox.add(Self.entry("b", at: 2)) && outbox.add(Self.entry("a", at: 1)))
        #expect(try !outbox.add(Self.entry("a", at: 5)))
        #expect(try Outbox(besideLogAt: folder.path).waiting() == [Self.entry("a", at: 1), Self.entry("b", at: 2)])
        try folder.write("{", to: ".outbox/pending/\(OutboxEntry.ID(of: "x", for: .lead)).json")
        try folder.write("{", to: ".outbox/pending/half.json.new")
        var sent: [OutboxEntry.ID] = []
        let round = try OutboxService(outbox, clock: { 10 }).serve { sent.append($0.id); return .delivered }
        #expect(round == OutboxService.Round(delivered: 2) && sent.count == 2)
        #expect(try outbox.waiting() == [])
    }

    @Test func `one process serves at a time`() throws {
        let folder = try ScratchFolder()
        let outbox = try Outbox(besideLogAt: folder.path)
        do {
            let serving = try outbox.tryServing()
            #expect(serving != nil)
            let other = try Outbox(besideLogAt: folder.path)
            #expect(try other.tryServing() == nil && other.isBeingServed())
            withExtendedLifetime(serving) {}
        }
        #expect(try !outbox.isBeingServed() && outbox.tryServing() != nil)
    }

    @Test func `failures wait longer and longer, and are given up after three days`() throws {
        let folder = try ScratchFolder()
        let outbox = try Outbox(besideLogAt: folder.path)
        #expect(try outbox.add(Self.entry("a", at: 0)))
        var times: [Int] = []
        var now = 0
        while try !outbox.waiting().isEmpty, times.count < 100 {
            _ = try OutboxService(outbox, clock: { now }).serve { _ in
                times.append(now)
                return .postponed("no", seconds: nil)
            }
            now += 60
        }
        #expect(Array(times.prefix(10)) == [0, 60, 180, 420, 900, 1_860, 3_780, 7_620, 15_300, 30_660])
        #expect(times.count == 21 && times.last.map { $0 >= 3 * 86_400 } == true)
        #expect(try outbox.givenUp().map(\.attempts) == [21])
        #expect(try !outbox.add(Self.entry("a")))
        try outbox.wakeAll(at: 7)
        #expect(try outbox.givenUp() == [] && outbox.waiting().map(\.attempts) == [0] && outbox.waiting().map(\.createdAt) == [7])
    }

    @Test func `a clock that was off, and a machine that was, give nothing up`() throws {
        let folder = try ScratchFolder()
        let outbox = try Outbox(besideLogAt: folder.path)
        let year = 365 * 86_400
        func attempt(at now: Int) throws -> OutboxService.Round { try OutboxService(outbox, clock: { now }).serve { _ in .postponed("no", seconds: nil) } }
        // Put in by a clock a year behind, tried by one that is right, and by one a year ahead.
        #expect(try outbox.add(Self.entry("a", at: year)))
        for now in [2 * year, 3 * year, 2 * year] { #expect(try attempt(at: now) == OutboxService.Round(postponed: 1)) }
        #expect(try attempt(at: 2 * year + 1) == OutboxService.Round())
        var now = 2 * year
        while try outbox.givenUp().isEmpty, now < 3 * year {
            now += 6 * 3_600
            _ = try attempt(at: now)
        }
        #expect(try outbox.givenUp().map(\.attempts) == [OutboxService.leastAttempts])
    }

    @Test func `a service that is away is tried once a round, one that asks for time gets it`() throws {
        let folder = try ScratchFolder()
        let outbox = try Outbox(besideLogAt: folder.path)
        for name in ["a", "b", "c"] { #expect(try outbox.add(Self.entry(name))) }
        var attempts = 0
        let round = try OutboxService(outbox, clock: { 0 }).serve { _ in attempts += 1; return .unreachable("away") }
        #expect(attempts == 1 && round == OutboxService.Round(postponed: 3))
        #expect(try outbox.waiting().map(\.attempts).sorted() == [0, 0, 1])
        _ = try OutboxService(outbox, clock: { 60 }).serve { _ in .postponed("slow down", seconds: 600) }
        #expect(try Set(outbox.waiting().map(\.notBefore)) == [660])
        _ = try OutboxService(outbox, clock: { 660 }).serve { $0.id == Self.entry("b").id ? .refused("wrong") : .delivered }
        #expect(try outbox.waiting() == [] && outbox.givenUp().map(\.lastProblem) == ["wrong"])
    }
}

@Suite struct NotificationTests {
    static let content = Array(#"{"type":"lead","id":"x","partner":"hotel-sunrise","partnerName":"Hotel <Sunrise> & Spa","code":"KTM482","verdict":"corrected","sender":"Ann","phone":"66812345678","text":"Код: \"KTM483\" <!channel>","language":"en"}"#.utf8)
    static let entry = OutboxEntry(OutboxEntry.ID(of: "m", for: .lead), for: .lead, createdAt: 0, content: content)

    static func call(_ settings: [String: String]) throws -> HTTPCall {
        try #require(try Notification.reading(ReceiverSettings { settings[$0] }).get().call(for: entry))
    }

    @Test func `a CRM gets the notice itself, with an idempotency key and its own header`() throws {
        let call = try Self.call(["ATTRIBUTION_NOTIFY_URL": "https://crm.example/hook", "ATTRIBUTION_NOTIFY_HEADER": "Authorization: Bearer t"])
        #expect(call.body == Self.content && call.method == .post && call.url.text == "https://crm.example/hook")
        #expect(call.headers.map(\.text) == ["Content-Type: application/json; charset=utf-8", "Idempotency-Key: \(Self.entry.id)", "Authorization: Bearer t"])
    }

    @Test func `Slack and Telegram get a text that calls nobody`() throws {
        let slack = try Self.call(["ATTRIBUTION_NOTIFY_URL": "https://hooks.slack.com/services/T/B/x"])
        #expect(String(decoding: slack.body, as: UTF8.self) == #"{"text":"New lead: Hotel &lt;Sunrise&gt; &amp; Spa, code KTM482 (with a slip in the message)\nAnn, +66812345678\n\nКод: \"KTM483\" &lt;!channel&gt;"}"#)
        let telegram = try Self.call(["ATTRIBUTION_NOTIFY_URL": "https://api.telegram.org/bot1:t/sendMessage", "ATTRIBUTION_NOTIFY_CHAT": "-100"])
        #expect(String(decoding: telegram.body, as: UTF8.self) == #"{"chat_id":"-100","text":"New lead: Hotel <Sunrise> & Spa, code KTM482 (with a slip in the message)\nAnn, +66812345678\n\nКод: \"KTM483\" <!channel>","link_preview_options":{"is_disabled":true}}"#)
    }

    @Test(arguments: [("я", 2_000), ("👨‍👩‍👧‍👦", 1_200), ("Z" + String(repeating: "\u{301}", count: 40), 300), ("Z" + String(repeating: "\u{301}", count: 9_000), 1)])
    func `Telegram gets no more than it takes, however a message is made up`(_ character: String, _ count: Int) throws {
        let text = String(repeating: character, count: count)
        let content = Array(#"{"type":"lead","partnerName":"\#(text)","code":"KTM482","verdict":"exact","sender":"\#(text)","phone":"66812345678","text":"\#(text)","language":"en"}"#.utf8)
        let entry = OutboxEntry(OutboxEntry.ID(of: "m", for: .lead), for: .lead, createdAt: 0, content: content)
        let settings = ["ATTRIBUTION_NOTIFY_URL": "https://api.telegram.org/bot1:t/sendMessage", "ATTRIBUTION_NOTIFY_CHAT": "-100"]
        let call = try #require(try Notification.reading(ReceiverSettings { settings[$0] }).get().call(for: entry))
        var problems: [Diagnostic] = []
        let sent = try #require(JSONReader.read(call.body, path: "", dialect: .strict, into: &problems)?["text"]?.string)
        // Bot API, sendMessage: 1 to 4,096 characters, which Telegram counts in units of UTF-16.
        #expect(sent.utf16.count <= 2_000 && sent.contains("KTM482") && sent.hasSuffix("…"))
    }

    @Test(arguments: [
        [:], ["ATTRIBUTION_NOTIFY_URL": "hooks.slack.com/x"], ["ATTRIBUTION_NOTIFY_URL": "file:///etc/passwd"],
        ["ATTRIBUTION_NOTIFY_URL": "https://x/hunter2", "ATTRIBUTION_NOTIFY_FORMAT": "discord"], ["ATTRIBUTION_NOTIFY_URL": "https://api.telegram.org/botx/sendMessage"],
    ])
    func `settings that are not whole are told without their values`(_ settings: [String: String]) {
        guard case .failure(let problem) = Notification.reading(ReceiverSettings { settings[$0] }) else {
            Issue.record("accepted")
            return
        }
        #expect(problem.text.contains("ATTRIBUTION_NOTIFY_") && !problem.text.contains("hunter2"))
    }

    @Test(arguments: [
        (200, .delivered), (204, .delivered), (400, .refused("the service refused it with status 400")), (404, .postponed("the service answered with status 404", seconds: 30)),
        (301, .postponed("the service sends us to another address (status 301); the settings must name the final one", seconds: nil)), (429, .postponed("the service answered with status 429", seconds: 30)),
        (500, .postponed("the service answered with status 500", seconds: 30)),
    ] as [(Int, OutboxService.Attempt)])
    func `only a request that is wrong is given up at once`(_ status: Int, _ attempt: OutboxService.Attempt) {
        let answer = HTTPAnswer(status: status, headers: [HTTPField(name: "retry-after", value: "30")], body: [])
        #expect(Notification.attempt(.answer(answer)) == attempt)
        #expect(Notification.attempt(.unreachable("x")) == .unreachable("x"))
    }

    @Test func `what curl reads cannot break out of its line`() throws {
        let call = HTTPCall(.post, Secret("https://x/\"\\"), headers: [Secret("A: b")], user: Secret("u:p"), body: Array("{\"a\":\"b\\n\"}\n@".utf8))
        let text = String(decoding: try #require(CurlClient(secondsAtMost: 7).configuration(for: call)), as: UTF8.self)
        #expect(text == """
            silent
            include
            suppress-connect-headers
            globoff
            proto = "=http,https"
            connect-timeout = 5
            max-time = "7"
            request = "POST"
            url = "https://x/\\"\\\\"
            header = "Expect:"
            header = "A: b"
            user = "u:p"
            data-raw = "{\\"a\\":\\"b\\\\n\\"}\\n@"

            """)
        for bad in ["A: b\nurl = \"x\"", "A\r", "\0"] {
            #expect(CurlClient().configuration(for: HTTPCall(.get, Secret("https://x"), headers: [Secret(bad)])) == nil)
            #expect(CurlClient().configuration(for: HTTPCall(.get, Secret(bad))) == nil)
        }
    }

    @Test func `an answer is read after interim ones`() {
        let answer = HTTPAnswer(Array("HTTP/1.1 100 Continue\r\n\r\nHTTP/2 429 \r\nRetry-After: 7\r\nX: a:b\r\n\r\nbody\r\n\r\nmore".utf8))
        #expect(answer?.status == 429 && answer?.header("retry-after") == "7" && answer?.header("x") == "a:b" && answer?.body == Array("body\r\n\r\nmore".utf8))
        for broken in ["", "HTTP/1.1 200 OK\r\n", "nonsense\r\n\r\n", "HTTP/1.1\r\n\r\n"] { #expect(HTTPAnswer(Array(broken.utf8)) == nil) }
    }

    @Test func `a curl that is missing is told`() {
        #expect(CurlClient(program: "curl-that-is-missing").send(HTTPCall(.get, Secret("https://x"))) == .unreachable("the program `curl` is missing; install it (`apt install curl`)"))
    }
}
