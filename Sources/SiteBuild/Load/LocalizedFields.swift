import ByteText
import Diagnostics
import StructuredText

/// A localised text as it was written: by the language's place in the site's list.
struct LocalizedFields {
    var texts: [Located<String>?]
    /// Whether it was written as one text for all languages.
    var isForAll = false

    /// The text that they make; nil when there is none.
    var text: LocalizedText? {
        if isForAll, let text = texts.first.flatMap({ $0 }) { return LocalizedText(text.value, languages: texts.count) }
        return LocalizedText(texts.map { $0?.value })
    }

    init(languages: Int) {
        texts = Array(repeating: nil, count: languages)
    }

    /// The value of `key`: a text for all languages, or an object with a text a language. Nil when absent or of another type.
    static func read(
        _ key: String, _ object: inout JSONObjectReader, required: Bool = false, languages: [Language]
    ) -> LocalizedFields? {
        guard let value = object.value(key, required: required) else { return nil }
        var fields = LocalizedFields(languages: max(1, languages.count))
        if let text = value.string {
            fields.texts[0] = Located(text, range: value.range)
            fields.isForAll = true
            return fields
        }
        guard value.members != nil else {
            object.report(Diagnostic(
                "J030", .error, at: object.location(value.range), "`\(key)` must be a text in quotes or one text a language, found \(value.kind)",
                hint: "write `\"…\"` or `{\"ru\": \"…\", \"en\": \"…\"}`"))
            return nil
        }
        let isRead: Bool? = object.object(key) { inner in
            for (place, language) in languages.enumerated() { fields.texts[place] = inner.string(language.tag) }
            return true
        }
        if isRead == true, !languages.isEmpty, fields.texts.allSatisfy({ $0 == nil }) {
            object.report(Diagnostic(
                "S006", .error, at: object.location(value.range), "`\(key)` has no text in any language of the site",
                hint: "the languages are " + languages.map { "`\($0.tag)`" }.joined(separator: ", ")))
            return nil
        }
        return fields
    }
}
