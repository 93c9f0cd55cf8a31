import Foundation
import Testing

/// Programs at work in one folder at once. `Tests/Faults/together` does the same a hundred times, with more of them.
@Suite struct TogetherTests {
    private static let rounds = 3

    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("""
            {"baseURL": "https://cars.example/", "business": {"name": "Cars", "phone": "+66 81 234 5678"}, "languages": ["en"], "message": "Code: {{code}}. Hello!"}
            """, to: "site.json")
        for name in ["page", "home", "404"] {
            try folder.write("<!doctype html><meta name=\"generator\" content=\"sitegen\"><p>{{site.name}}</p>\n", to: "templates/\(name).mustache")
        }
        try folder.write("{\"name\": \"Hotel\"}", to: "partners/hotel.json")
        #expect(try Program.sitegen.run(["build", "--quiet"], in: folder.url).status == 0)
        return folder
    }

    /// Starts all of `commands` before it waits for the first.
    private func together(_ commands: [[String]], in folder: URL) throws -> [Program.Outcome] {
        let running = try commands.map { try Program.sitegen.start($0 + ["--quiet"], in: folder) }
        return try running.map { try $0.end() }
    }

    /// The lines of the ledger as `code partner`.
    private func ledger(_ folder: TemporaryFolder) throws -> [String] {
        try folder.text("partners/codes.jsonl").split(separator: "\n").map { line in
            let match = try #require(line.wholeMatch(of: /\{"code":"(\w+)","partner":"([\w-]+)",.*\}/))
            return "\(match.1) \(match.2)"
        }
    }

    @Test func `of new partners and builds at once each is whole, and what only one can have one gets`() throws {
        let folder = try site()
        for round in 0..<Self.rounds {
            let before = try ledger(folder)
            let same = [["new", "Same \(round)", "--code", "ALPHA\(round * 111)X"], ["new", "Same \(round)", "--code", "OMEGA\(round * 111)Y"]]
            let rivals = [["new", "Rival \(round) a", "--code", "TIGER\(round * 111)Z"], ["new", "Rival \(round) b", "--code", "TIGER\(round * 111)Z"]]
            let outcomes = try together(same + rivals + [["build"], ["build"], ["check"], ["build"]], in: folder.url)
            #expect(outcomes[0...1].map(\.status).sorted() == [0, 1], "\(outcomes[0...1])")
            #expect(outcomes[2...3].map(\.status).sorted() == [0, 1], "\(outcomes[2...3])")
            #expect(outcomes[4...].allSatisfy { $0.status == 0 }, "\(outcomes[4...])")
            let winner = same[outcomes[0].status == 0 ? 0 : 1][3]
            #expect(try folder.text("partners/same-\(round).json").contains(winner))
            #expect(try Program.sitegen.run(["build", "--quiet"], in: folder.url).status == 0)
            let after = try ledger(folder)
            #expect(after.count == before.count + 2 && Set(before).isSubset(of: after))
            #expect(Set(after.map { $0.prefix { $0 != " " } }).count == after.count)
        }
        #expect(try folder.tree().keys.filter { $0.contains(".sitegen-new") } == [])
    }

    @Test func `recoveries and builds at once bring a lost ledger back, whole and once`() throws {
        let folder = try site()
        let whole = try ledger(folder)
        for _ in 0..<Self.rounds {
            try FileManager.default.removeItem(at: folder.url.appending(path: "partners/codes.jsonl"))
            let outcomes = try together([["codes", "recover"], ["build"], ["codes", "recover"], ["build"], ["codes", "recover"]], in: folder.url)
            #expect(outcomes.indices.allSatisfy { outcomes[$0].status == 0 || $0 % 2 == 1 && outcomes[$0].messages.contains("[L005]") }, "\(outcomes)")
            #expect(try ledger(folder) == whole)
        }
    }

    @Test func `two copies of a site that are built to one place at once leave it as one build does`() throws {
        let (one, two, place) = (try site(), try site(), try TemporaryFolder())
        var goal: [String: Data]?
        for _ in 0..<Self.rounds {
            let output = place.url.appending(path: "site").path
            let running = try [one, two, one, two].map { try Program.sitegen.start(["build", "--quiet", "--output", output], in: $0.url) }
            for outcome in try running.map({ try $0.end() }) { #expect(outcome.status == 0, "\(outcome)") }
            let tree = try place.tree()
            #expect(tree == goal ?? tree && tree["site/hotel/index.html"] != nil)
            goal = tree
            for name in ["site", "manifest.json"] { try FileManager.default.removeItem(at: place.url.appending(path: name)) }
        }
    }

    @Test func `of two who begin a site in one folder one does, and one who was stopped can go on`() throws {
        let folder = try TemporaryFolder()
        let command = ["init", "site", "--name", "Cars", "--phone", "+66812345678", "--languages", "en", "--spreadsheet"]
        #expect(try together([command, command], in: folder.url).map(\.status).sorted() == [0, 1])
        let whole = try folder.tree("site")
        // Files are written in order of path, `site.json` last.
        for count in [1, whole.count / 2, whole.count - 1] {
            for name in ["site.json"] + whole.keys.filter({ $0 != "site.json" }).sorted().reversed().prefix(count) where folder.has("site/" + name) {
                try FileManager.default.removeItem(at: folder.url.appending(path: "site/" + name))
            }
            try folder.write("half", to: "site/.site.json.sitegen-new")
            #expect(try Program.sitegen.run(command + ["--quiet"], in: folder.url).status == 0)
            #expect(try folder.tree("site") == whole)
        }
        // What somebody has changed or put in is nobody's to go on with.
        for (path, text) in [("site/templates/page.mustache", "mine"), ("site/photo.jpg", "mine"), ("site/partners/partners.csv", "id,name\nmine,Mine\n")] {
            let before = folder.has(path) ? try folder.text(path) : nil
            try FileManager.default.removeItem(at: folder.url.appending(path: "site/site.json"))
            try folder.write(text, to: path)
            #expect(try Program.sitegen.run(command + ["--quiet"], in: folder.url).status == 1)
            #expect(try folder.text(path) == text && !folder.has("site/site.json"))
            if let before { try folder.write(before, to: path) } else { try FileManager.default.removeItem(at: folder.url.appending(path: path)) }
            #expect(try Program.sitegen.run(command + ["--quiet"], in: folder.url).status == 0)
        }
    }
}

private extension TemporaryFolder {
    func has(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url.appending(path: path).path) }
}
