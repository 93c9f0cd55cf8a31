/// Checks that the theme's colours can be read: 4.5 to 1 in each scheme (WCAG 2.2, 1.4.3).
///
/// Texts stand on the background; the accent stands on the background and on cards, and the background's colour on the accent.
enum ContrastCheck {
    static let least = 4.5

    /// What is wrong with one of the theme's colours.
    struct Problem: Equatable {
        /// The colour to change, as `site.json` names it.
        let name: String
        let message: String
        let hint: String
    }

    /// The colours of one scheme in `templates/style.css`: what `site.json` may replace, and what stays.
    struct Scheme: Sendable {
        let accentName, backgroundName: String
        let accent, background: Color
        let ink, soft, card: Color
    }

    static let light = Scheme(
        accentName: "accent", backgroundName: "background", accent: Color(0xB4462A), background: Color(0xFFFAF3),
        ink: Color(0x23302F), soft: Color(0x55605C), card: Color(0xFFFFFF))
    static let dark = Scheme(
        accentName: "accentDark", backgroundName: "backgroundDark", accent: Color(0xFFA173), background: Color(0x10202A),
        ink: Color(0xF6ECDD), soft: Color(0xBDC8C6), card: Color(0x1A2F3A))

    /// At most one problem a scheme, since a background that changes may mend the accent.
    static func problems(_ theme: Theme) -> [Problem] {
        [light, dark].compactMap { scheme in
            let background = theme.color(scheme.backgroundName) ?? scheme.background
            return textProblem(scheme, background) ?? accentProblem(scheme, theme, background)
        }
    }
}

private extension ContrastCheck {
    static func textProblem(_ scheme: Scheme, _ background: Color) -> Problem? {
        let texts = [scheme.ink, scheme.soft]
        guard let worst = texts.min(by: { $0.contrast(with: background) < $1.contrast(with: background) }),
            !isReadable(worst, on: background)
        else { return nil }
        let shade = background.nearestShade { shade in texts.allSatisfy { isReadable($0, on: shade) } }
        return Problem(
            name: scheme.backgroundName,
            message: "the texts of the page, `\(worst.text)`, cannot be read on `\(scheme.backgroundName)` `\(background.text)`: "
                + contrast(worst, background),
            hint: hint(shade))
    }

    static func accentProblem(_ scheme: Scheme, _ theme: Theme, _ background: Color) -> Problem? {
        let accent = theme.color(scheme.accentName) ?? scheme.accent
        let isOwn = theme.color(scheme.accentName) != nil
        let grounds = [("`\(scheme.backgroundName)` `\(background.text)`", background), ("the cards, which are `\(scheme.card.text)`", scheme.card)]
        guard let (ground, color) = grounds.first(where: { !isReadable(accent, on: $0.1) }) else { return nil }
        let shade = accent.nearestShade { shade in grounds.allSatisfy { isReadable(shade, on: $0.1) } }
        let message = "`\(scheme.accentName)` `\(accent.text)` cannot be read on \(ground): \(contrast(accent, color))"
        if isOwn || shade == nil { return Problem(name: isOwn ? scheme.accentName : scheme.backgroundName, message: message, hint: hint(shade)) }
        return Problem(
            name: scheme.backgroundName, message: message,
            hint: "set `\"\(scheme.accentName)\": \"\(shade?.text ?? "")\"` as well, the nearest shade that can be read")
    }

    static func isReadable(_ text: Color, on ground: Color) -> Bool { text.contrast(with: ground) >= least }

    static func contrast(_ first: Color, _ second: Color) -> String {
        let hundredths = Int(first.contrast(with: second) * 100)
        return "the contrast is \(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10) to 1, and 4.5 is the least"
    }

    static func hint(_ shade: Color?) -> String {
        shade.map { "write `\($0.text)`, the nearest shade that can be read" } ?? "choose a lighter or a darker background"
    }
}
