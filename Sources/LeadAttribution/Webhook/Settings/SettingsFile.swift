import ByteText
package import Diagnostics
package import Disk

/// The file of settings: `NAME=value` a line, as `EnvironmentFile` of systemd and shells read it. Comments begin with `#`, values may stand
/// in quotes. A file that others may read is refused, since it holds keys.
///
/// The diagnostics, by id: W001 the file is missing, W002 others may read it, W003 it is too long or no file, W004 a line is no setting,
/// W005 a name is unknown. None of them quotes a value.
package enum SettingsFile {
    /// The settings of this process: each from `variable`, and where it has none from the file that `ATTRIBUTION_SETTINGS` names.
    package static func settings(variable: (String) -> String?, into diagnostics: inout [Diagnostic]) throws(FileError) -> ReceiverSettings {
        var values: [Setting] = []
        if let path = variable("ATTRIBUTION_SETTINGS") { values = try read(path, into: &diagnostics) }
        return ReceiverSettings { name in variable(name) ?? value(of: name, in: values) }
    }

    /// A line of the file. An array of them is looked through where a dictionary would cost the program, which is started for every message,
    /// more than all else in this file.
    struct Setting: Equatable {
        let name: String
        let value: String
    }

    /// The names and values of the file at `path`.
    static func read(_ path: String, into diagnostics: inout [Diagnostic]) throws(FileError) -> [Setting] {
        switch try SecretFile.read(path) {
        case .bytes(let bytes): return parse(bytes, path: path, into: &diagnostics)
        case .missing:
            diagnostics.append(Diagnostic(
                "W001", .error, at: SourceLocation(path: path), "there is no file of settings here", hint: "`ATTRIBUTION_SETTINGS` names the file; correct the name"))
        case .openToOthers:
            diagnostics.append(Diagnostic(
                "W002", .error, at: SourceLocation(path: path), "other users of this computer can read the file, and it holds keys; it was not read",
                hint: "let nobody but its owner read it: `chmod 600 \(path)`"))
        case .unfit:
            diagnostics.append(Diagnostic(
                "W003", .error, at: SourceLocation(path: path), "this is no file of settings: it is too long, or a folder",
                hint: "`ATTRIBUTION_SETTINGS` names the file; correct the name"))
        }
        return []
    }

    static func parse(_ bytes: [UInt8], path: String, into diagnostics: inout [Diagnostic]) -> [Setting] {
        var values: [Setting] = []
        for (index, line) in bytes.split(separator: .lineFeed, omittingEmptySubsequences: false).enumerated() {
            let text = trimmed(index == 0 && line.starts(with: [0xEF, 0xBB, 0xBF]) ? line.dropFirst(3) : line)
            if text.isEmpty || text.first == UInt8(ascii: "#") { continue }
            let place = SourceLocation(path: path, line: index + 1)
            let named = text.starts(with: Array("export ".utf8)) ? trimmed(text.dropFirst("export ".utf8.count)) : text
            guard let equals = named.firstIndex(of: UInt8(ascii: "=")) else {
                diagnostics.append(Diagnostic("W004", .error, at: place, "the line is no setting", hint: "write it as `NAME=value`, or begin it with `#`"))
                continue
            }
            let name = String(decoding: trimmed(named[..<equals]), as: UTF8.self)
            guard ReceiverSettings.names.contains(name) else {
                diagnostics.append(Diagnostic(
                    "W005", .warning, at: place, "there is no setting of this name", hint: "the settings are \(ReceiverSettings.names.joined(separator: ", "))"))
                continue
            }
            values.append(Setting(name: name, value: String(decoding: unquoted(trimmed(named[(equals + 1)...])), as: UTF8.self)))
        }
        return values
    }
}

private extension SettingsFile {
    /// The last line of the name counts, and an empty value is none.
    static func value(of name: String, in settings: [Setting]) -> String? {
        var value: String?
        for setting in settings where setting.name == name { value = setting.value.isEmpty ? nil : setting.value }
        return value
    }

    static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text.drop(while: \.isASCIIWhitespace)
        while let last = text.last, last.isASCIIWhitespace { text.removeLast() }
        return text
    }

    static func unquoted(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard text.count >= 2, let first = text.first, first == text.last, first == .quote || first == .apostrophe else { return text }
        return text.dropFirst().dropLast()
    }
}
