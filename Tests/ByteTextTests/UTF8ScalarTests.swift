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
}
