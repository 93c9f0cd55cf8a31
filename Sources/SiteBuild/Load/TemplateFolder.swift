import Diagnostics
import Disk
import Mustache

/// What `templates/` holds: the Mustache sources, the interface texts, the style and script, and the names of the assets.
struct TemplateFolder: Sendable {
    static let path: SitePath = "templates"

    /// Every `*.mustache` file: its name without the ending, its path, its bytes; in order of path.
    var sources: [(name: String, path: String, bytes: [UInt8])] = []
    /// `style.css`, `script.js`, `kit.css`, by name; absent ones are left out.
    var inlined: [String: [UInt8]] = [:]
    /// The bytes of `strings.json`, nil when there is none.
    var strings: [UInt8]?
    /// The paths of the files below `assets/`, relative to it.
    var assets: [SitePath] = []

    /// Whether any template names an interface text.
    var mentionStrings: Bool {
        let name = Array("strings.".utf8)
        return sources.contains { $0.bytes.contains(name) }
    }

    /// Reads the folder; links, hidden files and what cannot be used are reported or passed over.
    static func read(_ disk: any FileSystem, into diagnostics: inout [Diagnostic]) throws(FileError) -> TemplateFolder {
        var folder = TemplateFolder()
        guard try disk.kind(of: path) != nil else {
            diagnostics.append(Diagnostic(
                "T101", .error, at: SourceLocation(path: path.text), "the folder `templates` is missing",
                hint: "restore it with `git checkout templates`"))
            return folder
        }
        try folder.collect(path, named: "", disk, into: &diagnostics)
        diagnostics += folder.twins
        return folder
    }
}

private extension TemplateFolder {
    mutating func collect(
        _ path: SitePath, named prefix: String, _ disk: any FileSystem, into diagnostics: inout [Diagnostic]
    ) throws(FileError) {
        for entry in try disk.list(path) ?? [] where !entry.name.hasPrefix(".") {
            let place = path.appending(entry.name)
            switch entry.kind {
            case .folder where prefix.isEmpty && entry.name == "assets":
                try collectAssets(place, below: .root, disk)
            case .folder:
                try collect(place, named: prefix + entry.name + "/", disk, into: &diagnostics)
            case .file, .link:
                try collectFile(place, entry.name, prefix, disk, into: &diagnostics)
            case .other:
                break
            }
        }
    }

    mutating func collectFile(
        _ path: SitePath, _ name: String, _ prefix: String, _ disk: any FileSystem, into diagnostics: inout [Diagnostic]
    ) throws(FileError) {
        if name.hasSuffix(".mustache") {
            sources.append((prefix + name.dropLast(".mustache".count), path.text, try disk.read(path) ?? []))
        } else if prefix.isEmpty, name == "strings.json" {
            strings = try disk.read(path)
        } else if prefix.isEmpty, ["style.css", "kit.css", "script.js"].contains(name) {
            inlined[name] = try disk.read(path)
            checkInlined(name, path, into: &diagnostics)
        } else {
            diagnostics.append(Diagnostic(
                "T102", .warning, at: SourceLocation(path: path.text), "`\(path)` is not used",
                hint: "a template ends in `.mustache`; pictures and other files to publish belong into `templates/assets/`"))
        }
    }

    /// The text must not end the element that it is put into.
    func checkInlined(_ name: String, _ path: SitePath, into diagnostics: inout [Diagnostic]) {
        let element: RawTextElement = name.hasSuffix(".js") ? .script : .style
        guard let bytes = inlined[name], let offset = element.firstEnd(in: bytes) else { return }
        diagnostics.append(Diagnostic(
            "T103", .error, at: SourceLocation(path: path.text, range: offset..<offset + 1), "this would end the element that `\(name)` is put into",
            hint: "write it otherwise, for example with a backslash: `<\\/script`"))
    }

    /// Assets that many disks and hosts take for one: their names differ only in capitals, or in how accents are put together. (Texts of
    /// Swift are equal where they are canonically equivalent, Unicode 15, 3.7.)
    var twins: [Diagnostic] {
        var first: [String: SitePath] = [:]
        return assets.compactMap { asset in
            guard let other = first.updateValue(asset, forKey: asset.text.lowercased()) else { return nil }
            return Diagnostic(
                "T105", .error, at: SourceLocation(path: "templates/assets/\(asset)"),
                "`\(asset)` and `\(other)` are one name to many computers and hosts, and one of the two would be lost", hint: "rename one of them",
                related: [Diagnostic.Related(location: SourceLocation(path: "templates/assets/\(other)"), message: "the other is here")])
        }
    }

    mutating func collectAssets(_ path: SitePath, below folder: SitePath, _ disk: any FileSystem) throws(FileError) {
        for entry in try disk.list(path) ?? [] where !entry.name.hasPrefix(".") {
            switch entry.kind {
            case .folder: try collectAssets(path.appending(entry.name), below: folder.appending(entry.name), disk)
            case .file: assets.append(folder.appending(entry.name))
            case .link, .other: break
            }
        }
    }
}
