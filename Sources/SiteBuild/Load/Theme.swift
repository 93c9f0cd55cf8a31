/// The site's colours: CSS custom properties by name, in the order of `Theme.names`.
package struct Theme: Sendable {
    /// The properties that `site.json` may set; `templates/style.css` says what each is for.
    static let names = ["accent", "accentDark", "background", "backgroundDark"]

    package var colors: [(name: String, color: Color)] = []

    package init() {}

    /// The colour of `name`; nil where `site.json` does not set it.
    func color(_ name: String) -> Color? { colors.first { $0.name == name }?.color }
}

/// A colour in sRGB, `#rrggbb`.
package struct Color: Hashable, Sendable {
    package let red: UInt8
    package let green: UInt8
    package let blue: UInt8

    /// Reads `#rgb` or `#rrggbb`.
    package init?(_ text: String) {
        var digits = Array(text.utf8)
        guard digits.first == UInt8(ascii: "#"), digits.count == 4 || digits.count == 7 else { return nil }
        digits.removeFirst()
        if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
        let values = digits.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
        guard values.count == 6 else { return nil }
        (red, green, blue) = (UInt8(values[0] * 16 + values[1]), UInt8(values[2] * 16 + values[3]), UInt8(values[4] * 16 + values[5]))
    }

    /// `#rrggbb`, small letters.
    package var text: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension Color {
    init(red: UInt8, green: UInt8, blue: UInt8) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// `0xRRGGBB`.
    init(_ value: UInt32) {
        self.init(red: UInt8(truncatingIfNeeded: value >> 16), green: UInt8(truncatingIfNeeded: value >> 8), blue: UInt8(truncatingIfNeeded: value))
    }
}
