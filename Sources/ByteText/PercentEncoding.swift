/// Percent-encoding (RFC 3986, section 2).
extension [UInt8] {
    /// Appends `text` with every byte outside the unreserved characters (letters, digits, `-._~`) as `%XX`, upper-case.
    package mutating func append(percentEncoding text: String) {
        var text = text
        text.withUTF8 { for byte in $0 { append(percentEncoding: byte) } }
    }

    /// The same for one byte.
    @inline(__always)
    package mutating func append(percentEncoding byte: UInt8) {
        if PercentEncoding.isUnreserved(byte) { return append(byte) }
        append(0x25)
        append(PercentEncoding.hexDigit(byte >> 4))
        append(PercentEncoding.hexDigit(byte & 15))
    }
}

/// The pieces of percent-encoding that reading and writing share.
package enum PercentEncoding {
    /// RFC 3986, section 2.3.
    @inlinable package static func isUnreserved(_ byte: UInt8) -> Bool {
        byte.isASCIILetter || byte.isASCIIDigit || byte == 0x2D || byte == 0x2E || byte == 0x5F || byte == 0x7E
    }

    /// The bytes that `%XX` stand for; `plusIsSpace` for forms (`application/x-www-form-urlencoded`). A `%` that no two
    /// hexadecimal digits follow stays as it is.
    @inlinable package static func decode(_ bytes: some Collection<UInt8>, plusIsSpace: Bool = false) -> [UInt8] {
        decode(Array(bytes), plusIsSpace: plusIsSpace)
    }

    /// The same for a whole array.
    package static func decode(_ bytes: [UInt8], plusIsSpace: Bool = false) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == 0x25, index + 2 < bytes.count,
               let high = hexValue(bytes[index + 1]), let low = hexValue(bytes[index + 2]) {
                result.append(high << 4 | low)
                index += 3
            } else {
                result.append(plusIsSpace && bytes[index] == 0x2B ? .space : bytes[index])
                index += 1
            }
        }
        return result
    }

    /// Whether two hexadecimal digits follow every `%`.
    package static func isWellFormed(_ bytes: [UInt8]) -> Bool {
        bytes.indices.allSatisfy { index in
            bytes[index] != 0x25 || index + 2 < bytes.count && hexValue(bytes[index + 1]) != nil && hexValue(bytes[index + 2]) != nil
        }
    }

    /// `0`…`9`, `A`…`F` for 0…15.
    package static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }

    /// The value of a hexadecimal digit of either case.
    package static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
