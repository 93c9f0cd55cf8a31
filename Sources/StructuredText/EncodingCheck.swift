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
        if looksLikeUTF16(bytes, in: range) {
            return Diagnostic(
                id, .error, at: SourceLocation(path: path, range: range.lowerBound..<min(range.lowerBound + 2, range.upperBound)),
                "the file is in UTF-16, not in UTF-8", hint: origin.howToSave)
        }
        guard let offset = UTF8Text.firstInvalidOffset(in: bytes, range) else { return nil }
        let message = looksLikeWindows1251(bytes, in: range)
            ? "the file looks like Windows-1251 (Cyrillic), not UTF-8: byte \(offset) cannot be read"
            : "the file is not in UTF-8: byte \(offset) cannot be read"
        return Diagnostic(id, .error, at: SourceLocation(path: path, range: offset..<offset + 1), message, hint: origin.howToSave)
    }
}

private extension EncodingCheck {
    /// A byte order mark of UTF-16, or a zero byte beside an ASCII one at the very start.
    static func looksLikeUTF16(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
        guard range.count >= 2 else { return false }
        switch (bytes[range.lowerBound], bytes[range.lowerBound + 1]) {
        case (0xFF, 0xFE), (0xFE, 0xFF): return true
        case (0, 1...0x7F), (1...0x7F, 0): return true
        default: return false
        }
    }

    /// Whether nearly all bytes past ASCII are Cyrillic letters of Windows-1251 (А-я are C0…FF, Ё A8, ё B8), judged by 64 kB from
    /// the first byte past ASCII.
    static func looksLikeWindows1251(_ bytes: [UInt8], in range: Range<Int>) -> Bool {
        let start = bytes[range].firstIndex { $0 >= 0x80 } ?? range.lowerBound
        let sample = bytes[start..<min(start + 0x1_0000, range.upperBound)]
        var letters = 0
        var others = 0
        for byte in sample where byte >= 0x80 {
            if byte >= 0xC0 || byte == 0xA8 || byte == 0xB8 { letters += 1 } else { others += 1 }
        }
        return letters > 4 * others
    }
}
