import Diagnostics
import Disk
import SiteBuild
import Testing
import TestSupport

/// The partner's kit in a build: what it says, which files it has, when it comes and goes.
@Suite struct KitTests {
    private static let kit = """
        -- templates/kit.mustache --
        <!doctype html><html lang="{{page.language}}"><title>{{page.title}}</title><meta name="generator" content="sitegen"><style>{{page.style}}</style>
        <h1>{{partner.name}}</h1><p>{{kit.code}} {{kit.pageURL}} {{kit.kitURL}} {{page.url}} {{page.root}}</p>
        <a href="{{site.phoneHref}}">{{site.phone}}</a> <a href="{{kit.qrSVG}}">SVG</a> <a href="{{kit.qrPNG}}">PNG</a> {{strings.hello}}
        {{#kit.languages}}
        <h2{{#first}} class="first"{{/first}}><a href="{{anchor}}" lang="{{code}}" dir="{{direction}}">{{name}}</a></h2>
        <a href="{{pageHref}}">{{pageURL}}</a> <img src="{{qrSVG}}"> <img src="{{qrPNG}}"> {{strings.hello}} {{headline}} {{greeting}}
        <p>{{message}}</p><p>{{chatText}}</p><p>{{postText}}</p><p>{{emailText}}</p>
        {{/kit.languages}}
        -- templates/style.css --
        h1{}
        -- templates/kit.css --
        h2{}
        -- templates/strings.json --
        {"ru": {"hello": "Привет", "chatText": "{{business}}: {{page}}", "postText": "{{greeting}} {{description}}\\n{{code}}", "emailText": "{{partner}}, {{phone}}"},
         "en": {"hello": "Hello", "chatText": "At {{ business }}: {{page}}", "postText": "{{headline}}\\n{{greeting}}  ({{code}})", "emailText": "{{partner}}, {{phone}}"}}

        """
    private static let sunrise = """
        -- partners/hotel-sunrise.json --
        {"name": "Hotel <Sunrise>", "greeting": {"ru": "Скидка 5 %", "en": "5% off"}, "code": "SUNRISE5", "slug": "sunrise", "phone": "+7 912 345-67-89"}

        """
    private static let files = ["index.html", "qr-en.png", "qr-en.svg", "qr-ru.png", "qr-ru.svg"]

    private func built(_ more: String) throws -> MemoryFileSystem {
        let disk = SiteText.site(Self.kit + more)
        let report = try SiteBuilder.on(disk).run(.build)
        #expect(report.diagnostics == [])
        return disk
    }

    private func kits(_ disk: MemoryFileSystem) -> [String] { disk.contents.keys.filter { $0.contains("/kit/") }.sorted() }

