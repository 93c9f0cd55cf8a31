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
            id: id, name: name, status: status, code: code, otherCodes: [], slug: slug, earlierSlugs: [], definition: isDefined ? definition : nil)
    }

    /// What is looked for in a page: a form in which a value of this stand-in may stand.
    struct Mark {
        let bytes: [UInt8]
        let value: PageMould.Value
        let isEscaped: Bool
    }

    /// All of them; escaped texts before plain ones, which may begin like them.
    func marks() -> [Mark] {
        let texts = [(PageMould.Value.name, name), (.greeting, greeting)].flatMap { value, text in
            var escaped: [UInt8] = []
            escaped.append(htmlEscaping: text.utf8)
            return [Mark(bytes: escaped, value: value, isEscaped: true), Mark(bytes: Array(text.utf8), value: value, isEscaped: false)]
        }
        let names = [(PageMould.Value.id, id), (.slug, slug), (.code, code)]
        return texts + names.map { Mark(bytes: Array($1.utf8), value: $0, isEscaped: false) }
    }

    /// Whether anything in `page` could be taken for a value of the stand-in with `marks`, or begins like its texts.
    static func mayConfuse(_ page: [UInt8], _ marks: [Mark]) -> Bool {
        let sign = Mark(bytes: Array("\u{10FFFD}".utf8), value: .name, isEscaped: false)
        let all = [sign] + marks
        return page.indices.contains { mark(at: $0, of: page, all) != nil }
    }

    /// The first of `marks` that stands at `index` of `page`.
    static func mark(at index: Int, of page: [UInt8], _ marks: [Mark]) -> Mark? {
        let first = page[index]
        // Nearly no byte of a page begins a mark, and every byte of every page that a mould is made from comes here.
        guard first == 0xF4 || first == .ascii("z") || first == .ascii("q") || first == .ascii("Q") else { return nil }
        return marks.first { stands($0.bytes, at: index, of: page) }
    }

    private static func stands(_ bytes: [UInt8], at index: Int, of page: [UInt8]) -> Bool {
        guard index + bytes.count <= page.count else { return false }
        for place in bytes.indices where page[index + place] != bytes[place] { return false }
        return true
    }
}
