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
        while true {
            let index = JSONEscaping.nextSpecial(in: UnsafeRawBufferPointer(text), from: runStart)
            append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index]))
            if index == text.count { return }
            runStart = index + 1
            let byte = text[index]
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
    }
}

extension [UInt8] {
    /// Where the plain characters of a JSON string that begin with `range` end: at a quote, a backslash or a control character, or with
    /// `range`.
    package func endOfPlainJSON(in range: Range<Int>) -> Int {
        withUnsafeBytes { bytes in
            // SAFETY: `rebasing` traps if the range does not lie within the bytes.
            range.lowerBound + JSONEscaping.nextSpecial(in: UnsafeRawBufferPointer(rebasing: bytes[range]), from: 0)
        }
    }
}

private enum JSONEscaping {
    /// Where the next byte stands that needs a backslash, from `start` on; the end if there is none.
    static func nextSpecial(in text: UnsafeRawBufferPointer, from start: Int) -> Int {
        WordScan.firstOffset(in: text, from: start) { word in
            WordScan.bytes(word, below: 0x20) | WordScan.bytes(word, equalTo: .quote) | WordScan.bytes(word, equalTo: .backslash)
                | WordScan.bytes(word, equalTo: 0x7F)
        }
    }
}
