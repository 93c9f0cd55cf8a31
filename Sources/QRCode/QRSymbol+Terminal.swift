/// The symbol as text.
extension QRSymbol {
    /// Lines of half blocks, two rows of modules each, with the quiet zone.
    ///
    /// With `setsColours`, black on white by escape sequences (ECMA-48) whatever the terminal's colours are; without, the light
    /// modules are drawn, for light writing on a dark ground.
    package func terminalText(setsColours: Bool = true) -> String {
        var text = ""
        for row in stride(from: -Self.quietZone, to: size + Self.quietZone, by: 2) {
            if setsColours { text += "\u{1B}[30;107m" }
            for column in -Self.quietZone..<size + Self.quietZone {
                let upper = isDark(row: row, column: column) == setsColours
                // An odd number of rows leaves half a line, which belongs to the ground.
                let isPastEnd = row + 1 == size + Self.quietZone
                let lower = isPastEnd ? false : isDark(row: row + 1, column: column) == setsColours
                text += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ")
            }
            text += setsColours ? "\u{1B}[0m\n" : "\n"
        }
        return text
    }
}
