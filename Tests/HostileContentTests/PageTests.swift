import ByteText
import Diagnostics
import SiteBuild
import StructuredText
import Testing
import TestSupport

/// Every hostile text in every place of the definitions that takes a text, through the sample's own templates: pages keep their shape, their
/// addresses lead where they led, and the text is shown as it was written.
@Suite struct PageTests {
    /// The places for texts.
    enum Place: String, CaseIterable {
        case name, greeting, partnerMessage, businessName, city, address, hours, title, description, headline, lead, footer, question, answer, offerTitle, offerText
        case price, alt, message

        var isMessage: Bool { self == .message || self == .partnerMessage }
    }

    /// A site with `text` in every place, behind the place's name; in messages only where they may hold it.
    private func disk(_ text: String) throws -> MemoryFileSystem {
        let disk = try SampleSite.disk()
        func value(_ place: Place) -> String { Self.quoted((place.isMessage ? "Code: {{code}}. " : "") + Self.shown(text, in: place)) }
        disk["site.json"] = """
            {"baseURL": "https://cars.example/", "languages": ["en", "ru"], "message": \(value(.message)),
             "business": {"name": \(value(.businessName)), "phone": "+66 81 234 5678", "city": \(value(.city)), "telegram": "carsbot",
                          "email": "a@cars.example", "address": \(value(.address)), "hours": \(value(.hours))},
             "page": {"title": \(value(.title)), "description": \(value(.description)), "headline": \(value(.headline)),
                      "lead": \(value(.lead)), "footer": \(value(.footer)), "questions": [{"question": \(value(.question)), "answer": \(value(.answer))}]},
             "offers": [{"id": "economy", "title": \(value(.offerTitle)), "text": \(value(.offerText)), "price": \(value(.price)),
                         "image": "economy.svg", "alt": \(value(.alt)), "message": "Code: {{code}}. Economy?"}]}
            """
        disk["partners/x.json"] = "{\"name\": \(value(.name)), \"greeting\": \(value(.greeting)), \"message\": \(value(.partnerMessage))}"
        return disk
    }

    private static func shown(_ text: String, in place: Place) -> String {
        place.rawValue + ": " + (place.isMessage && text.contains("{{") ? "harmless" : text)
    }

    private static func pages(_ disk: MemoryFileSystem) -> [String: String] {
        disk.texts.filter { $0.key.hasPrefix("public/") && $0.key.hasSuffix(".html") }
    }

