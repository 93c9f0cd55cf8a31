@testable import LeadAttribution
import Testing

@Suite struct LabelTableTests {
    private static func strength(ofLastWordOf text: String) throws -> LabelTable.Strength? {
        let labels = LabelTable(try SampleSite.manifest([], messages: [
            ("ru", "Мой тайный пароль {{code}}. Здравствуйте!"), ("en", "Пароль: {{code}}. Hello!"), ("th", "รหัสลับ: {{code}} สวัสดี"),
        ]))
        let bytes = Array(text.utf8)
        let words = WordScanner().words(of: bytes, in: bytes.indices).words
        return labels.strength(ofLabelEndingAt: words.count - 1, of: words, in: bytes)
    }

    @Test(arguments: [
        ("мой ТАЙНЫЙ пароль", .alone), ("вот и мой тайный пароль", .alone), ("тайный пароль", .withSign), ("пароль", .withSign), ("не мой пароль", .withSign),
        ("мой тайный", nil), ("код", .withSign), ("мой код", .withSign), ("zip code", nil), ("zip\ncode", .withSign), ("รหัสลับ", .withSign), ("ลับ", nil),
    ] as [(String, LabelTable.Strength?)])
    func `the longest label that ends with a word decides`(text: String, strength: LabelTable.Strength?) throws {
        #expect(try Self.strength(ofLastWordOf: text) == strength)
    }
}
