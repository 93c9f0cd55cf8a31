import Foundation
import Testing

/// The program as its users run it: arguments, exit status, what is said where, and real disks.
@Suite struct SitegenTests {
    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.copyFromPackage("site.json", "templates")
        try folder.write("{\"name\": \"Hotel Sunrise\"}", to: "partners/hotel-sunrise.json")
        return folder
    }

    @Test func `from a new partner to its page, as the owner does it`() throws {
        let folder = try site()
        let new = try Program.sitegen.run(["new", "Café Mango"], in: folder.url)
        #expect(new.status == 0)
        #expect(new.output == "partners/cafe-mango.json\n")
        let build = try Program.sitegen.run(["build"], in: folder.url)
        #expect(build.status == 0, "\(build.messages)")
        #expect(build.output == "")
        #expect(build.messages.contains("2 new codes:"))
        let list = try Program.sitegen.run(["list"], in: folder.url)
        #expect(list.output.contains("Café Mango"))
        #expect(list.output.contains("https://shiba-cars.example/cafe-mango/"))
        #expect(try Program.sitegen.run(["new", "Café Mango"], in: folder.url).status == 1)
    }

    @Test func `an error in the input exits with 1, shows the place, and writes nothing`() throws {
        let folder = try site()
        try folder.write("{\"name\": \"A\",\n \"status\": \"activ\"}", to: "partners/a.json")
        let before = try folder.tree()
        let outcome = try Program.sitegen.run(["build"], in: folder.url)
        #expect(outcome == Program.Outcome(status: 1, output: "", messages: """
            partners/a.json:2:12: error: there is no status `activ` [P005]
              2 |  "status": "activ"}
                |            ^~~~~~~
              hint: did you mean `active`?
                    the statuses are `active`, `paused` and `retired`
            1 error. Nothing was written.

            """))
        #expect(try folder.tree() == before)
    }

    @Test(arguments: [
        (["biuld"], 2, "`swift run sitegen build`"), (["build", "--rot", "x"], 2, "--root"), ([], 2, "Usage"), (["build", "--root", "nowhere"], 2, "nowhere"),
        (["build", "--output", "partners"], 2, "partners"),
    ])
    func `what cannot run exits with 2 and says why`(arguments: [String], status: Int32, words: String) throws {
        let folder = try site()
        let outcome = try Program.sitegen.run(arguments, in: folder.url)
        withExtendedLifetime(folder) {}
        #expect(outcome.status == status)
        #expect(outcome.messages.contains(words), "\(outcome.messages)")
        #expect(outcome.output == "")
    }

    @Test func `help and version go to standard output`() throws {
        let folder = try TemporaryFolder()
        #expect(try Program.sitegen.run(["--version"], in: folder.url).output == "sitegen 0.1.0\n")
        for command in [["build"], ["check"], ["list"], ["new"], ["codes"], ["codes", "explain"], ["codes", "list"], ["codes", "recover"], ["codes", "withdraw"]] {
            let help = try Program.sitegen.run(command + ["--help"], in: folder.url)
            #expect(help.status == 0)
            #expect(help.output.contains("Examples"), "\(command)")
        }
    }

    @Test func `the summary for programs is one JSON object after one a diagnostic`() throws {
        let folder = try site()
        try folder.write("{\"name\": \"A\", \"greting\": \"x\"}", to: "partners/a.json")
        let outcome = try Program.sitegen.run(["build", "--json"], in: folder.url)
        let lines = try outcome.output.split(separator: "\n").map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
        #expect(lines.map { $0["type"] as? String } == ["diagnostic", "build"])
        #expect(lines[0]["line"] as? Int == 1)
        #expect(lines[1]["ok"] as? Bool == true)
        #expect(lines[1]["partners"] as? Int == 2)
    }

    @Test func `a code is explained however it is written`() throws {
        let folder = try site()
        _ = try Program.sitegen.run(["build"], in: folder.url)
        let exact = try Program.sitegen.run(["codes", "explain", "ктм-335"], in: folder.url)
        #expect(exact.status == 0)
        #expect(exact.output.hasPrefix("KTM335 is the code of Hotel Sunrise (hotel-sunrise).\n"))
        let slip = try Program.sitegen.run(["codes", "explain", "KTM35"], in: folder.url)
        #expect(slip.output.hasPrefix("`KTM35` is not a code, but one slip from KTM335"))
        #expect(try Program.sitegen.run(["codes", "explain", "BBB999"], in: folder.url).status == 1)
    }

    @Test func `ten builds at once leave one whole site and one whole ledger`() throws {
        let folder = try site()
        for number in 0..<40 { try folder.write("{\"name\": \"Partner \(number)\"}", to: "partners/partner-\(number).json") }
        let running = try (0..<10).map { _ in try Program.sitegen.start(["build"], in: folder.url) }
        for build in running { #expect(try build.end().status == 0) }
        let tree = try folder.tree()
        #expect(try Program.sitegen.run(["build"], in: folder.url).messages.contains("Nothing changed"))
        #expect(try folder.tree() == tree)
        #expect(try folder.text("partners/codes.jsonl").split(separator: "\n").count == 41)
    }

    @Test func `a build killed at any moment loses no code, and the next one completes to the same bytes`() throws {
        let whole = try site()
        for number in 0..<150 { try whole.write("{\"name\": \"Partner \(number)\"}", to: "partners/partner-\(number).json") }
        let sources = try whole.tree()
        _ = try Program.sitegen.run(["build"], in: whole.url)
        let goal = try whole.tree()
        for attempt in 0..<20 {
            let folder = try TemporaryFolder()
            for (path, bytes) in sources { try folder.write("", to: path); try bytes.write(to: folder.url.appending(path: path)) }
            let build = try Program.sitegen.start(["build"], in: folder.url)
            usleep(UInt32(attempt) * 2_500)
            kill(build.process.processIdentifier, SIGKILL)
            build.process.waitUntilExit()
            let left = try folder.tree()
            let ledger = left["partners/codes.jsonl"].map { String(decoding: $0, as: UTF8.self) } ?? ""
            for (path, bytes) in left where path.hasPrefix("public/partner-") && path.hasSuffix("/index.html") && !path.contains("sitegen-new") {
                #expect(bytes == goal[path])
                #expect(ledger.contains("\"slugs\":[\"\(path.split(separator: "/")[1])\"]"))
            }
            #expect(try Program.sitegen.run(["build"], in: folder.url).status == 0)
            let completed = try folder.tree().filter { !$0.key.hasSuffix(".sitegen-new") }
            #expect(completed == goal)
        }
    }

    @Test func `a link in the output that leads elsewhere is not written through`() throws {
        let folder = try site()
        let elsewhere = try TemporaryFolder()
        try FileManager.default.createDirectory(at: folder.url.appending(path: "public"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(at: folder.url.appending(path: "public/hotel-sunrise"), withDestinationURL: elsewhere.url)
        let outcome = try Program.sitegen.run(["build"], in: folder.url)
        #expect(outcome.status == 1)
        #expect(outcome.messages.contains("[O004]"))
        #expect(try elsewhere.tree().isEmpty)
    }

    @Test func `another root and another output, with spaces and Cyrillic letters, work as well`() throws {
        let folder = try site()
        let parent = try TemporaryFolder()
        let output = parent.url.appending(path: "Мой сайт").path
        let outcome = try Program.sitegen.run(["build", "--root", folder.url.path, "--output", output], in: parent.url)
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(try parent.tree().keys.contains("Мой сайт/hotel-sunrise/index.html"))
        #expect(try parent.tree().keys.contains("manifest.json"))
    }
}
