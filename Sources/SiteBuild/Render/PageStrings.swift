import Diagnostics
import StructuredText

/// The interface texts of `templates/strings.json`: `{"ru": {"steps": "Как это работает"}, "en": {…}}`.
struct PageStrings: Sendable {
    static let path = "templates/strings.json"

    /// Every key that any language has, sorted.
    private(set) var keys: [String] = []
    private var texts: [String: [String: String]] = [:]

    /// Reads the file, which templates need where it `isUsed`, and says which of the site's `languages` lack a text; those show the default's, or else English.
    static func read(_ bytes: [UInt8]?, isUsed: Bool, languages: [Language]) -> (PageStrings, [Diagnostic]) {
        var strings = PageStrings()
        var diagnostics: [Diagnostic] = []
        guard let bytes else {
            return (strings, isUsed ? [Diagnostic(
                "T110", .error, at: SourceLocation(path: path), "the interface texts `\(path)` are missing", hint: "restore the file: `git checkout \(path)`")] : [])
        }
        guard let value = JSONReader.read(bytes, path: path, dialect: .json5, into: &diagnostics) else { return (strings, diagnostics) }
        var root = JSONObjectReader(value, path: path)
        for member in value.members ?? [] where !member.key.hasPrefix("$") {
            let _: Bool? = root.object(member.key) { object in
                for text in member.value.members ?? [] {
                    guard let field = object.string(text.key) else { continue }
                    strings.texts[member.key, default: [:]][text.key] = field.value
                    if KitText.keys.contains(text.key) { diagnostics += KitText.problems(field, path: path) }
                }
                return true
            }
        }
        diagnostics += root.finish()
        strings.keys = Set(strings.texts.values.flatMap(\.keys)).sorted()
        for language in languages { diagnostics += strings.gaps(in: language, location: SourceLocation(path: path, range: value.range.lowerBound..<value.range.lowerBound + 1)) }
        return (strings, diagnostics)
    }

    /// The text of `key` for `language`.
    func text(_ key: String, in language: Language, default fallback: Language) -> String {
        for tag in [language.tag, fallback.tag, "en"] { if let text = texts[tag]?[key] { return text } }
        return texts.sorted { $0.key < $1.key }.lazy.compactMap { $0.value[key] }.first ?? ""
    }

    /// Whether `language` has no text of its own for `key`, and shows another's.
    func lacks(_ key: String, _ language: Language) -> Bool { texts[language.tag]?[key] == nil }

    private func gaps(in language: Language, location: SourceLocation) -> [Diagnostic] {
        guard let own = texts[language.tag] else {
            return [Diagnostic("T111", .warning, at: location, "there are no interface texts in `\(language.tag)`", hint: "add a group `\"\(language.tag)\": {…}` with a translation of each text")]
        }
        let missing = keys.filter { own[$0] == nil }
        guard !missing.isEmpty else { return [] }
        return [Diagnostic("T112", .warning, at: location, "`\(language.tag)` lacks \(missing.prefix(5).map { "`\($0)`" }.joined(separator: ", "))\(missing.count > 5 ? " and \(missing.count - 5) more" : "")", hint: "add a translation; until then the page shows another language's text")]
    }
}
