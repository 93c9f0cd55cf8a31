import Disk
import LeadAttribution
import Manifest
import PartnerCodes
import Testing

/// Leads are people, whatever the order and the number of their messages.
@Suite struct LeadBookTests {
    /// Reads chat lines through the whole pipeline.
    static func report(_ sources: [(name: String, text: String)], rules: LeadRules = LeadRules(), me: String = "Shiba Cars") throws -> AttributionReport {
        var attribution = Attribution(try SampleSite.small(), rules: rules, sourceCount: sources.count)
        for source in sources {
            let reader = try MessageSource.open(MemorySource(Array(source.text.utf8)), name: source.name, options: ReadingOptions(ownNames: [me]))
            try attribution.read(reader)
        }
        return attribution.report()
    }

    static func chat(_ lines: String) -> String {
        lines.split(separator: "\n").map { "\($0)\n" }.joined()
    }

    static func summary(_ report: AttributionReport) -> [String] {
        report.partners.map { "\($0.id) \($0.leads)/\($0.messages)" } + ["leads \(report.leads) of \(report.messages), repeated \(report.repeated), conflicts \(report.conflictCount)"]
    }

    static let twoPartners = chat("""
        14.11.2026, 09:15 - Мария: Код: KTM482. Здравствуйте!
        14.11.2026, 09:20 - Shiba Cars: Код KTM482, вижу
        15.11.2026, 10:00 - Мария: ой, XHB731
        16.11.2026, 10:00 - Мария: спасибо
        """)

