/// Bytes as hexadecimal digits (RFC 4648, section 8).
package enum Hexadecimal {
    /// Two lower-case digits a byte.
    @inlinable package static func encode(_ bytes: some Sequence<UInt8>) -> String { encode(Array(bytes)) }

    /// Two lower-case digits a byte.
    package static func encode(_ bytes: [UInt8]) -> String {
        var digits: [UInt8] = []
        digits.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            digits.append(PercentEncoding.hexDigit(byte >> 4).asciiLowercased)
            digits.append(PercentEncoding.hexDigit(byte & 15).asciiLowercased)
        }
        return String(decoding: digits, as: UTF8.self)
    }
}
