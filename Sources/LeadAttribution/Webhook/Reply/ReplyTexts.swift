import ByteText
package import Diagnostics
package import Disk
import StructuredText

/// What customers are answered with: a text for each language, from the file that `ATTRIBUTION_REPLIES` names.
///
/// `{"en":"Thank you! We answer within the hour.","ru":"Спасибо! …"}`; the first is for messages whose language is not known. The diagnostics, by
/// id: W010 the file is missing or too long, W011 it is no object of texts, W012 a text is empty or longer than the channels take.
package struct ReplyTexts: Equatable, Sendable {
    /// Twilio takes 1,600 characters for WhatsApp (messages resource, `Body`), Meta 4,096.
    static let longest = 1_600
    /// In bytes.
    private static let fileLimit = 1 << 20

    private let texts: [(language: String, text: String)]

    package static func == (left: ReplyTexts, right: ReplyTexts) -> Bool {
        left.texts.elementsEqual(right.texts) { $0 == $1 }
    }

    /// The texts of the file at `path`; nil after saying in `diagnostics` why there are none.
    package static func read(_ path: String, into diagnostics: inout [Diagnostic]) throws(FileError) -> ReplyTexts? {
        let place = SourceLocation(path: path)
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let name = String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])
        guard !name.isEmpty, let file = try SharedFolder(path: folder).openForReading(FileName(name)) else {
            diagnostics.append(Diagnostic(
                "W010", .error, at: place, "there is no file of replies here", hint: "`ATTRIBUTION_REPLIES` names the file; correct the name, or leave it out to answer nobody"))
            return nil
        }
        let size = try file.status().size
        guard size <= fileLimit else {
            diagnostics.append(Diagnostic("W010", .error, at: place, "the file of replies is too long", hint: "it holds a text for each language, and nothing else"))
            return nil
        }
        return parse(try file.read(at: 0, count: size), path: path, into: &diagnostics)
    }

    static func parse(_ bytes: [UInt8], path: String, into diagnostics: inout [Diagnostic]) -> ReplyTexts? {
        let place = SourceLocation(path: path)
        var problems: [Diagnostic] = []
        let value = JSONReader.read(bytes, path: path, dialect: .strict, into: &problems)
        diagnostics += problems
        guard let value else { return nil }
        guard let members = value.members, !members.isEmpty else {
            diagnostics.append(Diagnostic("W011", .error, at: place, "the file holds no texts by language", hint: #"write it as `{"en":"Thank you!","ru":"Спасибо!"}`"#))
            return nil
        }
        var texts: [(String, String)] = []
        for member in members {
            guard let text = member.value.string else {
                diagnostics.append(Diagnostic(
                    "W011", .error, at: place, "the reply for `\(member.key)` is no text", hint: #"write it in quotes: `{"en":"Thank you!"}`"#))
                return nil
            }
            guard text.contains(where: { !$0.isWhitespace }), text.utf16.count <= longest else {
                diagnostics.append(Diagnostic(
                    "W012", .error, at: place, "the reply for `\(member.key)` is empty or longer than \(longest) characters",
                    hint: "Twilio takes no longer ones; leave the language out to answer with the first text"))
                return nil
            }
            texts.append((member.key, text))
        }
        return ReplyTexts(texts: texts)
    }

    /// The text in `language`, or the first.
    package func text(in language: String?) -> String {
        texts.first { $0.language == language }?.text ?? texts.first?.text ?? ""
    }

    /// Whether it matters in which language somebody wrote.
    package var dependOnLanguage: Bool { texts.count > 1 }
}
