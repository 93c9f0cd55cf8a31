@testable import LeadAttribution
import Manifest
import PartnerCodes
import Testing

/// Nothing is credited by accident: everyday messages against ordinary and against ill-chosen codes.
@Suite struct CodeFreeCorpusTests {
    @Test func `the corpus is large and in three languages`() {
        #expect(CodeFreeMessages.russian.count > 150)
        #expect(CodeFreeMessages.english.count > 150)
        #expect(CodeFreeMessages.thai.count > 50)
    }

    @Test func `no message is credited among hundreds of automatic codes`() throws {
        let matcher = Matcher(try SampleSite.large(800))
        for text in CodeFreeMessages.all {
            let verdict = matcher.verdict(on: text)
            #expect(!verdict.kind.isCredit, "\(text): \(MatchRulesTests.summary(verdict, of: text))")
        }
    }

    @Test func `no message is credited among thousands of codes`() throws {
        let matcher = Matcher(try SampleSite.large(5_000))
        let credited = CodeFreeMessages.all.filter { matcher.verdict(on: $0).kind.isCredit }
        #expect(credited == [])
    }

    @Test func `few messages raise a question`() throws {
        let matcher = Matcher(try SampleSite.large(800))
        let asked = CodeFreeMessages.all.filter { matcher.verdict(on: $0).kind.isDoubtful }
        #expect(asked.count <= 8, "\(asked)")
    }

    @Test func `models, airports and prices raise no question even where codes are one slip from them`() throws {
        let near = ["KTM391", "PCX161", "HKT103", "BKK142", "THB901", "THB151", "TMX156", "KTM395"].enumerated()
        let matcher = Matcher(try SampleSite.manifest(near.map { .init(id: "near-\($0.offset)", codes: [$0.element]) }))
        for text in ["KTM390", "ktm 390", "КТМ390", "PCX160", "PCX 160", "HKT", "BKK", "HKT 1030", "BKK 1425", "THB 900", "THB 1500", "TMX 155", "KTM390 есть?"] {
            let verdict = matcher.verdict(on: text)
            #expect(verdict.kind == .none, "\(text): \(MatchRulesTests.summary(verdict, of: text))")
        }
    }

    @Test func `no message is credited even where an owner chose words, numbers, flights and models for codes`() throws {
        let matcher = Matcher(try SampleSite.large(300, chosen: SampleSite.vanity))
        for text in CodeFreeMessages.all where !Self.isTheCodeItself(text) {
            let verdict = matcher.verdict(on: text)
            #expect(!verdict.kind.isCredit, "\(text): \(MatchRulesTests.summary(verdict, of: text))")
        }
    }

    /// `Toyota` as a whole message is, by the rules, the code `TOYOTA` where an owner chose that.
    static func isTheCodeItself(_ text: String) -> Bool { ["Toyota", "room205 at Sunset Hotel", "www.agoda.com/hotel5"].contains(text) }

    @Test func `the quick look never hides what the careful reading finds`() throws {
        let matcher = Matcher(try SampleSite.large(300, chosen: SampleSite.vanity))
        let codes = matcher.directory.codes.prefix(40).map(\.text)
        var texts = CodeFreeMessages.all
        for (index, text) in CodeFreeMessages.all.enumerated() {
            let code = codes[index % codes.count]
            let letters = code.replacing("0", with: "О").replacing("4", with: "Ч").replacing("3", with: "З")
            texts += ["\(text) \(code)", "\(code.lowercased()) \(text)", "\(text)⏎код \(letters)", "Промокод\n\(letters)", "CODE \(letters) \(text)", letters,
                      "\(text) \(code.map(String.init).joined(separator: " "))", "\(text) รหัส\(code)", "\(code.prefix(3)) – \(code.dropFirst(3)), \(text)"]
        }
        for text in texts {
            let bytes = Array(text.utf8)
            #expect(matcher.verdict(on: bytes, in: bytes.indices) == matcher.carefulVerdict(on: bytes, in: bytes.indices), "\(text)")
        }
    }
}
