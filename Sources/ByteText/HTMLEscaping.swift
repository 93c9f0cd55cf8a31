/// Escaping of text for HTML element content and quoted attribute values.
extension [UInt8] {
    /// Appends `text` with `&`, `<`, `>`, `"` and `'` as character references. One pass over bytes; runs are copied whole.
    package mutating func append(htmlEscaping text: some Sequence<UInt8>) {
        let done: Void? = text.withContiguousStorageIfAvailable { appendEscaped($0) }
        if done == nil { Array(text).withUnsafeBufferPointer { appendEscaped($0) } }  // SAFETY: see `appendEscaped`.
    }

    // SAFETY: `index` stays below `text.count`; each copied run lies inside `text`.
    private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
        var runStart = 0
        var index = 0
        while index < text.count {
            let replacement: StaticString
            switch text[index] {
            case .ampersand: replacement = "&amp;"
            case .lessThan: replacement = "&lt;"
            case .greaterThan: replacement = "&gt;"
            case .quote: replacement = "&quot;"
            case .apostrophe: replacement = "&#39;"
            default:
                index += 1
                continue
            }
            append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index]))
            append(literal: replacement)
            index += 1
            runStart = index
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index]))
    }
}
