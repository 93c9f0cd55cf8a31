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
        WordScan.firstOffset(in: UnsafeRawBufferPointer(text), from: start) { word in
            // `"`, `&` and `'` are 0x22, 0x26 and 0x27, `<` and `>` are 0x3C and 0x3E.
            WordScan.bytes(word, equalTo: 0x22) | WordScan.bytes(word & WordScan.eight(~1), equalTo: 0x26)
                | WordScan.bytes(word & WordScan.eight(~2), equalTo: 0x3C)
        }
    }
}
