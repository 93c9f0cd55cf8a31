import Testing

@testable import Mustache

/// What the static check of a page says of names and of places in HTML.
@Suite struct PageCheckTests {
    static let sound: [String] = [
        "<a href=\"{{link}}\" title='{{title}}'>{{title}} {{link}}</a>",
        "<a href=\"{{page.root}}kit/\">x</a><use href=\"#icon-{{title}}\"/>",
        "<a href=\"{{#link}}{{link}}{{/link}}{{^link}}{{page.root}}{{/link}}\">x</a>",
        "<style>{{page.style}}</style><script>{{page.script}}</script><script type=\"module\">{{page.script}}</script>",
        "<script type=\"application/ld+json\">{{page.data}}</script><script src=\"{{link}}\"></script>{{title}}",
        "<title>{{title}}</title><textarea>{{title}}</textarea>{{page.drawing}}",
        "<!doctype html><!-- a > b --><html lang=\"{{title}}\"><br/>{{title}}</html>",
        "<details{{#active}} open{{/active}} class=\"a{{#active}} b{{/active}}\"><p hidden {{#active}}id=\"x\"{{/active}}>{{title}}",
        "<a {{#active}}href=\"{{link}}\"{{/active}}{{^active}}class=\"off\"{{/active}}>{{title}}</a>",
        "{{#active}}<a href=\"{{link}}\"{{/active}}{{^active}}<a{{/active}} class=\"x\">",
        "{{#offers}}<img src=\"{{image.href}}\" alt=\"{{title}}\" width=\"{{image.width}}\">{{#first}}{{page.title}}{{/first}}{{/offers}}",
        "{{#offers.missing}}{{/offers.missing}}".replacing("offers.missing", with: "page.title"),
        "{{#words}}<li>{{.}}{{/words}}{{#title}}{{.}}{{/title}}{{^none}}{{title}}{{/none}}",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{{title}}\"><meta property=\"og:image\" content=\"{{link}}\">",
        "a < b {{title}} 3<4 {{title}}<p data-x=\"a>{{title}}\">",
        "{{<frame}}{{$main}}<b title=\"{{title}}\">{{title}}</b>{{/main}}{{/frame}}\n--- frame\n<main>{{$main}}{{wrong}}{{/main}}</main>",
    ]

    @Test(arguments: sound)
    func `a sound page has no diagnostics`(template: String) {
        #expect(SampleSite().problems(template) == [], "\(template)")
    }

    static let names: [(String, [String])] = [
        ("{{page.titel}}", ["T030 page.mustache@{{page.titel}}: there is no `page.titel` here | did you mean `page.title`?"]),
        ("{{#offers}}{{pric}}{{imag.href}}{{/offers}}", [
            "T030 page.mustache@{{pric}}: there is no `pric` here | did you mean `price`?",
            "T030 page.mustache@{{imag.href}}: there is no `imag.href` here | did you mean `image.href`?",
        ]),
        ("{{price}}", [
            "T030 page.mustache@{{price}}: there is no `price` here | names that exist here: `page`, `offers`, `words`, `title`, `empty`, `active`, `paused`, `none`, `link`",
        ]),
        ("{{title.size}}", ["T030 page.mustache@{{title.size}}: there is no `title.size`: `title` is text | write `title`"]),
        ("{{#ofers}}{{anything}}{{/ofers}}{{^ofers}}{{titel}}{{/ofers}}", [
            "T030 page.mustache@{{#ofers}}: there is no `ofers` here | did you mean `offers`?",
            "T030 page.mustache@{{^ofers}}: there is no `ofers` here | did you mean `offers`?",
            "T030 page.mustache@{{titel}}: there is no `titel` here | did you mean `title`?",
        ]),
        ("{{active}}{{offers}}{{page}}{{#offers}}{{.}}{{/offers}}", [
            "T031 page.mustache@{{active}}: `active` is a yes or no and cannot be shown | use it in a section, or name a value in it",
            "T031 page.mustache@{{offers}}: `offers` is a list and cannot be shown | use it in a section, or name a value in it",
            "T031 page.mustache@{{page}}: `page` is a group of values and cannot be shown | use it in a section, or name a value in it",
            "T031 page.mustache@{{.}}: `.` is a group of values and cannot be shown | use it in a section, or name a value in it",
        ]),
        ("{{{title}}}{{&page.url}}", [
            "T032 warning page.mustache@{{{title}}}: `title` is published as it is, unescaped | write `{{title}}`",
            "T032 warning page.mustache@{{&page.url}}: `page.url` is published as it is, unescaped | write `{{page.url}}`",
        ]),
        // A partial is reported once, wherever it is included.
        ("{{>part}}{{#offers}}{{>part}}{{/offers}}\n--- part\n{{titel}}", [
            "T030 part.mustache@{{titel}}: there is no `titel` here | did you mean `title`?",
        ]),
    ]

    @Test(arguments: names)
    func `a name must exist and be something that can be shown`(template: String, expected: [String]) {
        #expect(SampleSite().problems(template) == expected, "\(template)")
    }

