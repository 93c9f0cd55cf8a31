import ByteText
import Testing

@Suite struct ByteScanTests {
    @Test func `the first byte is found at every place and distance`() {
        for length in 0..<40 {
            for start in 0...length {
                for place in start..<max(start, length) {
                    var bytes = [UInt8](repeating: 0x80, count: length)
                    bytes[place] = 0x0A
                    if place + 1 < length { bytes[place + 1] = 0x0A }
                    if start > 0 { bytes[start - 1] = 0x0A }
                    #expect(bytes.firstOffset(of: 0x0A, in: start..<length) == place)
                }
                #expect([UInt8](repeating: 0x0B, count: length).firstOffset(of: 0x0A, in: start..<length) == length)
            }
        }
    }

    @Test func `a byte beyond the range is not found`() {
        #expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].firstOffset(of: 10, in: 0..<9) == 9)
    }

    @Test func `eight bytes past the end are zeros`() {
        let bytes: [UInt8] = [1, 2, 3, 4, 5, 6, 7, 8, 9]
        #expect(bytes.eightBytes(at: 0) == 0x0807_0605_0403_0201)
        #expect(bytes.eightBytes(at: 1) == 0x0908_0706_0504_0302)
        #expect(bytes.eightBytes(at: 7) == 0x0908)
        #expect(bytes.eightBytes(at: 9) == 0)
    }
}

@Suite struct ByteCountTests {
    /// Letters of one, two, three and four bytes, signs beside the letters in the table of ASCII, broken sequences.
    private static let bytes = Array("09/:@AZ[`az{~ ЯяёЁжѢйñ«»ขค👍 КТМ482_Q".utf8) + [0xD0, 0xD0, 0x41, 0xD1, 0xFF, 0x80, 0xD0, 0xBA, 0xD1]

    @Test func `a byte is counted in every range`() {
        let bytes = (0..<700).map { UInt8(truncatingIfNeeded: $0 * $0 % 5) }
        for start in stride(from: 0, to: 700, by: 13) {
            for end in stride(from: start, through: 700, by: 29) {
                #expect(bytes.count(of: 1, in: start..<end) == bytes[start..<end].count { $0 == 1 })
                #expect(bytes.lastOffset(of: 1, in: start..<end) == bytes[start..<end].lastIndex(of: 1))
            }
        }
        #expect([UInt8](repeating: 7, count: 10_000).count(of: 7, in: 1..<9_999) == 9_998)
    }

    @Test func `the first byte of a class is found at every place`() {
        var classes = [UInt8](repeating: 1, count: 256)
        classes[0x44] = 6
        for length in 0..<20 {
            for place in 0..<length {
                var bytes = [UInt8](repeating: 0x43, count: length)
                bytes[place] = 0x44
                #expect(bytes.firstOffset(in: 0..<length, where: classes, has: 2) == place)
                #expect(bytes.firstOffset(in: place..<length, where: classes, has: 12) == place)
                #expect(bytes.firstOffset(in: 0..<place, where: classes, has: 2) == place)
                #expect(bytes.firstOffset(in: 0..<length, where: classes, has: 8) == length)
            }
        }
    }

    @Test func `bytes are compared with a text`() {
        let bytes = Array("xПривет".utf8)
        #expect(bytes.hasSameBytes(in: 1..<bytes.count, as: "Привет"))
        #expect(!bytes.hasSameBytes(in: 0..<bytes.count - 1, as: "Привет"))
        #expect(!bytes.hasSameBytes(in: 1..<bytes.count - 1, as: "Привет"))
        #expect(bytes.hasSameBytes(in: 3..<3, as: ""))
    }

    @Test func `other bytes, more zeros and other seeds hash otherwise`() {
        let zeros = [UInt8](repeating: 0, count: 40)
        var hashes = Set((0...40).map { zeros.wordHash(in: 0..<$0) })
        hashes.formUnion((1...64).map { zeros.wordHash(in: 0..<20, seed: $0) })
        for place in 0..<40 {
            for bit in 0..<8 {
                var bytes = zeros
                bytes[place] ^= 1 << UInt8(bit)
                hashes.insert(bytes.wordHash(in: bytes.indices))
            }
        }
        #expect(hashes.count == 41 + 64 + 320)
    }

    @Test func `ranges of the same bytes are equal and hash alike, at every place and length`() {
        let bytes = Self.bytes
        for start in bytes.indices {
            for end in start...bytes.count {
                let other = [0x20, 0x21] + bytes[start..<end] + [0x22]
                let place = 2..<other.count - 1
                #expect(bytes.hasSameBytes(in: start..<end, as: other, in: place))
                #expect(bytes.wordHash(in: start..<end) == other.wordHash(in: place))
                #expect(!bytes.hasSameBytes(in: start..<end, as: other, in: 2..<other.count))
                if start < end {
                    for change in [2, other.count / 2, other.count - 2] {
                        var changed = other
                        changed[change] ^= 1
                        #expect(bytes.hasSameBytes(in: start..<end, as: changed, in: place) == !place.contains(change))
                    }
                }
            }
        }
    }
}
