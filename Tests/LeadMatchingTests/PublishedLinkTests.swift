import Foundation
import LeadAttribution
import Manifest
import PartnerCodes
import Testing

/// The committed sample as it is published: every link of every partner's page, its message as the customer's phone decodes it, and
/// every slip of the code in it.
@Suite struct PublishedLinkTests {
    /// A link's message, taken apart around the code.
    struct Sent: Hashable {
        var partner: PartnerID
        var language: String
        var before: String
        var code: String
        var after: String
    }

    private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func manifest() throws -> Manifest {
        let bytes = [UInt8](try Data(contentsOf: package.appending(path: "manifest.json")))
        return try #require(Manifest.read(bytes, path: "manifest.json").0)
    }

    /// What the links of the pages in `language` send, each message of a partner once.
    static func messages(_ manifest: Manifest, _ language: String) throws -> [Sent] {
        var messages: Set<Sent> = []
        let page = language == manifest.languages[0] ? "index.html" : "\(language)/index.html"
        for partner in manifest.partners {
            for slug in [partner.slug] + partner.earlierSlugs {
                let html = try String(contentsOf: package.appending(path: "public/\(slug)/\(page)"), encoding: .utf8)
                for part in html.components(separatedBy: "href=\"https://wa.me/").dropFirst() {
                    let address = "https://wa.me/" + part.prefix { $0 != "\"" }.replacing("&amp;", with: "&")
                    let items = try #require(URLComponents(string: address)?.queryItems)
                    let text = try #require(items.first { $0.name == "text" }?.value)
                    let code = try #require(partner.codes.first { text.contains($0.text) }, "\(text) of \(partner.id)").text
                    let parts = text.components(separatedBy: code)
                    try #require(parts.count == 2)
                    messages.insert(Sent(partner: partner.id, language: language, before: parts[0], code: code, after: parts[1]))
                }
            }
        }
        return messages.sorted { ($0.partner, $0.after) < ($1.partner, $1.after) }
    }

    /// Everything that one slip makes of `code`: a sign left out, two swapped, one of `typed` in between or instead.
    static func slips(of code: String, typing typed: String) -> Set<String> {
        let signs = Array(code)
        var slips: Set<String> = []
        for place in signs.indices {
            slips.insert(String(signs[..<place] + signs[(place + 1)...]))
            if place + 1 < signs.count { slips.insert(String(signs[..<place] + [signs[place + 1], signs[place]] + signs[(place + 2)...])) }
            for sign in Array(typed) + [signs[place]] {
                slips.insert(String(signs[..<place] + [sign] + signs[(place + 1)...]))
                slips.insert(String(signs[..<place] + [sign] + signs[place...]))
            }
        }
        return slips
    }

    private static let lookalikes: [Character: Character] = [
        "A": "А", "B": "В", "C": "С", "E": "Е", "H": "Н", "K": "К", "M": "М", "O": "О", "P": "Р", "T": "Т", "X": "Х", "Y": "У", "0": "О", "3": "З",
    ]

    /// The ways to write a code that are no slip.
    static func spellings(of code: String) -> [String] {
        let cyrillic = String(code.map { lookalikes[$0] ?? $0 })
        let letters = code.prefix { $0.isLetter }
        let spaced = String(letters + " " + code.dropFirst(letters.count))
        return [
            code, code.lowercased(), cyrillic, cyrillic.lowercased(), spaced, spaced.lowercased(), spaced.replacing(" ", with: "-"),
            code.map(String.init).joined(separator: " "), code.map(String.init).joined(separator: "\u{200B}"), "«\(code)»",
        ]
    }

    @Test(arguments: ["ru", "en", "th"])
    func `every code is found in the message of every link, however it is typed`(_ language: String) throws {
        let manifest = try Self.manifest()
        let matcher = Matcher(manifest)
        let messages = try Self.messages(manifest, language)
        #expect(Set(messages.map(\.partner)).count == manifest.partners.count)
        for sent in messages {
            for spelling in Self.spellings(of: sent.code) {
                let verdict = matcher.verdict(on: sent.before + spelling + sent.after)
                #expect(verdict.kind == .attributed && verdict.partner == sent.partner, "\(sent.before + spelling + sent.after)")
            }
        }
    }

    @Test(arguments: ["ru", "en", "th"])
    func `no slip in any link's message credits another partner, and none goes unnoticed`(_ language: String) throws {
        let manifest = try Self.manifest()
        let matcher = Matcher(manifest)
        var counts: [Verdict.Kind: Int] = [:]
        var unnoticed: [String] = []
        var seen: Set<PartnerID> = []
        for sent in try Self.messages(manifest, language) {
            // All signs in one message of each partner, a few in the others, which differ only after the code.
            let typed = seen.insert(sent.partner).inserted ? "BCHKMPTX0123456789AZavкХЖбЗо|,. -/\n" : "X7б -"
            for slip in Self.slips(of: sent.code, typing: typed) {
                let text = sent.before + slip + sent.after
                let verdict = matcher.verdict(on: text)
                counts[verdict.kind, default: 0] += 1
                #expect(verdict.partner == nil || verdict.partner == sent.partner, "\(text)")
                if verdict.kind == .none { unnoticed.append(text) }
            }
        }
        let all = counts.values.reduce(0, +)
        #expect(all > 15_000)
        #expect((counts[.attributed] ?? 0) + (counts[.corrected] ?? 0) > all * 9 / 10, "\(counts)")
        #expect(unnoticed == [], "\(unnoticed.count) of \(all)")
    }
}
