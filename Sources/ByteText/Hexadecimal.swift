/// Bytes as hexadecimal digits (RFC 4648, section 8).
package enum Hexadecimal {
    /// Two lower-case digits a byte.
    package static func encode(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: bytes.flatMap { [PercentEncoding.hexDigit($0 >> 4).asciiLowercased, PercentEncoding.hexDigit($0 & 15).asciiLowercased] }, as: UTF8.self)
    }
}
