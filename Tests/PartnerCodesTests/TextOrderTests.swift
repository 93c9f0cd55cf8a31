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

    @Test func `elements are put in order where they are, whatever the order`() {
        var numbers = SeededNumbers(seed: 9)
        for count in [0, 1, 2, 3, 10, 1_000] {
            for _ in 0..<20 {
                let places = (0..<UInt32(count)).shuffled(using: &numbers)
                var texts = (0..<count).map { "a text of more than fifteen bytes, number \($0)" }
                let expected = places.map { texts[Int($0)] }
                texts.arrange(by: places)
                #expect(texts == expected)
            }
        }
    }
}
