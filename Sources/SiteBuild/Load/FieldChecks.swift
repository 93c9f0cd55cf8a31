import ByteText
import Diagnostics
import StructuredText

/// Checks of single values that `site.json` and the partners share.
enum PhoneCheck {
    /// The number that `field` writes; nil after an error.
    static func number(_ field: Located<String>, path: String, into diagnostics: inout [Diagnostic]) -> PhoneNumber? {
        do throws(PhoneNumber.Problem) {
            let number = try PhoneNumber(field.value)
            if number.digits.hasPrefix("54"), !number.digits.hasPrefix("549") {
                diagnostics.append(Diagnostic(
                    "S011", .warning, at: SourceLocation(path: path, range: field.range), "WhatsApp knows Argentine mobile numbers with a 9 after 54",
                    hint: "if this is a mobile number, write `+54 9 \(number.digits.dropFirst(2))`"))
            }
            return number
        } catch {
            diagnostics.append(Diagnostic("S010", .error, at: SourceLocation(path: path, range: field.range), error.message, hint: error.hint))
            return nil
        }
    }
}

enum MessageCheck {
    /// The message that `field` writes, if its link to `phone` is not too long; nil after an error.
    static func template(_ field: Located<String>, path: String, phone: PhoneNumber, into diagnostics: inout [Diagnostic]) -> MessageTemplate? {
        do throws(MessageTemplate.Problem) {
            let template = try MessageTemplate(field.value)
            let link = MessageLink(phone: phone, message: template).longestLength
            if link > MessageTemplate.longestLink {
                diagnostics.append(Diagnostic(
                    "S013", .error, at: SourceLocation(path: path, range: field.range),
                    "the message is too long: its link has \(link) characters, \(MessageTemplate.longestLink) is the most",
                    hint: "shorten it by about \((link - MessageTemplate.longestLink + 5) / 6) letters; "
                        + "a Cyrillic or Thai letter takes six to nine characters of a link"))
                return nil
            }
            return template
        } catch {
            diagnostics.append(Diagnostic("S012", .error, at: SourceLocation(path: path, range: field.range), error.message, hint: error.hint))
            return nil
        }
    }
}

extension MessageCheck {
    /// One message a language, a language without its own taking the default's or the first; nil after an error.
    static func templates(_ fields: LocalizedFields, path: String, phone: PhoneNumber, into diagnostics: inout [Diagnostic]) -> [MessageTemplate]? {
        var own: [MessageTemplate?] = []
        var failed = false
        for field in fields.texts {
            let template = field.flatMap { MessageCheck.template($0, path: path, phone: phone, into: &diagnostics) }
            failed = failed || (field != nil && template == nil)
            own.append(template)
        }
        guard !failed, let fallback = own.first.flatMap({ $0 }) ?? own.lazy.compactMap({ $0 }).first else { return nil }
        return own.map { $0 ?? fallback }
    }
}

/// `did you mean \`active\`?` and a line feed, or nothing.
func didYouMean(_ word: String, _ names: [String]) -> String {
    EditDistance.nearestName(to: word, among: names).map { "did you mean `\($0)`?\n" } ?? ""
}

extension String {
    /// Without white space at either end. Most texts have none, and come back as they are.
    func trimmingSpaces() -> String { mayHaveOuterSpace ? Substring(self).trimmingSpaces() : self }

    /// Whether white space may stand at either end: beyond ASCII it begins with one of these bytes (Unicode, `White_Space`).
    private var mayHaveOuterSpace: Bool {
        var text = self
        return text.withUTF8 { bytes in
            guard let first = bytes.first, let last = bytes.last else { return false }
            func begins(_ byte: UInt8) -> Bool { byte == 0xC2 || byte == 0xE1 || byte == 0xE2 || byte == 0xE3 }
            return first <= 0x20 || last <= 0x20 || begins(first) || (last >= 0x80 && bytes.suffix(3).contains(where: begins))
        }
    }
}

extension StringProtocol {
    /// Without white space at either end.
    func trimmingSpaces() -> String {
        var scalars = Substring(self).unicodeScalars
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }
}
