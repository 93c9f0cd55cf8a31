import Diagnostics
import Testing

@testable import Mustache

/// What the text of templates, and their includes, can be wrong in.
@Suite struct TemplateProblemTests {
    static let cases: [(String, [String])] = [
        ("<p>{{title}}{{! fine }}</p>", []),
        (
            "{{title\n{{title}} {{#active}}x{{/active", [
                "T001 page.mustache@{{title: this tag has no end: its `}}` is missing | end the tag with `}}`",
                "T005 page.mustache@{{#active}}: `{{#active}}` is never closed | write `{{/active}}` where it ends",
                "T001 page.mustache@{{/active: this tag has no end: its `}}` is missing | end the tag with `}}`",
            ]
        ),
        ("{{! never closed", ["T001 page.mustache@{{! never closed: this tag has no end: its `}}` is missing | end the tag with `}}`"]),
        ("{{}}{{# }}", [
            "T002 page.mustache@{{}}: this tag has no name in it | write a name into it, or remove the tag",
            "T002 page.mustache@{{# }}: this tag has no name in it | write a name into it, or remove the tag",
        ]),
        ("{{page title}}{{page..title}}", [
            "T003 page.mustache@{{page title}}: `page title` is not a name | a name has no spaces; its parts are joined by single dots, like `page.title`",
            "T003 page.mustache@{{page..title}}: `page..title` is not a name | a name has no spaces; its parts are joined by single dots, like `page.title`",
        ]),
        ("{{=<%=}}{{title}}", [
            "T004 page.mustache@{{=<%=}}: this tag should hold two new delimiters with a space between them | write it like `{{=<% %>=}}`, or remove it",
        ]),
        ("{{#offers}}{{#active}}x{{/offers}}", [
            "T005 page.mustache@{{#active}}: `{{#active}}` is never closed | write `{{/active}}` where it ends",
        ]),
        ("x{{/offers}}", [
            "T006 page.mustache@{{/offers}}: `{{/offers}}` closes nothing: nothing is open here | remove it, or write the opening tag above it",
        ]),
        ("{{#offers}}{{/page}}{{/offers}}", [
            "T006 page.mustache@{{/page}}: `{{/page}}` closes nothing of that name | close `{{#offers}}` first, or remove this tag",
        ]),
        ("{{#offers}}{{/offer}}", ["T007 page.mustache@{{/offer}}: `{{/offer}}` does not close `{{#offers}}` | did you mean `{{/offers}}`?"]),
        ("{{title}}\n--- part\nx\n--- part\ny", ["T009 part.mustache@: there are two templates `part` | rename or remove one of the two files"]),
        ("{{<part}}lost{{$x}}kept{{/x}}{{/part}}\n--- part\n{{$x}}{{/x}}", [
            "T010 warning page.mustache@lost: this stands between the tags of a parent but in none of its blocks, and is not published | move it into a block, or remove it",
        ]),
        ("{{>parts/ofer}}\n--- parts/offer\nx", ["T021 page.mustache@{{>parts/ofer}}: there is no template `parts/ofer` | did you mean `parts/offer`?"]),
        ("{{<frame}}{{/frame}}", ["T022 page.mustache@{{<frame}}: there is no template `frame` | add `frame.mustache`, or remove the tag"]),
        ("{{<part}}{{$mian}}{{/mian}}{{/part}}\n--- part\n{{>deeper}}\n--- deeper\n{{$main}}{{/main}}", [
            "T023 page.mustache@{{$mian}}: `part` has no block `mian` | did you mean `main`?",
        ]),
        ("{{>page}}", ["T024 page.mustache@{{>page}}: `page` includes itself | remove one of these tags: the page would never end"]),
        ("{{>a}}\n--- a\n{{<b}}{{/b}}\n--- b\n{{#active}}{{>a}}{{/active}}", [
            "T024 b.mustache@{{>a}}: `a` includes itself: `a` → `b` → `a` | remove one of these tags: the page would never end",
        ]),
        // The text of templates that no page uses is checked too, and every error of every file is in one run.
        ("{{titel}}\n--- unused\n{{#a}}", [
            "T030 page.mustache@{{titel}}: there is no `titel` here | did you mean `title`?",
            "T005 unused.mustache@{{#a}}: `{{#a}}` is never closed | write `{{/a}}` where it ends",
        ]),
    ]

    @Test(arguments: cases)
    func `a faulty template is reported with its place and what to do`(template: String, expected: [String]) {
        #expect(SampleSite().problems(template) == expected, "\(template)")
    }

    @Test func `a section that is closed wrongly shows where it was opened`() {
        var names = NameTable()
        let sources = templates("{{#offers}}\n{{/offer}}")
        let diagnostics = TemplateLibrary.compile(sources, names: &names).diagnostics
        let related = Diagnostic.Related(
            location: SourceLocation(path: "page.mustache", range: 0..<11), message: "`{{#offers}}` is open")
        #expect(diagnostics.map(\.related) == [[related]])
    }

    @Test func `bytes that are not UTF-8 are reported where they begin`() {
        var names = NameTable()
        let source = TemplateSource(name: "page", path: "page.mustache", bytes: [0x61, 0xFF, 0x7B, 0x7B])
        let diagnostics = TemplateLibrary.compile([source], names: &names).diagnostics
        #expect(diagnostics.map(\.id) == ["T008", "T001"])
        #expect(diagnostics.first?.location?.range == 1..<2)
    }

    @Test func `a page without a template is an error with the nearest name`() {
        let site = SampleSite()
        var names = site.names
        let library = TemplateLibrary.compile(templates(""), names: &names).library
        let problems = library.check("pgae", against: site.shape)
        #expect(problems.map(\.id) == ["T020"])
        #expect(problems.first?.hint == "rename `page.mustache` to `pgae.mustache` if it is the one")
    }

    @Test func `templates that include one another beyond measure are reported, and still render`() {
        let count = 60
        var text = "{{>t0}}"
        for level in 0..<count { text += "\n--- t\(level)\n{{>t\(level + 1)}}" }
        text += "\n--- t\(count)\nend"
        let site = SampleSite()
        #expect(site.render(text) == "end")
        #expect(site.problems(text).map { $0.prefix(4) } == ["T025"])
    }
}
