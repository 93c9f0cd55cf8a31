import Diagnostics
import PartnerCodes
import SiteBuild
import Testing
import TestSupport

@Suite struct LedgerTests {
    private static let sunrise = "-- partners/hotel-sunrise.json --\n{\"name\": \"Hotel Sunrise\"}\n"
    private static let later = CivilDate("2027-03-01") ?? .testDay

    private func built(_ more: String) throws -> MemoryFileSystem {
        let disk = SiteText.site(more)
        #expect(try SiteBuilder.on(disk).run(.build).result != nil)
        disk.forgetWrites()
        return disk
    }

    private func errors(_ disk: MemoryFileSystem) throws -> [Diagnostic] {
        let report = try SiteBuilder.on(disk, today: Self.later).run(.build)
        #expect(report.result == nil)
        #expect(disk.writes == [])
        return report.diagnostics.filter { $0.severity == .error }
    }

    @Test func `a partner whose file is deleted is retired and keeps a page with the code`() throws {
        let disk = try built(Self.sunrise)
        disk["partners/hotel-sunrise.json"] = nil
        disk["partners/other.json"] = "{\"name\": \"Other\"}"
        let report = try SiteBuilder.on(disk, today: Self.later).run(.build)
        #expect(report.result?.retired.map(\.text) == ["hotel-sunrise"])
        #expect(disk["partners/codes.jsonl"]?.contains("""
            {"code":"KTM335","partner":"hotel-sunrise","name":"Hotel Sunrise","slugs":["hotel-sunrise"],"issued":"2026-11-22","current":true,"retired":"2027-03-01"}
            """) == true)
        #expect(disk["public/hotel-sunrise/index.html"]?.contains("KTM335") == true)
        #expect(disk["manifest.json"]?.contains("\"status\":\"retired\"") == true)
    }

    @Test func `a partner back under the same id has the same code, live again`() throws {
        let disk = try built(Self.sunrise + "-- partners/other.json --\n{\"name\": \"Other\"}\n")
        let before = disk["partners/codes.jsonl"]
        let definition = disk["partners/hotel-sunrise.json"]
        disk["partners/hotel-sunrise.json"] = nil
        _ = try SiteBuilder.on(disk, today: Self.later).run(.build)
        disk["partners/hotel-sunrise.json"] = definition
        let report = try SiteBuilder.on(disk, today: Self.later).run(.build)
        #expect(report.result?.returned.map(\.text) == ["hotel-sunrise"])
        #expect(disk["partners/codes.jsonl"] == before)
    }

    @Test func `a vanity code that is changed leaves the old one with the partner`() throws {
        let disk = try built("-- partners/a.json --\n{\"name\": \"A\", \"code\": \"SUNRISE5\"}\n")
        disk["partners/a.json"] = "{\"name\": \"A\", \"code\": \"MOONLIGHT\"}"
        _ = try SiteBuilder.on(disk, today: Self.later).run(.build)
        #expect(disk["manifest.json"]?.contains("\"codes\":[\"MOONLIGHT\",\"SUNRISE5\"]") == true)
        #expect(disk["public/a/index.html"]?.contains("MOONLIGHT") == true)
        disk["partners/a.json"] = "{\"name\": \"A\"}"
        _ = try SiteBuilder.on(disk, today: Self.later).run(.build)
        #expect(disk["manifest.json"]?.contains("\"codes\":[\"MOONLIGHT\",\"SUNRISE5\"]") == true)
    }

    @Test func `a renamed file is asked about, and each of the two answers settles it`() throws {
        let disk = try built(Self.sunrise)
        disk["partners/hotel-sunrise.json"] = nil
        disk["partners/sunrise-hotel.json"] = "{\"name\": \"hotel  sunrise\"}"
        let found = try errors(disk)
        #expect(found.map(\.id) == ["L010"])
        #expect(found.first?.hint?.contains("\"id\": \"hotel-sunrise\"") == true)
        #expect(found.first?.hint?.contains("\"new\": true") == true)

        disk["partners/sunrise-hotel.json"] = "{\"id\": \"hotel-sunrise\", \"name\": \"Hotel Sunrise\"}"
        #expect(try SiteBuilder.on(disk).run(.check).result?.newCodes.count == 0)
        disk["partners/sunrise-hotel.json"] = "{\"new\": true, \"name\": \"Hotel Sunrise\"}"
        #expect(try SiteBuilder.on(disk).run(.check).result?.newCodes.count == 1)
    }

    @Test func `a slug once published stays with its partner, and its page stays where printed codes lead`() throws {
        let disk = try built(Self.sunrise)
        disk["partners/hotel-sunrise.json"] = "{\"name\": \"Hotel Sunrise\", \"slug\": \"sunrise\"}"
        _ = try SiteBuilder.on(disk).run(.build)
        #expect(disk["public/sunrise/index.html"] == disk["public/hotel-sunrise/index.html"])
        disk.forgetWrites()
        disk["partners/other.json"] = "{\"name\": \"Other\", \"slug\": \"hotel-sunrise\"}"
        #expect(try errors(disk).map(\.id) == ["L011"])
    }

    @Test(arguments: [nil, "", "\n"])
    func `a lost ledger is never re-minted while codes are published`(contents: String?) throws {
        let disk = try built(Self.sunrise)
        disk["partners/codes.jsonl"] = contents
        let found = try errors(disk)
        #expect(found.map(\.id) == ["L005"])
        #expect(found.first?.hint?.contains("sitegen codes recover") == true)
        var diagnostics: [Diagnostic] = []
        let recovered = try LedgerTools(disk: disk, output: disk, today: Self.later).recover(waiting: {}, into: &diagnostics)
        #expect(recovered?.map(\.code.text) == ["KTM335"])
        #expect(try SiteBuilder.on(disk).run(.build).result?.changedNothing == true)
    }

    @Test func `a lost ledger is noticed by the pages alone when the manifest is lost too`() throws {
        let disk = try built(Self.sunrise)
        disk["partners/codes.jsonl"] = nil
        disk["manifest.json"] = nil
        #expect(try errors(disk).map(\.id) == ["L005"])
    }

    @Test func `a line missing from the ledger is noticed`() throws {
        let disk = try built(Self.sunrise + "-- partners/other.json --\n{\"name\": \"Other\"}\n")
        disk["partners/codes.jsonl"] = disk["partners/codes.jsonl"]?.split(separator: "\n").filter { !$0.contains("KTM335") }.joined(separator: "\n")
        #expect(try errors(disk).map(\.id) == ["L007"])
    }

    @Test func `a code that moved to another partner is an error that writes nothing`() throws {
        let disk = try built(Self.sunrise + "-- partners/other.json --\n{\"name\": \"Other\"}\n")
        disk["partners/codes.jsonl"] = disk["partners/codes.jsonl"]?.replacing("\"partner\":\"hotel-sunrise\"", with: "\"partner\":\"other\"")
        #expect(try errors(disk).contains { $0.id == "L006" })
    }

    @Test func `branches that issued the same or a near code are told apart, the later one gives way`() throws {
        let disk = try built(Self.sunrise)
        disk["partners/other.json"] = "{\"name\": \"Other\"}"
        disk["partners/codes.jsonl"]? += "{\"code\":\"KTM336\",\"partner\":\"other\",\"issued\":\"2026-12-24\"}\n"
        let found = try errors(disk)
        #expect(found.map(\.id) == ["L004"])
        #expect(found.first?.message == "the code `KTM336` of `other` (2026-12-24) is one slip from `KTM335` of `hotel-sunrise` (2026-11-22)")
        var diagnostics: [Diagnostic] = []
        let tools = LedgerTools(disk: disk, output: disk, today: Self.later)
        #expect(try tools.withdraw(#require(.init(canonical: "KTM336")), of: .init("other"), waiting: {}, into: &diagnostics) == .done)
        let report = try SiteBuilder.on(disk, today: Self.later).run(.build)
        #expect(report.result?.newCodes.map(\.partner.text) == ["other"])
        #expect(report.result?.newCodes.contains { $0.code.text == "KTM336" } == false)
    }

    @Test func `a vanity code too near another's is refused, naming it`() throws {
        let disk = try built(Self.sunrise)
        disk["partners/x.json"] = "{\"name\": \"X\", \"code\": \"ктм 336\"}"
        let found = try errors(disk)
        #expect(found.map(\.message) == ["the code `KTM336` is one slip of the finger from `KTM335` of `hotel-sunrise`, issued 2026-11-22"])
    }

    @Test(arguments: [
        ("{\"code\":\"KTM335\",\"partner\":\"hotel-sunrise\"", "J008"), ("nonsense", "J003"), ("{\"code\":\"k\",\"partner\":\"a\",\"issued\":\"2026-11-22\"}", "L002"),
        ("{\"code\":\"BBB777\",\"partner\":\"a\",\"issued\":\"2026-02-30\"}", "L002"), ("<<<<<<< HEAD", "L001"),
    ])
    func `a broken line of the ledger stops the build`(line: String, id: String) throws {
        let disk = try built(Self.sunrise)
        disk["partners/codes.jsonl"]? += line + "\n"
        #expect(try errors(disk).map(\.id) == [id])
    }

    @Test func `a line that two branches changed is read as one, and nothing that either says is lost`() throws {
        let disk = try built(Self.sunrise)
        let ours = disk["partners/codes.jsonl"] ?? ""
        disk["partners/hotel-sunrise.json"] = "{\"name\": \"Hotel Sunrise\", \"slug\": \"ours\"}"
        _ = try SiteBuilder.on(disk).run(.build)
        disk["partners/codes.jsonl"] = (disk["partners/codes.jsonl"] ?? "") + ours.replacing("[\"hotel-sunrise\"]", with: "[\"hotel-sunrise\",\"theirs\"]")
        disk["manifest.json"] = nil
        let report = try SiteBuilder.on(disk).run(.build)
        #expect(report.diagnostics.map(\.id) == ["L003"])
        #expect(report.diagnostics.first?.severity == .warning)
        #expect(disk["partners/codes.jsonl"] == ours.replacing("[\"hotel-sunrise\"]", with: "[\"hotel-sunrise\",\"theirs\",\"ours\"]"))
        for slug in ["ours", "theirs", "hotel-sunrise"] { #expect(disk["public/\(slug)/index.html"]?.contains("KTM335") == true) }
    }

    @Test func `an address that the ledger has lost comes back from the manifest, and its page stays`() throws {
        let disk = try built(Self.sunrise)
        let old = disk["partners/codes.jsonl"]
        disk["partners/hotel-sunrise.json"] = "{\"name\": \"Hotel Sunrise\", \"slug\": \"sunrise\"}"
        _ = try SiteBuilder.on(disk).run(.build)
        // An older copy of everything that a person writes.
        disk["partners/hotel-sunrise.json"] = "{\"name\": \"Hotel Sunrise\"}"
        disk["partners/codes.jsonl"] = old
        #expect(try SiteBuilder.on(disk).run(.build).diagnostics == [])
        #expect(disk["partners/codes.jsonl"]?.contains("\"slugs\":[\"sunrise\",\"hotel-sunrise\"]") == true)
        #expect(disk["public/sunrise/index.html"]?.contains("KTM335") == true)
        #expect(try SiteBuilder.on(disk).run(.build).result?.changedNothing == true)
    }

    @Test(arguments: [true, false])
    func `an address that two branches gave to two partners stays with the first, and the other is told`(isGone: Bool) throws {
        let disk = try built(Self.sunrise)
        disk["partners/codes.jsonl"]? += "{\"code\":\"MTX072\",\"partner\":\"other\",\"name\":\"Other\",\"slugs\":[\"hotel-sunrise\"],\"issued\":\"2026-12-24\",\"current\":true}\n"
        if !isGone {
            disk["partners/other.json"] = "{\"name\": \"Other\", \"slug\": \"hotel-sunrise\"}"
            disk["partners/hotel-sunrise.json"] = nil
            #expect(try errors(disk).map(\.id) == ["L011"])
            disk["partners/other.json"] = "{\"name\": \"Other\"}"
        }
        let report = try SiteBuilder.on(disk).run(.build)
        #expect(report.diagnostics.map(\.id) == ["L012"])
        #expect(report.diagnostics.first?.message == "two branches gave the address `hotel-sunrise` to `hotel-sunrise` and to `other`; it stays with `hotel-sunrise`, who had a code first")
        #expect(disk["public/hotel-sunrise/index.html"]?.contains("KTM335") == true)
        #expect(disk["public/other/index.html"]?.contains("MTX072") == true)
        #expect(try SiteBuilder.on(disk).run(.build).diagnostics == [])
        #expect(try SiteBuilder.on(disk).run(.build).result?.changedNothing == true)
    }

    @Test func `one who left and whose codes were all taken back still has a page, with a new code`() throws {
        let disk = try built(Self.sunrise)
        disk["partners/hotel-sunrise.json"] = nil
        disk["partners/codes.jsonl"] = "{\"code\":\"KTM335\",\"partner\":\"hotel-sunrise\",\"name\":\"Hotel Sunrise\",\"slugs\":[\"sunrise\"],\"issued\":\"2026-11-22\",\"withdrawn\":\"2026-12-01\"}\n"
        let report = try SiteBuilder.on(disk, today: Self.later).run(.build)
        let code = try #require(report.result?.newCodes.first)
        #expect(code.partner.text == "hotel-sunrise" && code.code.text != "KTM335")
        #expect(disk["public/sunrise/index.html"]?.contains(code.code.text) == true)
        #expect(disk["manifest.json"]?.contains("\"name\":\"Hotel Sunrise\",\"slug\":\"sunrise\",\"status\":\"retired\"") == true)
        #expect(try SiteBuilder.on(disk, today: Self.later).run(.build).result?.changedNothing == true)
    }

    @Test func `an older copy of the ledger is noticed by the pages where the manifest is lost`() throws {
        let disk = try built(Self.sunrise)
        let old = disk["partners/codes.jsonl"]
        disk["partners/moonlight.json"] = "{\"name\": \"Moonlight\"}"
        _ = try SiteBuilder.on(disk).run(.build)
        let new = disk["partners/codes.jsonl"]
        disk["partners/codes.jsonl"] = old
        disk["partners/moonlight.json"] = nil
        disk["manifest.json"] = nil
        disk.forgetWrites()
        let found = try errors(disk)
        #expect(found.map(\.message) == ["`public/moonlight/index.html` is the page of a partner whom the ledger of codes does not know: is the ledger an older copy?"])
        disk["partners/codes.jsonl"] = new
        #expect(try SiteBuilder.on(disk).run(.build).diagnostics == [])
    }

    @Test func `a code that another new partner asks for is refused even while the ledger is in conflict`() throws {
        let disk = try built(Self.sunrise)
        disk["partners/codes.jsonl"]? += "{\"code\":\"KTM336\",\"partner\":\"other\",\"issued\":\"2026-12-24\"}\n"
        let place = NewPartner(disk: disk)
        #expect(try place.write(PartnerID("a"), name: "A", code: "MOONLIGHT", today: .testDay) == .written(path: "partners/a.json"))
        let second = try place.write(PartnerID("b"), name: "B", code: "MOONLIGHT", today: .testDay)
        guard case .codeRefused(let problem) = second else {
            Issue.record("\(second)")
            return
        }
        #expect(problem.id == "C004")
        #expect(disk["partners/b.json"] == nil)
    }

    @Test func `a new partner gets a free code beside partners of whom two have the same id`() throws {
        let disk = SiteText.site("-- partners/partners.csv --\nid,name\nanna,Anna\nanna,Anna too\nbay,Bay\n")
        #expect(try errors(disk).map(\.id) == ["P020", "P021"])
        let outcome = try NewPartner(disk: disk).write(PartnerID("cafe"), name: "Cafe", code: "DIVE2GO", today: Self.later)
        guard case .written = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test func `recovery works where the whole folder of partners is lost`() throws {
        let disk = try built(Self.sunrise)
        let ledger = disk["partners/codes.jsonl"]
        for path in disk.contents.keys where path.hasPrefix("partners/") { disk[path] = nil }
        var diagnostics: [Diagnostic] = []
        #expect(try LedgerTools(disk: disk, output: disk, today: .testDay).recover(waiting: {}, into: &diagnostics)?.count == 1)
        #expect(disk["partners/codes.jsonl"] == ledger)
    }

    @Test func `one who left keeps the code and the address that the pages had last`() throws {
        let disk = try built("-- partners/beta.json --\n{\"name\": \"Beta\", \"code\": \"BETA123\"}\n-- partners/o.json --\n{\"name\": \"O\"}\n")
        disk["partners/beta.json"] = "{\"name\": \"Beta\", \"code\": \"GAMMA777\"}"
        _ = try SiteBuilder.on(disk).run(.build)
        disk["partners/beta.json"] = "{\"name\": \"Beta\", \"code\": \"BETA123\", \"slug\": \"newslug\"}"
        _ = try SiteBuilder.on(disk).run(.build)
        disk["partners/beta.json"] = nil
        _ = try SiteBuilder.on(disk, today: Self.later).run(.build)
        let line = disk["manifest.json"]?.split(separator: "\n").first { $0.contains("\"id\":\"beta\"") }
        #expect(line?.contains("\"slug\":\"newslug\"") == true)
        #expect(line?.contains("\"codes\":[\"BETA123\",\"GAMMA777\"]") == true)
    }

    @Test("of several codes the pages carry the chosen one, or the oldest automatic one; of one who left, the last or else the newest", arguments: [
        ("{\"name\": \"Beta\"}", "", "HPX915,KTM482,SUNRISE5"), ("{\"name\": \"Beta\", \"code\": \"SUNRISE5\"}", "", "SUNRISE5,HPX915,KTM482"),
        (nil, "", "SUNRISE5,HPX915,KTM482"), (nil, ",\"current\":true", "KTM482,HPX915,SUNRISE5"),
    ] as [(String?, String, String)])
    func carried(definition: String?, mark: String, codes: String) throws {
        let disk = try built("-- partners/o.json --\n{\"name\": \"O\"}\n")
        // The oldest was withdrawn; two are of one day, and then the order of the codes decides.
        let lines = [("BCH137", "2026-01-01", ",\"withdrawn\":\"2026-02-01\""), ("HPX915", "2026-01-02", ""), ("KTM482", "2026-01-02", mark), ("SUNRISE5", "2026-01-03", "")]
        for (code, day, rest) in lines {
            disk["partners/codes.jsonl"]? += "{\"code\":\"\(code)\",\"partner\":\"beta\",\"name\":\"Beta\",\"slugs\":[\"beta\"],\"issued\":\"\(day)\"\(rest)}\n"
        }
        disk["partners/beta.json"] = definition
        let report = try SiteBuilder.on(disk, today: Self.later).run(.build)
        let beta = try #require(report.result?.partners.first { $0.id.text == "beta" })
        #expect(beta.codes.map(\.text).joined(separator: ",") == codes)
        #expect(disk["public/beta/index.html"]?.contains(beta.code.text) == true)
    }

    @Test func `a line without slugs, for an id with an underscore, still has its page`() throws {
        let disk = SiteText.site(Self.sunrise + "-- partners/codes.jsonl --\n{\"code\":\"BBX999\",\"partner\":\"a_b\",\"issued\":\"2020-01-01\"}\n")
        _ = try SiteBuilder.on(disk).run(.build)
        #expect(disk["public/a-b/index.html"]?.contains("BBX999") == true)
    }

    @Test func `a code that is in nobody's way cannot be withdrawn, nor one twice`() throws {
        let disk = try built(Self.sunrise)
        var diagnostics: [Diagnostic] = []
        let tools = LedgerTools(disk: disk, output: disk, today: Self.later)
        let code = try #require(PartnerCode(canonical: "KTM335"))
        #expect(try tools.withdraw(code, of: .init("hotel-sunrise"), waiting: {}, into: &diagnostics) == .refused)
        #expect(try tools.withdraw(code, of: .init("nobody"), waiting: {}, into: &diagnostics) == .notInLedger)
        #expect(disk.writes == [])
        disk["partners/codes.jsonl"] = "{\"code\":\"KTM335\",\"partner\":\"hotel-sunrise\",\"issued\":\"2026-11-22\",\"withdrawn\":\"2026-12-01\"}\n"
        #expect(try tools.withdraw(code, of: .init("hotel-sunrise"), waiting: {}, into: &diagnostics) == .already(#require(CivilDate("2026-12-01"))))
    }

    @Test func `recovery mends a ledger that was cut off in the middle of a line`() throws {
        let disk = try built(Self.sunrise + "-- partners/other.json --\n{\"name\": \"Other\"}\n")
        let whole = try #require(disk.contents["partners/codes.jsonl"])
        for length in [0, 10, whole.count / 2, whole.count - 3] {
            disk.put(Array(whole.prefix(length)), at: "partners/codes.jsonl")
            var diagnostics: [Diagnostic] = []
            #expect(try LedgerTools(disk: disk, output: disk, today: .testDay).recover(waiting: {}, into: &diagnostics) != nil)
            #expect(!diagnostics.containsError)
            #expect(disk.contents["partners/codes.jsonl"] == whole)
        }
    }

    @Test func `recovery brings withdrawn codes back as withdrawn, and a build without them is refused`() throws {
        let disk = try built(Self.sunrise)
        let withdrawn = "{\"code\":\"KTM336\",\"partner\":\"cafe-mango\",\"issued\":\"2026-11-22\",\"withdrawn\":\"2026-11-23\"}\n"
        disk["partners/codes.jsonl"] = (disk["partners/codes.jsonl"] ?? "") + withdrawn
        _ = try SiteBuilder.on(disk).run(.build)
        #expect(disk["manifest.json"]?.contains("KTM336") == true)
        let whole = try #require(disk["partners/codes.jsonl"])
        let without = whole.split(separator: "\n").filter { !$0.contains("KTM336") }.joined(separator: "\n") + "\n"
        disk["partners/codes.jsonl"] = without
        disk.forgetWrites()
        #expect(try errors(disk).map(\.id) == ["L007"])
        for lost in [without, nil] {
            disk["partners/codes.jsonl"] = lost
            var diagnostics: [Diagnostic] = []
            let recovered = try LedgerTools(disk: disk, output: disk, today: Self.later).recover(waiting: {}, into: &diagnostics)
            #expect(diagnostics.isEmpty)
            #expect(recovered?.filter { $0.withdrawn == Self.later }.map(\.code.text) == ["KTM336"])
            #expect(try SiteBuilder.on(disk, today: Self.later).run(.build).result != nil)
            #expect(disk["partners/codes.jsonl"]?.contains("\"withdrawn\":\"2027-03-01\"") == true)
            #expect(disk["manifest.json"]?.contains("\"withdrawn\":[\n{\"code\":\"KTM336\",\"partner\":\"cafe-mango\"}]") == true)
        }
    }

    @Test func `a renamed file with another name but the same vanity code is asked about`() throws {
        let disk = try built("-- partners/a.json --\n{\"name\": \"A\", \"code\": \"SUNRISE5\"}\n")
        disk["partners/a.json"] = nil
        disk["partners/z.json"] = "{\"name\": \"Z\", \"code\": \"SUNRISE5\"}"
        #expect(try errors(disk).map(\.id) == ["L010"])
    }

    @Test func `a key of the ledger that is not known is an error, since it could not be kept`() throws {
        let disk = try built(Self.sunrise)
        disk["partners/codes.jsonl"] = disk["partners/codes.jsonl"]?.replacing("}", with: ",\"note\":\"x\"}")
        #expect(try errors(disk).map(\.id) == ["J032"])
    }
}
