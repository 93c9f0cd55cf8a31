import Diagnostics
import Disk
import Manifest
import PartnerCodes
import SiteBuild
import Testing
import TestSupport

/// Every change of a site, stopped at every step that alters the disk: what is there then is old or new, and the next run completes it.
@Suite struct StoppedProgramTests {
    /// A change of a site that is built, and what is run then.
    struct Change: CustomTestStringConvertible, Sendable {
        var name: String
        var files: [String: String?] = [:]
        var isBuilt = true
        var run: @Sendable (MemoryFileSystem, MemoryFileSystem) throws -> Void = StoppedProgramTests.build
        var testDescription: String { name }
    }

    static let site = """
        -- partners/hotel.json --
        {"name": "Hotel", "code": "SUNRISE5"}
        -- partners/cafe.json --
        {"name": "Café"}
        -- templates/kit.mustache --
        <!doctype html><meta name="generator" content="sitegen"><p>{{kit.code}}</p>
        -- templates/assets/logo.svg --
        <svg xmlns="http://www.w3.org/2000/svg"></svg>
        -- public/CNAME --
        cars.example
        -- public/hotel/photo.txt --
        mine

        """

    static let changes: [Change] = [
        Change(name: "the first build", isBuilt: false),
        Change(name: "a partner more", files: ["partners/spa.json": "{\"name\": \"Spa\"}"]),
        Change(name: "a partner less", files: ["partners/cafe.json": nil]),
        Change(name: "a file renamed, someone new", files: ["partners/cafe.json": nil, "partners/bar.json": "{\"name\": \"Café\", \"new\": true}"]),
        Change(name: "a file renamed, the same partner", files: ["partners/cafe.json": nil, "partners/bar.json": "{\"name\": \"Bar\", \"id\": \"cafe\"}"]),
        Change(name: "a partner retired", files: ["partners/hotel.json": "{\"name\": \"Hotel\", \"code\": \"SUNRISE5\", \"status\": \"retired\"}"]),
        Change(name: "another address", files: ["partners/hotel.json": "{\"name\": \"Hotel\", \"code\": \"SUNRISE5\", \"slug\": \"sunrise\"}"]),
        Change(name: "another code", files: ["partners/hotel.json": "{\"name\": \"Hotel\", \"code\": \"MOONLIGHT\"}"]),
        Change(name: "another template", files: ["templates/page.mustache": "<!doctype html><meta name=\"generator\" content=\"sitegen\"><a href=\"{{whatsapp.href}}\">{{whatsapp.text}}</a>\n"]),
        Change(name: "no kits and no picture", files: ["templates/kit.mustache": nil, "templates/assets/logo.svg": nil]),
        Change(name: "one language", files: ["site.json": """
            {"baseURL": "https://cars.example/", "business": {"name": "Cars", "phone": "+66 81 234 5678"}, "languages": ["ru"], "message": "Код: {{code}}. Здравствуйте!"}
            """, "templates/page.mustache": "<!doctype html><meta name=\"generator\" content=\"sitegen\"><a href=\"{{whatsapp.href}}\">{{whatsapp.text}}</a>\n"]),
        Change(name: "a spreadsheet", files: ["partners/hotel.json": nil, "partners/list.csv": "id,name,code\nhotel,Hotel,SUNRISE5\nspa,Spa,\nmoon,Moon,MOON77\n"]),
        Change(name: "another place", files: ["partners/spa.json": "{\"name\": \"Spa\"}"]) { disk, elsewhere in
            try StoppedProgramTests.finish(SiteBuilder(disk: disk, output: elsewhere, folder: "site", today: .testDay).run(.build))
        },
        Change(name: "new") { disk, _ in
            let outcome = try NewPartner(disk: disk).write(PartnerID("spa"), name: "Spa", code: "MOON77", today: .testDay)
            #expect([.written(path: "partners/spa.json"), .taken(path: "partners/spa.json")].contains(outcome))
        },
        Change(name: "codes recover", files: ["partners/codes.jsonl": nil]) { disk, _ in
            var diagnostics: [Diagnostic] = []
            let recovered = try LedgerTools(disk: disk, output: disk, today: .testDay).recover(waiting: {}, into: &diagnostics)
            #expect(recovered != nil)
        },
        Change(name: "codes withdraw", files: ["partners/codes.jsonl": """
            {"code":"PPB864","partner":"cafe","name":"Café","slugs":["cafe"],"issued":"2026-11-22","current":true}
            {"code":"SUNRISE5","partner":"hotel","name":"Hotel","slugs":["hotel"],"issued":"2026-11-22","current":true}
            {"code":"SUNRISE6","partner":"cafe","issued":"2027-01-01"}

            """]) { disk, _ in
            var diagnostics: [Diagnostic] = []
            let code = try #require(PartnerCode(canonical: "SUNRISE6"))
            let outcome = try LedgerTools(disk: disk, output: disk, today: .testDay).withdraw(code, of: PartnerID("cafe"), waiting: {}, into: &diagnostics)
            #expect([.done, .already(.testDay)].contains(outcome))
        },
    ]

