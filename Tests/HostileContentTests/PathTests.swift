import Diagnostics
import Disk
import Foundation
import SiteBuild
import Testing
import TestSupport

/// Names that want to be written elsewhere, and links that lead there: nothing outside the site's folder is written or deleted.
@Suite struct PathTests {
    static let slugs = [
        "..", ".", "../up", "/etc", "a/../../b", "C:", "c:\\x", "\\\\host\\x", "a\u{0}b", "a\nb", "~", "~root", ".git", ".htaccess", "-x", "x-", "a--b", "a.", "a..", "a b",
        "robots.txt", "404.html", "index.html", "index", "404", "robots", "favicon", "sitemap", "manifest", "assets", "kit", "en", "ru", "EN", "con", "CON", "prn", "aux", "nul",
        "NUL.txt", "com1", "lpt9", "nul ", "%2e%2e", "%00", "caf\u{E9}", "cafe\u{301}", "ａｂｃ", "а", "ı", "ﬁ", "x\u{200D}y", "x\u{202E}y", "", " ", String(repeating: "a", count: 64),
    ]

    @Test(arguments: slugs)
    func `a slug that is more than a plain name is refused, and nothing is written`(slug: String) throws {
        let disk = SiteText.site("")
        var quoted = ""
        for scalar in slug.unicodeScalars { quoted += scalar.value < 0x20 || scalar == "\\" ? "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16) : String(scalar) }
        disk["partners/a.json"] = "{\"name\": \"A\", \"slug\": \"\(quoted)\"}"
        let before = disk.contents
        let report = try SiteBuilder.on(disk).run(.build)
        #expect(report.diagnostics.map(\.id) == ["P003"])
        #expect(disk.contents == before)
    }

    static let fileNames = [
        "con", "nul", "aux", "com1", "index", "404", "robots", "kit", "assets", "ru", "a.b", "A", "a b", "-rf", "--help", "_x", "a\nb", "a\\b", "caf\u{E9}", "cafe\u{301}",
        "a\u{202E}b", "%2e%2e", "~", "a;b", "$(x)", "`x`", "a'b", "a\"b", String(repeating: "a", count: 65),
    ]

    @Test(arguments: fileNames)
    func `a definition whose file has a name that cannot be a folder of the site is refused, and nothing is written`(name: String) throws {
        let disk = SiteText.site("")
        disk["partners/\(name).json"] = "{\"name\": \"A\"}"
        let before = disk.contents
        let report = try SiteBuilder.on(disk).run(.build)
        #expect(report.result == nil)
        #expect(report.diagnostics.allSatisfy { ["P002", "P003"].contains($0.id) })
        #expect(disk.contents == before)
    }

    @Test(arguments: [("Photo.png", "photo.PNG"), ("caf\u{E9}.png", "cafe\u{301}.png"), ("a/B.css", "A/b.css"), ("\u{1E9B}\u{323}.txt", "\u{1E9B}\u{323}.TXT")])
    func `assets that are one name to some computers are refused`(one: String, other: String) throws {
        let folder = try ScratchFolder()
        for (path, text) in SiteText.site("-- partners/a.json --\n{name: 'A'}\n").texts { try folder.write(text, to: path) }
        try folder.write("1", to: "templates/assets/" + one)
        try folder.write("2", to: "templates/assets/" + other)
        let before = try folder.files()
        // A disk to which they are one name has one of them.
        guard before.keys.count(where: { $0.hasPrefix("templates/assets/") && !$0.hasSuffix("/a") && !$0.hasSuffix("/A") }) == 2 else { return }
        let disk = try DiskFileSystem(root: folder.path)
        let report = try SiteBuilder(disk: disk, output: disk, today: .testDay).run(.build)
        #expect(report.diagnostics.map(\.id) == ["T105"])
        #expect(try folder.files() == before)
    }

    @Test func `the name of a picture says in addresses what it says on the disk`() throws {
        let disk = SiteText.site("-- partners/a.json --\n{name: 'A'}\n")
        let picture = try #require(SampleSite.disk().contents["templates/assets/economy.svg"])
        disk.put(picture, at: "templates/assets/we#ird/?a=\"1\" <b>%41é.svg")
        disk["site.json"] = disk["site.json"]?.replacing("\"price\"", with: "\"image\": \"we#ird/?a=\\\"1\\\" <b>%41é.svg\", \"price\"")
        disk["templates/page.mustache"]? += "{{#offers}}{{#image}}<img src=\"{{image.href}}\" alt=\"\">{{/image}}{{/offers}}"
        let report = try SiteBuilder.on(disk).run(.build)
        #expect(report.diagnostics == [])
        #expect(disk["public/a/index.html"]?.contains("<img src=\"../assets/we%23ird/%3Fa%3D%221%22%20%3Cb%3E%2541%C3%A9.svg\" alt=\"\">") == true)
    }

    /// Where a link to elsewhere may stand, and what is behind it there.
    static let links: [(link: String, isFolder: Bool)] = [
        ("public", true), ("public/assets", true), ("public/assets/a.css", false), ("public/index.html", false), ("public/one", true), ("public/one/index.html", false),
        ("public/one/ru", true), ("public/gone", true), ("public/gone/index.html", false), ("public/en", true), ("public/.one.sitegen-new", true),
        ("manifest.json", false), ("manifest.json.next", false), ("partners/codes.jsonl", false), ("partners/.codes.jsonl.sitegen-new", false),
    ]

    @Test(arguments: links, [true, false])
    func `nothing is written or deleted behind a link that leads elsewhere`(link: (link: String, isFolder: Bool), wasBuilt: Bool) throws {
        let folder = try ScratchFolder(), elsewhere = try ScratchFolder()
        for (path, text) in SiteText.site("-- partners/one.json --\n{name: 'One'}\n-- partners/gone.json --\n{name: 'Gone', slug: 'gone'}\n-- templates/assets/a.css --\na{}\n").texts {
            try folder.write(text, to: path)
        }
        let disk = try DiskFileSystem(root: folder.path)
        let builder = SiteBuilder(disk: disk, output: disk, today: .testDay)
        if wasBuilt {
            _ = try builder.run(.build)
            // What it wrote is stale now: the address is another, and one asset less.
            try folder.write("{name: 'Gone', slug: 'gone-too'}", to: "partners/gone.json")
            try FileManager.default.removeItem(at: folder.url.appending(path: "templates/assets/a.css"))
            try folder.write("b{}", to: "templates/assets/b.css")
        }
        // Elsewhere lies exactly what would be overwritten or removed.
        for name in ["index.html", "a.css", "ru/index.html", "en/index.html", "one/index.html", "gone/index.html", "assets/a.css"] {
            try elsewhere.write("theirs <meta name=\"generator\" content=\"sitegen\">", to: "there/\(name)")
        }
        let ledger = (try? folder.files()["partners/codes.jsonl"]) ?? ""  // There is none before the first build.
        let manifest = (try? folder.files()["manifest.json"]) ?? ""  // The same.
        try elsewhere.write(link.link.contains("codes.jsonl") ? ledger : link.link.hasPrefix("manifest.json") ? manifest : "theirs", to: "file")
        let before = try elsewhere.files()
        try folder.link(link.link, to: elsewhere.url.appending(path: link.isFolder ? "there" : "file"))
        do throws(FileError) {
            _ = try builder.run(.build)
            _ = try builder.run(.build)
        } catch {
            // The machine refuses to go through the link: that is an answer as well.
            #expect(!error.path.isEmpty)
        }
        #expect(try elsewhere.files() == before, "\(link.link)")
    }
}
