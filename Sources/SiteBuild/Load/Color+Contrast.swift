/// How well colours can be told apart, as WCAG 2.2 measures it.
extension Color {
    /// The contrast ratio, 1 to 21 (WCAG 2.2, "contrast ratio").
    func contrast(with other: Color) -> Double {
        let (first, second) = (luminance, other.luminance)
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    /// The colour itself or the nearest mixture with black or white that `isGood` accepts; nil when none does.
    func nearestShade(where isGood: (Color) -> Bool) -> Color? {
        for step in 0...255 {
            for shade in [mixed(with: 0, step), mixed(with: 255, step)] where isGood(shade) { return shade }
        }
        return nil
    }
}

private extension Color {
    /// WCAG 2.2, "relative luminance".
    var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    static func linear(_ value: UInt8) -> Double {
        let part = Double(value) / 255
        return part <= 0.04045 ? part / 12.92 : power12Fifths((part + 0.055) / 1.055)
    }

    /// `base` to the power of 2.4: its square times the fifth root of its square, found by Newton's method from above.
    static func power12Fifths(_ base: Double) -> Double {
        let square = base * base
        var root = 1.0
        for _ in 0..<40 { root = (4 * root + square / (root * root * root * root)) / 5 }
        return square * root
    }

    /// `step` parts of 255 of the grey `target`.
    func mixed(with target: Int, _ step: Int) -> Color {
        func mix(_ value: UInt8) -> UInt8 { UInt8((Int(value) * (255 - step) + target * step + 127) / 255) }
        return Color(red: mix(red), green: mix(green), blue: mix(blue))
    }
}