    @Test(arguments: HostileText.all)
    func `a hostile text changes no tag, no attribute and no address of any page`(hostile: HostileText) throws {
        let plain = try disk("harmless")
        _ = try SiteBuilder.on(plain).run(.build)
        let site = try disk(hostile.text)
        let report = try SiteBuilder.on(site).run(.build)
        #expect(!report.diagnostics.containsError, "\(report.diagnostics)")
        let pages = Self.pages(site), plainPages = Self.pages(plain)
        #expect(pages.count > 5 && pages.keys.sorted() == plainPages.keys.sorted())
        var shown = ""
        for (path, page) in pages {
            let reading = PageReading(page), expected = PageReading(plainPages[path] ?? "")
            #expect(reading.shape == expected.shape, "\(path)")
            #expect(reading.styles == expected.styles && reading.scripts == expected.scripts, "\(path)")
            for (tag, usual) in zip(reading.tags, expected.tags) {
                for (attribute, usual) in zip(tag.attributes, usual.attributes) where ["href", "src", "action", "xlink:href", "srcset"].contains(attribute.name) {
                    #expect(Self.place(attribute.value) == Self.place(usual.value), "\(path)")
                    #expect(!attribute.value.unicodeScalars.contains { $0.value <= 0x20 || $0.value >= 0x7F || "\"'<>`".unicodeScalars.contains($0) }, "\(path)")
                    if let query = attribute.value.firstRange(of: "?text=") { shown += Self.decoded(attribute.value[query.upperBound...]) }
                }
            }
            for data in reading.data {
                var problems: [Diagnostic] = []
                #expect(JSONReader.read(Array(data.utf8), path: "", dialect: .strict, into: &problems) != nil, "\(data)")
                #expect(!data.contains("<"), "\(data)")
            }
            shown += reading.text + reading.tags.flatMap(\.attributes).map(\.value).joined()
        }
        let squeezed = Self.squeezed(shown)
        for place in Place.allCases { #expect(squeezed.contains(Self.squeezed(Self.shown(hostile.text, in: place))), "\(place)") }
        for (path, drawing) in site.texts where path.hasPrefix("public/x/") && path.hasSuffix(".svg") {
            #expect(PageReading(drawing).shape == PageReading(plain[path] ?? "").shape, "\(path)")
        }
        var problems: [Diagnostic] = []
        #expect(JSONReader.read(Array((site["manifest.json"] ?? "").utf8), path: "", dialect: .strict, into: &problems) != nil)
    }

    /// Where an address leads: all but the text that a message carries along.
    private static func place(_ address: String) -> Substring { address.prefix { $0 != "=" } }

    private static func decoded(_ text: Substring) -> String {
        String(decoding: PercentEncoding.decode(Array(text.utf8)), as: UTF8.self)
    }

    /// A page's line breaks and spaces are the template's business.
    private static func squeezed(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
    }

    private static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.append(jsonString: text)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Values that are no texts but names and addresses: whatever is more than that is refused, and nothing is written.
    static let refused: [(old: String, new: String, id: String)] = [
        ("https://cars.example/", "javascript:alert(1)//", "S001"), ("https://cars.example/", "https://cars.example/\\\"><script>", "S001"),
        ("https://cars.example/", "https://cars.example/\\r\\nX: y", "S001"), ("https://cars.example/", "https://user@evil.example/", "S001"),
        ("https://cars.example/", "https://cars.example/../../x", "S001"), ("https://cars.example/", "//evil.example/", "S001"),
        ("carsbot", "cars\\\"><script>", "S014"), ("carsbot", "cars/../evil?x", "S014"), ("carsbot", "car\\u0000bot", "S014"),
        ("a@cars.example", "a@b.example?cc=evil@evil.example", "S015"), ("a@cars.example", "a@b.example\\\" onclick=\\\"x", "S015"),
        ("a@cars.example", "a@b.example\\r\\nBcc: x@evil.example", "S015"), ("+66 81 234 5678", "+66 81 234 5678?text=evil", "S010"),
        ("+66 81 234 5678", "+66812345678\\\"><b>", "S010"), ("\"id\": \"economy\"", "\"id\": \"../economy\"", "S016"),
        ("economy.svg", "../site.json", "S030"), ("economy.svg", "/etc/passwd", "S030"), ("economy.svg", "icon.svg\\u0000.png", "S030"),
        ("\"languages\"", "\"theme\": {\"accent\": \"red;}*{display:none}\"}, \"languages\"", "S020"),
        ("\"languages\"", "\"theme\": {\"accent\": \"#b4462a;x:url(//evil)\"}, \"languages\"", "S020"),
        ("\"languages\"", "\"theme\": {\"accent\": \"</style><script>\"}, \"languages\"", "S020"),
        ("\"name\": \"businessName: harmless\"", "\"name\": \"Cars\", \"map\": \"javascript:alert(1)\"", "S018"),
        ("\"name\": \"businessName: harmless\"", "\"name\": \"Cars\", \"map\": \"http://evil.example/\"", "S018"),
        ("\"name\": \"businessName: harmless\"", "\"name\": \"Cars\", \"map\": \"https://evil.example/\\\"><script>\"", "S018"),
        ("\"name\": \"businessName: harmless\"", "\"name\": \"Cars\", \"map\": \"https://evil.example/\\r\\nx\"", "S018"),
        ("\"name\": \"businessName: harmless\"", "\"name\": \"Cars\", \"type\": \"Thing\\\",\\\"@id\\\":\\\"x\"", "S019"),
        ("[\"en\", \"ru\"]", "[\"en\", \"../x\"]", "S003"), ("[\"en\", \"ru\"]", "[\"en\", \"r\\\"u\"]", "S003"),
        ("Code: {{code}}. Economy?", "Code: {{code}}. {{{partner.private}}}", "S012"),
    ]

    @Test(arguments: refused)
    func `what is more than a name or an address is refused, and nothing is written`(old: String, new: String, id: String) throws {
        let site = try disk("harmless")
        let text = try #require(site["site.json"])
        #expect(text.contains(old))
        site["site.json"] = text.replacing(old, with: new)
        let before = site.contents
        let report = try SiteBuilder.on(site).run(.build)
        #expect(report.result == nil)
        #expect(report.diagnostics.map(\.id).contains(id), "\(report.diagnostics.map(\.id))")
        #expect(site.contents == before)
    }
}