    @Sendable static func build(_ disk: MemoryFileSystem, _: MemoryFileSystem) throws { try finish(SiteBuilder.on(disk).run(.build)) }

    static func finish(_ report: BuildReport) throws {
        #expect(report.diagnostics.filter { $0.severity == .error } == [])
    }

    private func before(_ change: Change) throws -> MemoryFileSystem {
        let disk = SiteText.site(Self.site)
        if change.isBuilt { try Self.build(disk, disk) }
        for (path, text) in change.files { disk[path] = text }
        disk.forgetWrites()
        return disk
    }

    @Test(arguments: changes)
    func `stopped at any step, everything is old or new, and the next run makes it what it would have been`(change: Change) throws {
        let start = try before(change)
        let (goal, elsewhere) = (start.copy(), MemoryFileSystem())
        goal.forgetWrites()
        try change.run(goal, elsewhere)
        let steps = goal.writes.count + elsewhere.writes.count
        #expect(steps > 0)
        // Where the output is another disk, each of the two stops in turn.
        for (stopsAtHome, count) in [(true, goal.writes.count), (false, elsewhere.writes.count)] {
            for step in 0..<count {
                let (disk, other) = (start.copy(), MemoryFileSystem())
                (stopsAtHome ? disk : other).failAfter(step)
                #expect(throws: FileError.self, "step \(step)") { try change.run(disk, other) }
                for (found, (before, after)) in [(disk, (start, goal)), (other, (MemoryFileSystem(), elsewhere))] {
                    Self.expectOldOrNew(found.contents, before.contents, after.contents, "step \(step)")
                }
                Self.expectCodesOwned(disk, other, except: start, "step \(step)")
                disk.failAfter(nil)
                other.failAfter(nil)
                try change.run(disk, other)
                #expect(disk.contents == goal.contents && other.contents == elsewhere.contents, "step \(step)")
            }
        }
    }

    private static func expectOldOrNew(_ found: [String: [UInt8]], _ before: [String: [UInt8]], _ after: [String: [UInt8]], _ step: Comment) {
        for (path, bytes) in found where path != "manifest.json.next" { #expect(bytes == before[path] || bytes == after[path], "\(step): \(path)") }
        if let next = found["manifest.json.next"] { #expect(next == after["manifest.json"]) }
        for path in before.keys where after[path] != nil { #expect(found[path] != nil, "\(step): \(path) is gone") }
    }

    /// No page that was written carries a code that the ledger lacks.
    private static func expectCodesOwned(_ disk: MemoryFileSystem, _ other: MemoryFileSystem, except start: MemoryFileSystem, _ step: Comment) {
        let ledger = disk["partners/codes.jsonl"] ?? ""
        for (path, text) in disk.texts.merging(other.texts, uniquingKeysWith: { $1 }) where path.hasSuffix("/index.html") && start[path] != text {
            for code in text.matches(of: /(?:Код|Code): ([A-Z0-9]+)\./) { #expect(ledger.contains("\"code\":\"\(code.1)\""), "\(step): \(path)") }
        }
    }
}
