import Foundation
import Testing

/// The committed sample: what a fresh clone builds.
@Suite struct SampleSiteTests {
    private func sample() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.copyFromPackage("site.json", "partners", "templates", "public", "manifest.json")
        return folder
    }

    @Test func `building the committed sample again changes nothing`() throws {
        let folder = try sample()
        let before = try folder.tree()
        let outcome = try Program.sitegen.run(["build"], in: folder.url)
        #expect(outcome.status == 0)
        #expect(outcome.messages.contains("Nothing changed: every file is as it was."))
        #expect(try folder.tree() == before)
    }

    @Test func `building it from nothing but its sources and the ledger gives the committed bytes`() throws {
        let committed = try sample().tree()
        let folder = try TemporaryFolder()
        try folder.copyFromPackage("site.json", "partners", "templates")
        let outcome = try Program.sitegen.run(["build"], in: folder.url)
        #expect(outcome.status == 0, "\(outcome.messages)")
        let built = try folder.tree()
        #expect(Set(built.keys) == Set(committed.keys))
        for (path, bytes) in committed { #expect(built[path] == bytes, "\(path)") }
    }

    @Test func `every WhatsApp link of every page leads to the right number with the partner's code in its message`() throws {
        let manifest = try JSONDecoder().decode(Manifest.self, from: Data(contentsOf: Program.package.appending(path: "manifest.json")))
        #expect(manifest.partners.count >= 30)
        var count = 0
        for partner in manifest.partners {
            for language in manifest.languages {
                let path = language == manifest.languages[0] ? "index.html" : "\(language)/index.html"
                let page = try String(contentsOf: Program.package.appending(path: "public/\(partner.slug)/\(path)"), encoding: .utf8)
                let links = page.matches(of: /href="(https:\/\/wa\.me\/[^"]*)"/).map { String($0.1) }
                #expect(links.count >= 2, "\(path)")
                for link in links {
                    let parts = try #require(URLComponents(string: link))
                    let message = try #require(parts.queryItems?.first { $0.name == "text" }?.value)
                    let own = partner.messages?["general"]?[language]?.phone
                    #expect(parts.path == "/" + (own ?? manifest.messages["general"]?[language]?.phone ?? ""))
                    #expect(message.contains(partner.codes[0]), "\(partner.slug)/\(path): \(message)")
                    count += 1
                }
            }
        }
        #expect(count > 300)
    }

    @Test func `partner pages ask not to be indexed, the business's own page does not, and languages point at each other`() throws {
        let partner = try String(contentsOf: Program.package.appending(path: "public/sunrise/en/index.html"), encoding: .utf8)
        let home = try String(contentsOf: Program.package.appending(path: "public/index.html"), encoding: .utf8)
        #expect(partner.contains("<meta name=\"robots\" content=\"noindex\">"))
        #expect(!home.contains("noindex"))
        for language in ["ru", "en", "th", "x-default"] { #expect(partner.contains("hreflang=\"\(language)\"")) }
        for property in ["og:title", "og:description", "og:url", "og:image", "og:image:width"] { #expect(partner.contains("property=\"\(property)\"")) }
    }

    @Test func `nothing private is published`() throws {
        let sources = try FileManager.default.contentsOfDirectory(at: Program.package.appending(path: "partners"), includingPropertiesForKeys: nil)
        var secrets: Set<String> = []
        for file in sources where file.pathExtension == "json" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: /"(?:contact|notes|commission)"\s*:\s*"([^"]{6,})"/) { secrets.insert(String(match.1)) }
        }
        #expect(!secrets.isEmpty)
        let folder = try sample()
        let published = try folder.tree("public").values + [Data(contentsOf: folder.url.appending(path: "manifest.json"))]
        for secret in secrets { #expect(!published.contains { $0.range(of: Data(secret.utf8)) != nil }, "\(secret)") }
    }

    private struct Manifest: Decodable {
        struct Text: Decodable { let phone, text: String }
        struct Partner: Decodable {
            let slug: String
            let codes: [String]
            let messages: [String: [String: Text]]?
        }

        let languages: [String]
        let messages: [String: [String: Text]]
        let partners: [Partner]
    }
}
