/// Languages by the names that people call them, for answers in which nobody should have to know a tag.
extension Language {
    /// The language called `word` in itself, in English or in Russian, whatever the capitals; nil where the word names none.
    package init?(named word: String) {
        let word = word.lowercased()
        guard let tag = Self.ownNames.first(where: { $0.value.lowercased() == word })?.key ?? Self.tags[word] else { return nil }
        self.init(tag)
    }

    private static let tags = [
        "russian": "ru", "english": "en", "thai": "th", "chinese": "zh", "german": "de", "french": "fr", "spanish": "es", "italian": "it",
        "portuguese": "pt", "polish": "pl", "turkish": "tr", "ukrainian": "uk", "kazakh": "kk", "arabic": "ar", "hebrew": "he", "hindi": "hi",
        "japanese": "ja", "korean": "ko", "vietnamese": "vi", "indonesian": "id", "malay": "ms", "dutch": "nl",
        "английский": "en", "тайский": "th", "китайский": "zh", "немецкий": "de", "французский": "fr", "испанский": "es", "итальянский": "it",
        "польский": "pl", "турецкий": "tr", "украинский": "uk", "казахский": "kk", "арабский": "ar", "иврит": "he", "хинди": "hi",
        "японский": "ja", "корейский": "ko", "вьетнамский": "vi",
        "rus": "ru", "eng": "en", "рус": "ru", "англ": "en",
    ]
}
