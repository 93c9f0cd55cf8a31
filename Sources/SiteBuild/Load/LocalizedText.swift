/// A text in the site's languages. A language without its own text shows the default language's, or else the first there is.
package struct LocalizedText: Hashable, Sendable {
    /// One a language, in the site's order; never empty.
    private let texts: [String]
    /// By the language's place: the place of the language whose text it shows.
    private let sources: [Int]

    /// The same text in every language, like a name.
    package init(_ text: String, languages: Int) {
        texts = Array(repeating: text, count: languages)
        sources = Array(0..<languages)
    }

    /// The texts by the language's place in the site's list; nil when there is none at all.
    package init?(_ texts: [String?]) {
        let first = texts.first.flatMap { $0 } == nil ? texts.firstIndex { $0 != nil } : 0
        guard let source = first, let fallback = texts[source] else { return nil }
        self.texts = texts.map { $0 ?? fallback }
        sources = texts.enumerated().map { $1 == nil ? source : $0 }
    }

    /// Whether any language has an empty one.
    var hasEmptyText: Bool { texts.contains(where: \.isEmpty) }

    /// The text for the site's language number `language`, from 0.
    package subscript(language: Int) -> String { texts[language] }

    /// The language that the text for `language` is in, where that is another one.
    func borrowed(for language: Int) -> Int? { sources[language] == language ? nil : sources[language] }
}
