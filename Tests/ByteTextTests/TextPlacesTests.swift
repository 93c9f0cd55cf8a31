import ByteText
import Testing

@Suite struct TextPlacesTests {
    /// Bytes: a b c CR LF | ж(2) CR | CR | z
    @Test(arguments: [(0, 1, 1), (3, 1, 4), (5, 2, 1), (7, 2, 2), (8, 3, 1), (9, 4, 1), (10, 4, 2), (99, 4, 2)])
    func `an offset becomes the line and the column in characters that an editor shows`(offset: Int, line: Int, column: Int) {
        #expect(LineIndex(Array("abc\r\nж\r\rz".utf8)).position(of: offset) == LineIndex.Position(line: line, column: column))
    }

    @Test func `a byte order mark takes no column`() {
        #expect(LineIndex([0xEF, 0xBB, 0xBF, 0x61]).position(of: 3) == LineIndex.Position(line: 1, column: 1))
    }

    @Test func `the first byte that is not UTF-8 is found wherever it stands`() {
        let good = Array("Привет, 世界 🌴, plain text of more than eight bytes".utf8)
        #expect(UTF8Text.firstInvalidOffset(in: good) == nil)
        for offset in 0...good.count where offset == good.count || good[offset] & 0xC0 != 0x80 {
            #expect(UTF8Text.firstInvalidOffset(in: Array(good[..<offset]) + [0xFF] + Array(good[offset...])) == offset)
        }
        for bad in [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE0, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]] as [[UInt8]] {
            #expect(UTF8Text.firstInvalidOffset(in: bad) == 0)
        }
    }

    @Test func `the standard library agrees about what is UTF-8 in random bytes`() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...6, using: &generator)).map { _ in [0x41, 0x80, 0xC3, 0xE2, 0xED, 0xF0, 0xA9, 0x9F, 0xFF].randomElement(using: &generator) ?? 0 as UInt8 }
            #expect((UTF8Text.firstInvalidOffset(in: bytes) == nil) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
        }
    }
}

@Suite struct EditDistanceTests {
    @Test(arguments: [("abc", "abc", 0), ("abc", "abd", 1), ("abc", "ab", 1), ("abc", "xabc", 1), ("abc", "acb", 1), ("abcd", "badc", 2), ("abc", "xyz", nil), ("", "ab", 2)])
    func `slips are counted, up to the limit`(first: String, second: String, distance: Int?) {
        #expect(EditDistance.optimalStringAlignment(Array(first.utf8), Array(second.utf8), limit: 2) == distance)
        #expect(EditDistance.optimalStringAlignment(Array(second.utf8), Array(first.utf8), limit: 2) == distance)
    }

    @Test func `the banded distance agrees with the plain one for random words`() {
        for _ in 0..<5_000 {
            let first = (0..<Int.random(in: 0...7)).map { _ in UInt8.random(in: 0x61...0x63) }
            let second = (0..<Int.random(in: 0...7)).map { _ in UInt8.random(in: 0x61...0x63) }
            let plain = Self.plainDistance(first, second)
            for limit in 0...4 {
                #expect(EditDistance.optimalStringAlignment(first, second, limit: limit) == (plain <= limit ? plain : nil), "\(first) \(second) \(limit)")
            }
        }
    }

    @Test(arguments: [("greting", "greeting"), ("Slug", "slug"), ("xyz", nil)])
    func `the nearest name is found, and none where none is near`(word: String, nearest: String?) {
        #expect(EditDistance.nearestName(to: word, among: ["name", "greeting", "slug"]) == nearest)
    }

    private static func plainDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
        var table = [[Int]](repeating: [Int](repeating: 0, count: second.count + 1), count: first.count + 1)
        for row in 0...first.count {
            for column in 0...second.count {
                if row == 0 || column == 0 {
                    table[row][column] = row + column
                    continue
                }
                var cost = min(table[row - 1][column] + 1, table[row][column - 1] + 1, table[row - 1][column - 1] + (first[row - 1] == second[column - 1] ? 0 : 1))
                if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] { cost = min(cost, table[row - 2][column - 2] + 1) }
                table[row][column] = cost
            }
        }
        return table[first.count][second.count]
    }
}