    @Test func `the first code of a person decides, the last one on demand, and it is a conflict either way`() throws {
        #expect(Self.summary(try Self.report([("a.txt", Self.twoPartners)])) == ["hotel-sunrise 1/1", "anna-guide 0/1", "leads 1 of 4, repeated 0, conflicts 1"])
        #expect(Self.summary(try Self.report([("a.txt", Self.twoPartners)], rules: LeadRules(touch: .last)))
            == ["anna-guide 1/1", "hotel-sunrise 0/1", "leads 1 of 4, repeated 0, conflicts 1"])
    }

    @Test func `the same file twice changes nothing`() throws {
        let once = try Self.report([("a.txt", Self.twoPartners)])
        let twice = try Self.report([("a.txt", Self.twoPartners), ("b.txt", Self.twoPartners)])
        #expect(Self.summary(twice) == ["hotel-sunrise 1/1", "anna-guide 0/1", "leads 1 of 4, repeated 4, conflicts 1"])
        #expect(twice.verdicts == once.verdicts)
    }

    @Test func `a message in the last of hundreds of files is known from the first`() throws {
        let other = Self.chat("14.11.2026, 09:15 - Пётр: здравствуйте")
        let files = [("a.txt", Self.twoPartners)] + (0..<300).map { ("\($0).txt", other) } + [("z.txt", Self.twoPartners)]
        #expect(Self.summary(try Self.report(files)).last == "leads 1 of 5, repeated 303, conflicts 1")
    }

    @Test func `a person with everybody's codes is one lead and one conflict`() throws {
        let manifest = try SampleSite.large(60)
        let codes = manifest.partners.map(\.codes[0].text)
        let lines = (codes + codes).enumerated().map { "14.11.2026, 0\($0.offset / 60):\($0.offset % 60 < 10 ? "0" : "")\($0.offset % 60) - Мария: \($0.element)" }
        var attribution = Attribution(manifest, sourceCount: 1)
        let text = Self.chat(lines.joined(separator: "\n"))
        try attribution.read(try MessageSource.open(MemorySource(Array(text.utf8)), name: "a.txt", options: ReadingOptions(ownNames: ["Shiba"])))
        let report = attribution.report()
        #expect(report.leads == 1 && report.conflictCount == 1)
        #expect(report.conflicts[0].partners.map(\.text) == manifest.partners.map(\.id.text))
    }

    @Test func `a longer export of the same chat adds only what is new`() throws {
        let longer = Self.twoPartners + Self.chat("""
            20.11.2026, 10:00 - Мария: KTM482 ещё раз
            20.11.2026, 10:01 - Мария: ок
            20.11.2026, 10:01 - Мария: ок
            """)
        #expect(Self.summary(try Self.report([("a.txt", Self.twoPartners), ("b.txt", longer)]))
            == Self.summary(try Self.report([("b.txt", longer)])).dropLast() + ["leads 1 of 7, repeated 4, conflicts 1"])
    }

    @Test func `a message in an export and in a webhook log counts once, though one clock is local and one is not`() throws {
        let chat = Self.chat("14.11.2026, 16:15 - +7 912 345-67-89: Код: KTM482. Здравствуйте!")
        let log = #"{"MessageSid":"SM1","from":"whatsapp:+79123456789","to":"whatsapp:+66812345678","body":"Код: KTM482. Здравствуйте!","direction":"inbound","date_sent":"Sat, 14 Nov 2026 09:15:44 +0000","sid":"SM1"}"# + "\n"
        let report = try Self.report([("chat.txt", chat), ("log.json", "{\"messages\":[\(log)]}")])
        #expect(Self.summary(report) == ["hotel-sunrise 1/1", "leads 1 of 1, repeated 1, conflicts 0"])
    }

    @Test func `with a window, silence makes a new lead, in whatever order the messages come`() throws {
        let early = Self.chat("01.09.2026, 09:00 - Мария: Код: KTM482. Здравствуйте!")
        let late = Self.chat("01.11.2026, 09:00 - Мария: Код: XHB731. Здравствуйте!")
        let between = Self.chat("01.10.2026, 09:00 - Мария: Код: PMC905. Здравствуйте!")
        let rules = LeadRules(windowDays: 30)
        #expect(try Self.report([("a", early), ("b", late)], rules: rules).leads == 2)
        #expect(try Self.report([("b", late), ("a", early)], rules: rules).leads == 2)
        #expect(try Self.report([("b", late), ("a", early), ("c", between)], rules: LeadRules(windowDays: 31)).leads == 1)
        #expect(try Self.report([("b", late), ("a", early), ("c", between)], rules: rules).leads == 2)
        #expect(try Self.report([("b", late), ("a", early)]).leads == 1)
    }

    @Test func `a person known by number and by user id is one person`() throws {
        func webhook(_ id: String, _ user: String, _ phone: String?, _ text: String, _ time: Int) -> String {
            let wa = phone.map { "\"wa_id\":\"\($0)\"," } ?? ""
            let from = phone.map { "\"from\":\"\($0)\"," } ?? ""
            return """
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","metadata":{"display_phone_number":"66812345678","phone_number_id":"1"},"contacts":[{\(wa)"user_id":"\(user)","profile":{"name":"Anna"}}],"messages":[{\(from)"from_user_id":"\(user)","id":"\(id)","timestamp":"\(time)","type":"text","text":{"body":"\(text)"}}]}}]}]}

                """
        }
        let text = webhook("wamid.1", "US.1", "15550001111", "Code: KTM482", 1_763_000_000) + webhook("wamid.2", "US.1", nil, "Code: XHB731", 1_763_100_000)
            + webhook("wamid.1", "US.1", "15550001111", "Code: KTM482", 1_763_000_000)
        #expect(Self.summary(try Self.report([("hooks.jsonl", text)])) == ["hotel-sunrise 1/1", "anna-guide 0/1", "leads 1 of 2, repeated 1, conflicts 1"])
    }

    @Test func `a person who is several leads is one conflict, and so is one whose message had codes of two partners`() throws {
        let chat = Self.chat("""
            01.09.2026, 09:00 - Мария: Код: KTM482. Здравствуйте!
            01.11.2026, 09:00 - Мария: Код: XHB731. Здравствуйте!
            02.11.2026, 09:00 - Олег: Код: PMC905. Здравствуйте!
            02.11.2026, 09:01 - Олег: KTM482 или XHB731?
            03.11.2026, 09:01 - Пётр: KTM482 или XHB731?
            """)
        let report = try Self.report([("a", chat)], rules: LeadRules(windowDays: 30))
        #expect(report.leads == 3 && report.conflictCount == 2)
        func list(_ ids: [PartnerID]) -> String { ids.map(\.text).joined(separator: ", ") }
        #expect(report.conflicts.map { "\($0.person): \(list($0.partners)) for \(list($0.credited))" } == [
            "Мария: hotel-sunrise, anna-guide for hotel-sunrise, anna-guide", "Олег: old-bar, hotel-sunrise, anna-guide for old-bar",
        ])
    }

    @Test func `only messages of the period count`() throws {
        var attribution = Attribution(
            try SampleSite.small(), period: MessagePeriod(firstDay: MessageTime(year: 2026, month: 11, day: 15, hour: 0, minute: 0)?.dayNumber), sourceCount: 1)
        let reader = try MessageSource.open(MemorySource(Array(Self.twoPartners.utf8)), name: "a", options: ReadingOptions(ownNames: ["Shiba Cars"]))
        try attribution.read(reader)
        #expect(Self.summary(attribution.report()) == ["anna-guide 1/1", "leads 1 of 2, repeated 0, conflicts 0"])
    }
}
