/// Escaping of text for HTML element content and quoted attribute values.
extension [UInt8] {
    /// Appends `text` with `&`, `<`, `>`, `"` and `'` as character references. One pass, eight bytes at a time; runs are copied whole.
    @inlinable package mutating func append(htmlEscaping text: some Sequence<UInt8>) {
        let done: Void? = text.withContiguousStorageIfAvailable { appendEscaped($0) }
        if done == nil { [UInt8](text).withUnsafeBufferPointer { appendEscaped($0) } }  // SAFETY: see `appendEscaped`.
    }

    // SAFETY: `index` stays below `text.count`; each copied run lies inside `text`.
    @usableFromInline mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var runStart = 0
        var index = 0
        while true {
            index = HTMLEscaping.nextSpecial(in: text, from: index)
            append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index]))
            if index == text.count { return }
            switch text[index] {
            case .ampersand: append(literal: "&amp;")
            case .lessThan: append(literal: "&lt;")
            case .greaterThan: append(literal: "&gt;")
            case .quote: append(literal: "&quot;")
            default: append(literal: "&#39;")
            }
            index += 1
            runStart = index
        }
    }
}

private enum HTMLEscaping {
    /// Where the next byte stands that needs a character reference, from `start` on; the end if there is none.
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

    static func isSpecial(_ byte: UInt8) -> Bool {
        byte == .ampersand || byte == .lessThan || byte == .greaterThan || byte == .quote || byte == .apostrophe
    }

    /// Whether any byte of `word` is special: `"`, `&` and `'` are 0x22, 0x26 and 0x27, `<` and `>` are 0x3C and 0x3E.
    @inline(__always) static func mayHoldSpecial(_ word: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        @inline(__always) func zeros(_ difference: UInt64) -> UInt64 { (difference &- ones) & ~difference }
        let quote = zeros(word ^ ones &* 0x22)
        let ampersandOrApostrophe = zeros((word & ~ones) ^ ones &* 0x26)
        let angle = zeros((word & ~(ones &* 2)) ^ ones &* 0x3C)
        return (quote | ampersandOrApostrophe | angle) & ones &* 0x80 != 0
    }
}
