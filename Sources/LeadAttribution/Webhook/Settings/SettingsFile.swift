package import Diagnostics
package import Disk
import StructuredText

/// The file of settings, as `SettingsText` reads it. One that others may read is refused, since it holds keys.
///
/// The diagnostics, by id: W001 the file is missing, W002 others may read it, W003 it is too long or no file, W004 a line is no setting,
/// W005 a name is unknown. None of them quotes a value.
package enum SettingsFile {
    /// The settings of this process: each from `variable`, and where it has none from the file that `ATTRIBUTION_SETTINGS` names.
    package static func settings(variable: (String) -> String?, into diagnostics: inout [Diagnostic]) throws(FileError) -> ReceiverSettings {
        var values: [SettingsText.Setting] = []
        if let path = variable("ATTRIBUTION_SETTINGS") { values = try read(path, into: &diagnostics) }
        return ReceiverSettings { name in variable(name) ?? value(of: name, in: values) }
    }

    /// The names and values of the file at `path`.
    static func read(_ path: String, into diagnostics: inout [Diagnostic]) throws(FileError) -> [SettingsText.Setting] {
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

    static func parse(_ bytes: [UInt8], path: String, into diagnostics: inout [Diagnostic]) -> [SettingsText.Setting] {
        var values: [SettingsText.Setting] = []
        for line in SettingsText.lines(bytes) {
            let place = SourceLocation(path: path, line: line.number)
            guard let setting = line.setting else {
                diagnostics.append(Diagnostic("W004", .error, at: place, "the line is no setting", hint: "write it as `NAME=value`, or begin it with `#`"))
                continue
            }
            guard ReceiverSettings.names.contains(setting.name) else {
                diagnostics.append(Diagnostic(
                    "W005", .warning, at: place, "there is no setting of this name", hint: "the settings are \(ReceiverSettings.names.joined(separator: ", "))"))
                continue
            }
            values.append(setting)
        }
        return values
    }
}

private extension SettingsFile {
    /// The last line of the name counts, and an empty value is none.
    static func value(of name: String, in settings: [SettingsText.Setting]) -> String? {
        var value: String?
        for setting in settings where setting.name == name { value = setting.value.isEmpty ? nil : setting.value }
        return value
    }
}
