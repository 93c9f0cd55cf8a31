import Foundation
import Testing

/// From an empty folder to a site, with the words that the owner sees.
@Suite struct OwnerDayTests {
    private let facts = ["--name", "Blue Dive", "--phone", "+66 81 234 5678", "--languages", "ru,en", "--offer", "Курс", "--offer", "Курс", "--city", "Пхукет"]

    private func run(_ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:]) throws -> Program.Outcome {
        try Program.sitegen.run(arguments, in: folder.url, environment: environment)
    }

    @Test(arguments: ["site", "Мой сайт/", "./a b"])
    func `init, new and build make a whole site without a complaint, whatever the folder is called`(name: String) throws {
        let folder = try TemporaryFolder()
        let begun = try run(["init", name] + facts, in: folder)
        #expect(begun.status == 0)
        #expect(begun.output == name + "\n")
        #expect(begun.messages.contains("swift run sitegen serve --root \(name.contains(" ") ? "\"\(name)\"" : name)"))
        let added = try run(["new", "Отель Рассвет", "--root", name], in: folder)
        #expect(added.status == 0)
        #expect(added.output == name + (name.hasSuffix("/") ? "" : "/") + "partners/otel-rassvet.json\n")
        #expect(try run(["new", "Hotel Two", "--code", "two 2026", "--root", name], in: folder).status == 0)
        let built = try run(["build", "--root", name], in: folder)
        #expect(built.status == 0)
        #expect(!built.messages.contains("warning"), "\(built.messages)")
        #expect(built.messages.contains("Next:\n  1. look at it:\n     swift run sitegen serve"))
        #expect(built.messages.contains("TWO2026  Hotel Two"))
        #expect(try run(["check", "--root", name], in: folder).messages == "Everything is in order: 9 pages for 2 partners in 2 languages.\n")
    }

    @Test func `init writes what was said, a schema for editors, and a spreadsheet if it is wanted`() throws {
        let folder = try TemporaryFolder()
        #expect(try run(["init", "site", "--spreadsheet"] + facts, in: folder).status == 0)
        let site = try folder.text("site/site.json")
        for text in ["\"$schema\": \"schema/site.schema.json\"", "\"name\": \"Blue Dive\"", "\"id\": \"kurs\"", "\"id\": \"kurs-2\"", "\"city\": \"Пхукет\""] { #expect(site.contains(text), "\(text)") }
        #expect(try folder.text("site/partners/partners.csv") == "\u{FEFF}id,name,code,slug,status,greeting.ru,greeting.en,phone,private.contact,private.commission,private.notes\r\n")
        #expect(try run(["new", "Anna", "--root", "site"], in: folder).status == 0)
        #expect(try folder.text("site/partners/anna.json").contains("\"$schema\": \"../schema/partner.schema.json\""))
        #expect(try run(["build", "--root", "site"], in: folder).status == 0)
    }

    @Test func `init never touches a folder that holds anything, and names what is there`() throws {
        let folder = try TemporaryFolder()
        try folder.write("x", to: "full/notes.txt")
        try folder.write("x", to: "git/.git/config")
        try folder.write("x", to: "file")
        let refused = try run(["init", "full"] + facts, in: folder)
        #expect(refused.status == 1)
        #expect(refused.messages == "error: `full` is not empty: there is `notes.txt`\n  hint: name a folder that is empty or not there yet, such as `full/site`\n")
        #expect(try folder.tree("full").keys.sorted() == ["notes.txt"])
        #expect(try run(["init", "git"] + facts, in: folder).status == 0)
        let again = try run(["init", "git"] + facts, in: folder)
        #expect(again.messages.contains("`git` holds a site already"))
        let file = try run(["init", "file"] + facts, in: folder)
        #expect(file.status == 2)
        #expect(file.messages.hasPrefix("error: `file` is a file, and a site needs a folder\n"))
        let parent = try run(["init", "no such/parent"] + facts, in: folder)
        #expect(parent.status == 2)
        #expect(parent.messages == """
            error: there is no folder `no such` to make `parent` in
              hint: make it first with `mkdir -p "no such"`, or name another folder

            """)
    }

    @Test(arguments: [
        ([], "`--name` and `--phone` are not given"), (["--name", "X"], "`--phone` is not given"),
        (["--name", "X", "--phone", "12"], "`12` has no country code"), (["--name", " ", "--phone", "+66812345678"], "the `name` of the business is empty"), (["--name", "X", "--phone", "+66812345678", "--languages", "en,x"], "`x` is not the tag of a language"),
        (["--name", "X", "--phone", "+66812345678", "--url", "my shop"], "`my shop` is no whole web address"),
    ])
    func `without a terminal, what is missing or wrong is named and nothing is written`(arguments: [String], words: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try run(["init", "site"] + arguments, in: folder)
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains(words), "\(outcome.messages)")
        #expect(try folder.tree().isEmpty)
    }

    @Test(arguments: [
        ("RASSVET1", "the code `RASSVET1` belongs to `otel`"), ("rassvet 2", "one slip of the finger from"), ("AB", "cannot be a code"), ("КОД!", "cannot be a code"),
    ])
    func `a code that is not free is refused at once, with the reason`(code: String, words: String) throws {
        let folder = try TemporaryFolder()
        _ = try run(["init", "site"] + facts, in: folder)
        _ = try run(["new", "Отель", "--code", "RASSVET1", "--root", "site"], in: folder)
        for isBuilt in [false, true] {
            if isBuilt { #expect(try run(["build", "--root", "site"], in: folder).status == 0) }
            let outcome = try run(["new", "Hotel Two", "--code", code, "--root", "site"], in: folder)
            #expect(outcome.status == 1)
            #expect(outcome.messages.contains(words), "\(outcome.messages)")
            #expect(outcome.messages.contains("nothing was written"))
            #expect(try !folder.tree("site/partners").keys.contains("hotel-two.json"))
        }
    }

    @Test(arguments: [
        (["list", "--retired"], "did you mean `--status retired`?"), (["list", "retired"], "did you mean `swift run sitegen list --status retired`?"),
        (["list", "csv"], "did you mean `swift run sitegen list --csv`?"), (["initialize"], "did you mean `swift run sitegen init`?"),
        (["deploy"], "read `swift run sitegen help publishing`"), (["delete", "hotel"], "read `swift run sitegen help ledger`"),
        (["help", "build", "x"], "`sitegen build` has no commands of its own"), (["-?"], "did you mean `--help`?"),
        (["codes", "withdraw", "KTM482"], "write `swift run sitegen codes withdraw CODE PARTNER`"),
        (["list", "actve"], "did you mean `swift run sitegen list --status active`?"), (["list", "--paussed"], "did you mean `--status paused`?"),
        (["build", "my-site"], "write `swift run sitegen build --root my-site`"), (["build", "--folder", "x"], "did you mean `--root`?"),
        (["sitegen", "build"], "write `swift run sitegen build`"), (["swift", "run", "sitegen", "list", "--csv"], "write `swift run sitegen list --csv`"),
        (["ышеупут", "new", "Hotel Sunrise"], "write `swift run sitegen new \"Hotel Sunrise\"`"),
        (["codes explain"], "did you mean `swift run sitegen codes explain`?"), (["list-codes"], "did you mean `swift run sitegen codes list`?"),
        (["codes explain KTM482"], "did you mean `swift run sitegen codes explain KTM482`?"), (["list--csv"], "did you mean `swift run sitegen list --csv`?"),
        (["codes", "KTM482"], "did you mean `swift run sitegen codes explain KTM482`?"), (["new:Hotel"], "did you mean `swift run sitegen new Hotel`?"),
        (["list", "codes"], "did you mean `swift run sitegen codes list`?"), (["codes", "list", "KTM482"], "did you mean `swift run sitegen codes explain KTM482`?"),
        (["list", "sunrise"], "or did you mean `swift run sitegen list --search sunrise`?"), (["list", "status=paused"], "did you mean `swift run sitegen list --status paused`?"),
        (["init", "site", "--name", "Blue", "Dive"], "put words that belong together in quotes: `--name \"Blue Dive\"`"),
        (["init", "site", "--languages", "ru", "en"], "put words that belong together in quotes: `--languages \"ru en\"`"),
        (["list", "--filter", "x"], "did you mean `--search WORDS`?"), (["serve", "--host", "x"], "did you mean `--lan`?"),
        (["list", "--csv", "--json"], "leave one of them out"), (["build", "-p", "80"], "it belongs to `swift run sitegen serve`"),
        (["new", "--name", "Hotel"], "it stands alone, without an option: `swift run sitegen new NAME`"),
        (["new", "Hotel Sunrise", "SUNRISE5"], "did you mean `swift run sitegen new \"Hotel Sunrise\" --code SUNRISE5`?"),
        (["report", "chat.txt"], "did you mean `swift run attribution check`?"), (["attribution", "check"], "write `attribution` in place of `sitegen`"),
    ])
    func `words that people try are answered with what does it`(arguments: [String], words: String) throws {
        let outcome = try run(arguments, in: TemporaryFolder())
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains(words), "\(outcome.messages)")
    }

    @Test func `a code pasted with the word before it is read`() throws {
        let folder = try TemporaryFolder()
        _ = try run(["init", "site"] + facts, in: folder)
        _ = try run(["new", "Отель", "--code", "RASSVET1", "--root", "site"], in: folder)
        _ = try run(["build", "--root", "site"], in: folder)
        #expect(try run(["codes", "explain", "Код: rassvet 1", "--root", "site"], in: folder).status == 0)
        let message = try run(["codes", "explain", "Код: rassvet 1. Здравствуйте", "--root", "site"], in: folder)
        #expect(message.status == 1)
        #expect(message.output.contains("attribution explain"))
    }

    @Test func `the list can be narrowed, and a spreadsheet opens it`() throws {
        let folder = try TemporaryFolder()
        _ = try run(["init", "site"] + facts, in: folder)
        for name in ["Отель Рассвет", "Hotel Two", "Café Three"] { _ = try run(["new", name, "--root", "site"], in: folder) }
        try folder.write("{\"name\": \"Gone\", \"status\": \"retired\"}", to: "site/partners/gone.json")
        _ = try run(["build", "--root", "site"], in: folder)
        func names(_ more: [String]) throws -> [String] {
            try run(["list", "--root", "site", "--csv"] + more, in: folder).output.split(separator: "\r\n").dropFirst().map { String($0.split(separator: ",")[1]) }
        }
        #expect(try names([]).count == 4)
        #expect(try names(["--status", "retired"]) == ["Gone"])
        #expect(try names(["--search", "рассвет"]) == ["Отель Рассвет"])
        #expect(try names(["--search", "HOTEL"]) == ["Hotel Two"])
        #expect(try names(["--search", "hotel", "--status", "paused"]) == [])
        #expect(try run(["list", "--root", "site", "--csv"], in: folder).output.hasPrefix("\u{FEFF}id,name,code,status,page,kit,earlier codes\r\n"))
        #expect(try run(["list", "--root", "site", "--status", "retired"], in: folder).messages == "1 of 4 partners.\n")
    }

    @Test func `check tells file by file what it found, and where to begin`() throws {
        let folder = try TemporaryFolder()
        _ = try run(["init", "site"] + facts, in: folder)
        try folder.write("{\"naem\": \"A\"}", to: "site/partners/a.json")
        try folder.write("{\"name\": \"B\", \"status\": \"gone\"}", to: "site/partners/b.json")
        let outcome = try run(["check", "--root", "site"], in: folder)
        #expect(outcome.status == 1)
        let lines = outcome.messages.split(separator: "\n")
        #expect(lines.first == "partners/a.json: 1 error, 1 warning")
        #expect(lines.contains("partners/b.json: 1 error"))
        #expect(lines.contains { $0.hasPrefix("Begin here: partners/a.json:1:") })
        #expect(lines.last?.hasPrefix("2 errors and 1 warning") == true)
    }

    @Test(arguments: [["LC_ALL": "C"], ["LC_ALL": "", "LANG": "POSIX"], ["TERM": "dumb"], ["NO_COLOR": "1", "COLUMNS": "40"]])
    func `a log gets the same words whatever the locale`(environment: [String: String]) throws {
        let folder = try TemporaryFolder()
        _ = try run(["init", "site"] + facts, in: folder)
        _ = try run(["new", "Отель Рассвет", "--root", "site"], in: folder)
        let usual = try run(["build", "--dry-run", "--root", "site"], in: folder)
        #expect(try run(["build", "--dry-run", "--root", "site"], in: folder, environment: environment) == usual)
        #expect(!usual.messages.contains("\u{1B}"))
    }

    @Test(arguments: [
        (["ini"], "`swift run sitegen init`"), (["start"], "`swift run sitegen init`"), (["preview"], "`swift run sitegen serve`"), (["watch"], "`swift run sitegen serve`"), (["ыукму"], "`swift run sitegen serve`"),
        (["serve", "--prot", "1"], "`--port`"), (["serve", "--port", "x"], "whole number"), (["serve", "--port", "99999"], "too large"), (["serve", "8080"], "takes no arguments"),
        (["serve", "-port", "1"], "`--port"), (["serve", "—lan"], "two hyphens"), (["init"], "needs FOLDER"), (["init", "a", "b"], "left over"),
        (["init", "a", "--language", "ru"], "`--languages"), (["init", "a", "--nmae", "x"], "`--name"), (["init", "a", "--phone"], "has no value"),
        (["list", "--status", "activ"], "`active`"), (["list", "--serach", "x"], "`--search`"), (["completion"], "needs SHELL"), (["completion", "bsh"], "`bash`"),
        (["help", "ledgr"], "`swift run sitegen help ledger`"), (["help", "spreadsheets"], "`swift run sitegen help spreadsheet`"), (["new", "A", "--cod", "X"], "`--code`"),
    ])
    func `what is typed wrong is answered with what was meant`(arguments: [String], meant: String) throws {
        let outcome = try run(arguments, in: TemporaryFolder())
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains(meant), "\(outcome.messages)")
    }

    @Test(arguments: ["files", "spreadsheet", "ledger", "publishing"])
    func `there is help on things, too`(topic: String) throws {
        let outcome = try run(["help", topic], in: TemporaryFolder())
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("sitegen help \(topic): "))
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(outcome.output)")
        #expect(!outcome.output.contains(/(`|\n *)sitegen\b/), "a command that would not be found: \(outcome.output)")
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `completion knows commands, options, choices and topics`(shell: String) throws {
        let script = try run(["completion", shell], in: TemporaryFolder()).output
        for word in ["serve", "init", "lan", "spreadsheet", "retired"] { #expect(script.contains(word), "\(word)") }
    }
}
