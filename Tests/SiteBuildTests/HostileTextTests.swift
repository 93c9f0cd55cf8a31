import Diagnostics
@testable import SiteBuild
import Testing
import TestSupport

/// Names and texts that want to break a page, through the sample's own templates.
@Suite struct HostileTextTests {
    private func page(_ definition: String, path: String = "index.html") throws -> (page: String, report: BuildReport) {
        let disk = try SampleSite.disk()
        disk["partners/x.json"] = definition
        let report = try SiteBuilder.on(disk).run(.build)
        return (try #require(disk["public/x/\(path)"], "\(report.diagnostics)"), report)
    }

    @Test(arguments: [
        ("Bar \"Quote\" & 'Co'", "Bar &quot;Quote&quot; &amp; &#39;Co&#39;"),
        ("</script><script>alert(1)</script>", "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("</title></style><!-- ]]>", "&lt;/title&gt;&lt;/style&gt;&lt;!-- ]]&gt;"),
        ("{{site.name}} {{{code}}}", "{{site.name}} {{{code}}}"),
        ("Кафе 🛵👨‍👩‍👧", "Кафе 🛵👨‍👩‍👧"),
        ("فندق الشروق", "فندق الشروق"),
        ("javascript:alert(1)", "javascript:alert(1)"),
    ])
    func `a name stands on page and kit as it was written, and nothing of it becomes markup`(name: String, written: String) throws {
        let plain = try page("{name: 'Plain'}").page
        for path in ["index.html", "en/index.html", "kit/index.html"] {
            let (page, report) = try page("{name: \(quoted(name))}", path: path)
            #expect(report.diagnostics == [])
            #expect(page.contains(">\(written)</h"))
        }
        let page = try page("{name: \(quoted(name))}").page
        #expect(page.count(of: "<script") == plain.count(of: "<script"))
        #expect(page.count(of: "</") == plain.count(of: "</"))
    }

    @Test(arguments: [
        ("Hotel\u{202E}esirnuS", "HotelesirnuS", ["U+202E"]),
        ("\u{2067}A\u{2069} \u{202A}B\u{202C}", "A B", ["U+2067", "U+2069", "U+202A", "U+202C"]),
        ("Two\nlines\tand\u{2028}more", "Two lines and more", []),
        ("Nul\u{0}l\u{7F}", "Null", ["U+0000", "U+007F"]),
        ("مقهى\u{200F}!", "مقهى\u{200F}!", []),
    ])
    func `characters that turn or break the text around a name are left out`(name: String, shown: String, removed: [String]) throws {
        #expect(ShownText(name, onOneLine: true).text == shown)
        #expect(ShownText(name, onOneLine: true).removed == removed)
    }

    @Test func `such characters are told and do not reach page, kit, ledger or manifest`() throws {
        let disk = try SampleSite.disk()
        disk["partners/x.json"] = "{name: 'Hotel \\u202Eesirnus'}"
        let report = try SiteBuilder.on(disk).run(.build)
        #expect(report.diagnostics.map(\.id) == ["P009"])
        #expect(report.diagnostics.first?.message == "the partner's `name` has invisible characters that turn or break the text around it, U+202E; they are left out")
        for (path, text) in disk.texts where path != "partners/x.json" { #expect(!text.contains("\u{202E}"), "\(path)") }
    }

    @Test func `a greeting keeps its lines and its marks of direction, and cannot turn what stands beside it`() throws {
        let (page, report) = try page("{name: 'X', greeting: '\\u202E5 %\\u2067 off\\u2028now\\n\\u200Fمرحبا'}", path: "kit/index.html")
        #expect(report.diagnostics.map(\.id) == ["P009"])
        #expect(report.diagnostics.first?.message == "the partner's `greeting` has invisible characters that turn or break the text around it, U+202E, U+2067; they are left out")
        #expect(report.diagnostics.first?.hint == "type the greeting anew rather than paste it")
        #expect(page.contains(">5 % off\u{2028}now\n\u{200F}مرحبا</p>"))
        #expect(!page.contains("\u{202E}") && !page.contains("\u{2067}"))
    }

    @Test func `a text of 5,000 characters and a word of 200 letters are built, with a warning`() throws {
        let word = String(repeating: "ы", count: 200)
        let text = String(repeating: "Длинно. ", count: 625)
        let (page, report) = try page("{name: \(quoted(word)), greeting: \(quoted(text))}")
        #expect(report.diagnostics.map(\.id) == ["P014", "P014"])
        #expect(!report.diagnostics.containsError)
        #expect(page.contains(word))
        #expect(page.contains(text))
    }

    @Test func `line endings of a template do not change the policy's hashes`() throws {
        let disk = SiteText.site("-- partners/one.json --\n{name: 'One'}\n-- templates/home.mustache --\n<style>{{page.style}}</style><p>{{page.policy}}</p>\n-- templates/style.css --\na{}\n")
        _ = try SiteBuilder.on(disk).run(.build)
        let page = disk["public/index.html"]
        disk["templates/style.css"] = "a{}\r\n"
        _ = try SiteBuilder.on(disk).run(.build)
        #expect(disk["public/index.html"] == page)
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

private extension String {
    func count(of text: String) -> Int { ranges(of: text).count }
}
