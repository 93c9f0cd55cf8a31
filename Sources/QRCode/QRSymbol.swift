/// A finished QR code: a square of dark and light modules.
package struct QRSymbol: Equatable, Sendable {
    /// How large it is.
    package let version: QRVersion
    /// How much damage it bears: at least what was asked for.
    package let level: QRLevel
    /// The pattern that was laid over its data.
    package let mask: QRMask
    /// Rows from the top, the lowest bit of each row's first word at the left; 1 is dark.
    let words: [UInt64]
    let wordsPerRow: Int

    /// Light modules that belong around a symbol (ISO/IEC 18004, 6.3.8).
    package static let quietZone = 4

    /// Modules a side without the quiet zone.
    package var size: Int { version.size }

    /// Whether a module is dark; both numbers from 0 at the top left. Outside the symbol everything is light.
    package func isDark(row: Int, column: Int) -> Bool {
        guard 0..<size ~= row, 0..<size ~= column else { return false }
        return words[row * wordsPerRow + column / 64].isDark(column % 64)
    }
}
