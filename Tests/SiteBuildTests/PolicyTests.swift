import ByteText
@testable import SiteBuild
import Testing
import TestSupport

/// The Content-Security-Policy of the sample's pages.
@Suite struct PolicyTests {
    @Test(arguments: ["index.html", "en/index.html", "404.html", "active/index.html", "active/kit/index.html", "paused/th/index.html", "retired/index.html"])
    func `the policy allows the style and the script that the page holds, pictures of the site, and nothing else`(path: String) throws {
        let disk = try SampleSite.disk()
        for status in ["active", "paused", "retired"] { disk["partners/\(status).json"] = "{name: '\(status)', status: '\(status)'}" }
        _ = try SiteBuilder.on(disk).run(.build)
        let page = try #require(disk["public/" + path])
        let sources = ["style", "script"].map { name in
            let held = page.split(separator: "<\(name)>").dropFirst().compactMap { $0.split(separator: "</\(name)>", maxSplits: 1).first }
            return held.isEmpty ? "'none'" : held.map { "'sha256-" + Base64.encode(SHA256.digest(Array($0.utf8))) + "'" }.joined(separator: " ")
        }
        let policy = "default-src 'none'; img-src 'self' data:; style-src \(sources[0]); script-src \(sources[1]); base-uri 'none'; form-action 'none'"
        #expect(page.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy.replacing("'", with: "&#39;"))\">"))
        #expect(!page.contains(/\s(style|on\w+)="/))
    }
}
