import ByteText
import Testing

@Suite struct UTF8RangeTests {
    @Test func `a part of a text is checked as the same bytes on their own are`() {
        let pieces: [[UInt8]] = [
            [0x61], [0x62, 0x63], Array("ж".utf8), Array("ก".utf8), Array("😀".utf8), Array("\u{FFFD}".utf8), Array("123456789".utf8),
            [0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5], [0xE0],
        ]
        var state: UInt64 = 5
        func roll(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        for _ in 0..<5_000 {
            let hasErrors = roll(2) == 0
            let bytes = (0..<roll(12)).flatMap { _ in pieces[roll(hasErrors ? pieces.count : 7)] }
            let low = roll(bytes.count + 1)
            let high = low + roll(bytes.count - low + 1)
            let alone = UTF8Text.firstInvalidOffset(in: Array(bytes[low..<high])).map { $0 + low }
            #expect(UTF8Text.firstInvalidOffset(in: bytes, low..<high) == alone)
        }
    }
}
