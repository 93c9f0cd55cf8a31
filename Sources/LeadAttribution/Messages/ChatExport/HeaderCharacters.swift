import ByteText

/// The digits of all scripts and the spaces of all widths that phones write into headers.
enum HeaderCharacters {
    /// The length of the space at `index`, 0 if there is none: U+0020, U+00A0, U+2009, U+202F, U+3000.
    static func spaceLength(_ bytes: [UInt8], at index: Int, end: Int) -> Int {
        guard index < end else { return 0 }
        switch bytes[index] {
        case .space: return 1
        case 0xC2: return index + 1 < end && bytes[index + 1] == 0xA0 ? 2 : 0
        case 0xE2:
            guard index + 2 < end, bytes[index + 1] == 0x80 else { return 0 }
            return bytes[index + 2] == 0xAF || bytes[index + 2] == 0x89 ? 3 : 0
        case 0xE3: return index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 ? 3 : 0
        default: return 0
        }
    }

    /// The digit at `index`: ASCII, Arabic-Indic, Persian, Devanagari, Bengali or Thai.
    static func digit(_ bytes: [UInt8], at index: Int, end: Int) -> (value: Int, length: Int)? {
        guard index < end else { return nil }
        let first = bytes[index]
        if first < 0x80 { return first.isASCIIDigit ? (Int(first - 0x30), 1) : nil }
        guard index + 1 < end else { return nil }
        let second = bytes[index + 1]
        if first == 0xD9, 0xA0...0xA9 ~= second { return (Int(second - 0xA0), 2) }
        if first == 0xDB, 0xB0...0xB9 ~= second { return (Int(second - 0xB0), 2) }
        guard first == 0xE0, index + 2 < end else { return nil }
        let third = bytes[index + 2]
        switch second {
        case 0xA5, 0xA7: return 0xA6...0xAF ~= third ? (Int(third - 0xA6), 3) : nil
        case 0xB9: return 0x90...0x99 ~= third ? (Int(third - 0x90), 3) : nil
        default: return nil
        }
    }
}
