import ByteText
import Diagnostics

/// Whether bytes are UTF-8 and, where not, what they more likely are: Windows-1251 and UTF-16 are what spreadsheets and
/// editors on Windows write when nobody asks them for UTF-8.
enum EncodingCheck {
    /// Which program is likely to have saved the file.
    enum Origin {
        case editor, spreadsheet

        var howToSave: String {
            switch self {
            case .editor: "save the file again with the encoding UTF-8; in Notepad: “Save as”, “Encoding”"
            case .spreadsheet: "save the file again as UTF-8; in Excel: the file type “CSV UTF-8 (Comma delimited)”"
            }
        }
    }

    /// The error for bytes of `range` that are not UTF-8, nil where they are. One pass, ASCII eight bytes at a time.
    static func complaint(about bytes: [UInt8], in range: Range<Int>, path: String, id: String, from origin: Origin) -> Diagnostic? {
        let invalid = looksLikeUTF16(bytes, in: range) ? range.lowerBound : UTF8Text.firstInvalidOffset(in: bytes, range)
        guard let invalid else { return nil }
        return complaint(
            about: bytes[invalid..<range.upperBound], at: invalid, isStart: invalid == range.lowerBound, path: path, id: id, from: origin)
    }

    /// The error for `bytes`, the first of which stands at `offset` of the file and is not UTF-8; `isStart`: it is the first of the text.
    static func complaint(
        about bytes: ArraySlice<UInt8>, at offset: Int, isStart: Bool, path: String, id: String, from origin: Origin
    ) -> Diagnostic {
        let sample = Array(bytes.prefix(0x1_0000))
        let isUTF16 = isStart && looksLikeUTF16(sample, in: sample.indices)
        let message = if isUTF16 {
            "the file is in UTF-16, not in UTF-8"
        } else if looksLikeWindows1251(sample) {
            "the file looks like Windows-1251 (Cyrillic), not UTF-8: byte \(offset) cannot be read"
        } else {
            "the file is not in UTF-8: byte \(offset) cannot be read"
        }
        let location = SourceLocation(path: path, range: offset..<offset + (isUTF16 ? 2 : 1))
        return Diagnostic(id, .error, at: location, message, hint: origin.howToSave)
    }

    /// A byte order mark of UTF-16, or a zero byte beside an ASCII one at the very start.
    static func looksLikeUTF16(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
        guard range.count >= 2 else { return false }
        switch (bytes[range.lowerBound], bytes[range.lowerBound + 1]) {
        case (0xFF, 0xFE), (0xFE, 0xFF): return true
        case (0, 1...0x7F), (1...0x7F, 0): return true
        default: return false
        }
    }
}

private extension EncodingCheck {
    /// Whether nearly all bytes past ASCII are Cyrillic letters of Windows-1251 (А-я are C0…FF, Ё A8, ё B8) and stand together in words,
    /// as the accented letters of western encodings, which have the same bytes, do not.
    static func looksLikeWindows1251(_ bytes: [UInt8]) -> Bool {
        var letters = 0
        var others = 0
        var followers = 0
        var isInWord = false
        for byte in bytes {
            let isLetter = byte >= 0xC0 || byte == 0xA8 || byte == 0xB8
            if isLetter {
                letters += 1
                if isInWord { followers += 1 }
            } else if byte >= 0x80 {
                others += 1
            }
            isInWord = isLetter
        }
        return letters > 4 * others && 2 * followers > letters
    }
}
