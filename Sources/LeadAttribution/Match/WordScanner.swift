import ByteText
import PartnerCodes

/// Takes a text apart into words and what stands between them.
struct WordScanner {
    /// The most words that are looked at: a longer text is no message of a customer to be read for a code beyond this.
    static let wordLimit = 200_000

    private let classes = Folding.lowScalarClasses

    /// The words of `range`, and what follows the last of them. O(range).
    func words(of bytes: [UInt8], in range: Range<Int>) -> (words: [TextWord], end: TextGap) {
        var words: [TextWord] = []
        var gap = TextGap()
        var word: TextWord?
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (scalar, scalarLength) = UTF8Text.scalar(at: offset, in: bytes)
            let length = min(scalarLength, range.upperBound - offset)
            let folded = scalar.value < Folding.lowScalarLimit
                ? FoldedScalar(classByte: classes[Int(scalar.value)]) : Folding.classify(scalar)
            switch folded {
            case .symbol(let symbol):
                if word?.isSpaceless ?? false { finish(&word, &gap, &words) }
                if word == nil { word = TextWord(range: offset..<offset, gap: gap) }
                word?.add(symbol, scalar, end: offset + length)
            case .other(isLetterOrDigit: true):
                let isSpaceless = Self.isSpaceless(scalar)
                if let open = word, open.isSpaceless != isSpaceless { finish(&word, &gap, &words) }
                if word == nil { word = TextWord(range: offset..<offset, isSpaceless: isSpaceless, gap: gap) }
                word?.addForeign(scalar, end: offset + length)
            case .invisible:
                // Part of a word that goes on, but not of the gap: it draws nothing.
                break
            case .separator, .other(isLetterOrDigit: false):
                finish(&word, &gap, &words)
                if words.count >= Self.wordLimit { return (words, gap) }
                gap.add(scalar, isSeparator: folded == .separator)
            }
            offset += length
        }
        finish(&word, &gap, &words)
        return (words, gap)
    }

    private func finish(_ word: inout TextWord?, _ gap: inout TextGap, _ words: inout [TextWord]) {
        guard let done = word else { return }
        words.append(done)
        word = nil
        gap = TextGap()
    }

    /// Thai, Lao, Burmese, Khmer, Chinese, Japanese and Korean, where a Latin word needs no space beside it.
    static func isSpaceless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x2_0000...0x3_FFFF: true
        default: false
        }
    }
}

private extension TextWord {
    mutating func add(_ symbol: UInt8, _ scalar: Unicode.Scalar, end: Int) {
        range = range.lowerBound..<end
        if !skeleton.append(symbol) { isLong = true }
        hash = WordHash.add(scalar.value, to: hash)
        let isDigit = scalar.isASCII
            ? UInt8(truncatingIfNeeded: scalar.value).isASCIIDigit : scalar.value >= 0x600 && scalar.properties.numericType == .decimal
        if isDigit {
            digitCount += 1
        } else {
            letterCount += 1
            if digitCount == 0 { lettersBeforeDigit += 1 }
            if WordHash.lowercased(scalar.value) == scalar.value { lowercaseCount += 1 }
        }
    }

    mutating func addForeign(_ scalar: Unicode.Scalar, end: Int) {
        range = range.lowerBound..<end
        if foreignCount == 0 { foreignIndex = skeleton.count }
        foreignCount += 1
        hash = WordHash.add(scalar.value, to: hash)
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
        case "$", "€", "£", "¥", "₽", "฿", "₸", "₴", "₺", "₾", "₹", "₿": hasCurrency = true
        default: break
        }
    }
}
