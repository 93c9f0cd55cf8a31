/// A text in the site's languages. A language without its own text shows the default language's, or else the first there is.
package struct LocalizedText: Hashable, Sendable {
    /// In the site's order: the default language's apart, so that a text in one language needs no list.
    private let first: String
    private let others: [String]
    /// By the language's place: the place of the language whose text it shows. Empty where each shows its own.
    private let sources: [Int]

    /// The same text in every language, like a name.
    package init(_ text: String, languages: Int) {
        first = text
        others = Array(repeating: text, count: max(0, languages - 1))
        sources = []
    }

    /// The texts by the language's place in the site's list; nil when there is none at all.
    package init?(_ texts: [String?]) {
        let shown = texts.first.flatMap { $0 } == nil ? texts.firstIndex { $0 != nil } : 0
        guard let source = shown, let fallback = texts[source] else { return nil }
        first = texts[0] ?? fallback
        others = texts.dropFirst().map { $0 ?? fallback }
        sources = texts.contains { $0 == nil } ? texts.enumerated().map { $1 == nil ? source : $0 } : []
    }

    /// Whether any language has an empty one.
    var hasEmptyText: Bool { first.isEmpty || others.contains(where: \.isEmpty) }

    /// The text for the site's language number `language`, from 0.
    package subscript(language: Int) -> String { language == 0 ? first : others[language - 1] }

    /// The language that the text for `language` is in, where that is another one.
    func borrowed(for language: Int) -> Int? { sources.isEmpty || sources[language] == language ? nil : sources[language] }
}
