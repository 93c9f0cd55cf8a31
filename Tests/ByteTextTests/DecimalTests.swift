import ByteText
import Testing

@Suite struct DecimalTests {
    @Test func `numbers are written as Swift writes them`() {
        var numbers = [0, 9, 10, 99, 100, Int.max, Int.min, -1]
        var number = 1
        for _ in 0..<1_000 {
            number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            numbers += [number, number / 1_000_000_000_000, number % 1_000]
        }
        for number in numbers {
            var bytes = Array("=".utf8)
            bytes.append(decimal: number)
            #expect(String(decoding: bytes, as: UTF8.self) == "=\(number)")
        }
    }

    @Test("zeros stand in front up to the width", arguments: [(7, 2, "07"), (42, 2, "42"), (123, 2, "123"), (0, 4, "0000"), (2026, 4, "2026"), (50, 9, "000000050")])
    func padded(number: Int, width: Int, expected: String) {
        var bytes: [UInt8] = []
        bytes.append(decimal: number, width: width)
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }
}
