import ByteText
package import Disk

/// A new site: what its owner said about the business, and the files that follow from it.
package struct SiteDraft: Sendable {
    /// Something that is offered: its id for the files, its name for people.
    package struct Offer: Sendable {
        package var id: String
        package var title: String

        package init(id: String, title: String) {
            self.id = id
            self.title = title
        }
    }

    package var name: String
    /// As people write it, with the country code.
    package var phone: String
    /// Tags, the first is the default; at least one.
    package var languages: [String]
    package var offers: [Offer] = []
    package var city: String?
    /// The address of the site; nil for one that is not known yet.
    package var baseURL: String?

    /// What stands for an address that is not known yet. Under `.example` nobody can have a site (RFC 2606).
    package static let madeUpAddress = "https://your-site.example/"

    package init(name: String, phone: String, languages: [String]) {
        (self.name, self.phone, self.languages) = (name, phone, languages)
    }

    /// The languages that a new site has texts for; in others it begins with English ones.
    package static var languagesWithTexts: [String] { StarterPhrases.languages }

    /// Every file of the site but `partners/`, in order of path. `site.json` is the last: a folder without it is no site yet.
    package func files() -> [(path: SitePath, bytes: [UInt8])] {
        StarterFiles.all.map { ($0.path, $0.bytes) } + [("site.json", siteFile())]
    }

    /// The text of `site.json`, with comments that say what to change.
    package func siteFile() -> [UInt8] {
        var text = DraftText()
        text.line("// The site of \(name.filter { !$0.isNewline }). Comments like this one are for you: the program passes them over.")
        text.line("// A text may be one string, or one for each language: {\"ru\": \"…\", \"en\": \"…\"}")
        text.line("{")
        text.line("  \"$schema\": \"schema/site.schema.json\", // lets editors complete and check; leave it")
        text.line("")
        text.line("  // The address where people will find the site. QR codes lead there: set it before anything is printed.")
        text.line("  \"baseURL\": \(Self.quoted(baseURL ?? Self.madeUpAddress)),")
        text.line("")
        text.line("  \"business\": {")
        text.line("    \"name\": \(Self.quoted(name)),")
        text.line("    \"phone\": \(Self.quoted(phone)), // the WhatsApp number, with the country code")
        text.line("    \(city == nil ? "// " : "")\"city\": \(Self.quoted(city ?? "…")),")
        text.line("    // \"telegram\": \"your_name\", \"email\": \"hello@your-site.example\",")
        text.line("    // \"address\": \"…\", \"hours\": \"Every day from 9 to 21\", \"map\": \"https://…\",")
        text.line("    // \"image\": \"preview.jpg\", // for link previews: put the picture, 1200×630, into templates/assets/")
        text.line("  },")
        text.line("")
        text.line("  \"languages\": [\(languages.map(Self.quoted).joined(separator: ", "))], // the first is the default")
        text.line("")
        text.line("  // What the customer sends. {{code}} is where the partner's code goes: keep it at the front, with a word before it.")
        text.line("  \"message\": \(localized(2) { $0.opening + $0.greeting }),")
        text.line("")
        writePage(&text)
        writeOffers(&text)
        text.line("}")
        return text.bytes
    }
}

private extension SiteDraft {
    func writePage(_ text: inout DraftText) {
        text.line("  // The texts of the page. They are a beginning: say what is special about you.")
        text.line("  \"page\": {")
        text.line("    \"headline\": \(localized(4) { $0.headline }),")
        text.line("    \"lead\": \(localized(4) { $0.lead }),")
        text.line("    // \"title\" and \"description\" are what search engines and link previews show; \"footer\" stands at the end.")
        text.line("    // \"reasons\": [{\"icon\": \"heart\", \"title\": \"…\", \"text\": \"…\"}], // icons: shield, price, delivery, chat, clock, heart")
        text.line("    \"steps\": [")
        for step in 0..<3 {
            text.line("      {\"title\": \(localized(7) { $0.steps[step].title }),")
            text.line("       \"text\": \(localized(7) { $0.steps[step].text })},")
        }
        text.line("    ],")
        text.line("    \"questions\": [")
        text.line("      {\"question\": \(localized(7) { $0.question }),")
        text.line("       \"answer\": \(localized(7) { $0.answer })},")
        text.line("    ],")
        text.line("  },")
        text.line("")
        text.line("  // \"theme\": {\"accent\": \"#1f6f62\", \"background\": \"#fffaf3\"},")
        text.line("")
    }

    func writeOffers(_ text: inout DraftText) {
        text.line("  // What is offered: each gets a card with a button of its own. \"price\", \"text\" and \"image\" (a file of templates/assets/) may be added.")
        text.line("  \"offers\": [")
        for offer in offers {
            text.line("    {")
            text.line("      \"id\": \(Self.quoted(offer.id)), \"title\": \(Self.quoted(offer.title)),")
            text.line("      // \"price\": \"from 900 ฿ a day\", \"text\": \"…\", \"image\": \"\(offer.id).jpg\", \"alt\": \"what the picture shows\",")
            text.line("      \"message\": \(localized(6) { $0.opening + $0.interest + offer.title }),")
            text.line("    },")
        }
        if offers.isEmpty { text.line("    // {\"id\": \"first\", \"title\": \"…\", \"price\": \"…\", \"message\": {\"en\": \"Code: {{code}}. Hello! I am interested in: …\"}},") }
        text.line("  ],")
    }

    /// One text a language, on lines of their own where one line would be too long.
    func localized(_ indent: Int, _ text: (StarterPhrases) -> String) -> String {
        let texts = languages.map {
            "\(Self.quoted($0)): \(Self.quoted(text(StarterPhrases($0))))" + (StarterPhrases.has($0) ? "" : " /* translate */")
        }
        let line = "{" + texts.joined(separator: ", ") + "}"
        if texts.count == 1 || line.count + indent < 96 { return line }
        let space = String(repeating: " ", count: indent)
        return "{\n" + texts.map { "\(space)  \($0),\n" }.joined() + space + "}"
    }

    static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.append(jsonString: text)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Lines of a file that is being written.
private struct DraftText {
    private(set) var bytes: [UInt8] = []

    mutating func line(_ text: String) {
        bytes.append(utf8: text)
        bytes.append(.lineFeed)
    }
}
