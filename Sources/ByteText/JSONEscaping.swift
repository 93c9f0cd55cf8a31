/// JSON strings (RFC 8259, section 7).
extension [UInt8] {
    /// Appends `text` as a JSON string with its quotes: `"`, `\` and control characters escaped, all else as UTF-8, in whole runs.
    package mutating func append(jsonString text: String) {
        append(.quote)
        var text = text
        text.withUTF8 { appendJSON($0) }
        append(.quote)
    }

    // SAFETY: `index` stays below `text.count`; each copied run lies inside `text`.
    private mutating func appendJSON(_ text: UnsafeBufferPointer<UInt8>) {
        var runStart = 0
        for index in text.indices {
            let byte = text[index]
            if byte >= 0x20, byte != .quote, byte != .backslash, byte != 0x7F { continue }
            append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index]))
            runStart = index + 1
            switch byte {
            case .quote: append(literal: "\\\"")
            case .backslash: append(literal: "\\\\")
            case .lineFeed: append(literal: "\\n")
            case .carriageReturn: append(literal: "\\r")
            case .tab: append(literal: "\\t")
            default:
                append(literal: "\\u00")
                append(PercentEncoding.hexDigit(byte >> 4).asciiLowercased)
                append(PercentEncoding.hexDigit(byte & 15).asciiLowercased)
            }
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart...]))
    }
}
