import ByteText
import Testing

@Suite struct UTF8ScalarTests {
    @Test func `every scalar is read as it is written, with its length`() {
        for value in UInt32(0)...0x10_FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let bytes = [0x41] + Array(String(scalar).utf8)
            let read = UTF8Text.scalar(at: 1, in: bytes)
            if read.scalar != scalar || read.length != bytes.count - 1 { Issue.record("U+\(String(value, radix: 16))") }
        }
    }

    @Test func `what is not UTF-8 is one byte of U+FFFD, wherever the validation stops`() {
        let parts: [UInt8] = [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xD0, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF]
        for first in parts {
            for second in parts {
                for third in parts {
                    for fourth in parts {
                        let bytes = [first, second, third, fourth]
                        let invalid = UTF8Text.firstInvalidOffset(in: bytes) ?? bytes.count
                        var offset = 0
                        while offset < invalid { offset += UTF8Text.scalar(at: offset, in: bytes).length }
                        let isRight = offset == invalid && (invalid == bytes.count || UTF8Text.scalar(at: invalid, in: bytes) == ("\u{FFFD}", 1))
                        if !isRight { Issue.record("\(bytes)") }
                    }
                }
            }
        }
    }

    @Test func `a text is passed over only where no scalar of it can change what is around it`() {
        let scalars: [Unicode.Scalar] = ["a", "я", "«", "»", "\u{A0}", "\u{2080}", "€", "あ", "😀", "—", "\t", "\u{1F}", "\u{7F}", "\u{80}", "\u{9F}", "\u{2000}", "\u{202E}", "\u{207F}"]
        var numbers = SplitMix(state: 21)
        var counts = [0, 0]
        for _ in 0..<20_000 {
            // One in a hundred of the last ones, so that both answers are frequent.
            let text = String(String.UnicodeScalarView((0..<Int.random(in: 0...40, using: &numbers)).map { _ in
                scalars[Int.random(in: 0..<100, using: &numbers) == 0 ? Int.random(in: 9..<scalars.count, using: &numbers) : Int.random(in: 0..<9, using: &numbers)]
            }))
            let mayHold = text.unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || (0x2000...0x207F).contains($0.value) }
            #expect(UTF8Text.mayDisrupt(text) == mayHold, "\(text.unicodeScalars.map(\.value))")
            counts[mayHold ? 1 : 0] += 1
        }
        #expect(counts.allSatisfy { $0 > 1_000 }, "\(counts)")
    }
}
