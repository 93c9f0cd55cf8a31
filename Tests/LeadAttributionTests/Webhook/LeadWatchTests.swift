import Disk
@testable import LeadAttribution
import Manifest
import Testing

@Suite struct LeadWatchTests {
    static let now = LeadLogStoreTests.now
    static let day = 86_400

    static let manifest = #"""
        {"version": 1, "generator": "sitegen 0.1.0", "baseURL": "https://shiba-cars.example/", "languages": ["en"],
         "messages": {"general": {"en": {"phone": "66812345678", "text": "Code: {{code}}. Hello!"}}}, "folder": "public", "files": [], "partnerFiles": ["index.html"],
         "partners": [{"id": "hotel-sunrise", "name": "Hotel Sunrise", "slug": "sunrise", "status": "active", "page": "https://shiba-cars.example/sunrise/", "codes": ["KTM482"]}]}
        """#

    /// Stores a message with a code, and says how many leads a look at `now` tells of.
    static func look(_ folder: ScratchFolder, _ person: String, sent: Int?, stored: Int) throws -> Int {
        var message = LeadLogStoreTests.message("\(person) at \(stored)", "Code: KTM482", [.phone(person)])
        message.time = sent.flatMap(MessageTime.init(unixSeconds:))
        _ = try LeadLogStore(path: folder.path).store([message], now: stored)
        return try look(folder)
    }

    static func look(_ folder: ScratchFolder) throws -> Int {
        let manifest = try #require(Manifest.read(Array(manifest.utf8), path: "manifest.json").0)
        var watch = try LeadWatch(logAt: folder.path)
        return try watch.collect(Matcher(manifest), language: "en", now: now, into: Outbox(besideLogAt: folder.path))
    }

    @Test(arguments: [
        // Sent and stored so many days ago; whether the first look of all tells of it.
        (0, 0, true), (2, 2, true), (4, 4, false), (2, 0, true), (4, 0, false), (400, 0, false), (nil, 2, true), (nil, 4, false),
    ] as [(Int?, Int, Bool)])
    func `the first look tells of leads that were sent within three days, whenever they were stored`(_ sent: Int?, _ stored: Int, _ isTold: Bool) throws {
        let folder = try ScratchFolder()
        #expect(try Self.look(folder, "66810000001", sent: sent.map { Self.now - $0 * Self.day }, stored: Self.now - stored * Self.day) == (isTold ? 1 : 0))
        // Known from then on, told or not.
        #expect(try Self.look(folder, "66810000001", sent: Self.now, stored: Self.now + 60) == 0)
    }

    @Test func `later looks tell of every new lead, however long ago it was sent`() throws {
        let folder = try ScratchFolder()
        #expect(try Self.look(folder) == 0)
        #expect(try Self.look(folder, "66810000001", sent: Self.now - 30 * Self.day, stored: Self.now) == 1)
        #expect(try Self.look(folder) == 0)
    }

    @Test func `a code that the manifest lacked when the message came is told of once the manifest has it`() throws {
        let folder = try ScratchFolder()
        let outbox = try Outbox(besideLogAt: folder.path)
        let store = try LeadLogStore(path: folder.path)
        let newcomer = #", {"id": "new-hotel", "name": "New", "slug": "new", "status": "active", "page": "https://shiba-cars.example/new/", "codes": ["BXT119"]}]}"#
        let later = try #require(Manifest.read(Array(Self.manifest.replacing("]}]}", with: "]}" + newcomer).utf8), path: "manifest.json").0)
        let before = try #require(Manifest.read(Array(Self.manifest.utf8), path: "manifest.json").0)
        func collect(_ manifest: Manifest, now: Int) throws -> (found: Int, seen: [String]) {
            var watch = try LeadWatch(logAt: folder.path)
            var seen: [String] = []
            let found = try watch.collect(Matcher(manifest), language: "en", now: now, into: outbox) { message throws(FileError) in seen.append(message.id ?? "") }
            return (found, seen)
        }
        _ = try collect(before, now: Self.now)
        _ = try store.store([LeadLogStoreTests.message("old", "Code: BXT119", [.phone("66810000009")])], now: Self.now - 5 * Self.day)
        _ = try store.store([
            LeadLogStoreTests.message("new", "Code: BXT119", [.phone("66810000001")]), LeadLogStoreTests.message("known", "Code: KTM482", [.phone("66810000002")]),
        ], now: Self.now)
        #expect(try collect(before, now: Self.now) == (1, ["old", "new", "known"]))
        #expect(try collect(before, now: Self.now) == (0, []))
        for entry in try outbox.waiting() { try outbox.remove(entry) }
        // Told of now; but nobody is answered twice, and what is older than the news of a first look stays for the report.
        #expect(try collect(later, now: Self.now) == (1, []))
        #expect(try outbox.waiting().map { String(decoding: $0.content, as: UTF8.self).contains(#""code":"BXT119""#) } == [true])
        for entry in try outbox.waiting() { try outbox.remove(entry) }
        #expect(try collect(later, now: Self.now) == (0, []) && collect(before, now: Self.now) == (0, []) && collect(later, now: Self.now) == (0, []))
        _ = try store.store([LeadLogStoreTests.message("next", "Code: BXT119", [.phone("66810000003")])], now: Self.now)
        #expect(try collect(later, now: Self.now) == (1, ["next"]))
    }

    @Test func `days whose logs were moved away are forgotten`() throws {
        let folder = try ScratchFolder()
        for days in [2, 1, 0] { _ = try Self.look(folder, "6681000000\(days)", sent: nil, stored: Self.now - days * Self.day) }
        #expect(try folder.text(".notify/places.json").contains("2026-11-20.jsonl"))
        try folder.remove("2026-11-20.jsonl")
        #expect(try Self.look(folder) == 0)
        let places = try folder.text(".notify/places.json")
        #expect(!places.contains("2026-11-20") && places.contains("2026-11-21.jsonl") && places.contains("2026-11-22.jsonl"))
    }
}
