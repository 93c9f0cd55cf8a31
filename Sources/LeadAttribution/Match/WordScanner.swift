import ByteText
import PartnerCodes

/// Takes a text apart into words and what stands between them.
struct WordScanner {
    /// The most words that are looked at: a longer text is no message of a customer to be read for a code beyond this.
    static let wordLimit = 200_000

    private let classes = Folding.lowScalarClasses
    private let lowercase = (0..<Folding.lowScalarLimit).map { UInt16(truncatingIfNeeded: WordHash.lowercased($0)) }

    /// The words of `range`, and what follows the last of them. O(range).
    func words(of bytes: [UInt8], in range: Range<Int>) -> (words: [TextWord], end: TextGap) {
        var words: [TextWord] = []
        words.reserveCapacity(min(range.count / 4 + 2, 32))
        var gap = TextGap()
        // Meaningless while no word is open; no optional, which would be copied for every letter.
        var word = TextWord(range: 0..<0)
        var isOpen = false
        func finish() {
            words.append(word)
            isOpen = false
            gap = TextGap()
        }
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (scalar, scalarLength) = UTF8Text.scalar(at: offset, in: bytes)
            let length = min(scalarLength, range.upperBound - offset)
            let folded = folded(scalar)
            switch folded {
            case .symbol(let symbol):
                if isOpen, word.isSpaceless { finish() }
                if !isOpen { word = TextWord(range: offset..<offset, gap: gap) }
                isOpen = true
                word.add(symbol, scalar, lowercased: lowercased(scalar), end: offset + length)
            case .other(isLetterOrDigit: true):
                let isSpaceless = Self.isSpaceless(scalar)
                if isOpen, word.isSpaceless != isSpaceless { finish() }
                if !isOpen { word = TextWord(range: offset..<offset, isSpaceless: isSpaceless, gap: gap) }
                isOpen = true
                word.addForeign(lowercased: lowercased(scalar), end: offset + length)
            case .invisible:
                // Part of a word that goes on, but not of the gap: it draws nothing.
                break
            case .separator, .other(isLetterOrDigit: false):
                if isOpen { finish() }
                if words.count >= Self.wordLimit { return (words, gap) }
                gap.add(scalar, isSeparator: folded == .separator)
            }
            offset += length
        }
        if isOpen { finish() }
        return (words, gap)
    }

    /// The hash of the first word of `range`, as `words` would give it; nil where there is none. Allocates nothing.
    func firstHash(of bytes: [UInt8], in range: Range<Int>) -> UInt64? {
        var hash: UInt64?
        var isSpaceless = false
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (scalar, length) = UTF8Text.scalar(at: offset, in: bytes)
            switch folded(scalar) {
            case .symbol:
                if isSpaceless { return hash }
                hash = WordHash.add(scalar.value, to: hash ?? WordHash.start)
            case .other(isLetterOrDigit: true):
                if hash != nil, isSpaceless != Self.isSpaceless(scalar) { return hash }
                isSpaceless = Self.isSpaceless(scalar)
                hash = WordHash.add(scalar.value, to: hash ?? WordHash.start)
            case .invisible: break
            case .separator, .other(isLetterOrDigit: false):
                if hash != nil { return hash }
            }
            offset += length
        }
        return hash
    }

    @inline(__always)
    private func folded(_ scalar: Unicode.Scalar) -> FoldedScalar {
        scalar.value < Folding.lowScalarLimit ? FoldedScalar(classByte: classes[Int(scalar.value)]) : Folding.classify(scalar)
    }

    @inline(__always)
    private func lowercased(_ scalar: Unicode.Scalar) -> UInt32 {
        scalar.value < Folding.lowScalarLimit ? UInt32(lowercase[Int(scalar.value)]) : WordHash.lowercased(scalar.value)
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

private extension TextWord {
    @inline(__always)
    mutating func add(_ symbol: UInt8, _ scalar: Unicode.Scalar, lowercased: UInt32, end: Int) {
        range = range.lowerBound..<end
        if !skeleton.append(symbol) { isLong = true }
        hash = WordHash.add(lowercased: lowercased, to: hash)
        let isDigit = scalar.isASCII
            ? UInt8(truncatingIfNeeded: scalar.value).isASCIIDigit : scalar.value >= 0x600 && scalar.properties.numericType == .decimal
        if isDigit {
            digitCount += 1
        } else {
            letterCount += 1
            if digitCount == 0 { lettersBeforeDigit += 1 }
            if lowercased == scalar.value { lowercaseCount += 1 }
        }
    }

    @inline(__always)
    mutating func addForeign(lowercased: UInt32, end: Int) {
        range = range.lowerBound..<end
        if foreignCount == 0 { foreignIndex = skeleton.count }
        foreignCount += 1
        hash = WordHash.add(lowercased: lowercased, to: hash)
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
