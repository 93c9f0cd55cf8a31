package import Manifest

/// Tells in which of the site's languages a message was sent, by the ready texts of the site's links.
///
/// A message may have been edited, so the text with the most words in it counts, if it has half of them; where none has, the word before the
/// code counts, if it is one language's alone.
package struct TemplateLanguage: Sendable {
    private struct Template {
        var language: String
        var words: Set<UInt64>
        /// What stands before the code.
        var label: Set<UInt64>
    }

    private var templates: [Template] = []
    private let scanner = WordScanner()

    /// O(messages of the site and of its partners).
    package init(_ manifest: Manifest) {
        var seen: Set<String> = []
        for text in (manifest.messages + manifest.partners.flatMap(\.messages)).flatMap(\.texts) where seen.insert(text.language + " " + text.text).inserted {
            let parts = text.text.split(separator: "{{code}}", maxSplits: 1, omittingEmptySubsequences: false).map { words(String($0)) }
            let label = parts.count == 2 ? parts[0] : []
            templates.append(Template(language: text.language, words: parts.reduce([]) { $0.union($1) }, label: label))
        }
    }

    /// The language of `text`; nil where no template tells. O(templates and text).
    package func language(of text: String) -> String? {
        let words = words(text)
        var best: (language: String?, share: Double) = (nil, 0.5)
        for template in templates where !template.words.isEmpty {
            let share = Double(template.words.intersection(words).count) / Double(template.words.count)
            if share > best.share || share == best.share && best.language == nil {
                best = (template.language, share)
            }
        }
        if let language = best.language { return language }
        let labelled = Set(templates.lazy.filter { !$0.label.isEmpty && $0.label.isSubset(of: words) }.map(\.language))
        return labelled.count == 1 ? labelled.first : nil
    }

    private func words(_ text: String) -> Set<UInt64> {
        let bytes = Array(text.utf8)
        return Set(scanner.words(of: bytes, in: bytes.indices).words.map(\.hash))
    }
}
