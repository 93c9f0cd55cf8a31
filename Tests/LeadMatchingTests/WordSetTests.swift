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

/// Lines of WhatsApp inside a text, found by looking at every eighth place.
@Suite struct SystemLinesTests {
    @Test func `a phrase makes a line one of WhatsApp's wherever it stands`() {
        for phrase in SystemLines.phrases {
            for before in 0...24 {
                for after in [0, 1, 7, 8, 15] {
                    let line = Array(repeating: UInt8(ascii: "x"), count: before) + phrase + Array(repeating: UInt8(ascii: "y"), count: after)
                    let text = Array("hello\n".utf8) + line + Array("\nКод: KTM482".utf8)
                    let expected = line.count >= 24 ? [6..<6 + line.count] : []
                    #expect(SystemLines.ranges(of: text, in: text.indices) == expected, "\(String(decoding: line, as: UTF8.self))")
                }
            }
        }
    }

    @Test func `a line of pieces of phrases is one only where a whole phrase stands in it`() {
        let phrases = SystemLines.phrases.map { String(decoding: $0, as: UTF8.self) }
        for first in phrases {
            for second in phrases {
                for cut in [1, 4, 9, 13] {
                    let line = "— " + first.dropLast(cut) + second.dropFirst(cut) + " and some more"
                    let bytes = Array(line.utf8)
                    let isSystemLine = phrases.contains { line.contains($0) }
                    #expect(SystemLines.ranges(of: bytes, in: bytes.indices).isEmpty == !isSystemLine, "\(line)")
                }
            }
        }
    }
}
