import ByteText

/// An id made out of a partner's name.
extension PartnerID {
    /// `Отель «Рассвет»` → `otel-rassvet`, `Café Del Mar` → `cafe-del-mar`; nil where no word of it can be written in Latin
    /// letters (Thai, Chinese), so that the person has to choose.
    ///
    /// Russian and Ukrainian are transliterated, accents dropped; a word with any other letter is left out.
    package static func suggested(from name: String) -> PartnerID? {
        var words: [[UInt8]] = [[]]
        var isWritable = true
        for scalar in name.lowercased().unicodeScalars {
            if let latin = latin(for: scalar) {
                words[words.count - 1] += latin
            } else if case .other(isLetterOrDigit: true) = Folding.classify(scalar) {
                isWritable = false
            } else if Folding.classify(scalar) != .invisible {
                if !isWritable { words[words.count - 1] = [] }
                isWritable = true
                words.append([])
            }
        }
        if !isWritable { words.removeLast() }
        return joined(words.filter { !$0.isEmpty })
    }
}

private extension PartnerID {
    static func joined(_ words: [[UInt8]]) -> PartnerID? {
        var bytes: [UInt8] = []
        for word in words {
            if !bytes.isEmpty, bytes.count + 1 + word.count > maximumLength { break }
            if !bytes.isEmpty { bytes.append(.hyphen) }
            bytes += word
        }
        guard bytes.contains(where: \.isASCIILetter) else { return nil }
        // The bytes are letters, digits and hyphens between words, so nothing but the letters' being there can be amiss.
        return try? PartnerID(String(decoding: bytes.prefix(maximumLength), as: UTF8.self))
    }

    /// Nothing for an apostrophe and for the soft and hard sign, which leave no trace; nil for what is not part of a word.
    static func latin(for scalar: Unicode.Scalar) -> [UInt8]? {
        switch scalar {
        case "'", "\u{2019}", "\u{02BC}", "ъ", "ь": return []
        case "ß": return Array("ss".utf8)
        case "æ": return Array("ae".utf8)
        case "œ": return Array("oe".utf8)
        case "þ": return Array("th".utf8)
        case "ð": return Array("d".utf8)
        default: break
        }
        if let syllable = cyrillic[scalar] { return Array(syllable.utf8) }
        if (0x0370...0x052F).contains(scalar.value) || scalar == "|" { return nil }
        return Folding.twin(of: scalar).map { [$0.asciiLowercased] }
    }

    static let cyrillic: [Unicode.Scalar: String] = [
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "y",
        "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
        "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ы": "y", "э": "e", "ю": "yu", "я": "ya",
        "і": "i", "ї": "yi", "є": "ye", "ґ": "g",
    ]
}
