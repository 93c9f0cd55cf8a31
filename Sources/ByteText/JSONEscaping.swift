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
            let index = JSONEscaping.nextSpecial(in: text, from: runStart)
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
    /// `range`; and whether all of them are ASCII.
    package func plainJSON(in range: Range<Int>) -> (end: Int, isASCII: Bool) {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return withUnsafeBytes { buffer in
            // SAFETY: `range` lies within the buffer, and eight bytes are loaded only where so many are left of it.
            var index = range.lowerBound
            var all: UInt64 = 0
            while index &+ 8 <= range.upperBound {
                let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if JSONEscaping.mayHoldSpecial(word) { break }
                all |= word
                index &+= 8
            }
            while index < range.upperBound, !JSONEscaping.isSpecial(buffer[index]) {
                all |= UInt64(buffer[index])
                index &+= 1
            }
            return (index, all & 0x8080_8080_8080_8080 == 0)
        }
    }
}

private enum JSONEscaping {
    static func isSpecial(_ byte: UInt8) -> Bool { byte < 0x20 || byte == .quote || byte == .backslash || byte == 0x7F }

    /// Where the next byte stands that needs a backslash, from `start` on; the end if there is none. Eight bytes at a time.
    static func nextSpecial(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        let raw = UnsafeRawBufferPointer(text)
        var index = start
        while index < text.count {
            // SAFETY: eight bytes are loaded only where so many are left.
            if index &+ 8 <= text.count, !mayHoldSpecial(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
                index &+= 8
                continue
            }
            let end = Swift.min(index &+ 8, text.count)
            while index < end {
                if isSpecial(text[index]) { return index }
                index &+= 1
            }
        }
        return index
    }

    /// Whether any byte of `word` may be special.
    @inline(__always) static func mayHoldSpecial(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        @inline(__always) func zeros(_ difference: UInt64) -> UInt64 { (difference &- ones) & ~difference }
        let controls = (word &- ones &* 0x20) & ~word
        return (controls | zeros(word ^ ones &* 0x22) | zeros(word ^ ones &* 0x5C) | zeros(word ^ ones &* 0x7F)) & ones &* 0x80 != 0
    }
}
