import ByteText

/// The characters that only steer the direction of writing (Unicode, UAX 9, section 2), and the byte order mark.
enum DirectionMarks {
    /// 1 for the bytes that they begin with.
    static let firstBytes = (0..<256).map { byte -> UInt8 in [0xD8, 0xE2, 0xEF].contains(byte) ? 1 : 0 }

    /// The length of the mark at `index`, 0 if there is none: U+200E, U+200F, U+202A…202E, U+2066…2069, U+061C, U+FEFF.
    static func length(at index: Int, in bytes: [UInt8]) -> Int {
        let first = bytes[index]
        if first == 0xE2, index + 2 < bytes.count {
            let last = bytes[index + 2]
            switch bytes[index + 1] {
            case 0x80: return last == 0x8E || last == 0x8F || 0xAA...0xAE ~= last ? 3 : 0
            case 0x81: return 0xA6...0xA9 ~= last ? 3 : 0
            default: return 0
            }
        }
        if first == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBB, bytes[index + 2] == 0xBF { return 3 }
        if first == 0xD8, index + 1 < bytes.count, bytes[index + 1] == 0x9C { return 2 }
        return 0
    }

    /// `text` without any of them.
    static func removed(from text: some Collection<UInt8>) -> [UInt8] {
        let bytes = Array(text)
        guard bytes.firstOffset(in: bytes.indices, where: firstBytes, has: 1) < bytes.count else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let mark = length(at: index, in: bytes)
            if mark == 0 {
                result.append(bytes[index])
                index += 1
            } else {
                index += mark
            }
        }
        return result
    }
}
