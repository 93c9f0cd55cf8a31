package import PartnerCodes

/// A ready message with the place of the partner's code: `Код: {{code}}. Здравствуйте!`
package struct MessageTemplate: Hashable, Sendable {
    /// What stands before and after the code.
    package let prefix: String
    package let suffix: String

    /// The longest link, in bytes, that a message may make; in-app browsers and servers are known to cut or refuse longer ones.
    package static let longestLink = 2_000

    /// What is wrong with a message: one of an error or a warning, with what to do.
    package struct Problem: Error, Equatable, Sendable {
        package var message: String
        package var hint: String
    }

    static let placeholder = "{{code}}"

    /// Reads `text`, which must hold `{{code}}` exactly once, in its first line, as a word of its own.
    package init(_ text: String) throws(Problem) {
        let parts = text.split(separator: Self.placeholder, omittingEmptySubsequences: false)
        if parts.count == 1 {
            throw Problem(
                message: Self.looksLikePlaceholder(text)
                    ? "the message misspells `{{code}}`" : "the message does not carry `{{code}}`, so no partner could be credited",
                hint: "put `{{code}}` where the partner's code shall stand: `Code: {{code}}. Hello!`")
        }
        if parts.count > 2 {
            throw Problem(message: "the message carries `{{code}}` \(parts.count - 1) times", hint: "keep one of them")
        }
        let prefix = String(parts[0])
        let suffix = String(parts[1])
        if (prefix + suffix).contains("{{") || (prefix + suffix).contains("}}") {
            throw Problem(
                message: "the message has other double braces than `{{code}}`",
                hint: "only `{{code}}` can be filled in; write the rest as plain text")
        }
        if prefix.unicodeScalars.contains(where: Self.endsLine) {
            throw Problem(
                message: "`{{code}}` is not in the first line of the message",
                hint: "move it to the first line, which people read and do not delete")
        }
        if let glued = [prefix.unicodeScalars.last, suffix.unicodeScalars.first].compactMap({ $0 }).first(where: Self.continuesCode) {
            throw Problem(
                message: "`{{code}}` touches `\(glued)`, so the code could not be told from it",
                hint: "put a space or a full stop between them")
        }
        if let digit = suffix.unicodeScalars.first(where: { !$0.properties.isWhitespace }), digit.properties.numericType != nil {
            throw Problem(message: "`\(digit)` follows `{{code}}`, so it could be read as part of the code", hint: "put a full stop after `{{code}}`")
        }
        self.prefix = prefix
        self.suffix = suffix
    }

    /// The message with `code` in it.
    package func filled(with code: PartnerCode) -> String { prefix + code.text + suffix }

    /// The template as it is written.
    package var text: String { prefix + Self.placeholder + suffix }

    /// The message for those who come without a partner: the words that announce the code are left out with it.
    ///
    /// `Код: {{code}}. Здравствуйте!` becomes `Здравствуйте!`; what is left out reaches back to the start of the sentence.
    package var withoutCode: String {
        let sentenceEnd = prefix.lastIndex { ".!?…。！？".contains($0) }  // Chinese and Japanese signs bring their own space.
        let before = sentenceEnd.map { String(prefix[...$0]) } ?? ""
        let after = suffix.drop { $0.isWhitespace || ".,;:!—–-。，；：！".contains($0) }
        let joined = before.isEmpty ? String(after) : after.isEmpty ? before : before + ("。！？".contains(before.suffix(1)) ? "" : " ") + after
        return joined.isEmpty ? text.replacing(Self.placeholder, with: "") : joined
    }
}

private extension MessageTemplate {
    static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
        ["\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}"].contains(scalar)
    }

    static func continuesCode(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "_-/{}@#%=&".unicodeScalars.contains(scalar)
    }

    static func looksLikePlaceholder(_ text: String) -> Bool {
        let lower = text.lowercased()
        return ["{code}", "{{ code }}", "{{code", "{{код}}", "code}}"].contains { lower.contains($0) }
    }
}
