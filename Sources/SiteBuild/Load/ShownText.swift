import ByteText

/// A partner's name or greeting as pages, texts and lists can show it: without characters that change the text around it.
///
/// Left out are controls, and the embeddings, overrides and isolates of UAX #9 (2.1 to 2.4), any of which may be left open; the
/// marks of direction (U+200E, U+200F) stay. A tab becomes a space, and so does a line ending where one line is wanted.
struct ShownText {
    let text: String
    /// What was left out, once each, as `U+202E`.
    let removed: [String]

    init(_ written: String, onOneLine: Bool) {
        if !UTF8Text.mayDisrupt(written) {
            (text, removed) = (written, [])
            return
        }
        var scalars = String.UnicodeScalarView()
        var removed: [String] = []
        for scalar in written.unicodeScalars {
            if scalar == "\t" || Self.endsLine(scalar) {
                scalars.append(onOneLine || scalar == "\t" ? " " : scalar)
            } else if Self.isDisruptive(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
                if !removed.contains(name) { removed.append(name) }
            } else {
                scalars.append(scalar)
            }
        }
        text = String(scalars)
        self.removed = removed
    }

    private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
        ("\u{0A}"..."\u{0D}").contains(scalar) || scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}"
    }

    private static func isDisruptive(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
