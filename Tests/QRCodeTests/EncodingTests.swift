@testable import QRCode
import Testing

@Suite struct EncodingTests {
    @Test("known symbols come out module by module", arguments: KnownMatrix.all)
    func knownMatrix(known: KnownMatrix) throws {
        let version = try #require(QRVersion(known.version))
        let symbol = try QRCode.encode(known.text, level: known.level, minimumVersion: version, raisesLevel: false)
        #expect(symbol.version == version)
        #expect(symbol.mask.number == known.mask)
        #expect(symbol.picture == known.rows)
    }

    @Test func `the standard's example has the standard's codewords`() {
        let bytes = Array("01234567".utf8)
        let segments = Segments(shortestFor: bytes, declaresUTF8: false, countWidths: 1...9)
        let layout = CodewordLayout(.smallest, .medium)
        let codewords = layout.addingErrorCorrection(to: segments.codewords(of: bytes, count: layout.dataCount))
        #expect(codewords == [
            0x10, 0x20, 0x0C, 0x56, 0x61, 0x80, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11,
            0xA5, 0x24, 0xD4, 0xC1, 0xED, 0x36, 0xC7, 0x87, 0x2C, 0x55,
        ])
    }

    @Test func `the alphanumeric example of 7_4_4 has its bits`() {
        let bytes = Array("AC-42".utf8)
        let segments = Segments(shortestFor: bytes, declaresUTF8: false, countWidths: 1...9)
        #expect(segments.bitCount == 41)
        // 0010 000000101 00111001110 11100111001 000010, the terminator and one pad byte
        #expect(segments.codewords(of: bytes, count: 7) == [0x20, 0x29, 0xCE, 0xE7, 0x21, 0x00, 0xEC])
    }

    @Test func `text beyond ASCII says that it is UTF-8, ASCII and bytes say nothing`() throws {
        let russian = Array("Я".utf8)
        let segments = Segments(shortestFor: russian, declaresUTF8: true, countWidths: 1...9)
        #expect(segments.codewords(of: russian, count: 6) == [0x71, 0xA4, 0x02, 0xD0, 0xAF, 0x00])
        #expect(try QRCode.encode("Я") != QRCode.encode(russian))
        #expect(try QRCode.encode("https://example.com/") == QRCode.encode(Array("https://example.com/".utf8)))
    }

    @Test func `no text at all is a symbol too`() throws {
        #expect(try QRCode.encode("").version == .smallest)
    }

    @Test("segments are as short as any", arguments: [1...9, 10...26, 27...40])
    func shortestSegments(group: ClosedRange<Int>) {
        var random = SplitMix(state: 11)
        for _ in 0..<150 {
            // Long pieces, since changing the mode pays off only over many characters.
            var bytes: [UInt8] = []
            for _ in 0..<random.below(6) {
                let alphabet = [Array("0123456789".utf8), Array("AZ:/ ".utf8), Array("az~".utf8)][random.below(3)]
                for _ in 0..<random.below(12) + 1 { bytes.append(alphabet[random.below(alphabet.count)]) }
            }
            let segments = Segments(shortestFor: bytes, declaresUTF8: false, countWidths: group)
            #expect(segments.bitCount == fewestBits(bytes, largest: group.upperBound))
        }
    }

    /// The least over every way to cut `bytes`: a segment ends where it likes, in each mode that can write it.
    private func fewestBits(_ bytes: [UInt8], largest: Int) -> Int {
        let letters = Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8)
        var fewest = [0] + [Int](repeating: Int.max, count: bytes.count)
        for end in bytes.indices.map({ $0 + 1 }) {
            for start in 0..<end {
                let piece = bytes[start..<end]
                for mode in Segments.Mode.allCases {
                    let count = piece.count
                    let bits: Int
                    switch mode {
                    case .numeric:
                        guard piece.allSatisfy({ 0x30...0x39 ~= $0 }) else { continue }
                        bits = count / 3 * 10 + [0, 4, 7][count % 3]
                    case .alphanumeric:
                        guard piece.allSatisfy(letters.contains) else { continue }
                        bits = count / 2 * 11 + count % 2 * 6
                    case .byte: bits = count * 8
                    }
                    fewest[end] = min(fewest[end], fewest[start] + 4 + mode.countWidth(largest: largest) + bits)
                }
            }
        }
        return fewest[bytes.count]
    }
}

extension QRSymbol {
    /// Rows from the top, `#` for dark.
    var picture: [String] {
        (0..<size).map { row in (0..<size).map { isDark(row: row, column: $0) ? "#" : "." }.joined() }
    }
}

/// Numbers that look random and are the same in every run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
