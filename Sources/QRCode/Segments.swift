/// A text cut into pieces of one mode each, the shortest way there is (ISO/IEC 18004, 7.4).
struct Segments {
    /// How characters are packed, from the fewest bits to the most.
    enum Mode: Int, CaseIterable {
        /// Three digits in 10 bits.
        case numeric
        /// Two of 45 characters in 11 bits.
        case alphanumeric
        /// Any byte in 8 bits.
        case byte

        /// Table 2.
        var indicator: UInt32 { 1 << UInt32(rawValue) }

        /// Bits of the number of characters (table 3), in versions up to `largest`.
        func countWidth(largest: Int) -> Int {
            let column = largest <= 9 ? 0 : largest <= 26 ? 1 : 2
            switch self {
            case .numeric: return [10, 12, 14][column]
            case .alphanumeric: return [9, 11, 13][column]
            case .byte: return [8, 16, 16][column]
            }
        }
    }

    private struct Segment {
        var mode: Mode
        var range: Range<Int>
    }

    private var segments: [Segment] = []
    private let largestVersion: Int
    private let declaresUTF8: Bool
    /// Bits of all segments with their headers, without what fills up the symbol.
    let bitCount: Int

    /// With `declaresUTF8`, behind an ECI designator of 12 bits (7.4.2).
    ///
    /// One pass that keeps, for each mode, the fewest bits that end in it. Counted in sixths of a bit, in which a digit is 20, an
    /// alphanumeric character 33 and a byte 48; a segment that ends takes up the rest of its last bit.
    init(shortestFor bytes: [UInt8], declaresUTF8: Bool, countWidths versions: ClosedRange<Int>) {
        self.declaresUTF8 = declaresUTF8
        largestVersion = versions.upperBound
        let (numericHeader, alphanumericHeader, byteHeader) = (
            (4 + Mode.numeric.countWidth(largest: largestVersion)) * 6,
            (4 + Mode.alphanumeric.countWidth(largest: largestVersion)) * 6,
            (4 + Mode.byte.countWidth(largest: largestVersion)) * 6
        )
        let impossible = Int.max / 2
        let values = AlphanumericCharacter.values
        // Two bits a mode: the mode of the character before on the shortest way to here.
        var origins = [UInt8](repeating: 0, count: bytes.count)
        var (numeric, alphanumeric, byte) = (0, 0, 0)
        for (index, character) in bytes.enumerated() {
            let isFirst = index == 0
            let value = values[Int(character)]
            var origin: UInt8 = 0b10_01_00
            let endedNumeric = (numeric + 5) / 6 * 6
            let endedAlphanumeric = (alphanumeric + 5) / 6 * 6
            let endedByte = byte

            var nextNumeric = isFirst ? numericHeader : numeric
            var nextAlphanumeric = isFirst ? alphanumericHeader : alphanumeric
            var nextByte = isFirst ? byteHeader : byte
            if !isFirst {
                if min(endedAlphanumeric, endedByte) + numericHeader < nextNumeric {
                    nextNumeric = min(endedAlphanumeric, endedByte) + numericHeader
                    origin = origin & ~0b11 | (endedAlphanumeric < endedByte ? 1 : 2)
                }
                if min(endedNumeric, endedByte) + alphanumericHeader < nextAlphanumeric {
                    nextAlphanumeric = min(endedNumeric, endedByte) + alphanumericHeader
                    origin = origin & ~0b1100 | (endedNumeric < endedByte ? 0 : 2) << 2
                }
                if min(endedNumeric, endedAlphanumeric) + byteHeader < nextByte {
                    nextByte = min(endedNumeric, endedAlphanumeric) + byteHeader
                    origin = origin & ~0b11_0000 | (endedNumeric < endedAlphanumeric ? 0 : 1) << 4
                }
            }
            numeric = value < 10 ? nextNumeric + 20 : impossible
            alphanumeric = value < 45 ? nextAlphanumeric + 33 : impossible
            byte = nextByte + 48
            origins[index] = origin
        }
        let fewest = min(numeric, alphanumeric, byte)
        bitCount = (fewest + 5) / 6 + (declaresUTF8 ? 12 : 0)
        var mode: Mode = fewest == numeric ? .numeric : fewest == alphanumeric ? .alphanumeric : .byte
        var end = bytes.count
        for index in bytes.indices.reversed() {
            let before = Mode(rawValue: Int(origins[index] >> UInt8(mode.rawValue * 2) & 0b11)) ?? mode
            if index == 0 || before != mode {
                segments.append(Segment(mode: mode, range: index..<end))
                end = index
            }
            mode = before
        }
        segments.reverse()
    }

    /// The data codewords, filled up to `count` of them (7.4.9, 7.4.10).
    func codewords(of bytes: [UInt8], count: Int) -> [UInt8] {
        var bits = DataBits(byteCount: count)
        if declaresUTF8 { bits.append(0b0111_0001_1010, count: 12) }
        for segment in segments {
            bits.append(segment.mode.indicator, count: 4)
            bits.append(UInt32(segment.range.count), count: segment.mode.countWidth(largest: largestVersion))
            switch segment.mode {
            case .numeric: bits.append(digits: bytes[segment.range])
            case .alphanumeric: bits.append(alphanumeric: bytes[segment.range])
            case .byte: for byte in bytes[segment.range] { bits.append(UInt32(byte), count: 8) }
            }
        }
        return bits.filled()
    }
}
