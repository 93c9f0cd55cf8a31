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
