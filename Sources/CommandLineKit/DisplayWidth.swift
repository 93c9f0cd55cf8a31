/// How many columns of a terminal text takes: Cyrillic 1, CJK and emoji 2, combining marks and Thai vowels above or
/// below 0.
///
/// East Asian wide and full-width ranges of UAX 11 (Unicode 16, EastAsianWidth.txt); ambiguous characters count 1, as
/// terminals outside East Asia draw them. An emoji sequence that makes one picture counts 2. Text is printable already.
package enum DisplayWidth {
    /// The columns that `text` takes. O(length).
    package static func columns(of text: String) -> Int {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
        var plain = 0
        for scalar in text.unicodeScalars {
            if !isPlain(scalar) { return text.reduce(0) { $0 + columns(of: $1) } }
            plain += 1
        }
        return plain
    }

    /// `text` cut to `limit` columns, the last of them a `…` where something was cut.
    package static func truncated(_ text: String, to limit: Int) -> String { columns(of: text) <= limit ? text : cut(text, to: limit) }

    /// `text` followed, or preceded for `.right`, by as many spaces as fill `width` columns; cut where it takes more.
    package static func fitted(_ text: String, to width: Int, _ alignment: TextAlignment = .left) -> String {
        let own = columns(of: text)
        if own > width { return fitted(cut(text, to: width), to: width, alignment) }
        let space = String(repeating: " ", count: width - own)
        return alignment == .left ? text + space : space + text
    }
}

/// On which side of a column text stands; numbers stand right.
package enum TextAlignment: Sendable { case left, right }

private extension DisplayWidth {
    /// Whether a scalar takes one column whatever stands beside it: printable ASCII and Latin, Greek and Cyrillic letters but the marks among
    /// them, quotes and dashes, and blocks.
    static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E, 0xAA, 0xAB, 0xB4...0xBB, 0xC0...0x2FF, 0x386...0x482, 0x48A...0x52F, 0x2013...0x201E, 0x2580...0x259F: true
        default: false
        }
    }

    /// `text`, which takes more than `limit` columns, cut to so many.
    static func cut(_ text: String, to limit: Int) -> String {
        var shown = ""
        var used = 1
        for character in text {
            used += columns(of: character)
            if used > limit { break }
            shown.append(character)
        }
        return limit < 1 ? "" : shown + "…"
    }

    static func columns(of character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        if scalars.count > 1, first.properties.isEmoji || isRegionalIndicator(first), scalars.contains(where: makesPicture) { return 2 }
        return scalars.reduce(0) { $0 + columns(of: $1) }
    }

    /// Whether a scalar inside a cluster turns the whole into one emoji: variation selector 16, a joiner, a skin tone, the
    /// second letter of a flag.
    static func makesPicture(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0xFE0F || scalar.value == 0x200D || scalar.properties.isEmojiModifier || isRegionalIndicator(scalar)
    }

    static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool { (0x1F1E6...0x1F1FF).contains(scalar.value) }

    static func columns(of scalar: Unicode.Scalar) -> Int {
        let value = scalar.value
        if value < 0x300 { return value < 0x20 || 0x7F...0x9F ~= value ? 0 : 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
        default: break
        }
        if (0x1160...0x11FF).contains(value) { return 0 }
        return value >= 0x1100 && (scalar.properties.isEmojiPresentation || wide.contains { $0.contains(value) }) ? 2 : 1
    }

    static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0xA4CF,
        0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
        0x16FE0...0x1B2FB, 0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
    ]
}
