import ByteText
import Diagnostics
import PartnerCodes

/// A partner that does not exist, whose values are known again in a page that is rendered for it.
///
/// Texts are marked by a character for private use, and by a sign that shows whether it was escaped; identifiers are as long as
/// they can be and of one letter.
struct PageStandIn {
    private let id: String
    private let slug: String
    private let code: String
    private let name: String
    private let greeting: String
    private let languageCount: Int

    /// The one whose values are looked for.
    static func marked(languageCount: Int) -> PageStandIn {
        PageStandIn(
            id: String(repeating: "z", count: 64), slug: String(repeating: "q", count: 63), code: String(repeating: "Q", count: 12),
            name: "\u{10FFFD}n&", greeting: "\u{10FFFD}g&", languageCount: languageCount)
    }

    /// One that might be, and differs from the other in every way.
    static func plain(languageCount: Int) -> PageStandIn {
        PageStandIn(
            id: "x_1", slug: "y", code: "JX74", name: "Ж <b>\"&amp;\" 'R' \\ %20", greeting: "</p>\n\t“–” & 1 %", languageCount: languageCount)
    }

    func partner(_ status: PartnerDefinition.Status, isDefined: Bool, greetingLanguage: Int?) -> PublishedPartner {
        guard let id = try? PartnerID(id), let slug = Slug(published: slug), let code = PartnerCode(canonical: code) else {
            preconditionFailure("the values of a stand-in are valid")  // They are fixed above.
        }
        var texts: [String?] = Array(repeating: nil, count: languageCount)
        if let greetingLanguage { texts[greetingLanguage] = greeting }
        let greeting = LocalizedText(texts)
        let definition = PartnerDefinition(
            id: id, name: name, slug: slug, status: status, vanityCode: nil, isNew: false, greeting: greeting, overrides: nil,
            location: SourceLocation(path: ""), idRange: nil, slugRange: nil, codeRange: nil)
        return PublishedPartner(
            id: id, name: name, status: status, codes: [code], slug: slug, earlierSlugs: [], definition: isDefined ? definition : nil)
    }

    /// The value that stands at `index` of `page`, and in how many bytes.
    func value(at index: Int, of page: [UInt8]) -> (value: PageMould.Value, isEscaped: Bool, length: Int)? {
        switch page[index] {
        case 0xF4:
            for (value, text) in [(PageMould.Value.name, name), (.greeting, greeting)] {
                var escaped: [UInt8] = []
                escaped.append(htmlEscaping: text.utf8)
                if page[index...].starts(with: escaped) { return (value, true, escaped.count) }
                if page[index...].starts(with: text.utf8) { return (value, false, text.utf8.count) }
            }
        case .ascii("z"): if page[index...].starts(with: id.utf8) { return (.id, false, id.utf8.count) }
        case .ascii("q"): if page[index...].starts(with: slug.utf8) { return (.slug, false, slug.utf8.count) }
        case .ascii("Q"): if page[index...].starts(with: code.utf8) { return (.code, false, code.utf8.count) }
        default: break
        }
        return nil
    }

    /// Whether anything in `page` could be taken for a value of this stand-in.
    func occurs(in page: [UInt8]) -> Bool {
        page.indices.contains { page[$0...].starts(with: "\u{10FFFD}".utf8) || value(at: $0, of: page) != nil }
    }
}
