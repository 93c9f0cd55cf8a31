import Diagnostics
import SiteBuild
import Testing
import TestSupport

/// What owners do wrong, and what they are told: the id of every error, whole first messages, and that nothing is written.
@Suite struct BadInputTests {
    private func errors(_ disk: MemoryFileSystem) throws -> [Diagnostic] {
        let before = disk.contents
        let report = try SiteBuilder.on(disk).run(.build)
        #expect(report.result == nil)
        #expect(disk.contents == before)
        #expect(disk.writes == [])
        return report.diagnostics.filter { $0.severity == .error }
    }

    @Test(arguments: [
        ("{\"name\": \"A\", \"slug\": \"../x\"}", "P003", "the slug `../x` would leave the folder of the site"),
        ("{\"name\": \"A\", \"slug\": \"a/b\"}", "P003", "the slug `a/b` would leave the folder of the site"),
        ("{\"name\": \"A\", \"slug\": \"assets\"}", "P003", "the slug `assets` is a name that the site itself uses"),
        ("{\"name\": \"A\", \"slug\": \"kit\"}", "P003", "the slug `kit` is a name that the site itself uses"),
        ("{\"name\": \"A\", \"slug\": \"en\"}", "P003", "the slug `en` is a name that the site itself uses"),
        ("{\"name\": \"A\", \"slug\": \"Sunrise\"}", "P003", "the slug `Sunrise` has capital letters, and not every host tells them from small ones"),
        ("{\"name\": \"A\", \"slug\": \"nul\"}", "P003", "the slug `nul` cannot be a folder on Windows"),
        ("{\"name\": \"A\", \"slug\": \"\"}", "P003", "the slug is empty"),
        ("{\"name\": \"A\", \"slug\": \"отель\"}", "P003", "the slug `отель` may hold small letters a to z, digits and single hyphens alone"),
        ("{\"name\": 7}", "J030", "`name` must be a text in quotes, found a number"),
        ("{\"name\": \"  \"}", "P004", "the partner's `name` is empty"),
        ("{\"name\": \"A\", \"status\": \"pausd\"}", "P005", "there is no status `pausd`"),
        ("{\"name\": \"A\", \"offers\": [\"econmy\"]}", "P006", "there is no offer `econmy`"),
        ("{\"name\": \"A\", \"code\": \"AB\"}", "C001", "`AB` cannot be a code: it has 2 characters, the least is 4"),
        ("{\"name\": \"A\", \"phone\": \"8 912 345-67-89\"}", "S010", "`8 912 345-67-89` begins with 8, which is dialled only inside Russia and Kazakhstan"),
        ("{\"name\": \"A\", \"message\": \"Hi\"}", "S012", "the message does not carry `{{code}}`, so no partner could be credited"),
        ("{\"name\": \"A\", \"private\": \"x\"}", "J030", "`private` must be an object `{…}`, found a text in quotes"),
        ("{\"name\": \"A\" \"code\": 1}", "J004", nil),
        ("", "J001", nil),
        ("{\"name\": \"A\", \"name\": \"B\"}", "J033", nil),
        ("[]", "J030", nil),
        ("{\"name\": \"A\", \"id\": \"Bad Id\"}", "P002", "`Bad Id` cannot be the id of a partner: it has `B` as character 1, which cannot be in an id"),
    ])
    func `a slip in a definition is told in words and writes nothing`(definition: String, id: String, message: String?) throws {
        let found = try errors(SiteText.site("-- partners/a.json --\n\(definition)\n"))
        #expect(found.map(\.id) == [id])
        if let message { #expect(found.first?.message == message) }
        #expect(found.first?.location?.path == "partners/a.json")
    }

    @Test func `ids, slugs and codes that are taken name every place`() throws {
        let disk = SiteText.site("""
            -- partners/a.json --
            {"name": "A", "slug": "same", "code": "SUNRISE5"}
            -- partners/b.json --
            {"name": "B", "slug": "same", "code": "SUNRISE6"}
            -- partners/list.csv --
            id,name,slug
            a,Also A,a-2
            c,C,same

            """)
        let found = try errors(disk)
        #expect(found.map(\.id) == ["P020", "P021", "C004"])
        let places = found.prefix(2).map { [$0.location?.path] + $0.related.map(\.location.path) }
        #expect(places == [["partners/a.json", "partners/list.csv"], ["partners/a.json", "partners/b.json", "partners/list.csv"]])
        disk["partners/b.json"] = "{\"name\": \"B\", \"code\": \"SUNRISE6\"}"
        disk["partners/list.csv"] = nil
        #expect(try errors(disk).map(\.message) == ["the code `SUNRISE6` is one slip of the finger from `SUNRISE5` of `a`"])
    }

    @Test(arguments: [
        ("id,name\na,A,too,many\n", "V005"), ("id,name\na\n", "V005"), ("name\nA\n", "P011"), ("id,name\n,A\n", "P012"), ("", "V001"),
        ("id,name\na,\"open\n", "V003"), ("id,id,name\na,b,C\n", "V006"),
    ])
    func `a spreadsheet that is not whole is told and writes nothing`(sheet: String, id: String) throws {
        let disk = SiteText.site("")
        disk["partners/list.csv"] = sheet
        #expect(try errors(disk).map(\.id) == [id])
    }

    @Test func `a spreadsheet with semicolons, a byte order mark and quotes is read`() throws {
        let disk = SiteText.site("")
        disk["partners/list.csv"] = "\u{FEFF}id;name;greeting.ru;greeting.en;status;private.commission;offers\r\nhotel;\"Hotel; \"\"A\"\"\";Привет;Hello;paused;10 %;economy\r\n"
        let report = try SiteBuilder.on(disk).run(.build)
        #expect(report.diagnostics == [])
        #expect(report.result?.partners.map(\.name) == ["Hotel; \"A\""])
        #expect(report.result?.partners.map(\.status) == [.paused])
        #expect(disk["public/hotel/index.html"]?.contains("Привет") == false)
        #expect(disk.texts.filter { $0.key.hasPrefix("public/") || $0.key == "manifest.json" }.values.contains { $0.contains("10 %") } == false)
    }

    @Test func `invalid UTF-8, a folder where a file should be and a file that cannot be read are told`() throws {
        let disk = SiteText.site("-- partners/dir.json/x --\n\n-- partners/locked.json --\n{}\n")
        disk.put([0x7B, 0x22, 0xCF, 0xF0, 0x22, 0x7D], at: "partners/cp1251.json")
        disk.lockAway("partners/locked.json")
        #expect(try errors(disk).map(\.id).sorted() == ["F001", "F001", "J002"])
    }

    @Test(arguments: [
        ("page.mustache", "{{partner.nam}}", "T030"), ("page.mustache", "{{>nothing}}", "T021"), ("page.mustache", "{{#offers}}", "T005"),
        ("page.mustache", "{{>page}}", "T024"), ("page.mustache", "<a href=\"{{partner.name}}\">x</a>", "T040"),
        ("home.mustache", "{{<missing}}{{/missing}}", "T022"),
    ])
    func `a slip in a template is told and writes nothing`(file: String, text: String, id: String) throws {
        let disk = SiteText.site("-- partners/a.json --\n{name: 'A'}\n")
        disk["templates/" + file] = text
        let found = try errors(disk)
        #expect(found.first?.location?.path == "templates/" + file)
        #expect(found.map(\.id).contains(id), "\(found.map { ($0.id, $0.message) })")
    }

    @Test func `raw output of a text in a page is a warning`() throws {
        let disk = SiteText.site("-- partners/a.json --\n{name: 'A'}\n")
        disk["templates/page.mustache"]? += "<p>{{{partner.name}}}</p>"
        #expect(try SiteBuilder.on(disk).run(.check).diagnostics.map(\.severity) == [.warning])
    }

    @Test(arguments: [
        ("\"https://cars.example/\"", "\"cars.example\"", "S001"), ("\"https://cars.example/\"", "\"https://шиба.рф/\"", "S001"),
        ("\"https://cars.example/\"", "\"https://cars.example/?x\"", "S001"), ("\"+66 81 234 5678\"", "\"081 234 5678\"", "S010"),
        ("[\"ru\", \"en\"]", "[\"Russian\"]", "S003"), ("[\"ru\", \"en\"]", "[\"ru\", \"ru\"]", "S004"), ("[\"ru\", \"en\"]", "[]", "S005"),
        ("\"carsbot\"", "\"@a b\"", "S014"), ("\"name\": \"", "\"name\": \"  \", \"was\": \"", "S022"), ("\"id\": \"economy\"", "\"id\": \"Ec onomy\"", "S016"),
        ("Код: {{code}}. Здравствуйте!", "Код: {{code}}. " + String(repeating: "Ж", count: 400), "S013"),
    ])
    func `a slip in site.json is told and writes nothing`(old: String, new: String, id: String) throws {
        let disk = SiteText.site("-- partners/a.json --\n{name: 'A'}\n")
        disk["site.json"] = disk["site.json"]?.replacing(old, with: new)
        #expect(try errors(disk).map(\.id).contains(id))
    }

    @Test(arguments: [("Russian", "write `ru`"), ("ไทย", "write `th`"), ("немецкий", "write `de`"), ("Klingon", "write two small letters: `ru`, `en`, `th`, `zh`, `de`")])
    func `a language that is called by its name gets its tag`(name: String, hint: String) throws {
        let disk = SiteText.site("-- partners/a.json --\n{name: 'A'}\n")
        disk["site.json"] = disk["site.json"]?.replacing("[\"ru\", \"en\"]", with: "[\"ru\", \"\(name)\"]")
        #expect(try errors(disk).map(\.hint) == [hint])
    }

    @Test func `a message that is too long for a link is told with the figures`() throws {
        let disk = SiteText.site("-- partners/a.json --\n{name: 'A', message: 'Код: {{code}}. \(String(repeating: "Ж", count: 400))'}\n")
        #expect(try errors(disk).map(\.message) == ["the message is too long: its link has 2471 characters, 2000 is the most"])
    }

    @Test func `an unknown key is a warning that names the nearest`() throws {
        let disk = SiteText.site("-- partners/a.json --\n{name: 'A', greting: 'Hi'}\n")
        let report = try SiteBuilder.on(disk).run(.check)
        #expect(report.diagnostics.map(\.severity) == [.warning])
        #expect(report.diagnostics.first?.hint == "did you mean `greeting`?")
    }

    @Test func `every truncation of a definition, the ledger and site.json gives a diagnostic or a build, never a crash`() throws {
        let whole = SiteText.site("-- partners/a.json --\n{\"name\": \"A\", \"greeting\": {\"ru\": \"Привет\"}, \"offers\": [\"economy\"]}\n")
        _ = try SiteBuilder.on(whole).run(.build)
        for path in ["partners/a.json", "site.json", "partners/codes.jsonl", "manifest.json", "templates/page.mustache"] {
            let bytes = try #require(whole.contents[path])
            for length in 0..<bytes.count {
                let disk = whole.copy()
                disk.put(Array(bytes.prefix(length)), at: path)
                let report = try SiteBuilder.on(disk).run(.check)
                #expect(report.result != nil || report.diagnostics.containsError)
            }
        }
    }
}
