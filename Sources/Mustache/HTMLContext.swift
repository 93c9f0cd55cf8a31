import ByteText

/// Where in an HTML page a template is: follows its literal text through the states of a tokenizer (HTML, 13.2.5), in so far as
/// they matter to what a value may do there.
struct HTMLContext: Equatable, Sendable {
    enum Place: Equatable, Sendable {
        case content
        /// After `<` or `</`.
        case tagOpening
        case elementName, betweenAttributes, attributeName, afterAttributeName, beforeValue
        /// In an attribute's value; without quotes if nil.
        case value(quote: UInt8?)
        case comment
        /// In `<!doctype …>` and its like.
        case declaration
        /// In an element whose content is no HTML: script, style, title and others.
        case rawText
    }

    private(set) var place = Place.content
    /// The element whose tag or raw text this is, in small letters.
    private(set) var element: [UInt8] = []
    private(set) var attribute: [UInt8] = []
    /// The literal text of the attribute's value so far.
    private(set) var value: [UInt8] = []
    /// Values in the attribute so far.
    private(set) var valueCount = 0
    /// The `type` of the last `<script>`.
    private(set) var scriptType: [UInt8] = []
    /// Whether the tag is a `<meta http-equiv="refresh">`, and whether a value stands in its `content`.
    private(set) var isRefresh = false
    private(set) var hasValueInContent = false
    private var isClosingTag = false
    /// Bytes since a `<` in raw text, hyphens in a row in a comment.
    private var rawTail: [UInt8] = []
    private var hyphens = 0

    /// Goes on over a byte of literal text.
    mutating func follow(_ byte: UInt8) {
        switch place {
        case .content: if byte == .lessThan { beginTag() }
        case .tagOpening: followTagOpening(byte)
        case .elementName:
            if byte.endsName { followBetween(byte) } else { element.append(byte.asciiLowercased) }
            if element == Array("!--".utf8) { (place, hyphens) = (.comment, 2) }
        case .betweenAttributes: followBetween(byte)
        case .attributeName:
            if byte == .ascii("=") {
                place = .beforeValue
            } else if byte.endsName {
                place = .afterAttributeName
                if byte == .greaterThan || byte == .slash { followBetween(byte) }
            } else {
                attribute.append(byte.asciiLowercased)
            }
        case .afterAttributeName:
            if byte == .ascii("=") { place = .beforeValue } else if !byte.isASCIIWhitespace { followBetween(byte) }
        case .beforeValue:
            if byte.isASCIIWhitespace { return }
            if byte == .greaterThan { return endTag() }
            let isQuote = byte == .quote || byte == .apostrophe
            beginValue(quote: isQuote ? byte : nil)
            if !isQuote { value.append(byte) }
        case .value(let quote): followValue(byte, quote)
        case .comment:
            if byte == .greaterThan, hyphens >= 2 { place = .content }
            if byte == .hyphen { hyphens += 1 } else if byte != .ascii("!") || hyphens < 2 { hyphens = 0 }
        case .declaration: if byte == .greaterThan { place = .content }
        case .rawText: followRawText(byte)
        }
    }

    /// Goes on over a value of the record.
    mutating func followValue() {
        valueCount += 1
        if place == .beforeValue { beginValue(quote: nil) }
        if attribute == Array("content".utf8) { hasValueInContent = true }
    }

    /// Whether both are at one place, as a browser sees it; what attributes a tag has so far does not count.
    func isAtSamePlace(as other: HTMLContext) -> Bool {
        switch (place, other.place) {
        case (.value, .value):
            place == other.place && attribute == other.attribute && element == other.element
        case (.rawText, .rawText): element == other.element && scriptType == other.scriptType
        default:
            isBetweenAttributes && other.isBetweenAttributes
                ? element == other.element && scriptType == other.scriptType && isRefresh == other.isRefresh
                : place == other.place
        }
    }

    /// Takes over what `other`, another way to the same place, has seen.
    mutating func merge(_ other: HTMLContext) {
        if value.count < other.value.count { value = other.value }
        valueCount = max(valueCount, other.valueCount)
        hasValueInContent = hasValueInContent || other.hasValueInContent
    }
}

private extension HTMLContext {
    var isBetweenAttributes: Bool {
        switch place {
        case .elementName, .betweenAttributes, .attributeName, .afterAttributeName: true
        default: false
        }
    }

    mutating func beginTag() {
        place = .tagOpening
        (element, attribute, value, valueCount) = ([], [], [], 0)
        (isClosingTag, isRefresh, hasValueInContent) = (false, false, false)
        scriptType = []
    }

    mutating func followTagOpening(_ byte: UInt8) {
        if byte == .slash, !isClosingTag {
            isClosingTag = true
        } else if byte.isASCIILetter {
            element = [byte.asciiLowercased]
            place = .elementName
        } else if byte == .ascii("!"), !isClosingTag {
            element = [byte]
            place = .elementName
        } else if byte == .ascii("?") || isClosingTag {
            place = byte == .greaterThan ? .content : .declaration
        } else if byte != .lessThan {
            place = .content
        }
    }

    /// Between attributes, a byte that may begin one.
    mutating func followBetween(_ byte: UInt8) {
        if element.first == .ascii("!") {
            place = byte == .greaterThan ? .content : .declaration
        } else if byte == .greaterThan {
            endTag()
        } else if byte.isASCIIWhitespace || byte == .slash {
            place = .betweenAttributes
        } else {
            place = .attributeName
            (attribute, value, valueCount) = ([byte.asciiLowercased], [], 0)
        }
    }

    mutating func beginValue(quote: UInt8?) {
        place = .value(quote: quote)
        (value, valueCount) = ([], quote == nil ? valueCount : 0)
    }

    mutating func followValue(_ byte: UInt8, _ quote: UInt8?) {
        let ends = quote.map { byte == $0 } ?? (byte.isASCIIWhitespace || byte == .greaterThan)
        if !ends { return value.append(byte) }
        let word = value.map(\.asciiLowercased)
        if attribute == Array("type".utf8), element == Array("script".utf8) { scriptType = word }
        if attribute == Array("http-equiv".utf8), word == Array("refresh".utf8) { isRefresh = true }
        place = .betweenAttributes
        attribute = []
        if quote == nil { followBetween(byte) }
    }

    mutating func endTag() {
        let name = String(decoding: element, as: UTF8.self)
        place = !isClosingTag && Self.rawTextElements.contains(name) ? .rawText : .content
        rawTail = []
        (attribute, value, valueCount) = ([], [], 0)
    }

    mutating func followRawText(_ byte: UInt8) {
        let closing = [.lessThan, .slash] + element
        if rawTail == closing, byte.endsName {
            isClosingTag = true
            place = .betweenAttributes
            return followBetween(byte)
        }
        rawTail.append(byte.asciiLowercased)
        if !closing.starts(with: rawTail) { rawTail = byte == .lessThan ? [byte] : [] }
    }

    /// Their content ends only at their own closing tag (HTML, 13.2.6.2).
    static let rawTextElements: Set<String> = [
        "script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp", "plaintext",
    ]
}

private extension UInt8 {
    /// Whether the byte ends the name of an element or attribute.
    var endsName: Bool { isASCIIWhitespace || self == .greaterThan || self == .slash }
}
