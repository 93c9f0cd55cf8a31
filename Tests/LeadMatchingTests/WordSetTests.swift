@testable import LeadAttribution
import Testing

@Suite struct WordSetTests {
    @Test(arguments: [0, 1, 2, 3, 50, 5_000])
    func `it holds what was put in and nothing else`(count: Int) {
        var numbers = PieceNumbers(state: 3)
        var words: [UInt64] = []
        for number in 0..<UInt64(count) {
            // Words that differ in few bits, as those of short texts do, among others.
            words.append(number % 2 == 0 ? (number + 1) << (number % 7 * 8) : UInt64(numbers.next(1...(.max))))
        }
        let set = WordSet(words)
        let expected = Set(words)
        #expect(words.allSatisfy(set.contains))
        for _ in 0..<20_000 {
            let word = UInt64(numbers.next(1...(.max)))
            #expect(set.contains(word) == expected.contains(word))
        }
        #expect((1..<2_000).allSatisfy { set.contains($0) == expected.contains($0) })
        #expect(!set.contains(0))
    }

    @Test func `words are known by their hashes, in either case`() {
        let set = WordSet(["Код", "рейс", "ё"])
        #expect(["код", "КОД", "Рейс", "Ё", "е"].allSatisfy { set.contains(WordHash.of($0)) })
        #expect(["кодом", "", "рей"].allSatisfy { !set.contains(WordHash.of($0)) })
    }
}
