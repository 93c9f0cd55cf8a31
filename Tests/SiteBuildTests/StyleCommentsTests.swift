@testable import SiteBuild
import Testing

@Suite struct StyleCommentsTests {
    @Test(arguments: [
        ("/* What this is. */\nh1 { color: red }\n", "h1 { color: red }\n"),
        ("a {\n  b: c; /* why */\n  /* and\n     why not */\n  d: e;\n}", "a {\n  b: c; \n  \n  d: e;\n}"),
        ("a/* */b, a/**/.b { }", "a/**/b, a/**/.b { }"),
        ("a::before { content: \"/* no */\"; quotes: '\\'/*' }", "a::before { content: \"/* no */\"; quotes: '\\'/*' }"),
        ("a { mask: URL(data:a/*b); mask: url( \"/*\" )/* x */ }", "a { mask: URL(data:a/*b); mask: url( \"/*\" ) }"),
        ("a { }\n/* never closed", "a { }\n"), ("a { content: \"never closed /* ", "a { content: \"never closed /* "),
        ("/", "/"), ("/*", ""), ("/*/", ""), ("", ""),
    ])
    func `comments go, and nothing that browsers read`(style: String, without: String) {
        #expect(String(decoding: StyleComments.removed(from: Array(style.utf8)), as: UTF8.self) == without)
    }
}
