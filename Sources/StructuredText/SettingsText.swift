import ByteText

/// A file of settings: `NAME=value` a line, much as shells read it. Comments begin with `#`, on a line of their own or behind a blank; `export` may
/// stand before a name, and values may stand in quotes.
package enum SettingsText {
    /// A line that is neither empty nor a comment.
    package struct Line: Equatable, Sendable {
        /// Counted from 1.
        package let number: Int
        /// Nil where the line is no setting.
        package let setting: Setting?
    }

    package struct Setting: Equatable, Sendable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The lines of `bytes`. O(bytes). Lists, not dictionaries: the receiver starts for every message, and those would cost it more than all
    /// else in such a file.
    package static func lines(_ bytes: [UInt8]) -> [Line] {
        var lines: [Line] = []
        for (index, line) in bytes.split(separator: .lineFeed, omittingEmptySubsequences: false).enumerated() {
            let text = trimmed(index == 0 && line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line)
            if text.isEmpty || text.first == .ascii("#") { continue }
            lines.append(Line(number: index + 1, setting: setting(text)))
        }
        return lines
    }
}

private extension SettingsText {
    static func setting(_ text: ArraySlice<UInt8>) -> Setting? {
        let export = Array("export ".utf8)
        let named = text.starts(with: export) ? trimmed(text.dropFirst(export.count)) : text
        guard let equals = named.firstIndex(of: .ascii("=")) else { return nil }
        return Setting(
            name: String(decoding: trimmed(named[..<equals]), as: UTF8.self),
            value: String(decoding: value(named[(equals + 1)...]), as: UTF8.self))
    }

    static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text.drop(while: \.isASCIIWhitespace)
        while let last = text.last, last.isASCIIWhitespace { text.removeLast() }
        return text
    }

    /// What stands in quotes, or else all up to a comment.
    static func value(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = text.drop(while: \.isASCIIWhitespace)
        if let quote = start.first, quote == .quote || quote == .apostrophe {
            for end in start.indices.dropFirst() where start[end] == quote && trimmed(withoutComment(start[(end + 1)...])).isEmpty {
                return start[(start.startIndex + 1)..<end]
            }
        }
        return trimmed(withoutComment(text))
    }

    /// `text` up to the first `#` behind a blank; the one in an address (`…/twilio#rc=2`) is none.
    static func withoutComment(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        for index in text.indices.dropFirst() where text[index] == .ascii("#") && text[index - 1].isASCIIWhitespace { return text[..<index] }
        return text
    }
}
