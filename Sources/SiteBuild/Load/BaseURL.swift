import ByteText

/// Where the site will stand: `https://host/` or `https://host/path/`, always ending in a slash.
package struct BaseURL: Hashable, Sendable {
    package let text: String

    /// In bytes; a QR code of the largest size holds twice as much.
    private static let longest = 1_000

    /// Why a text is no base address.
    package struct Problem: Error, Equatable, Sendable {
        package var message: String
        package var hint: String
    }

    package init(_ text: String) throws(Problem) {
        let example = "write the whole address of the site: `https://example.com/`"
        let lower = text.lowercased()
        guard let scheme = ["https://", "http://"].first(where: lower.hasPrefix) else {
            let host = text.drop { $0 == "/" }
            throw Problem(
                message: "`\(text)` is no whole web address",
                hint: host.contains(".") && !host.contains(":") ? "write `https://\(host)`" : example)
        }
        let rest = text.dropFirst(scheme.count)
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if host.isEmpty { throw Problem(message: "`\(text)` names no host", hint: example) }
        if rest.contains("?") || rest.contains("#") {
            throw Problem(message: "`\(text)` has a `?` or `#` in it", hint: "a site's address is a host and perhaps a folder; leave the rest out")
        }
        guard host.utf8.allSatisfy({ $0 < 0x80 }) else {
            throw Problem(
                message: "the host `\(host)` is not in Latin letters",
                hint: "write its form for machines, which begins with `xn--`; the registrar of the name shows it")
        }
        guard rest.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"<>\\^`{|}@".utf8.contains($0) }) else {
            throw Problem(message: "`\(text)` has a character that a web address cannot have", hint: example)
        }
        if text.utf8.count > Self.longest {
            throw Problem(
                message: "the site's address has \(text.utf8.count) characters, and \(Self.longest) is the most",
                hint: "a short one is easier to type, and its QR code easier to scan")
        }
        let name = host.prefix { $0 != ":" }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.allSatisfy({ !$0.isEmpty && $0.utf8.count <= 63 }),
              host.dropFirst(name.count + 1).utf8.allSatisfy({ (0x30...0x39).contains($0) }),
              Int(host.dropFirst(name.count + 1)).map({ (1...65_535).contains($0) }) ?? (name.count == host.count),
              !rest.dropFirst(host.count).contains("//"), !rest.contains("/../"), !rest.contains("/./") else {
            throw Problem(message: "`\(text)` is no address that a browser would open as it is", hint: example)
        }
        if rest.hasSuffix(".html") || rest.hasSuffix(".htm") {
            throw Problem(
                message: "`\(text)` is the address of a page",
                hint: "write the address of the site's folder: leave `\(rest.split(separator: "/").last ?? "")` out")
        }
        self.text = scheme + host.lowercased() + rest.dropFirst(host.count) + (text.hasSuffix("/") ? "" : "/")
    }

    /// Whether pages are sent encrypted.
    package var isSecure: Bool { text.hasPrefix("https:") }

    /// The absolute address of a path of `public/`, with `index.html` left out; it may come in two parts.
    package func address(of path: String, _ rest: String = "") -> String { UTF8Text.joined(text, path, rest) }
}
