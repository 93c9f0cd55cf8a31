/// JSON strings (RFC 8259, section 7).
extension [UInt8] {
    /// Appends `text` as a JSON string with its quotes: `"`, `\` and control characters escaped, all else as UTF-8.
    package mutating func append(jsonString text: String) {
        append(.quote)
        for byte in text.utf8 {
            switch byte {
            case .quote: append(literal: "\\\"")
            case .backslash: append(literal: "\\\\")
            case .lineFeed: append(literal: "\\n")
            case .carriageReturn: append(literal: "\\r")
            case .tab: append(literal: "\\t")
            case 0x00...0x1F, 0x7F:
                append(literal: "\\u00")
                append(PercentEncoding.hexDigit(byte >> 4).asciiLowercased)
                append(PercentEncoding.hexDigit(byte & 15).asciiLowercased)
            default: append(byte)
            }
        }
        append(.quote)
    }
}
