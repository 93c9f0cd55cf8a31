import Testing

@testable import Mustache

@Suite struct RenderingTests {
    static let cases: [(String, String)] = [
        // Comments
        ("a{{! said aside }}b", "ab"),
        ("a\n  {{! alone\n  on two lines }}\nb\n", "a\nb\n"),
        ("a {{! not alone }}\nb", "a \nb"),
        // Delimiters
        ("{{=<% %>=}}<%title%> {{title}}", "Outer {{title}}"),
        ("{{=| |=}}\n|title|\n|={{ }}=|\n{{title}}", "Outer\nOuter"),
        ("{{=<< >>=}}<<>part>> <<title>>\n--- part\n{{title}} <<", "Outer << Outer"),
        // Interpolation
        ("{{ title }}/{{page.title}}", "Outer/&lt;Page&gt; &amp; &quot;quotes&quot;"),
        ("{{{page.title}}} {{& page.title }}", "<Page> & \"quotes\" <Page> & \"quotes\""),
        ("[{{missing}}{{page.missing}}{{title.part}}{{empty}}]", "[]"),
        ("[{{offers}}{{active}}{{page}}]", "[]"),
        ("  {{title}}\n", "  Outer\n"),
        ("{{page.url}}", "https://example.org/?a=1&amp;b=2"),
        ("{{page.style}}{{page.script}}{{page.drawing}}", "a>b{color:red}if(1<2){}<svg></svg>"),
        ("{{page.data}}{{{page.data}}}", #"{"a":"\u003C/script>"}{"a":"\u003C/script>"}"#),
        // Sections
        ("{{#offers}}{{title}} {{price}} {{image.href}}{{#first}}!{{/first}};{{/offers}}", "Economy 900 Economy.svg!;Comfort 1200 Comfort.svg;"),
        ("{{#words}}({{.}}){{/words}}", "(one)(two)"),
        ("{{#page}}{{#offers}}{{title}}{{width}} {{/offers}}{{title}}{{/page}}", "Economy Comfort &lt;Page&gt; &amp; &quot;quotes&quot;"),
        ("{{#title}}<b>{{.}}</b>{{/title}}{{#empty}}no{{/empty}}{{#none}}no{{/none}}{{#missing}}no{{/missing}}", "<b>Outer</b>"),
        ("{{#active}}yes{{/active}}{{#paused}}no{{/paused}}{{#page.title}}yes{{/page.title}}", "yesyes"),
        ("<ul>\n  {{#words}}\n  <li>{{.}}</li>\n  {{/words}}\n</ul>\n", "<ul>\n  <li>one</li>\n  <li>two</li>\n</ul>\n"),
        // Inverted
        ("{{^none}}none{{/none}}{{^offers}}no{{/offers}}{{^paused}}!{{/paused}}{{^empty}}?{{/empty}}{{^missing}}.{{/missing}}", "none!?."),
        // Partials
        ("[{{>part}}]\n--- part\n{{title}}", "[Outer]"),
        ("[{{>missing}}]", "[]"),
        ("<div>\n  {{>part}}\n</div>\n\n--- part\n<p>\n  {{title}}\n</p>\n", "<div>\n  <p>\n    Outer\n  </p>\n</div>\n"),
        ("{{#words}}\n  {{>part}}\n{{/words}}\n\n--- part\n{{.}}\n{{>inner}}\n\n--- inner\n  in\n", "  one\n    in\n  two\n    in\n"),
        ("a\r\n {{>part}}\r\nb\r\n\n--- part\nx\r\ny", "a\r\n x\r\n yb\r\n"),
        // Inheritance
        (
            "{{<layout}}\n  {{$main}}\n    <h1>{{title}}</h1>\n    <p>…</p>\n  {{/main}}\n{{/layout}}\n\n--- layout\n<main>\n  {{$main}}{{/main}}\n</main>\n",
            "<main>\n  <h1>Outer</h1>\n  <p>…</p>\n\n</main>\n"
        ),
        (
            "{{<layout}}{{$main}}\nnew\n{{/main}}{{/layout}}\n\n--- layout\n<main>\n  {{$main}}\n  old\n  {{/main}}\n</main>\n",
            "<main>\n  new\n</main>\n"
        ),
        ("{{<layout}}{{/layout}}\n--- layout\n<title>{{$title}}{{title}}{{/title}}</title>", "<title>Outer</title>"),
        ("{{<a}}{{$x}}page{{/x}}{{/a}}\n--- a\n{{<b}}{{$x}}a{{/x}}{{$y}}a{{/y}}{{/b}}\n--- b\n{{$x}}b{{/x}} {{$y}}b{{/y}} {{$z}}b{{/z}}", "page a b"),
        (
            // A card inside the layout's block has its own blocks, even of the same names.
            "{{<layout}}{{$main}}({{<card}}{{$main}}inner {{title}}{{/main}}{{/card}}){{/main}}{{/layout}}\n--- layout\n<{{$main}}{{/main}}>\n--- card\n[{{$main}}{{/main}}]",
            "<([inner Outer])>"
        ),
        ("{{<a}}{{$x}}{{$x}}same{{/x}}{{/x}}{{/a}}\n--- a\n{{$x}}{{/x}}", "same"),
        ("{{<missing}}{{$x}}no{{/x}}{{/missing}}.", "."),
        // A byte order mark is no text
        ("\u{FEFF}{{! first }}\ntext", "text"),
    ]

    @Test(arguments: cases)
    func `a template makes the page that the specification asks for`(template: String, expected: String) {
        let page = SampleSite().render(template)
        #expect(page == expected, "\(template)")
    }

    @Test func `a template that includes itself renders down to the end of the data, each level indented`() {
        var names = NameTable()
        let leaf = RecordShape(["name": .text, "below": .list(.text)], names: &names)
        let middle = RecordShape(["name": .text, "below": .list(.record(leaf))], names: &names)
        let top = RecordShape(["name": .text, "below": .list(.record(middle))], names: &names)
        func record(_ shape: RecordShape, _ name: String, _ below: [TemplateRecord]) -> TemplateRecord {
            var record = TemplateRecord(shape)
            record["name"] = .text(utf8: name)
            record["below"] = .list(below.map(TemplateValue.record))
            return record
        }
        let tree = record(top, "a", [record(middle, "b", [record(leaf, "c", []), record(leaf, "d", [])]), record(middle, "e", [])])
        let sources = templates("{{name}}\n{{#below}}\n  {{>page}}\n{{/below}}\n")
        var output: [UInt8] = []
        TemplateLibrary.compile(sources, names: &names).library.render("page", tree, into: &output)
        #expect(String(decoding: output, as: UTF8.self) == "a\n  b\n    c\n    d\n  e\n")
    }

    @Test func `a template without an end is cut off, not followed for ever`() {
        let page = SampleSite().render("x{{>page}}{{>page}}")
        #expect(page.utf8.count > TemplateLimits.callDepth && page.utf8.count <= 4 * TemplateLimits.calls)
    }

    @Test func `pages share what they have in common, and setting a value of one leaves the others`() {
        let site = SampleSite()
        var first = site.record
        var second = site.record
        first["title"] = .text(utf8: "First")
        second["title"] = .text(utf8: "Second")
        var names = site.names
        let library = TemplateLibrary.compile(templates("{{title}} {{#words}}{{.}}{{/words}}"), names: &names).library
        var output: [UInt8] = []
        for record in [first, second, site.record] { library.render("page", record, into: &output) }
        #expect(String(decoding: output, as: UTF8.self) == "First onetwoSecond onetwoOuter onetwo")
    }

    @Test func `many threads render one library at once, each its own page`() async {
        let site = SampleSite()
        var names = site.names
        let library = TemplateLibrary.compile(templates("{{title}}:{{#offers}}{{title}}{{/offers}}"), names: &names).library
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<64 {
                group.addTask {
                    var record = site.record
                    record["title"] = .text(utf8: "\(number)")
                    var output: [UInt8] = []
                    library.render("page", record, into: &output)
                    return output == Array("\(number):EconomyComfort".utf8)
                }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    static let contents: [(RawTextElement, String, Int?)] = [
        (.style, "a{content:'</STYLE >'}", 11), (.style, "a</sty", nil), (.style, "<!--", nil),
        (.script, "x</script>", 1), (.script, "a < b", nil), (.script, "'<!--<script>'", 1),
    ]

    @Test(arguments: contents)
    func `content that would end its element is found`(element: RawTextElement, content: String, end: Int?) {
        #expect(element.firstEnd(in: Array(content.utf8)) == end)
    }
}
