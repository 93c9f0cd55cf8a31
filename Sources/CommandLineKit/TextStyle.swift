/// How text looks where it goes: with colours or without, and how wide.
package struct TextStyle: Equatable, Sendable {
    /// What a piece of text is, for the colours.
    package enum Emphasis: String, Sendable {
        case strong = "1", error = "1;31", warning = "1;33", good = "32", faint = "2"
    }

    /// Whether ANSI colours may be used.
    package let hasColor: Bool
    /// The width of the terminal in columns; nil when it is none and lines may be of any length.
    package let columns: Int?

    /// A style; `columns` is nil where there is no terminal.
    package init(hasColor: Bool, columns: Int?) {
        self.hasColor = hasColor
        self.columns = columns
    }

    /// No colours, no width: a file or a pipe.
    package static var plain: TextStyle { TextStyle(hasColor: false, columns: nil) }

    /// The width to which running text is wrapped: the terminal's within 40 and 100 columns, 80 when it is none.
    package var textWidth: Int { min(max(columns ?? 80, 40), 100) }

    /// `text` in its colour, or as it is.
    package func paint(_ text: String, _ emphasis: Emphasis) -> String {
        hasColor ? "\u{1B}[\(emphasis.rawValue)m\(text)\u{1B}[0m" : text
    }
}
