import ByteText
import Testing

@Suite struct ChecksumTests {
    @Test("CRC-32 has its published values", arguments: [
        ("", 0), ("a", 0xE8B7_BE43), ("123456789", 0xCBF4_3926), ("IEND", 0xAE42_6082),
        ("The quick brown fox jumps over the lazy dog", 0x414F_A339),
    ] as [(String, UInt32)])
    func crc32(message: String, value: UInt32) {
        #expect(CRC32.checksum(Array(message.utf8)) == value)
    }

    @Test func `CRC-32 does not care how the message is cut`() {
        let message = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        for cut in [0, 1, 7, 500, 999, 1_000] {
            var checksum = CRC32()
            checksum.update(message[..<cut])
            checksum.update(message[cut...])
            #expect(checksum.value == CRC32.checksum(message))
        }
    }

    @Test("Adler-32 has its published values", arguments: [
        ("", 1), ("a", 0x0062_0062), ("123456789", 0x091E_01DE), ("Wikipedia", 0x11E6_0398),
    ] as [(String, UInt32)])
    func adler32(message: String, value: UInt32) {
        #expect(Adler32.checksum(Array(message.utf8)) == value)
    }

    @Test("Adler-32 does not overflow on the heaviest bytes", arguments: [5_551, 5_552, 5_553, 100_000])
    func adler32OfHeavyBytes(count: Int) {
        var (sum, sumOfSums) = (1, 0)
        for _ in 0..<count {
            sum = (sum + 255) % 65_521
            sumOfSums = (sumOfSums + sum) % 65_521
        }
        #expect(Adler32.checksum([UInt8](repeating: 255, count: count)) == UInt32(sumOfSums << 16 | sum))
    }

    private static func adler32ByteByByte(_ bytes: [UInt8]) -> UInt32 {
        var (sum, sumOfSums): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            sum = (sum + UInt32(byte)) % 65_521
            sumOfSums = (sumOfSums + sum) % 65_521
        }
        return sumOfSums << 16 | sum
    }

    @Test func `Adler-32 of any bytes is what adding byte by byte comes to, at every length`() {
        var random = SplitMix(state: 2)
        for count in 0...600 {
            let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            #expect(Adler32.checksum(bytes) == Self.adler32ByteByByte(bytes))
        }
    }

    @Test func `Adler-32 of pictures, which are zeros in the main, is what adding byte by byte comes to`() {
        var random = SplitMix(state: 1)
        for _ in 0..<200 {
            var bytes = [UInt8](repeating: 0, count: Int.random(in: 0...12_000, using: &random))
            for _ in 0..<Int.random(in: 0...40, using: &random) where !bytes.isEmpty { bytes[Int.random(in: bytes.indices, using: &random)] = 255 }
            #expect(Adler32.checksum(bytes) == Self.adler32ByteByByte(bytes))
        }
    }
}
