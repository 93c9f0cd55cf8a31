import Diagnostics
import Disk
import SiteBuild
import Testing
import TestSupport

@Suite struct BuildTests {
    private static let twoPartners = """
        -- partners/hotel-sunrise.json --
        {"name": "Hotel Sunrise", "greeting": {"ru": "Скидка 5 %"}, "code": "SUNRISE5", "slug": "sunrise"}
        -- partners/cafe.json --
        {"name": "Café <b>\\"One\\"</b>"}

        """

    @Test func `a build writes each partner's page in each language, the ledger and the manifest`() throws {
        let disk = SiteText.site(Self.twoPartners)
        let report = try SiteBuilder.on(disk).run(.build)
        #expect(report.diagnostics == [])
        #expect(disk["public/sunrise/index.html"] == """
            <!doctype html><html lang="ru"><title>Cars</title><meta name="generator" content="sitegen">
            <h1>Hotel Sunrise</h1><p>Скидка 5 %</p>
            <a href="https://wa.me/66812345678?text=%D0%9A%D0%BE%D0%B4%3A%20SUNRISE5.%20%D0%97%D0%B4%D1%80%D0%B0%D0%B2%D1%81%D1%82%D0%B2%D1%83%D0%B9%D1%82%D0%B5%21">Код: SUNRISE5. Здравствуйте!</a>
            <a href="https://wa.me/66812345678?text=%D0%9A%D0%BE%D0%B4%3A%20SUNRISE5.%20%D0%AD%D0%BA%D0%BE%D0%BD%D0%BE%D0%BC%3F">Эконом</a>
            <a href="index.html">Русский</a><a href="en/index.html">English</a>

            """)
        #expect(disk["public/sunrise/en/index.html"]?.contains("Code%3A%20SUNRISE5.%20Economy%3F") == true)
        #expect(disk["public/cafe/index.html"]?.contains("<h1>Café &lt;b&gt;&quot;One&quot;&lt;/b&gt;</h1>") == true)
        #expect(disk["partners/codes.jsonl"] == """
            {"code":"PPB864","partner":"cafe","name":"Café <b>\\"One\\"</b>","slugs":["cafe"],"issued":"2026-11-22","current":true}
            {"code":"SUNRISE5","partner":"hotel-sunrise","name":"Hotel Sunrise","slugs":["sunrise"],"issued":"2026-11-22","current":true}

            """)
        let site = disk.texts.keys.filter { $0.hasPrefix("public/") }.sorted()
        #expect(site == [
            "public/404.html", "public/cafe/en/index.html", "public/cafe/index.html", "public/en/index.html", "public/index.html", "public/robots.txt",
            "public/sunrise/en/index.html", "public/sunrise/index.html",
        ])
    }

    @Test func `a second build changes nothing and writes nothing`() throws {
        let disk = SiteText.site(Self.twoPartners)
        _ = try SiteBuilder.on(disk).run(.build)
        disk.forgetWrites()
        let report = try SiteBuilder.on(disk, today: #require(CivilDate("2027-01-01"))).run(.build)
        #expect(report.result?.changedNothing == true)
        #expect(disk.writes == [])
    }

    @Test func `adding a partner changes no other partner's page`() throws {
        let disk = SiteText.site(Self.twoPartners)
        _ = try SiteBuilder.on(disk).run(.build)
        let before = disk.contents
        disk["partners/anna.json"] = "{name: 'Anna'}"
        _ = try SiteBuilder.on(disk).run(.build)
        for (path, bytes) in before where path.hasPrefix("public/") { #expect(disk.contents[path] == bytes) }
        #expect(disk["public/anna/index.html"] != nil)
    }

    @Test func `the ledger is written before any page and the manifest last`() throws {
        let disk = SiteText.site(Self.twoPartners)
        _ = try SiteBuilder.on(disk).run(.build)
        #expect(disk.writes.first == "+partners/codes.jsonl")
        #expect(disk.writes.dropFirst().first == "+manifest.json.next")
        #expect(disk.writes.last == ">manifest.json")
    }

    @Test func `a first build begins its folder before the ledger, and leaves none where it fails`() throws {
        let disk = SiteText.site(Self.twoPartners)
        for mode in [SiteBuilder.Mode.check, .dryRun] { _ = try SiteBuilder.on(disk).run(mode) }
        #expect(disk.drafts == (0, 0))
        // The ledger, the manifest under its first name, and then every file and the folder's name.
        for steps in 0..<10 {
            let copy = disk.copy()
            copy.failAfter(steps)
            #expect(throws: FileError.self) { try SiteBuilder.on(copy).run(.build) }
            #expect(copy.drafts == (1, 0))
            #expect(!copy.texts.keys.contains { $0.hasPrefix("public/") })
        }
        for _ in 1...2 { _ = try SiteBuilder.on(disk).run(.build) }
        #expect(disk.drafts == (1, 0))
    }

    @Test func `with one error in one partner nothing at all is written, and every error is told`() throws {
        let disk = SiteText.site(Self.twoPartners + """
            -- partners/bad.json --
            {"nam": "Bad", "status": "activ", "code": "X"}
            -- partners/worse.json --
            {"name": "Worse"

            """)
        let report = try SiteBuilder.on(disk).run(.build)
        #expect(report.result == nil)
        #expect(disk.writes == [])
        #expect(Set(report.diagnostics.map(\.id)).isSuperset(of: ["P004", "P005", "C001", "J008"]))
    }

    @Test func `a dry run counts what would change and changes nothing`() throws {
        let disk = SiteText.site(Self.twoPartners)
        let report = try SiteBuilder.on(disk).run(.dryRun)
        #expect(report.result?.files.created == 8)
        #expect(disk.writes == [])
    }

    @Test func `files that people put into the output are never touched`() throws {
        let disk = SiteText.site(Self.twoPartners + """
            -- public/CNAME --
            cars.example
            -- public/sunrise/photo.txt --
            mine

            """)
        _ = try SiteBuilder.on(disk).run(.build)
        disk["partners/hotel-sunrise.json"] = nil
        _ = try SiteBuilder.on(disk).run(.build)
        #expect(disk["public/CNAME"] == "cars.example\n")
        #expect(disk["public/sunrise/photo.txt"] == "mine\n")
    }

    @Test func `a foreign file where a page has to stand is an error that writes nothing`() throws {
        let disk = SiteText.site(Self.twoPartners + "-- public/sunrise/index.html --\nmy own page\n")
        let report = try SiteBuilder.on(disk).run(.build)
        #expect(report.diagnostics.map(\.id) == ["O001"])
        #expect(disk.writes == [])
    }

    @Test func `a link in the output is never written through`() throws {
        let disk = SiteText.site(Self.twoPartners + "-- public/x.txt --\n\n")
        disk.link("public/sunrise")
        let report = try SiteBuilder.on(disk).run(.build)
        #expect(report.diagnostics.map(\.id) == ["O004"])
    }

    @Test func `a language that is taken out takes its pages with it`() throws {
        let disk = SiteText.site(Self.twoPartners)
        _ = try SiteBuilder.on(disk).run(.build)
        disk["site.json"] = disk["site.json"]?.replacing("[\"ru\", \"en\"]", with: "[\"ru\"]").replacing(", \"en\": \"Code: {{code}}. Hello!\"", with: "")
            .replacing(", \"en\": \"Economy\"", with: "").replacing(", \"en\": \"Code: {{code}}. Economy?\"", with: "")
        let report = try SiteBuilder.on(disk).run(.build)
        #expect(report.diagnostics.filter { $0.severity == .error } == [])
        #expect(report.result?.files.removed == 3)
        #expect(disk.texts.keys.contains { $0.hasPrefix("public/") && $0.contains("/en/") } == false)
    }

    @Test(arguments: ["", "-- public/CNAME --\ncars.example\n"])
    func `stopped at any write, no published code is missing from the ledger and the next build completes to the same bytes`(standing: String) throws {
        let whole = SiteText.site(Self.twoPartners + standing)
        _ = try SiteBuilder.on(whole).run(.build)
        for steps in 0..<whole.writes.count {
            let disk = SiteText.site(Self.twoPartners + standing)
            disk.failAfter(steps)
            #expect(throws: FileError.self) { try SiteBuilder.on(disk).run(.build) }
            let ledger = disk["partners/codes.jsonl"] ?? ""
            for (path, text) in disk.texts where path.hasPrefix("public/") && text.contains("SUNRISE5") { #expect(ledger.contains("SUNRISE5"), "\(path)") }
            disk.failAfter(nil)
            _ = try SiteBuilder.on(disk).run(.build)
            #expect(disk.contents == whole.contents, "after \(steps) steps")
        }
    }

    @Test func `an output folder that is not there appears when it is whole`() throws {
        func published(_ disk: MemoryFileSystem) -> [String: [UInt8]] { disk.contents.filter { $0.key.hasPrefix("public/") } }
        let whole = SiteText.site(Self.twoPartners)
        _ = try SiteBuilder.on(whole).run(.build)
        for steps in 0..<whole.writes.count {
            let disk = SiteText.site(Self.twoPartners)
            disk.failAfter(steps)
            #expect(throws: FileError.self) { try SiteBuilder.on(disk).run(.build) }
            let found = published(disk)
            #expect(found.isEmpty || found == published(whole), "after \(steps) steps")
        }
    }

    @Test func `stopped and then built from other input, nothing of the stopped build stays behind`() throws {
        let goal = SiteText.site("-- partners/zoo.json --\n{name: 'Zoo'}\n-- partners/codes.jsonl --\n\n")
        let count = try { let disk = SiteText.site(Self.twoPartners); _ = try SiteBuilder.on(disk).run(.build); return disk.writes.count }()
        _ = try SiteBuilder.on(goal).run(.build)
        for steps in 0..<count {
            let disk = SiteText.site("-- partners/zoo.json --\n{name: 'Zoo'}\n")
            _ = try SiteBuilder.on(disk).run(.build)
            disk["templates/page.mustache"]? += "<p>{{whatsapp.phone}}</p>"
            disk["partners/anna.json"] = "{name: 'Anna'}"
            disk.failAfter(steps)
            _ = try? SiteBuilder.on(disk).run(.build)
            disk.failAfter(nil)
            disk["site.json"] = disk["site.json"]?.replacing("Cars", with: "Kars")
            let report = try SiteBuilder.on(disk).run(.build)
            #expect(report.diagnostics.filter { $0.severity == .error } == [], "after \(steps) steps")
            #expect(disk["manifest.json.next"] == nil)
        }
    }

    @Test func `another build that holds the lock makes this one wait and then give up`() throws {
        let disk = SiteText.site(Self.twoPartners)
        let lock = try disk.lock("partners", seconds: 1) {}
        #expect(throws: FileError.self) { try SiteBuilder.on(disk).run(.build) }
        withExtendedLifetime(lock) {}
        #expect(disk.writes == [])
    }

    @Test func `another copy that is being built to the same place makes this one wait and then give up`() throws {
        let (disk, elsewhere) = (SiteText.site(Self.twoPartners), MemoryFileSystem())
        let lock = try elsewhere.lock(.root, seconds: 1) {}
        let builder = SiteBuilder(disk: disk, output: elsewhere, folder: "site", today: .testDay)
        #expect(throws: FileError.self) { try builder.run(.build) }
        // Looking needs no lock.
        #expect(try builder.run(.check).result != nil)
        withExtendedLifetime(lock) {}
        #expect(disk.writes == [] && elsewhere.writes == [])
    }

    @Test func `a folder that two owners would write into is an error that writes nothing`() throws {
        let disk = SiteText.site("""
            -- partners/codes.jsonl --
            {"code":"KTM482","partner":"gamma","issued":"2020-01-01"}
            -- partners/alpha.json --
            {"name": "Alpha", "slug": "gamma"}

            """)
        #expect(try SiteBuilder.on(disk).run(.build).diagnostics.map(\.id) == ["L010"])
        disk["partners/alpha.json"] = "{\"name\": \"Alpha\", \"slug\": \"gamma\", \"new\": true}"
        #expect(try SiteBuilder.on(disk).run(.build).diagnostics.map(\.id) == ["L011"])
        #expect(disk.writes == [])
    }

    @Test func `a new language whose folder was a partner's is an error`() throws {
        let disk = SiteText.site("-- partners/d.json --\n{\"name\": \"D\", \"slug\": \"de\"}\n-- partners/e.json --\n{\"name\": \"E\"}\n")
        _ = try SiteBuilder.on(disk).run(.build)
        disk["partners/d.json"] = nil
        disk["site.json"] = disk["site.json"]?.replacing("[\"ru\", \"en\"]", with: "[\"ru\", \"en\", \"de\"]")
        disk.forgetWrites()
        #expect(try SiteBuilder.on(disk).run(.build).diagnostics.filter { $0.severity == .error }.map(\.id) == ["O005"])
        #expect(disk.writes == [])
    }

    @Test func `another output beside the site's own is refused, because the manifest there is the site's`() throws {
        let disk = SiteText.site(Self.twoPartners + "-- dist/index.html --\nMINE\n")
        _ = try SiteBuilder.on(disk).run(.build)
        disk.forgetWrites()
        let other = SiteBuilder(disk: disk, output: disk, folder: "dist", today: .testDay)
        #expect(try other.run(.build).diagnostics.map(\.id) == ["O003"])
        #expect(disk.writes == [])
    }

    @Test func `a ledger that is lost is noticed even when the site is built to another place`() throws {
        let disk = SiteText.site(Self.twoPartners)
        _ = try SiteBuilder.on(disk).run(.build)
        disk["partners/codes.jsonl"] = nil
        let elsewhere = MemoryFileSystem()
        let report = try SiteBuilder(disk: disk, output: elsewhere, folder: "site", today: .testDay).run(.build)
        #expect(report.diagnostics.map(\.id) == ["L005"])
        #expect(elsewhere.writes == [])
    }

    @Test func `a message written as one text is the message in every language`() throws {
        let disk = SiteText.site("-- partners/a.json --\n{\"name\": \"A\", \"message\": \"Hi {{code}}!\"}\n-- partners/b.json --\n{\"name\": \"B\", \"message\": {\"ru\": \"Эй {{code}}!\"}}\n")
        _ = try SiteBuilder.on(disk).run(.build)
        #expect(disk["public/a/index.html"]?.contains("text=Hi%20") == true)
        #expect(disk["public/a/en/index.html"]?.contains("text=Hi%20") == true)
        #expect(disk["public/b/en/index.html"]?.contains("text=Code%3A%20") == true)
    }

    @Test func `errors of the site, its partners and their codes are told in one run`() throws {
        let disk = SiteText.site("""
            -- partners/a.json --
            {"name": "A", "code": "SUNRISE5"}
            -- partners/b.json --
            {"name": "B", "code": "SUNRISE6"}
            -- partners/c.json --
            {"name": "C", "status": "gone"}

            """)
        disk["site.json"] = disk["site.json"]?.replacing("+66 81", with: "081")
        #expect(try SiteBuilder.on(disk).run(.build).diagnostics.map(\.id) == ["C004", "P005", "S010"])
    }

    @Test func `who is lost may change the language: the switch of the page for lost visitors leads to the business's own pages`() throws {
        let disk = SiteText.site(Self.twoPartners + "-- templates/404.mustache --\n{{#manyLanguages}}{{#languages}}<a href=\"{{href}}\"{{#current}} class=\"here\"{{/current}}>{{name}}</a>{{/languages}}{{/manyLanguages}}\n")
        _ = try SiteBuilder.on(disk).run(.build)
        #expect(disk["public/404.html"] == """
            <a href="https://cars.example/index.html" class="here">Русский</a><a href="https://cars.example/en/index.html">English</a>

            """)
        disk["site.json"] = disk["site.json"]?.replacing("[\"ru\", \"en\"]", with: "[\"ru\"]")
        _ = try SiteBuilder.on(disk).run(.build)
        #expect(disk["public/404.html"] == "\n")
    }

    @Test func `missing interface texts are one error, not one a mention`() throws {
        let disk = SiteText.site(Self.twoPartners)
        disk["templates/strings.json"] = nil
        disk["templates/page.mustache"]? += "{{strings.a}}{{strings.b}}"
        #expect(try SiteBuilder.on(disk).run(.check).diagnostics.map(\.id) == ["T110"])
    }

    @Test func `a definition that moves from a file to a spreadsheet row, and two slugs that swap, keep every code`() throws {
        let disk = SiteText.site(Self.twoPartners)
        _ = try SiteBuilder.on(disk).run(.build)
        let codes = disk["partners/codes.jsonl"]?.matches(of: /"code":"(\w+)","partner":"([\w-]+)"/).map { "\($0.1) \($0.2)" }
        disk["partners/hotel-sunrise.json"] = nil
        disk["partners/list.csv"] = "id,name,code,slug\nhotel-sunrise,Hotel Sunrise,SUNRISE5,sunrise\n"
        let report = try SiteBuilder.on(disk).run(.build)
        #expect(report.result?.newCodes.count == 0)
        #expect(disk["partners/codes.jsonl"]?.matches(of: /"code":"(\w+)","partner":"([\w-]+)"/).map { "\($0.1) \($0.2)" } == codes)
        disk["partners/list.csv"] = "id,name,code,slug\nhotel-sunrise,Hotel Sunrise,SUNRISE5,cafe\n"
        #expect(try SiteBuilder.on(disk).run(.build).diagnostics.contains { $0.id == "P021" || $0.id == "L011" })
    }

    @Test(arguments: ["site.json", "partners/codes.jsonl", "manifest.json", "partners/dir.json"])
    func `a folder where a file should be is told with everything else`(path: String) throws {
        let disk = SiteText.site(Self.twoPartners + "-- partners/bad.json --\n{}\n")
        disk[path] = nil
        disk[path + "/x"] = "x"
        let found = try SiteBuilder.on(disk).run(.build).diagnostics
        #expect(found.contains { $0.id == "F001" && $0.location?.path == path }, "\(found.map(\.id))")
        #expect(disk.writes == [])
    }
}
