import Foundation
import Testing

/// From the sample's links to verdicts, as the owner does it: the built program, real files, whole outputs.
@Suite struct AttributionProgramTests {
    private static let chat = """
        14.11.2026, 09:15 - Сообщения и звонки защищены сквозным шифрованием.
        14.11.2026, 09:15 - +7 912 345-67-89: Код: SUNRISE5. Здравствуйте! Интересует аренда авто на Пхукете.
        14.11.2026, 09:16 - Shiba Cars: Здравствуйте! На какие даты? Прайс: SURFKATA9
        14.11.2026, 09:20 - +7 912 345-67-89: <Без медиафайлов>
        15.11.2026, 10:00 - Мария: Code: SURFKATA8. Hello!
        16.11.2026, 11:00 - Пётр: Код: ZZX111
        16.11.2026, 12:00 - Олег: Здравствуйте! Интересует аренда авто на Пхукете.

        """

    /// The sample's manifest and a chat.
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.copyFromPackage("manifest.json", "partners")
        try folder.write(Self.chat, to: "chat.txt")
        return folder
    }

    private func run(_ arguments: [String], _ folder: TemporaryFolder, input: String = "") throws -> Program.Outcome {
        try Program.attribution.run(arguments, in: folder.url, input: input)
    }

    @Test func `check prints who brought how many, and what needs an eye`() throws {
        let folder = try folder()
        #expect(try run(["check", "chat.txt", "--me", "Shiba Cars"], folder) == Program.Outcome(status: 0, output: """
            Partner             Leads  Messages  First       Last
            Hotel Sunrise Kata      1         1  2026-11-14  2026-11-14  ████████████████████
            Kata Surf School        1         1  2026-11-15  2026-11-15  ████████████████████

            2 leads from 2 messages with a code, of 6 messages; 1 of them your own.
            1 message is a ready text of your pages without a code: from your own page, or the code was deleted. Ask who sent them.

            Corrected, counted: one slip from exactly one code (1)
              “SURFKATA8” → SURFKATA9 of kata-surf-school  2026-11-15 10:00, Мария, chat.txt:5

            Unknown codes, not counted: ask the customer to read the code out again (1)
              “ZZX111” is near no code  2026-11-16 11:00, Пётр, chat.txt:6

            """, messages: ""))
    }

    @Test func `each form of the report holds the same leads`() throws {
        let folder = try folder()
        let lines = try run(["check", "chat.txt", "--me", "Shiba Cars", "--format", "jsonl"], folder).output.split(separator: "\n")
        let objects = try lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
        #expect(objects.map { $0["type"] as? String } == Array(repeating: "message", count: 6) + ["summary"])
        #expect(objects.dropLast().map { $0["verdict"] as? String } == ["attributed", "own", "none", "corrected", "unknown", "none"])
        #expect((objects[5]["evidence"] as? [String: String]) == ["kind": "general-message"])
        #expect(objects[6]["leads"] as? Int == 2)
        let table = try run(["check", "chat.txt", "--me", "Shiba Cars", "--format", "csv"], folder).output
        #expect(table.split(whereSeparator: \.isNewline).map { $0.prefix { $0 != "," } } == ["\u{FEFF}verdict", "attributed", "corrected", "unknown"])
        let page = try run(["check", "chat.txt", "--me", "Shiba Cars", "--format", "html"], folder)
        #expect(page.status == 0 && page.output.hasPrefix("<!doctype html>") && page.output.hasSuffix("</html>\n"))
        #expect(page.output.contains("Hotel Sunrise Kata") && !page.output.contains("345-67-89"))
    }

    @Test func `a folder, standard input and both at once are read, and what comes twice counts once`() throws {
        let folder = try folder()
        try folder.write(Self.chat, to: "exports/2026/WhatsApp Chat with Anna.txt")
        #expect(try run(["check", "exports", "--me", "Shiba Cars"], folder).output.contains("2 leads from 2 messages with a code, of 6 messages"))
        let piped = try run(["check", "-", "--me", "Shiba Cars"], folder, input: Self.chat)
        #expect(piped.status == 0 && piped.output.contains("2 leads from 2 messages with a code, of 6 messages"))
        let twice = try run(["check", "-", "exports", "chat.txt", "--me", "Shiba Cars"], folder, input: Self.chat)
        #expect(twice.output.contains("2 leads from 2 messages with a code, of 6 messages; 1 of them your own; 12 messages that came twice counted once."))
        #expect(try run(["check", "-"], folder, input: "Код: SUNRISE5 здравствуйте").output.contains("1 lead from 1 message with a code, of 1 message."))
    }

    @Test func `every code of the sample is found from its link's text`() throws {
        let folder = try folder()
        let manifest = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: folder.url.appending(path: "manifest.json"))) as? [String: Any])
        let partners = try #require(manifest["partners"] as? [[String: Any]])
        let messages = try #require(manifest["messages"] as? [String: [String: [String: String]]])
        let templates = messages.values.flatMap(\.values).compactMap { $0["text"] }.filter { $0.contains("{{code}}") }.sorted()
        var input = ""
        var expected: [String] = []
        var minute = 0
        for partner in partners {
            for code in try #require(partner["codes"] as? [String]) {
                for template in templates {
                    input += "14.11.2026, \(10 + minute / 60):\(10 + minute % 50) - +7 900 \(1_000_000 + expected.count): \(template.replacing("{{code}}", with: code))\n"
                    expected.append(try #require(partner["id"] as? String))
                    minute = (minute + 1) % 600
                }
            }
        }
        let lines = try run(["check", "-", "--format", "jsonl", "--me", "Shiba"], folder, input: input).output.split(separator: "\n").dropLast()
        let found = try lines.map { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        #expect(expected.count > 300)
        #expect(found.map { $0?["partner"] as? String } == expected)
        #expect(found.allSatisfy { $0?["verdict"] as? String == "attributed" })
    }

    @Test func `one slip in a published link's message is read as its partner's or as a question`() throws {
        let folder = try folder()
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.url.appending(path: "manifest.json")))
        let manifest = try #require(json as? [String: Any])
        var input = ""
        var expected: [String] = []
        for partner in try #require(manifest["partners"] as? [[String: Any]]) {
            let slug = try #require(partner["slug"] as? String)
            let page = try String(contentsOf: Program.package.appending(path: "public/\(slug)/index.html"), encoding: .utf8)
            let links = page.components(separatedBy: "href=\"").filter { $0.hasPrefix("https://wa.me/") }
            let link = try #require(links.first).prefix { $0 != "\"" }
            let text = try #require(URLComponents(string: String(link))?.queryItems?.first { $0.name == "text" }?.value)
            let code = Array(try #require((partner["codes"] as? [String])?.first { text.contains($0) }))
            let last = code.count - 1
            func edited(_ range: Range<Int>, _ typed: Character...) -> String { String(code[..<range.lowerBound] + typed + code[range.upperBound...]) }
            let slips = [
                edited(0..<1), edited(2..<3), edited(last..<last + 1), edited(0..<0, "X"), edited(3..<3, "Ж"), edited(last + 1..<last + 1, "7"),
                edited(last..<last + 1, code[last] == "3" ? "8" : "3"), edited(0..<1, code[0] == "M" ? "К" : "М"), edited(0..<2, code[1], code[0]),
                edited(last - 1..<last + 1, code[last], code[last - 1]), edited(2..<2, " "), edited(3..<3, ","),
            ]
            for slip in slips {
                input += "14.11.2026, 10:15 - +7 900 \(1_000_000 + expected.count): \(text.replacing(String(code), with: slip))\n"
                expected.append(try #require(partner["id"] as? String))
            }
        }
        let lines = try run(["check", "-", "--format", "jsonl", "--me", "Shiba"], folder, input: input).output.split(separator: "\n").dropLast()
        let found = try lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
        #expect(expected.count > 350 && found.count == expected.count)
        for (line, partner) in zip(found, expected) {
            let credited = line["partner"] as? String
            #expect(credited == partner || credited == nil && line["verdict"] as? String != "none", "\(line["text"] ?? "")")
        }
        #expect(found.count { $0["partner"] is String } > expected.count * 9 / 10)
    }

    @Test func `whose messages are the business's own is never guessed from a code that both sides sent`() throws {
        let folder = try folder()
        try folder.write("""
            14.11.2026, 09:15 - Shiba Cars: Здравствуйте! Пришлите код, например Код: SUNRISE5
            14.11.2026, 09:16 - Мария: Код: SURFKATA9. Здравствуйте
            14.11.2026, 09:17 - Shiba Cars: Спасибо!

            """, to: "greeting.txt")
        #expect(try run(["check", "greeting.txt"], folder).messages.contains("it cannot be told which of `Shiba Cars`, `Мария` is your own name"))
        #expect(try run(["check", "chat.txt", "--me", "Shiba"], folder).messages.contains("no message is from `Shiba`, so your own messages may count"))
        #expect(try run(["check", "greeting.txt", "--me", "Shiba Cars"], folder).messages == "")
    }

    @Test func `explain answers for one message`() throws {
        let folder = try folder()
        #expect(try run(["explain", "Код: sunrise 5 здравствуйте"], folder) == Program.Outcome(status: 0, output: """
            Hotel Sunrise Kata (hotel-sunrise), code SUNRISE5
              “sunrise 5” stands after a word that announces a code, and is exactly this one.

            """, messages: ""))
        let unknown = try run(["explain", "hello"], folder)
        #expect(unknown.status == 0 && unknown.output.hasPrefix("Nobody: there is no code in this message\n"))
        #expect(unknown.output.contains("Ask the customer:\n  Подскажите"))
    }

    @Test func `a statement counts commission on the sales of a partner's people`() throws {
        let folder = try folder()
        try folder.write("customer,date,amount\n8 912 345 67 89,2026-11-20,\"10,000\"\nИван,2026-11-21,500\n", to: "sales.csv")
        let arguments = ["statement", "chat.txt", "--me", "Shiba Cars", "--partner", "hotel-sunrise", "--month", "2026-11", "--sales", "sales.csv"]
        #expect(try run(arguments + ["--commission", "10%"], folder) == Program.Outcome(status: 0, output: """
            Hotel Sunrise Kata, 2026-11
            1 lead, 1 sale for 10,000.00, commission 10 %: 1,000.00.

            Date        Person            Code      Verdict     Message
            2026-11-14  +7 912 ***-**-89  SUNRISE5  attributed  chat.txt:2

            Sold        Person               Amount  Commission  Message     Sale
            2026-11-20  +7 912 ***-**-89  10,000.00    1,000.00  chat.txt:2  sales.csv:2
            Total                         10,000.00    1,000.00

            1 sale of the month to people who had sent no code by then, not counted here.

            """, messages: ""))
    }

    @Test(arguments: [
        (["check", "nothing.txt"], 1, "nothing.txt: error: the file cannot be read: there is no such file [R001]"),
        (["check", "other.csv"], 1, "other.csv:1: error: the table has no column `Body`"),
        (["check", "empty.txt"], 1, "there is nothing to read [R016]"),
        (["check", "chat.txt", "--manifest", "none.json"], 2, "there is no `none.json`"),
        (["check", "chat.txt", "--manifest", "old/"], 2, "update this program to that version"),
        (["check", "chat.txt", "--root", "old"], 2, "did you mean `--manifest FILE`?"),
        (["check", "chat.txt", "--manifest", "newer.json"], 2, "update this program to that version"),
        (["check", "chat.txt", "--manifest", "other.csv"], 2, "run `swift run sitegen build`, which writes the file anew"),
        (["check"], 2, "attribution check"), (["chekc", "chat.txt"], 2, "`swift run attribution check`"), (["explain"], 2, "attribution explain"),
        (["statement", "chat.txt", "--partner", "nobody", "--month", "2026-11"], 2, "there is no partner `nobody`"),
        (["statement", "chat.txt", "--partner", "hotel-sunrise", "--month", "13"], 2, "it is not a month"),
    ])
    func `what is wrong is said, with the exit status of its kind`(_ arguments: [String], _ status: Int32, _ words: String) throws {
        let folder = try folder()
        try folder.write("name,phone,note\nAnn,1,x\nBob,2,y\n", to: "other.csv")
        try folder.write("{\"version\":2,\"generator\":\"sitegen 9.0.0\"}", to: "newer.json")
        try folder.write("{\"version\":2,\"generator\":\"sitegen 9.0.0\"}", to: "old/manifest.json")
        try folder.write("", to: "empty.txt")
        let outcome = try run(arguments, folder)
        #expect(outcome.status == status)
        #expect(outcome.messages.contains(words), "\(outcome.messages)")
    }

    @Test func `a code that was withdrawn from the ledger credits nobody`() throws {
        let folder = try TemporaryFolder()
        try folder.copyFromPackage("site.json", "templates")
        try folder.write("{\"name\": \"Hotel Sunrise\"}", to: "partners/hotel-sunrise.json")
        try folder.write("{\"name\": \"Café Mango\"}", to: "partners/cafe-mango.json")
        try folder.write("""
            {"code":"KTM482","partner":"hotel-sunrise","issued":"2026-11-01"}
            {"code":"KTM483","partner":"cafe-mango","issued":"2026-11-02"}

            """, to: "partners/codes.jsonl")
        #expect(try Program.sitegen.run(["build"], in: folder.url).status == 1)
        #expect(try Program.sitegen.run(["codes", "withdraw", "KTM483", "cafe-mango"], in: folder.url).status == 0)
        let build = try Program.sitegen.run(["build"], in: folder.url)
        #expect(build.status == 0, "\(build.messages)")
        #expect(try folder.text("manifest.json").contains("\"withdrawn\":[\n{\"code\":\"KTM483\",\"partner\":\"cafe-mango\"}]"))
        let line = try #require(try run(["check", "-", "--format", "jsonl"], folder, input: "Код: KTM483. Здравствуйте!").output.split(separator: "\n").first)
        let message = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(message["verdict"] as? String == "ambiguous")
        #expect(message["code"] is NSNull && message["partner"] is NSNull)
        #expect(try run(["explain", "Код: KTM482"], folder).output.hasPrefix("Hotel Sunrise (hotel-sunrise), code KTM482\n"))
    }
}
