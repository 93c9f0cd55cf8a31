/// The data part of a symbol while it is written, bit by bit from the high end of each byte.
struct DataBits {
    private var bytes: [UInt8] = []
    private let byteCount: Int
    private var pending: UInt64 = 0
    private var pendingCount = 0

    /// Room for `byteCount` bytes.
    init(byteCount: Int) {
        self.byteCount = byteCount
        bytes.reserveCapacity(byteCount)
    }

    /// Appends the low `count` bits of `value`, which has no others.
    mutating func append(_ value: UInt32, count: Int) {
        pending = pending << UInt64(count) | UInt64(value)
        pendingCount += count
        while pendingCount >= 8 {
            pendingCount -= 8
            bytes.append(UInt8(truncatingIfNeeded: pending >> UInt64(pendingCount)))
        }
    }

    /// Three digits in 10 bits, a rest of two in 7, of one in 4.
    mutating func append(digits: ArraySlice<UInt8>) {
        var index = digits.startIndex
        while index < digits.endIndex {
            let group = digits[index..<min(index + 3, digits.endIndex)]
            append(group.reduce(0) { $0 * 10 + UInt32($1 - 0x30) }, count: group.count * 3 + 1)
            index += 3
        }
    }

    /// Two characters in 11 bits, a rest of one in 6.
    mutating func append(alphanumeric text: ArraySlice<UInt8>) {
        var index = text.startIndex
        while index < text.endIndex {
            let value = UInt32(AlphanumericCharacter.values[Int(text[index])])
            if index + 1 < text.endIndex {
                append(value * 45 + UInt32(AlphanumericCharacter.values[Int(text[index + 1])]), count: 11)
            } else {
                append(value, count: 6)
            }
            index += 2
        }
    }

    /// The bytes with the terminator of up to four zeros and then the two pad bytes in turn (ISO/IEC 18004, 7.4.9 and 7.4.10).
    consuming func filled() -> [UInt8] {
        append(0, count: min(4, byteCount * 8 - bytes.count * 8 - pendingCount))
        if pendingCount > 0 { append(0, count: 8 - pendingCount) }
        precondition(bytes.count <= byteCount)
        var pad: UInt8 = 0xEC
        while bytes.count < byteCount {
            bytes.append(pad)
            pad ^= 0xEC ^ 0x11
        }
        return bytes
    }
}

/// The 45 characters of alphanumeric mode (ISO/IEC 18004, table 5).
enum AlphanumericCharacter {
    /// The value of each byte; 255 for one that the mode has not.
    static let values: [UInt8] = {
        var values = [UInt8](repeating: 255, count: 256)
        for (value, byte) in "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8.enumerated() { values[Int(byte)] = UInt8(value) }
        return values
    }()
}
