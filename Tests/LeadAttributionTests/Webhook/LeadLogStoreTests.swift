import ByteText
import Diagnostics
import Disk
@testable import LeadAttribution
import StructuredText
import Testing

@Suite struct LeadLogStoreTests {
    /// 2026-11-22T00:00:10Z
    static let now = 1_795_305_610
    static let today = "2026-11-22.jsonl"

    static func message(_ id: String?, _ text: String = "hi", _ keys: [PersonKey] = [.phone("66812345678")]) -> Message {
        Message(source: "meta", line: 1, offset: 0, id: id, time: nil, receivedAt: nil, sender: "Ann", personKeys: keys, direction: .inbound, flags: [], channel: .meta, text: text)
    }

    static func store(_ folder: ScratchFolder, _ ids: String..., now: Int = now, start: String = "a") throws -> Int {
        try LeadLogStore(path: folder.path, machineStart: Array(start.utf8)).store(ids.map { message($0) }, now: now)
    }

    static func ids(_ folder: ScratchFolder, _ name: String = today) throws -> [String] {
        try folder.text(name).split(separator: "\n").map { String($0.split(separator: "\"id\":\"")[1].prefix { $0 != "\"" }) }
    }

    @Test func `a message is stored as the checker reads it`() throws {
        let folder = try ScratchFolder()
        var message = Self.message("wamid.\"A\\", "Код: KTM482\n\u{2028}\u{1}<b>", [.userID("US.1349"), .phone("66812345678")])
        message.referral = AdReferral(url: "https://x", id: "1", kind: "ad", headline: "h", body: "Code: BXT111", click: "c")
        message.time = MessageTime(unixSeconds: 1_763_642_580)
        var own = Self.message("wamid.B", "ok", [])
        own.direction = .own
        var plain = Self.message(nil, "")
        plain.sender = nil
        #expect(try LeadLogStore(path: folder.path).store([message, own, plain], now: Self.now) == 3)
        #expect(try folder.text(Self.today).split(separator: "\n")[1] == #"""
            {"type":"message","source":"meta","line":1,"id":"wamid.B","time":"2026-11-22T00:00:10Z","receivedAt":"2026-11-22T00:00:10Z","channel":"meta","sender":"Ann","keys":[],"text":"ok","verdict":"own"}
            """#)
        let reading = try Reading(path: folder.path + "/" + Self.today)
        #expect(reading.ids == [])
        let arrival = MessageTime(unixSeconds: Self.now)
        for (index, sent) in [message, own, plain].enumerated() {
            var read = reading.messages[index]
            (read.source, read.line, read.offset) = ("meta", 1, 0)
            var expected = sent
            expected.receivedAt = arrival
            expected.time = sent.time ?? arrival
            if expected.direction == .own { expected.personKeys = read.personKeys }
            #expect(read == expected)
        }
        #expect(try folder.permissions(Self.today) & 0o007 == 0 && folder.permissions(".seen") & 0o007 == 0)
    }

    @Test func `a message is stored once, whoever delivers it and however often`() throws {
        let folder = try ScratchFolder()
        #expect(try Self.store(folder, "a", "b", "a") == 2)
        #expect(try Self.store(folder, "b", "c") == 1)
        #expect(try Self.store(folder, "a") == 0 && Self.store(folder) == 0)
        #expect(try Self.ids(folder) == ["a", "b", "c"])
        let unnamed = Self.message(nil, "hi")
        for (later, added) in [(0, 1), (5, 0), (70, 0)] {
            #expect(try LeadLogStore(path: folder.path).store([unnamed], now: Self.now + later) == added)
        }
        #expect(try LeadLogStore(path: folder.path).store([Self.message(nil, "ho")], now: Self.now) == 1)
    }

    @Test func `repeats of the last days are known, older ones are for the checker`() throws {
        let folder = try ScratchFolder()
        for day in 0...12 { #expect(try Self.store(folder, "day \(day)", now: Self.now + day * 86_400) == 1) }
        for day in 0...12 { #expect(try Self.store(folder, "day \(day)", now: Self.now + 12 * 86_400) == (day < 4 ? 1 : 0)) }
        #expect(try folder.names().filter { $0.hasSuffix(".jsonl") }.count == 13)
        #expect(try folder.names(".seen").count == 9)
    }

    @Test func `a clock that was ahead or falls back loses nothing and doubles nothing`() throws {
        let folder = try ScratchFolder()
        #expect(try Self.store(folder, "a", now: Self.now + 400 * 86_400) == 1)
        #expect(try Self.store(folder, "a", "b") == 1)
        #expect(try Self.store(folder, "a", "b", "c", now: Self.now - 3_600) == 1)
        #expect(try Self.store(folder, "a", "b", "c", now: Self.now + 60) == 0)
        #expect(throws: FileError.self) { try Self.store(folder, "d", now: .max) }
    }

    @Test func `a log that the disk refused is written to it again before anything is answered`() throws {
        let folder = try ScratchFolder()
        let day = try #require(LogDay(text: "2026-11-22"))
        func state() throws -> UInt8? { try SharedFolder(path: folder.path).folder(LeadLogStore.seenFolder).read(day.tableName)?[56] }
        #expect(try Self.store(folder, "a") == 1 && state() == 1)
        let log = try folder.text(Self.today)
        // The same day, and the next, when the log is opened for reading alone.
        for later in [0, 86_400] {
            try LeadLogStore(path: folder.path, machineStart: Array("a".utf8)).noteFailedSync(of: day)
            #expect(try state() == 3)
            #expect(try Self.store(folder, "a", now: Self.now + later) == 0)
            #expect(try state() == 1 && folder.text(Self.today) == log)
        }
    }

    @Test func `what a killed process left of a line is cut away, at every length`() throws {
        let folder = try ScratchFolder()
        #expect(try Self.store(folder, "a") == 1)
        let whole = try folder.text(Self.today)
        let line = whole.replacing("\"a\"", with: "\"b\"")
        for length in 1..<line.utf8.count {
            try folder.write(whole + String(decoding: Array(line.utf8)[..<length], as: UTF8.self), to: Self.today)
            // Whoever looks in between is told, and it is no error of the log's: the channel was not answered and delivers again.
            let reading = try Reading(path: folder.path + "/" + Self.today)
            #expect(reading.messages.map(\.id) == (length == line.utf8.count - 1 ? ["a", "b"] : ["a"]))
            #expect(reading.ids == (length < 18 ? ["R030"] : length == line.utf8.count - 1 ? [] : ["R035"]))
            #expect(length < 18 || !reading.diagnostics.containsError)
            #expect(try Self.store(folder, "b") == 1)
            #expect(try Self.ids(folder) == ["a", "b"])
            #expect(try Reading(path: folder.path + "/" + Self.today).ids == [])
        }
        try folder.write("{\"type\"", to: Self.today)
        #expect(try Self.store(folder, "a") == 1)
        #expect(try Self.ids(folder) == ["a"])
    }

    @Test func `a line whose process was killed before it noted the id is found in the log`() throws {
        let folder = try ScratchFolder()
        #expect(try Self.store(folder, "a") == 1)
        try folder.append(folder.text(Self.today).replacing("\"a\"", with: "\"b\""), to: Self.today)
        #expect(try Self.store(folder, "b", "c") == 1)
        #expect(try Self.ids(folder) == ["a", "b", "c"])
    }

    @Test(arguments: ["removed", "damaged", "cut", "empty", "another start"])
    func `the log is the truth, whatever becomes of the table of ids`(_ fate: String) throws {
        let folder = try ScratchFolder()
        #expect(try Self.store(folder, "a", "b") == 2)
        let table = ".seen/2026-11-22.ids"
        switch fate {
        case "removed": try folder.remove(".seen")
        case "damaged": try folder.write(String(repeating: "x", count: 16_448), to: table)
        case "cut": try folder.write("SEENIDS1", to: table)
        case "empty": try folder.write("", to: table)
        default: break
        }
        #expect(try Self.store(folder, "a", "b", "c", start: fate == "another start" ? "b" : "a") == 1)
        #expect(try Self.ids(folder) == ["a", "b", "c"])
    }

    @Test func `the table of a day that is over outlives a start of the machine, and is right when its log grows after all`() throws {
        let folder = try ScratchFolder()
        #expect(try Self.store(folder, "a", "b") == 2)
        #expect(try Self.store(folder, "c", now: Self.now + 86_400) == 1)
        // Were the log read again, the changed line would count.
        try folder.write(folder.text(Self.today).replacing("\"id\":\"b\"", with: "\"id\":\"x\""), to: Self.today)
        let inode = try folder.inode(Self.today)
        #expect(try Self.store(folder, "b", now: Self.now + 86_400, start: "b") == 0)
        #expect(try folder.inode(Self.today) == inode)
        #expect(try Self.store(folder, "d", now: Self.now, start: "b") == 1)
        #expect(try Self.store(folder, "a", "b", "x", "d", now: Self.now, start: "c") == 1)
        #expect(try Self.ids(folder) == ["a", "x", "d", "b"])
    }

    @Test func `a log of many lines without a table is read in one go`() throws {
        let folder = try ScratchFolder()
        #expect(try LeadLogStore(path: folder.path).store((0..<3_000).map { Self.message("id \($0)") }, now: Self.now) == 3_000)
        try folder.remove(".seen")
        #expect(try LeadLogStore(path: folder.path).store((0..<3_005).map { Self.message("id \($0)") }, now: Self.now) == 5)
        #expect(try Self.ids(folder).count == 3_005)
    }

    @Test func `a log that the owner removed or shortened is believed`() throws {
        let folder = try ScratchFolder()
        #expect(try Self.store(folder, "a", "b") == 2)
        try folder.remove(Self.today)
        #expect(try Self.store(folder, "a") == 1)
        let one = try folder.text(Self.today)
        #expect(try Self.store(folder, "c") == 1)
        try folder.write(one, to: Self.today)
        #expect(try Self.store(folder, "a", "c") == 1)
        #expect(try Self.ids(folder) == ["a", "c"])
    }

    @Test func `the table grows and stays right with many thousands of ids`() throws {
        let folder = try ScratchFolder()
        let store = try LeadLogStore(path: folder.path)
        for batch in 0..<12 {
            let messages = (0..<1_000).map { Self.message("id \(batch * 900 + $0)") }
            #expect(try store.store(messages, now: Self.now) == (batch == 0 ? 1_000 : 900))
        }
        let ids = try Self.ids(folder)
        #expect(ids.count == 10_900 && Set(ids).count == 10_900)
        #expect(try LeadLogStore(path: folder.path).store([Self.message("id 7"), Self.message("id 10899"), Self.message("id 10900")], now: Self.now + 86_400) == 1)
    }

    @Test func `storage that is missing or no folder is an error, and nothing is made`() throws {
        let folder = try ScratchFolder()
        #expect(throws: FileError.self) { try LeadLogStore(path: folder.path + "/missing") }
        try folder.write("x", to: "file")
        #expect(throws: FileError.self) { try LeadLogStore(path: folder.path + "/file") }
        #expect(try folder.names() == ["file"])
        try folder.write("x", to: "log/2026-11-22.jsonl/x")
        #expect(throws: FileError.self) { try LeadLogStore(path: folder.path + "/log").store([Self.message("a")], now: Self.now) }
    }
}

@Suite struct SettingsFileTests {
    @Test func `names and values, comments, quotes and line endings`() throws {
        var problems: [Diagnostic] = []
        let text = "\u{FEFF}# keys\r\nMETA_APP_SECRET = \"a b=c#\"\r\nexport TWILIO_AUTH_TOKEN='12 3'\n\n WEBHOOK_URL=https://x.example/hook?a=b \nATTRIBUTION_LEADS=\n"
        #expect(SettingsFile.parse(Array(text.utf8), path: "f", into: &problems) == [
            .init(name: "META_APP_SECRET", value: "a b=c#"), .init(name: "TWILIO_AUTH_TOKEN", value: "12 3"),
            .init(name: "WEBHOOK_URL", value: "https://x.example/hook?a=b"), .init(name: "ATTRIBUTION_LEADS", value: ""),
        ])
        #expect(problems == [])
        _ = SettingsFile.parse(Array("hunter2\nMETA_SECRET=hunter2\n".utf8), path: "f", into: &problems)
        #expect(problems.map(\.id) == ["W004", "W005"])
        #expect(!"\(problems)".contains("hunter2"))
    }

    @Test(arguments: [
        ("abc      # the console's first page, the primary one", "abc"), ("abc\t#", "abc"), (" # nothing yet", ""), ("", ""), ("#abc", "#abc"), ("a b", "a b"),
        ("https://x.example/twilio#rc=3&rp=ct", "https://x.example/twilio#rc=3&rp=ct"), ("https://x.example/twilio#rc=3  # with retries", "https://x.example/twilio#rc=3"),
        ("\"a # b\"", "a # b"), ("'a # b' # c", "a # b"), ("\"a\"b\"", "a\"b"), ("\"a\"#b", "\"a\"#b"), ("\"", "\""), ("\"\"", ""), ("'a\"", "'a\""),
    ])
    func `a comment behind a value is no part of it`(_ written: String, _ value: String) {
        var problems: [Diagnostic] = []
        #expect(SettingsFile.parse(Array("WEBHOOK_URL=\(written)\n".utf8), path: "f", into: &problems) == [.init(name: "WEBHOOK_URL", value: value)])
        #expect(problems == [])
    }

    @Test(arguments: [(0o600, "k", nil), (0o400, "k", nil), (0o640, nil, "W002"), (0o604, nil, "W002"), (0o620, nil, "W002"), (0o644, nil, "W002")] as [(Int, String?, String?)])
    func `a file that others may read or change is refused`(_ permissions: Int, _ key: String?, _ problem: String?) throws {
        let folder = try ScratchFolder()
        try folder.write("META_APP_SECRET=k\nWEBHOOK_URL=https://file\n", to: "s.env", permissions: permissions)
        var problems: [Diagnostic] = []
        let variables = ["ATTRIBUTION_SETTINGS": folder.path + "/s.env", "WEBHOOK_URL": "https://variable"]
        let settings = try SettingsFile.settings(variable: { variables[$0] }, into: &problems)
        #expect(settings.metaAppSecret == key.map(Secret.init))
        #expect(settings.webhookURL == "https://variable")
        #expect(problems.map(\.id) == (problem.map { [$0] } ?? []))
        if problem != nil { #expect(problems[0].hint == "let nobody but its owner read it: `chmod 600 \(folder.path)/s.env`") }
    }

    @Test func `a file that is missing, a folder or too long is no file of settings`() throws {
        let folder = try ScratchFolder()
        try folder.write(String(repeating: "#", count: 70_000), to: "long")
        for (name, id) in [("/missing", "W001"), ("", "W003"), ("/long", "W003")] {
            var problems: [Diagnostic] = []
            let settings = try SettingsFile.settings(variable: { $0 == "ATTRIBUTION_SETTINGS" ? folder.path + name : nil }, into: &problems)
            #expect(settings == ReceiverSettings { _ in nil } && problems.map(\.id) == [id])
        }
    }
}
