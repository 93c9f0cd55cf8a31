import ByteText

/// The type of a body (RFC 9110, section 8.3.1): `application/json; charset=utf-8`.
struct MediaType: Equatable {
    /// Type and subtype in small letters.
    let name: String
    /// The character set in small letters, where one is named.
    let charset: String?

    init(_ text: String) {
        let parts = text.split(separator: ";", omittingEmptySubsequences: false).map(Self.trimmed)
        name = parts[0].lowercased()
        charset = parts.dropFirst().lazy.compactMap { part -> String? in
            guard let equals = part.firstIndex(of: "="), Self.trimmed(part[..<equals]).lowercased() == "charset" else { return nil }
            return Self.trimmed(part[part.index(after: equals)...]).lowercased().filter { $0 != "\"" }
        }.first
    }

    /// Whether the text is in UTF-8, which is what both channels send.
    var isUTF8: Bool { charset.map { ["utf-8", "utf8", "us-ascii"].contains($0) } ?? true }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0 == " " || $0 == "\t" }
        return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
