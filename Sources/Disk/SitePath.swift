import ByteText

/// A path below a root folder: names separated by `/`, none of them empty, `.` or `..`, so it cannot lead out of the root.
package struct SitePath: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The path as written, without a slash at either end; empty for the root itself.
    package let text: String

    /// The root folder.
    package static let root = SitePath(unchecked: "")

    /// The path that `text` writes, or nil when it is absolute, climbs, has an empty name or a NUL.
    package init?(_ text: String) {
        for name in text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard !name.isEmpty, !name.elementsEqual(".".utf8), !name.elementsEqual("..".utf8), !name.contains(0) else { return nil }
        }
        self.text = text
    }

    private init(unchecked text: String) {
        self.text = text
    }

    /// The entry `name` of this folder. `name` must be one plain name; a broken one is a bug of the caller.
    package func appending(_ name: String) -> SitePath {
        precondition(Self.isPlain(name), "not a plain name")
        return SitePath(unchecked: text.isEmpty ? name : UTF8Text.joined(text, "/", name))
    }

    /// Whether `name` is one name that leads nowhere else. By bytes: each partner's folder is asked for.
    private static func isPlain(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { bytes in
            if bytes.count <= 2, bytes.allSatisfy({ $0 == 0x2E }) { return false }
            for byte in bytes where byte == 0x2F || byte == 0 { return false }
            return true
        }
    }

    /// The path `below` this folder.
    package func appending(_ below: SitePath) -> SitePath {
        SitePath(unchecked: text.isEmpty ? below.text : below.text.isEmpty ? text : UTF8Text.joined(text, "/", below.text))
    }

    /// The names from the root down.
    package var names: [Substring] { text.utf8.split(separator: 0x2F).map(Substring.init) }

    /// The last name; empty for the root.
    package var name: String { names.last.map(String.init) ?? "" }

    /// Whether it has more than one name.
    package var isBelowFolder: Bool { text.utf8.contains(0x2F) }

    /// The folder that holds it; the root for a top-level name and for the root itself.
    package var folder: SitePath {
        guard let slash = text.utf8.lastIndex(of: 0x2F) else { return .root }
        return SitePath(unchecked: String(text[..<slash]))
    }

    package var description: String { text }

    /// By bytes, the same on every machine.
    package static func < (left: SitePath, right: SitePath) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}

extension SitePath: ExpressibleByStringLiteral {
    /// A path fixed in the program's text; a broken literal is a bug.
    package init(stringLiteral value: StaticString) {
        let text = "\(value)"
        guard let path = SitePath(text) else { preconditionFailure("not a path: \(text)") }
        self = path
    }
}
