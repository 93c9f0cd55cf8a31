/// An address that may stand in `href` or `src`: https, tel, mailto, or relative. Nothing else can be made into one.
package struct WebAddress: Hashable, Sendable {
    package let text: String

    /// An address written by a person; nil when it is of another kind (`javascript:`, `data:`, `http:`), has spaces or controls,
    /// or reads as relative to some browsers and as a host to others (`//host`, backslashes).
    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != 0x5C && $0 != 0x22 && $0 != 0x3C && $0 != 0x3E }),
              !text.hasPrefix("//") else { return nil }
        if let colon = text.utf8.firstIndex(of: 0x3A), !text[..<colon].contains(where: { "/?#".contains($0) }) {
            let scheme = text[..<colon].lowercased()
            guard ["https", "tel", "mailto"].contains(scheme) else { return nil }
            if scheme == "https" {
                let rest = text[colon...].dropFirst()
                guard rest.hasPrefix("//"), let first = rest.dropFirst(2).first, first != "/", first != "?", first != "#" else { return nil }
            }
        }
        self.text = text
    }
}
