package import PartnerCodes

/// A partner's folder in `public/`, and so the last part of the page's address.
package struct Slug: Hashable, Sendable, Comparable {
    /// Lower-case letters, digits and single hyphens between them, 1 to 63 characters.
    package let text: String

    /// Why a text cannot be a slug.
    package struct Problem: Error, Equatable, Sendable {
        package var message: String
        package var hint: String
    }

    /// Reads `text`. The site's own names and the `languages`' are refused; so is everything that could leave the folder.
    package init(_ text: String, languages: [Language]) throws(Problem) {
        if Self.isPlain(text), text.utf8.count <= 63, !Self.isUsed(text, languages), !Self.isDevice(text) {
            self.text = text
            return
        }
        let suggestion = Self.suggestion(for: text)
        let example = suggestion.isEmpty ? "write letters, digits and hyphens, such as `hotel-sunrise`" : "write `\(suggestion)`"
        if text.isEmpty { throw Problem(message: "the slug is empty", hint: example) }
        if text.contains("/") || text.contains("\\") || text.contains("..") {
            throw Problem(message: "the slug `\(text)` would leave the folder of the site", hint: example)
        }
        if text.utf8.count > 63 {
            throw Problem(
                message: "the slug is \(text.utf8.count) characters long, 63 is the most", hint: "choose a shorter one")
        }
        guard Self.isPlain(text) else {
            let capitals = text.contains { $0.isUppercase }
            throw Problem(
                message: capitals && text.lowercased() == suggestion
                    ? "the slug `\(text)` has capital letters, and not every host tells them from small ones"
                    : "the slug `\(text)` may hold small letters a to z, digits and single hyphens alone",
                hint: example)
        }
        if Self.isUsed(text, languages) {
            throw Problem(message: "the slug `\(text)` is a name that the site itself uses", hint: "choose another, such as `\(text)-1`")
        }
        throw Problem(message: "the slug `\(text)` cannot be a folder on Windows", hint: "choose another, such as `\(text)-1`")
    }

    /// A slug already published, as the ledger has it; nil when it could not have been one.
    package init?(published text: String) {
        guard Self.isPlain(text) else { return nil }
        self.text = text
    }

    /// The folder of a partner whose definition names none: its id, with hyphens for underscores.
    package init(for partner: PartnerID) {
        if Self.isPlain(partner.text) {
            text = partner.text
            return
        }
        let hyphened = partner.text.replacing("_", with: "-")
        text = Self.isPlain(hyphened) ? hyphened : Self.suggestion(for: hyphened)
    }

    package static func < (left: Slug, right: Slug) -> Bool { left.text < right.text }

    private static let reserved: Set<String> = ["assets", "kit", "index", "404", "robots", "favicon", "sitemap", "manifest"]
    private static let deviceNames: Set<String> = Set(["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })

    private static func isUsed(_ text: String, _ languages: [Language]) -> Bool {
        text.utf8.count <= 8 && reserved.contains(text) || languages.contains { $0.tag.utf8.count == text.utf8.count && $0.tag == text }
    }

    private static func isDevice(_ text: String) -> Bool { text.utf8.count <= 4 && deviceNames.contains(text) }

    /// Whether `text` is made as a slug has to be, of any length but none. One pass, nothing allocated.
    private static func isPlain(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var last: UInt8 = 0x2D
            for byte in bytes {
                guard (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || (byte == 0x2D && last != 0x2D) else { return false }
                last = byte
            }
            return last != 0x2D
        }
    }

    private static func suggestion(for text: String) -> String {
        var result: [UInt8] = []
        for byte in text.lowercased().utf8 {
            if (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) {
                result.append(byte)
            } else if let last = result.last, last != 0x2D {
                result.append(0x2D)
            }
        }
        while result.last == 0x2D { result.removeLast() }
        return String(decoding: result, as: UTF8.self)
    }
}
