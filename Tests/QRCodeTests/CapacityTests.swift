@testable import QRCode
import Testing

/// How much fits, by the tables of other implementations (python-qrcode 8), which agree with ISO/IEC 18004, table 7.
@Suite struct CapacityTests {
    @Test("a symbol holds exactly as many bytes as the standard says", arguments: QRLevel.allCases)
    func bytes(level: QRLevel) throws {
        for (index, capacity) in Self.byteCapacities[level.rawValue].enumerated() {
            let text = String(repeating: "a", count: capacity)
            let full = try QRCode.encode(text, level: level, raisesLevel: false)
            #expect(full.version.number == index + 1)
            #expect(full.level == level)
            if index < 39 { #expect(try QRCode.encode(text + "a", level: level, raisesLevel: false).version.number == index + 2) }
        }
    }

    @Test("one byte more than version 40 holds is an error with the figures", arguments: [
        (.low, 2_953, 23_648), (.medium, 2_331, 18_672), (.quartile, 1_663, 13_328), (.high, 1_273, 10_208),
    ] as [(QRLevel, Int, Int)])
    func tooLong(level: QRLevel, capacity: Int, availableBits: Int) {
        let text = String(repeating: "a", count: capacity + 1)
        #expect(throws: QRCodeError.tooLong(
            byteCount: capacity + 1, neededBits: 20 + (capacity + 1) * 8, availableBits: availableBits)
        ) { try QRCode.encode(text, level: level) }
    }

    @Test func `the error says what is too long and what there is room for`() {
        let error = QRCodeError.tooLong(byteCount: 3_000, neededBits: 24_020, availableBits: 23_648)
        #expect(String(describing: error)
            == "a text of 3000 bytes needs 3003 bytes in a QR code, and the largest one has room for 2956")
    }

    @Test("digits and alphanumeric characters fill the smallest and the largest symbol", arguments: [
        ("7", 1, .low, 41), ("7", 1, .medium, 34), ("7", 1, .quartile, 27), ("7", 1, .high, 17),
        ("A", 1, .low, 25), ("A", 1, .medium, 20), ("A", 1, .quartile, 16), ("A", 1, .high, 10),
        ("7", 40, .low, 7_089), ("7", 40, .high, 3_057), ("A", 40, .low, 4_296), ("A", 40, .high, 1_852),
    ] as [(String, Int, QRLevel, Int)])
    func packed(character: String, version: Int, level: QRLevel, capacity: Int) throws {
        let text = String(repeating: character, count: capacity)
        #expect(try QRCode.encode(text, level: level, raisesLevel: false).version.number == version)
        let longer = try? QRCode.encode(text + character, level: level, raisesLevel: false)  // nil past version 40
        #expect(longer?.version.number == (version == 40 ? nil : version + 1))
    }

    @Test func `the level rises as far as the version allows`() throws {
        for capacities in Self.byteCapacities.indices {
            let text = String(repeating: "a", count: Self.byteCapacities[capacities][4])
            let symbol = try QRCode.encode(text, level: .low)
            #expect(symbol.version.number <= 5)
            let index = symbol.version.number - 1
            #expect(symbol.level == QRLevel.allCases.last { Self.byteCapacities[$0.rawValue][index] >= text.utf8.count })
        }
        #expect(try QRCode.encode("1", level: .low).level == .high)
        #expect(try QRCode.encode("1", level: .low, raisesLevel: false).level == .low)
    }

    @Test func `a symbol is never below the smallest version asked for`() throws {
        for number in 1...40 {
            let version = try #require(QRVersion(number))
            #expect(try QRCode.encode("A", minimumVersion: version).version == version)
        }
        #expect(QRVersion(0) == nil)
        #expect(QRVersion(41) == nil)
    }

    private static let byteCapacities = [
        [
            17, 32, 53, 78, 106, 134, 154, 192, 230, 271, 321, 367, 425, 458, 520, 586, 644, 718, 792, 858,
            929, 1_003, 1_091, 1_171, 1_273, 1_367, 1_465, 1_528, 1_628, 1_732,
            1_840, 1_952, 2_068, 2_188, 2_303, 2_431, 2_563, 2_699, 2_809, 2_953,
        ],
        [
            14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666,
            711, 779, 857, 911, 997, 1_059, 1_125, 1_190, 1_264, 1_370,
            1_452, 1_538, 1_628, 1_722, 1_809, 1_911, 1_989, 2_099, 2_213, 2_331,
        ],
        [
            11, 20, 32, 46, 60, 74, 86, 108, 130, 151, 177, 203, 241, 258, 292, 322, 364, 394, 442, 482,
            509, 565, 611, 661, 715, 751, 805, 868, 908, 982, 1_030, 1_112, 1_168, 1_228, 1_283, 1_351, 1_423, 1_499, 1_579, 1_663,
        ],
        [
            7, 14, 24, 34, 44, 58, 64, 84, 98, 119, 137, 155, 177, 194, 220, 250, 280, 310, 338, 382,
            403, 439, 461, 511, 535, 593, 625, 658, 698, 742, 790, 842, 898, 958, 983, 1_051, 1_093, 1_139, 1_219, 1_273,
        ],
    ]
}
