import Diagnostics
import Testing

@testable import Mustache

/// What holds for any template and any value.
@Suite struct TemplatePropertyTests {
    static let rich = """
        {{<frame}}
          {{$main}}
            <a href="{{link}}" title='{{title}}'>{{{title}}}</a>{{! note }}
            {{#offers}}{{>parts/offer}}{{^first}}, {{/first}}{{/offers}}
            {{=<% %>=}}<%#words%><%.%><%/words%><%={{ }}=%>
            {{<card}}{{$main}}é {{page.title}}{{/main}}{{/card}}
          {{/main}}
        {{/frame}}
        """
    static let others = "\n--- frame\n<main>\n  {{$main}}{{/main}}\n</main>\n--- card\n[{{$main}}{{/main}}]\n--- parts/offer\n<b>{{title}}</b>"

    @Test func `every truncation of a template compiles, checks and renders without a crash`() {
        let site = SampleSite()
        let bytes = Array(Self.rich.utf8)
        #expect(site.problems(Self.rich + Self.others).map { $0.prefix(4) } == ["T032"])
        for length in bytes.indices {
            var names = site.names
            var sources = templates(Self.others)
            sources[0] = TemplateSource(name: "page", path: "page.mustache", bytes: Array(bytes[..<length]))
            let (library, diagnostics) = TemplateLibrary.compile(sources, names: &names)
            var output: [UInt8] = []
            library.render("page", site.record, into: &output)
            let isCutInParent = length > 10 && length < bytes.count
            #expect((diagnostics + library.check("page", against: site.shape)).containsError || !isCutInParent, "\(length)")
        }
    }

    static let tags = [
        "{{title}}", "{{#offers}}", "{{/offers}}", "{{^none}}", "{{/none}}", "{{#active}}", "{{/active}}", "{{>a}}", "{{>b}}", "{{<a}}",
        "{{/a}}", "{{$x}}", "{{/x}}", "{{$y}}", "{{/y}}", "{{<b}}", "{{/b}}", "{{! c }}", "{{=[ ]=}}", "[={{ }}=]", "[title]", "{{", "}}",
        "{{{title}}}", "{{&title}}", "{{.}}", "\n", "  ", "\r\n", "text", "{{#.}}", "{{/.}}", "{{}}", "{{#", "\u{FEFF}", "é",
    ]

    @Test func `random tags in any order never crash, and what they make does not depend on the run`() {
        let site = SampleSite()
        var random = SeededRandom(state: 7)
        for _ in 0..<1000 {
            func soup(_ random: inout SeededRandom) -> String {
                (0..<Int.random(in: 0...14, using: &random)).map { _ in Self.tags.randomElement(using: &random) ?? "" }.joined()
            }
            let text = soup(&random) + "\n--- a\n" + soup(&random) + "\n--- b\n" + soup(&random)
            #expect(site.render(text) == site.render(text))
            #expect(site.problems(text) == site.problems(text))
        }
    }

    static let html = [
        "<p>", "</p>", "<a href=\"{{link}}\">", "</a>", "<a href=\"", "\"", ">", "<b title='{{title}}'>", "{{title}}", "{{page.title}}",
        "<title>{{title}}</title>", "<script>", "</script>", "<style>", "</style>", "<!--", "-->", "{{link}}", "<i class=\"a {{title}}\"",
        " data-x=\"{{#title}}{{.}}{{/title}}\"", "{{#active}}", "{{/active}}", "{{#words}}{{.}}{{/words}}", "{{>part}}", " x=", "'",
    ]
    static let hostile = [
        "\"><script>alert(1)</script>", "' onclick='x", "</title></textarea></style></script>", "--><b>", "x onload=y ", "&quot;><i>",
        "<", ">", "=", "javascript:alert(1)", "{{link}}", "\u{0}", "`", "/>",
    ]

    @Test func `no text can break out of its place in a page that the check allows`() {
        let site = SampleSite()
        var random = SeededRandom(state: 11)
        var allowed = 0
        for _ in 0..<4000 {
            let count = Int.random(in: 1...9, using: &random)
            let text = (0..<count).map { _ in Self.html.randomElement(using: &random) ?? "" }.joined() + "\n--- part\n<u>{{title}}</u>"
            var names = site.names
            let (library, diagnostics) = TemplateLibrary.compile(templates(text), names: &names)
            if (diagnostics + library.check("page", against: site.shape)).containsError { continue }
            if !text.contains("title}}") && !text.contains("link}}") { continue }
            allowed += 1
            let expected = skeleton(of: page(library, site, "x"))
            let brokenOutBy = Self.hostile.filter { skeleton(of: page(library, site, $0)) != expected }
            #expect(brokenOutBy == [], "\(text)")
        }
        #expect(allowed > 200)
    }

    private func page(_ library: TemplateLibrary, _ site: SampleSite, _ value: String) -> [UInt8] {
        var record = site.record
        record["title"] = .text(utf8: value)
        record["link"] = .url(utf8: value)
        record["words"] = .list([.text(utf8: value), .text(utf8: value)])
        if case .record(var page) = record["page"] {
            page["title"] = .text(utf8: value)
            record["page"] = .record(page)
        }
        var output: [UInt8] = []
        library.render("page", record, into: &output)
        return output
    }

    /// The places of the page in their order, without the texts in them.
    private func skeleton(of page: [UInt8]) -> [String] {
        var context = HTMLContext()
        var places: [String] = []
        var last = context
        for byte in page {
            context.follow(byte)
            if context.place == last.place, context.attribute == last.attribute, context.element == last.element { continue }
            last = context
            let element = String(decoding: context.element, as: UTF8.self)
            let place = "\(context.place) \(element) \(String(decoding: context.attribute, as: UTF8.self))"
            places.append(place)
        }
        return places
    }

    @Test func `a long run of broken or nested tags takes time in proportion`() {
        for piece in ["{{", "{{#a}}", "{{a", "{{{", "{{$a}}", "{{<a}}", "{{/a}}", "{{=", "{{! ", "{{a {{"] {
            let site = SampleSite()
            var names = site.names
            let bytes = Array(String(repeating: piece, count: 20000).utf8)
            let source = TemplateSource(name: "page", path: "page.mustache", bytes: bytes)
            let started = ContinuousClock.now
            let (library, _) = TemplateLibrary.compile([source], names: &names)
            var output: [UInt8] = []
            library.render("page", site.record, into: &output)
            // A quadratic reading takes minutes.
            #expect(ContinuousClock.now - started < .seconds(5), "\(piece)")
        }
    }
}

/// The same numbers in every run (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
