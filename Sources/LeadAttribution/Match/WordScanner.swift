import ByteText
import PartnerCodes

/// Takes a text apart into words and what stands between them.
struct WordScanner {
    /// The most words that are looked at: a longer text is no message of a customer to be read for a code beyond this.
    static let wordLimit = 200_000

    private let table = ScalarTable()

    /// The words of `range`, and what follows the last of them. O(range).
    func words(of bytes: [UInt8], in range: Range<Int>) -> (words: [TextWord], end: TextGap) {
        var words: [TextWord] = []
        words.reserveCapacity(min(range.count / 4 + 2, 32))
        var gap = TextGap()
        var offset = range.lowerBound
        while offset < range.upperBound {
            let character = table.scalar(bytes, at: offset)
            switch character.folded {
            case .symbol, .other(isLetterOrDigit: true):
                let isSpaceless = !character.isSymbol && Self.isSpaceless(character.scalar)
                words.append(TextWord(start: offset, isSpaceless: isSpaceless, gap: gap))
                offset = scan(&words[words.count - 1], bytes, to: range.upperBound)
                gap = TextGap()
            case .invisible:
                // Part of a word that goes on, but not of the gap: it draws nothing.
                offset += character.length
            case .separator:
                if words.count >= Self.wordLimit { return (words, gap) }
                gap.add(character.scalar, isSeparator: true)
                offset += character.length
            case .other(isLetterOrDigit: false):
                if words.count >= Self.wordLimit { return (words, gap) }
                gap.add(character.scalar, isSeparator: false)
                offset += character.length
            }
        }
        return (words, gap)
    }

    /// Reads `word`, of which nothing but the start and the kind of script is known, where it lies: a word is too large to be handed over.
    /// Returns where to go on.
    @inline(__always)
    private func scan(_ word: inout TextWord, _ bytes: [UInt8], to end: Int) -> Int {
        let isSpaceless = word.isSpaceless
        let start = word.range.lowerBound
        var offset = start
        var wordEnd = start
        scan: while offset < end {
            let character = table.scalar(bytes, at: offset)
            switch character.folded {
            case .symbol(let symbol):
                if isSpaceless { break scan }
                word.add(symbol, character)
            case .other(isLetterOrDigit: true):
                if Self.isSpaceless(character.scalar) != isSpaceless { break scan }
                word.addForeign(lowercased: character.lowercased)
            case .invisible:
                offset &+= character.length
                continue
            case .separator, .other(isLetterOrDigit: false): break scan
            }
            offset &+= character.length
            wordEnd = offset
        }
        word.range = start..<min(wordEnd, end)
        return offset
    }

    /// The first letter or digit of `range`, in lower case; nil where there is none. Allocates nothing.
    func firstLetter(of bytes: [UInt8], in range: Range<Int>) -> UInt32? {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let character = table.scalar(bytes, at: offset)
            switch character.folded {
            case .symbol, .other(isLetterOrDigit: true): return character.lowercased
            case .invisible, .separator, .other(isLetterOrDigit: false): offset += character.length
            }
        }
        return nil
    }

    /// The hash of the first word of `range`, as `words` would give it; nil where there is none. Allocates nothing.
    func firstHash(of bytes: [UInt8], in range: Range<Int>) -> UInt64? {
        var hash: UInt64?
        var isSpaceless = false
        var offset = range.lowerBound
        while offset < range.upperBound {
            let character = table.scalar(bytes, at: offset)
            switch character.folded {
            case .symbol:
                if isSpaceless { return hash }
                hash = WordHash.add(lowercased: character.lowercased, to: hash ?? WordHash.start)
            case .other(isLetterOrDigit: true):
                if hash != nil, isSpaceless != Self.isSpaceless(character.scalar) { return hash }
                isSpaceless = Self.isSpaceless(character.scalar)
                hash = WordHash.add(lowercased: character.lowercased, to: hash ?? WordHash.start)
            case .invisible: break
            case .separator, .other(isLetterOrDigit: false):
                if hash != nil { return hash }
            }
            offset += character.length
        }
        return hash
    }

    /// Thai, Lao, Burmese, Khmer, Chinese, Japanese and Korean, where a Latin word needs no space beside it.
    static func isSpaceless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0xE00: false
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x2_0000...0x3_FFFF: true
        default: false
        }
    }
}

private extension TextGap {
    mutating func add(_ scalar: Unicode.Scalar, isSeparator: Bool) {
        // Half of a line break, which sources write or leave out.
        if scalar == "\r" { return }
        if first == nil { first = scalar }
        last = scalar
        if isSeparator {
            separators += 1
            switch scalar {
            case "-", ".", "\u{2010}", "\u{2011}", "\u{B7}": break
            case "\u{2012}"..."\u{2015}", "\u{2212}": announces = true
            default: spaces += 1
            }
            return
        }
        signs += 1
        switch scalar {
        case "\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": lineBreaks += 1
        case "!", "?", ";": stops = true
        case ":", "=", "#", "№", "→", "\u{FF1A}", "👉", "➡": announces = true
        case ",", "\u{60C}", "\u{3001}", "\u{FF0C}": hasComma = true
        case "$", "€", "£", "¥", "₽", "฿", "₸", "₴", "₺", "₾", "₹", "₿": hasCurrency = true
        default: break
        }
    }
}
