@testable import LeadAttribution
import Testing

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
