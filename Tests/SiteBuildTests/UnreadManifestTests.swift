import ByteText
import Diagnostics
import Manifest
@testable import SiteBuild
import Testing
import TestSupport

/// A build that changes nothing does not read the partners of the last manifest. Whatever has changed, it has to find what it would find in them.
@Suite struct UnreadManifestTests {
    /// A site with partners of every kind, built three times: one left, one moved, one has two codes.
    private static func site() throws -> MemoryFileSystem {
        let disk = SiteText.site("""
            -- partners/partners.csv --
            id,name,slug,code,status,phone
            anna,Anna,,,,
            bay-house,Bay House,,,,
            cafe,Cafe,,SUNRISE5,,
            dive,Dive,,,paused,
            elli,Elli,,,retired,
            foto,Foto,,,,+66 81 777 0001
            gone,Gone,,,,
            moved,Moved,moved-here,,,

            """)
        try build(disk)
        disk["partners/partners.csv"] = disk["partners/partners.csv"]?.replacing("gone,Gone,,,,\n", with: "").replacing("moved-here", with: "moved-there")
        try build(disk)
        disk["partners/partners.csv"] = disk["partners/partners.csv"]?.replacing("SUNRISE5", with: "MOONLIGHT7")
        try build(disk)
        return disk
    }

    private static func build(_ disk: MemoryFileSystem) throws {
        #expect(try SiteBuilder.on(disk).run(.build).result != nil)
    }

    /// What may happen to a site between two builds.
    private static let changes: [(String, @Sendable (MemoryFileSystem) -> Void)] = [
        ("a partner is added", { edit($0, "partners/partners.csv", "anna,Anna", "aaa,Aaa,,,,\nanna,Anna") }),
        ("a partner is taken away", { edit($0, "partners/partners.csv", "bay-house,Bay House,,,,\n", "") }),
        ("a partner is renamed", { edit($0, "partners/partners.csv", "bay-house,", "house-bay,") }),
        ("one who left is back", { edit($0, "partners/partners.csv", "moved,", "gone,Gone,,,,\nmoved,") }),
        ("a name is another", { edit($0, "partners/partners.csv", "Bay House", "Bay Hotel") }),
        ("a status is another", { edit($0, "partners/partners.csv", "paused", "retired") }),
        ("a phone is another", { edit($0, "partners/partners.csv", "777 0001", "777 0002") }),
        ("a page moves", { edit($0, "partners/partners.csv", "moved-there", "moved-on") }),
        ("a page moves to another's place", { edit($0, "partners/partners.csv", "moved-there", "bay-house") }),
        ("a code is chosen", { edit($0, "partners/partners.csv", "anna,Anna,,", "anna,Anna,,CORAL88") }),
        ("a code near another's is chosen", { edit($0, "partners/partners.csv", "anna,Anna,,", "anna,Anna,,SUNRISE6") }),
        ("the business moves", { edit($0, "site.json", "cars.example", "rent.example") }),
        ("the business has another phone", { edit($0, "site.json", "234 5678", "234 5679") }),
        ("a message is another", { edit($0, "site.json", "Hello!", "Hi!") }),
        ("a line of the ledger is lost", { dropLine($0, "partners/codes.jsonl", with: "anna") }),
        ("an old code is lost from the ledger", { dropLine($0, "partners/codes.jsonl", with: "SUNRISE5") }),
        ("one who left is lost from the ledger", { dropLine($0, "partners/codes.jsonl", with: "\"gone\"") }),
        ("an old address is lost from the ledger", { edit($0, "partners/codes.jsonl", "\"moved-here\",", "") }),
        ("the ledger gives a code to another", { edit($0, "partners/codes.jsonl", "\"partner\":\"anna\"", "\"partner\":\"bay-house\"") }),
        ("the ledger takes a code back", { edit($0, "partners/codes.jsonl", "\"partner\":\"gone\",", "\"partner\":\"gone\",\"withdrawn\":\"2026-11-23\",") }),
        ("the ledger is written otherwise", { edit($0, "partners/codes.jsonl", "{\"code\"", "{ \"code\"") }),
        ("the ledger is lost", { $0["partners/codes.jsonl"] = nil }),
        ("the ledger is emptied", { $0["partners/codes.jsonl"] = "" }),
        ("a line of the manifest is lost", { dropLine($0, "manifest.json", with: "\"bay-house\"") }),
        ("a line of the manifest stands twice", { doubleLine($0, "manifest.json", with: "\"bay-house\"") }),
        ("the manifest has a code that the ledger has not", { edit($0, "manifest.json", "\"SUNRISE5\"", "\"SUNRISE5\",\"TEMPLE44\"") }),
        ("the manifest has a partner whom nobody knows", { edit($0, "manifest.json", "\"bay-house\"", "\"bay-horse\"") }),
        ("the manifest has a broken id", { edit($0, "manifest.json", "\"bay-house\"", "\"bay house\"") }),
        ("the manifest has a broken line", { edit($0, "manifest.json", "\"status\":\"paused\"", "\"status\":") }),
        ("the manifest has another name", { edit($0, "manifest.json", "Bay House", "Bay Boat") }),
        ("the manifest leads out of the site", { edit($0, "manifest.json", "\"moved-here\"", "\"../moved\"") }),
        ("the manifest is of another folder", { edit($0, "manifest.json", "\"public\"", "\"other\"") }),
        ("the manifest is of a newer program", { edit($0, "manifest.json", "\"version\":1", "\"version\":9") }),
        ("the manifest has an old file", { edit($0, "manifest.json", "\"404.html\"", "\"404.html\",\"old.html\"") }),
        ("the manifest has an old phone", { edit($0, "manifest.json", "\"partners\":", "\"earlierPhones\":[\"66811111111\"],\n\"partners\":") }),
        ("the manifest is cut off", { $0["manifest.json"] = $0["manifest.json"].map { String($0.dropLast(40)) } }),
        ("an old file stands there", { $0["public/old.html"] = "old" }),
        ("a page is edited", { $0["public/anna/index.html"] = "mine" }),
        ("a page is gone", { $0["public/anna/index.html"] = nil }),
        ("a stranger's file stands there", { $0["public/robots.txt"] = "mine" }),
        ("a link stands in a page's place", { $0["public/anna/index.html"] = nil; $0.link("public/anna") }),
        ("a build was killed", { $0["manifest.json.next"] = $0["manifest.json"] }),
    ]

