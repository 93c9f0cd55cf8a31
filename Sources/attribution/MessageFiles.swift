import CommandLineKit
import Diagnostics
import Disk
import LeadAttribution

/// The sources that a command line names: files, folders with all that is in them, and `-` for standard input.
struct MessageFiles {
    /// A file, or standard input.
    enum Source: Equatable {
        case file(String)
        case standardInput
    }

    private(set) var sources: [Source] = []
    private(set) var diagnostics: [Diagnostic] = []

    private static let endings = [".txt", ".zip", ".json", ".jsonl", ".ndjson", ".csv", ".log", ".form"]
    private static let depthLimit = 16

    /// Looks into folders; what is there but is no text, such as the pictures of an export, is passed over.
    init(_ names: [String]) throws(FileError) {
        for name in names {
            if name == "-" {
                if !sources.contains(.standardInput) { sources.append(.standardInput) }
            } else if let folder = Self.folder(name) {
                let before = sources.count
                try add(folder, .root, under: name, depth: 0)
                if sources.count == before {
                    diagnostics.append(Diagnostic(
                        "A001", .warning, at: SourceLocation(path: name), "there is no file of messages in this folder",
                        hint: "put exported chats (.txt or .zip) or logs (.csv, .json, .jsonl) into it"))
                }
            } else {
                sources.append(.file(name))
            }
        }
    }

    private static func folder(_ name: String) -> DiskFileSystem? {
        // What cannot be opened as a folder is a file, or is missing, which its reader says.
        try? DiskFileSystem(root: name)
    }

    private mutating func add(_ disk: DiskFileSystem, _ folder: SitePath, under name: String, depth: Int) throws(FileError) {
        for entry in try disk.list(folder) ?? [] where !entry.name.hasPrefix(".") {
            let path = folder.appending(entry.name)
            if entry.kind == .folder {
                if depth < Self.depthLimit { try add(disk, path, under: name, depth: depth + 1) }
            } else if Self.endings.contains(where: { entry.name.lowercased().hasSuffix($0) }) {
                sources.append(.file(name.hasSuffix("/") ? name + path.text : name + "/" + path.text))
            }
        }
    }
}

extension MessageFiles {
    /// What a command line says of the files.
    static func readingOptions(_ invocation: Invocation) -> ReadingOptions {
        ReadingOptions(
            kind: invocation[AttributionOptions.source], dateOrder: invocation[AttributionOptions.dateOrder], ownNames: invocation[AttributionOptions.me])
    }

    /// A reader of `source`.
    static func reader(of source: Source, _ options: ReadingOptions) throws(FileError) -> any MessageReader {
        switch source {
        case .file(let path): try MessageSource.open(path: path, options: options)
        case .standardInput: try MessageSource.openStandardInput(options: options)
        }
    }

    /// Which sender of each chat is the business, guessed from the beginning of each file where `--me` does not say it; standard input
    /// cannot be read twice and is not looked at.
    func businessNames(_ options: ReadingOptions) throws(FileError) -> (names: [String?], diagnostics: [Diagnostic]) {
        guard options.ownNames.isEmpty else { return (sources.map { _ in nil }, []) }
        var chats: [(source: Int, chat: ChatSummary)] = []
        for (index, source) in sources.enumerated() where source != .standardInput {
            var reader = try Self.reader(of: source, options)
            guard reader.chat != nil else { continue }
            var batch = MessageBatch()
            var batches = 0
            while batches < 8, try reader.read(into: &batch) { batches += 1 }
            if let chat = reader.chat { chats.append((index, chat)) }
        }
        let guesses = BusinessSide.guess(chats.map(\.chat))
        var names = [String?](repeating: nil, count: sources.count)
        var diagnostics: [Diagnostic] = []
        for ((index, chat), guess) in zip(chats, guesses) {
            names[index] = guess
            if let diagnostic = BusinessSide.diagnostic(for: chat, business: guess) { diagnostics.append(diagnostic) }
        }
        return (names, diagnostics)
    }
}
