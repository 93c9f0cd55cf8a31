/// Latin words typed on a Russian keyboard: with letters that look the same (`соdes`), or blindly with the layout left
/// on (`игшдв` for `build`).
enum KeyboardSlip {
    /// The Latin words that `word` may stand for; empty when it has no Cyrillic letter.
    static func latinReadings(of word: String) -> [String] {
        let lowered = word.lowercased()
        guard lowered.unicodeScalars.contains(where: { (0x400...0x4FF).contains($0.value) }) else { return [] }
        return [String(lowered.map { lookAlikes[$0] ?? $0 }), String(lowered.map { layout[$0] ?? $0 })]
    }

    /// Whether `scalar` is a dash that a text program made of hyphens: U+2010 to U+2015, the minus sign, the small and
    /// full-width hyphens (Unicode general category Pd, the Latin ones).
    static func isLongDash(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: true
        default: false
        }
    }

    private static let lookAlikes = table(from: "авекмнорстухіїѕјԁһ", to: "abekmhopctyxiisjdh")
    /// The Windows and macOS ЙЦУКЕН layouts against the US one; letters only.
    private static let layout = table(from: "йцукенгшщзфывапролдячсмить", to: "qwertyuiopasdfghjklzxcvbnm")

    private static func table(from cyrillic: String, to latin: String) -> [Character: Character] {
        Dictionary(uniqueKeysWithValues: zip(cyrillic, latin))
    }
}
