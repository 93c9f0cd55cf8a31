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
        let form: PageMould.Form

        init(_ bytes: [UInt8], _ value: PageMould.Value, isEscaped: Bool = false) {
            self.bytes = bytes
            form = PageMould.Form(value: value, isEscaped: isEscaped)
        }
    }

    /// All of them; escaped texts before plain ones, which may begin like them.
    func marks() -> [Mark] {
        let texts = [(PageMould.Value.name, name), (.greeting, greeting)].flatMap { value, text in
            var escaped: [UInt8] = []
            escaped.append(htmlEscaping: text.utf8)
            return [Mark(escaped, value, isEscaped: true), Mark(Array(text.utf8), value)]
        }
        let names = [(PageMould.Value.id, id), (.slug, slug), (.code, code)]
        return texts + names.map { Mark(Array($1.utf8), $0) }
    }

    /// Whether anything in `page` could be taken for a value of the stand-in with `marks`, or begins like its texts.
    static func mayConfuse(_ page: [UInt8], _ marks: [Mark]) -> Bool {
        let sign = Mark(Array("\u{10FFFD}".utf8), .name)
        let all = [sign] + marks
        return nextMark(from: 0, in: page, all) != nil
    }

    /// The next place of `page` from `index` on where one of `marks` stands, and the first that does.
    static func nextMark(from index: Int, in page: [UInt8], _ marks: [Mark]) -> (place: Int, mark: Mark)? {
        var place = index
        while true {
            place = page.firstOffset(in: place..<page.count, where: firstBytes, has: 1)
            if place == page.count { return nil }
            if let mark = marks.first(where: { stands($0.bytes, at: place, of: page) }) { return (place, mark) }
            place += 1
        }
    }

    /// 1 for each byte that a mark begins with. Nearly no byte of a page is one.
    private static let firstBytes: [UInt8] = (UInt8.min...UInt8.max).map { [0xF4, .ascii("z"), .ascii("q"), .ascii("Q")].contains($0) ? 1 : 0 }

    private static func stands(_ bytes: [UInt8], at index: Int, of page: [UInt8]) -> Bool {
        guard index + bytes.count <= page.count else { return false }
        for place in bytes.indices where page[index + place] != bytes[place] { return false }
        return true
    }
}
