import ByteText
import Testing

@Suite struct TextOrderTests {
    @Test func `texts of every length come in order of their bytes, equal ones in order of place`() {
        var numbers = SeededNumbers(seed: 8)
        for count in [0, 1, 2, 10, 40, 63, 64, 65, 300] {
            // The same beginning for all: sixteen bytes are looked at in each round.
            for beginning in ["", "a", "partner-of-the-b", "partner-of-the-business-on-the-i"] {
                let texts = (0..<count).map { _ in
                    let length = [0, 1, 6, 7, 8, 14, 15, 16, 17, 24, 40].randomElement(using: &numbers) ?? 0
                    return beginning + String((0..<length).map { _ in "ab-0жя".randomElement(using: &numbers) ?? "a" })
                }
                let expected = texts.indices.sorted {
                    texts[$0] == texts[$1] ? $0 < $1 : texts[$0].utf8.lexicographicallyPrecedes(texts[$1].utf8)
                }
                #expect(TextOrder.places(texts.count) { texts[$0] }.map(Int.init) == expected, "\(texts)")
            }
        }
    }
}
