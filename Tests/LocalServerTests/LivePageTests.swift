import Testing
@testable import LocalServer

@Suite struct LivePageTests {
    private func adapted(_ policy: String) -> String {
        let page = "<!doctype html><meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\"><p>x\n"
        return String(decoding: LivePage.adapted(Array(page.utf8), build: 7), as: UTF8.self)
    }

    private func page(_ policy: String) -> String {
        "<!doctype html><meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\"><p>x\n<script src=\"/_sitegen/live.js\" data-build=\"7\"></script>\n"
    }

    @Test(arguments: [
        ("default-src &#39;none&#39;; script-src &#39;sha256-ab/c=&#39;; form-action &#39;none&#39;",
         "default-src 'none'; script-src 'sha256-ab/c=' 'self'; form-action 'none'; connect-src 'self'"),
        ("script-src 'none'; connect-src 'self'", "script-src 'self'; connect-src 'self'"),
        ("", "script-src 'self'; connect-src 'self'"),
    ])
    func `the policy of the served copy lets the script in, and nothing else`(policy: String, expected: String) {
        #expect(adapted(policy) == page(expected))
    }

    @Test func `a page without a policy gets the script alone, and a broken one is left as it is`() {
        #expect(LivePage.adapted(Array("<p>x".utf8), build: 1) == Array("<p>x<script src=\"/_sitegen/live.js\" data-build=\"1\"></script>\n".utf8))
        let broken = "<meta http-equiv=\"Content-Security-Policy\" content=\"abc"
        #expect(String(decoding: LivePage.adapted(Array(broken.utf8), build: 1), as: UTF8.self).hasPrefix(broken))
    }

    @Test func `what is wrong is shown as text`() {
        let text = String(decoding: LivePage.problem("a <script> & b", build: 1), as: UTF8.self)
        #expect(text.contains("a &lt;script&gt; &amp; b"))
    }
}