    @Test func `a kit has everything in each language, with the partner's own number and a QR code for each page`() throws {
        let disk = try built(Self.sunrise)
        #expect(disk["public/sunrise/kit/index.html"] == """
            <!doctype html><html lang="ru"><title>Hotel &lt;Sunrise&gt; · Cars</title><meta name="generator" content="sitegen"><style>h1{}
            h2{}
            </style>
            <h1>Hotel &lt;Sunrise&gt;</h1><p>SUNRISE5 https://cars.example/sunrise/ https://cars.example/sunrise/kit/ https://cars.example/sunrise/kit/ ../../</p>
            <a href="tel:+79123456789">+7 912 345-67-89</a> <a href="qr-ru.svg">SVG</a> <a href="qr-ru.png">PNG</a> Привет
            <h2 class="first"><a href="#ru" lang="ru" dir="ltr">Русский</a></h2>
            <a href="../index.html">https://cars.example/sunrise/</a> <img src="qr-ru.svg"> <img src="qr-ru.png"> Привет Cars Скидка 5 %
            <p>Код: SUNRISE5. Здравствуйте!</p><p>Cars: https://cars.example/sunrise/</p><p>Скидка 5 %
            SUNRISE5</p><p>Hotel &lt;Sunrise&gt;, +7 912 345-67-89</p>
            <h2><a href="#en" lang="en" dir="ltr">English</a></h2>
            <a href="../en/index.html">https://cars.example/sunrise/en/</a> <img src="qr-en.svg"> <img src="qr-en.png"> Hello Cars 5% off
            <p>Code: SUNRISE5. Hello!</p><p>At Cars: https://cars.example/sunrise/en/</p><p>Cars
            5% off (SUNRISE5)</p><p>Hotel &lt;Sunrise&gt;, +7 912 345-67-89</p>

            """)
        #expect(kits(disk) == Self.files.map { "public/sunrise/kit/\($0)" })
        #expect(disk["public/sunrise/kit/qr-en.svg"]?.contains("<title>https://cars.example/sunrise/en/</title>") == true)
    }

    @Test(.enabled(if: SystemProgram.zbar.isInstalled, "zbarimg is not installed"), arguments: ["ru", "en"])
    func `the QR codes of a kit lead to the page of their language`(language: String) throws {
        let disk = try built(Self.sunrise)
        let page = "https://cars.example/sunrise/" + (language == "ru" ? "" : "en/")
        let png = try #require(disk.contents["public/sunrise/kit/qr-\(language).png"])
        #expect(try SystemProgram.zbar.read(png: png) == page)
        guard SystemProgram.rsvg.isInstalled else { return }
        let svg = try #require(disk.contents["public/sunrise/kit/qr-\(language).svg"])
        #expect(try SystemProgram.zbar.read(png: SystemProgram.rsvg.run(["-w", "400"], input: svg)) == page)
    }

    @Test func `a paused partner keeps the kit, without the greeting; one who left or retired has none`() throws {
        let disk = try built(Self.sunrise + "-- partners/cafe.json --\n{\"name\": \"Cafe\"}\n")
        disk["partners/hotel-sunrise.json"] = disk["partners/hotel-sunrise.json"]?.replacing("\"slug\"", with: "\"status\": \"paused\", \"slug\"")
        disk["partners/cafe.json"] = "{\"name\": \"Cafe\", \"status\": \"retired\"}"
        let report = try SiteBuilder.on(disk).run(.build)
        #expect(report.result?.files.removed == 5)
        #expect(kits(disk) == Self.files.map { "public/sunrise/kit/\($0)" })
        #expect(disk["public/sunrise/kit/index.html"]?.contains("Скидка") == false)
        disk["partners/hotel-sunrise.json"] = nil
        _ = try SiteBuilder.on(disk).run(.build)
        #expect(kits(disk) == [])
        #expect(disk["public/sunrise/index.html"] != nil)
        #expect(try SiteBuilder.on(disk).run(.build).result?.changedNothing == true)
    }

    @Test func `a kit moves with the slug, and a file of someone else in the old folder stays`() throws {
        let disk = try built(Self.sunrise)
        disk["public/sunrise/kit/photo.txt"] = "mine"
        disk["partners/hotel-sunrise.json"] = disk["partners/hotel-sunrise.json"]?.replacing("\"sunrise\"", with: "\"dawn\"")
        _ = try SiteBuilder.on(disk).run(.build)
        #expect(kits(disk) == Self.files.map { "public/dawn/kit/\($0)" } + ["public/sunrise/kit/photo.txt"])
        disk["public/sunrise/kit/index.html"] = "mine too"
        let report = try SiteBuilder.on(disk).run(.build)
        #expect(report.result?.changedNothing == true)
        #expect(disk["public/sunrise/kit/index.html"] == "mine too")
    }

    @Test func `a file of someone else where a kit has to stand is an error, for a site that had no kits before, too`() throws {
        let disk = SiteText.site(Self.sunrise)
        _ = try SiteBuilder.on(disk).run(.build)
        disk["public/sunrise/kit/qr-ru.png"] = "my picture"
        for (path, text) in SiteText.disk(Self.kit).texts { disk[path] = text }
        let report = try SiteBuilder.on(disk).run(.build)
        #expect(report.diagnostics.map(\.id) == ["O001"])
        #expect(disk["public/sunrise/kit/qr-ru.png"] == "my picture")
    }

    @Test func `kits are known again when the manifest was lost`() throws {
        let disk = try built(Self.sunrise)
        disk["manifest.json"] = nil
        disk["templates/kit.mustache"]? += "<p>more</p>"
        let report = try SiteBuilder.on(disk).run(.build)
        #expect(report.diagnostics == [])
        #expect(disk["public/sunrise/kit/index.html"]?.hasSuffix("<p>more</p>") == true)
    }

    @Test func `without a template for kits there are none, and those of before are removed`() throws {
        let disk = try built(Self.sunrise)
        disk["templates/kit.mustache"] = nil
        let report = try SiteBuilder.on(disk).run(.build)
        #expect(kits(disk) == [])
        #expect(report.result?.hasKits == false)
        #expect(report.result?.pageCount == 5)
    }

    @Test func `a kit may not name what only pages have, nor a page what only kits have`() throws {
        let disk = SiteText.site(Self.kit + Self.sunrise)
        disk["templates/kit.mustache"]? += "{{whatsapp.text}}"
        disk["templates/home.mustache"]? += "{{kit.code}}"
        #expect(try SiteBuilder.on(disk).run(.build).diagnostics.filter { $0.severity == .error }.map(\.location?.path) == [
            "templates/home.mustache", "templates/kit.mustache",
        ])
    }

    @Test func `stopped at any write, the next build completes kits to the same bytes`() throws {
        let whole = try built(Self.sunrise)
        for steps in 0..<whole.writes.count {
            let disk = SiteText.site(Self.kit + Self.sunrise)
            disk.failAfter(steps)
            #expect(throws: FileError.self) { try SiteBuilder.on(disk).run(.build) }
            disk.failAfter(nil)
            _ = try SiteBuilder.on(disk).run(.build)
            #expect(disk.contents == whole.contents, "after \(steps) steps")
        }
    }

    @Test func `robots may read everything, unless someone has put another file there`() throws {
        let disk = try built(Self.sunrise)
        #expect(disk["public/robots.txt"] == "User-agent: *\nAllow: /\n")
        let other = SiteText.site(Self.sunrise + "-- public/robots.txt --\nUser-agent: *\nDisallow: /\n")
        #expect(try SiteBuilder.on(other).run(.build).diagnostics == [])
        #expect(other["public/robots.txt"] == "User-agent: *\nDisallow: /\n")
        _ = try SiteBuilder.on(other).run(.build)
        #expect(other["public/robots.txt"] == "User-agent: *\nDisallow: /\n")
    }
}