    @Test func `what is found, told and written is the same as with all of the manifest read`() throws {
        let site = try Self.site().contents
        // Each change by itself, each two in either order, and three at once.
        let all = Array(Self.changes.indices)
        var histories = [[]] + all.map { [$0] } + all.flatMap { first in all.map { [first, $0] } }
        for number in 0..<400 { histories.append([number % all.count, number * 7 % 41, number * 13 % 37]) }
        var problems = 0
        for history in histories {
            var outcomes: [Outcome] = []
            for isRead in [false, true] {
                let disk = MemoryFileSystem()
                for (path, bytes) in site { disk.put(bytes, at: path) }
                for change in history { Self.changes[change].1(disk) }
                if history.count == 1 { #expect(disk.texts != site.mapValues { String(decoding: $0, as: UTF8.self) }, "\(Self.changes[history[0]].0)") }
                // One space more, and the manifest is none that a build wrote.
                if isRead { Self.edit(disk, "manifest.json", "\n\"partners\":[\n", "\n\"partners\": [\n") }
                let report = try SiteBuilder.on(disk).run(.build)
                var texts = disk.texts
                if report.result == nil { texts["manifest.json"] = nil }
                // What a killed build left goes away with the next manifest that is written.
                texts["manifest.json.next"] = nil
                let told = report.diagnostics.map { "\($0.id) \($0.message) \($0.hint ?? "")" }
                let news = report.result.map { "\($0.newCodes) \($0.retired) \($0.returned) \($0.ledgerChanged)" } ?? "nothing built"
                outcomes.append(Outcome(told: told, news: news, files: texts))
            }
            if !outcomes[0].told.isEmpty { problems += 1 }
            let names = history.map { Self.changes[$0].0 }
            #expect(outcomes[0].told == outcomes[1].told, "\(names)")
            #expect(outcomes[0].news == outcomes[1].news, "\(names)")
            let different = Set(outcomes[0].files.keys).union(outcomes[1].files.keys).filter { outcomes[0].files[$0] != outcomes[1].files[$0] }
            #expect(different == [], "\(names)")
        }
        #expect(problems > 100)
    }

    @Test func `where nothing has changed the partners stay unread`() throws {
        var diagnostics: [Diagnostic] = []
        let builder = SiteBuilder.on(try Self.site())
        var inputs = try #require(try builder.load(into: &diagnostics))
        let head = try #require(inputs.manifests.head)
        #expect(head.partners == [])
        #expect(builder.decideAsBefore(&inputs, head) != nil)
    }

    private struct Outcome {
        var told: [String]
        var news: String
        var files: [String: String]
    }

    private static func edit(_ disk: MemoryFileSystem, _ path: String, _ old: String, _ new: String) {
        disk[path] = disk[path]?.replacing(old, with: new, maxReplacements: 1)
    }

    private static func dropLine(_ disk: MemoryFileSystem, _ path: String, with part: String) { repeatLine(disk, path, with: part, times: 0) }
    private static func doubleLine(_ disk: MemoryFileSystem, _ path: String, with part: String) { repeatLine(disk, path, with: part, times: 2) }

    /// Writes the first line that holds `part` so many times.
    private static func repeatLine(_ disk: MemoryFileSystem, _ path: String, with part: String, times: Int) {
        guard let line = disk[path]?.split(separator: "\n").first(where: { $0.contains(part) }) else { return }
        edit(disk, path, line + "\n", String(repeating: line + "\n", count: times))
    }
}
