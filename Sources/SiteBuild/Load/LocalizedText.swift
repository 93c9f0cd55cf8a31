/// A text in the site's languages. A language without its own text shows the default language's, or else the first there is.
package struct LocalizedText: Hashable, Sendable {
    /// One a language, in the site's order; never empty.
    private let texts: [String]

    /// The same text in every language.
    package init(_ text: String, languages: Int) {
        texts = Array(repeating: text, count: languages)
    }

    /// The texts by the language's place in the site's list; nil when there is none at all.
    package init?(_ texts: [String?]) {
        guard let fallback = texts.first.flatMap({ $0 }) ?? texts.lazy.compactMap({ $0 }).first else { return nil }
        self.texts = texts.map { $0 ?? fallback }
    }

    /// The text for the site's language number `language`, from 0.
    package subscript(language: Int) -> String { texts[language] }
}