    static let misplaced: [(String, [String])] = [
        ("<a href=\"{{title}}\">", ["T040 {{title}}"]),
        ("<a href='{{page.title}}'>", ["T040 {{page.title}}"]),
        ("<img SRC=\"{{title}}\">", ["T040 {{title}}"]),
        ("<form action=\"{{title}}\"><button formaction=\"{{title}}\"></button></form>", ["T040 {{title}}", "T040 {{title}}"]),
        ("<video poster=\"{{title}}\"></video><object data=\"{{title}}\"></object>", ["T040 {{title}}", "T040 {{title}}"]),
        ("<img srcset=\"{{title}} 2x\"><a xlink:href=\"{{title}}\">", ["T040 {{title}}", "T040 {{title}}"]),
        ("<a href=\"https://wa.me/{{title}}\">", ["T040 {{title}}"]),
        ("<a href=\"{{page.root}}{{title}}\">", ["T040 {{title}}"]),
        ("<a href=\"x{{link}}\">", ["T041 {{link}}"]),
        ("<a href=\"{{link}}{{link}}\">", ["T041 {{link}}"]),
        ("<a href=\"{{#active}}{{link}}{{/active}}{{link}}\">", ["T041 {{link}}"]),
        ("<a class={{title}}>", ["T042 {{title}}"]),
        ("<a class=a{{title}}>", ["T042 {{title}}"]),
        ("<a href= {{link}}>", ["T042 {{link}}"]),
        ("<a {{title}}>", ["T043 {{title}}"]),
        ("<a data-{{title}}=\"x\">", ["T043 {{title}}"]),
        ("<a class=\"x\"{{title}}>", ["T043 {{title}}"]),
        ("<{{title}}>", ["T043 {{title}}"]),
        ("<h{{title}}></h{{title}}>", ["T043 {{title}}", "T043 {{title}}"]),
        ("<a onclick=\"{{title}}\">", ["T044 {{title}}"]),
        ("<a ONFOCUS='go(\"{{title}}\")'>", ["T044 {{title}}"]),
        ("<p style=\"color:{{title}}\"><iframe srcdoc=\"{{title}}\"></iframe>", ["T044 {{title}}", "T044 {{title}}"]),
        ("<meta http-equiv=\"{{title}}\"><script type=\"{{title}}\"></script>", ["T044 {{title}}", "T044 {{title}}"]),
        ("<meta http-equiv=\"refresh\" content=\"0; url={{link}}\">", ["T040 {{link}}"]),
        ("<meta content=\"0; url={{link}}\" http-equiv=Refresh>", ["T040 {{link}}"]),
        ("{{page.style}}<p title=\"{{page.style}}\"><script>{{page.style}}</script>", Array(repeating: "T045 {{page.style}}", count: 3)),
        ("{{page.script}}<style>{{page.script}}</style>", Array(repeating: "T045 {{page.script}}", count: 2)),
        ("<script type=\"application/ld+json\">{{page.script}}</script>", ["T045 {{page.script}}"]),
        ("{{page.data}}<script>{{page.data}}</script>", Array(repeating: "T045 {{page.data}}", count: 2)),
        ("<p title=\"{{page.drawing}}\"><title>{{page.drawing}}</title>", Array(repeating: "T045 {{page.drawing}}", count: 2)),
        ("<script>var a = \"{{title}}\"</script>", ["T046 {{title}}"]),
        ("<script>a = '</p><b>' + {{title}}</SCRIPT >{{title}}", ["T046 {{title}}"]),
        ("<style>a{color:{{title}}}</style><iframe>{{title}}</iframe>", ["T046 {{title}}", "T046 {{title}}"]),
        ("<!-- {{title}} --><!-- - -> {{link}} -->", ["T046 {{title}}", "T046 {{link}}"]),
        ("{{#active}}<script>{{/active}}{{title}}</script>", ["T047 {{#active}}", "T046 {{title}}"]),
        ("{{#offers}}<a href=\"{{/offers}}\">", ["T047 {{#offers}}"]),
        ("<a title=\"{{^active}}\" class=\"{{/active}}\">", ["T047 {{^active}}"]),
        ("{{#active}}<a title=\"{{/active}}{{^active}}<a href=\"{{/active}}{{title}}\">", ["T047 {{^active}}", "T040 {{title}}"]),
        ("<p class=\"x", ["T048 "]),
        ("{{title}}<!-- x ->", ["T048 "]),
        ("<script>x</scrip>", ["T048 "]),
        // Across partials and blocks
        ("<a {{>part}}>\n--- part\nhref=\"{{title}}\"", ["T040 {{title}}"]),
        ("<script>{{>part}}</script>\n--- part\n{{title}}", ["T046 {{title}}"]),
        ("{{<frame}}{{$x}}{{title}}{{/x}}{{/frame}}\n--- frame\n<a href=\"{{$x}}{{link}}{{/x}}\">", ["T040 {{title}}"]),
        ("{{{page.style}}}", ["T032 {{{page.style}}}", "T045 {{{page.style}}}"]),
    ]

    @Test(arguments: misplaced)
    func `a value may stand only where it can do no harm`(template: String, expected: [String]) {
        let problems = SampleSite().problems(template).map { problem in
            let place = problem.split(separator: "@", maxSplits: 1).last?.split(separator: ": ", omittingEmptySubsequences: false).first ?? ""
            return "\(problem.prefix(4)) \(place)"
        }
        #expect(problems.sorted() == expected.sorted(), "\(template)")
    }

    @Test func `a refusal says where the value stands and what belongs there`() {
        #expect(
            SampleSite().problems("<a href=\"{{page.title}}\">") == [
                "T040 page.mustache@{{page.title}}: `page.title` stands in `href`, where only a checked address may stand | use one of the names that are addresses"
            ])
    }
}
