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

    /// A packed log is one, too: its reader says that it has to be unpacked, so that nobody misses its leads in silence.
    private static func mayHoldMessages(_ name: String) -> Bool {
        let plain = name.hasSuffix(".gz") ? String(name.dropLast(".gz".count)) : name
        return endings.contains { plain.hasSuffix($0) }
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
            } else if Self.mayHoldMessages(entry.name.lowercased()) {
                sources.append(.file(name.hasSuffix("/") ? name + path.text : name + "/" + path.text))
            }
        }
    }
}

extension MessageFiles {
    /// What a command line says of the files.
    static func readingOptions(_ invocation: Invocation) -> ReadingOptions {
        ReadingOptions(
            kind: invocation[AttributionOptions.source], dateOrder: invocation[AttributionOptions.dateOrder],
            ownNames: invocation[AttributionOptions.me])
    }

    /// A reader of `source`.
    static func reader(of source: Source, _ options: ReadingOptions) throws(FileError) -> any MessageReader {
        switch source {
        case .file(let path): try MessageSource.open(path: path, options: options)
        case .standardInput: try MessageSource.openStandardInput(options: options)
        }
    }

    /// `options` with the business's name in the chats, guessed from the beginning of each file where `--me` does not say it, and what is
    /// to be said about that. Standard input cannot be read twice and is not looked at.
    func guessingOwner(_ options: ReadingOptions, _ matcher: Matcher) throws(FileError) -> (ReadingOptions, [Diagnostic]) {
        guard options.ownNames.isEmpty else { return (options, []) }
        var chats: [ChatSummary] = []
        var codeSenders: [Int32?] = []
        for source in sources where source != .standardInput {
            var reader = try Self.reader(of: source, options)
            guard var chat = reader.chat else { continue }
            var batch = MessageBatch()
            var bytes = 0
            var tally = SenderTally()
            var first = FirstCode()
            while bytes < Self.guessedBytes, try reader.read(into: &batch) {
                bytes += batch.textSize
                for index in batch.records.indices { first.look(at: batch, index, sender: tally.count(batch, index), by: matcher) }
            }
            chat.senders = tally.senders
            guard !chat.senders.isEmpty else { continue }
            chats.append(chat)
            codeSenders.append(first.sender)
        }
        if let guess = OwnerGuess(chats: chats, codeSenders: codeSenders) {
            var options = options
            options.ownNames = [guess.name]
            return (options, [Diagnostic(
                "A010", .note, at: chats.count == 1 ? SourceLocation(path: chats[0].source) : nil,
                "`\(guess.name)` was taken for your own name, since \(guess.reason); such messages are no leads",
                hint: "if that is wrong, say who you are: `--me \"Your name in the chat\"`")])
        }
        guard let chat = chats.first(where: { $0.senders.count > 1 }) else { return (options, []) }
        let names = chat.senders.sorted { $0.messages > $1.messages }.prefix(4).map { "`\($0.name)`" }.joined(separator: ", ")
        return (options, [Diagnostic(
            "A011", .warning, at: SourceLocation(path: chat.source),
            "it cannot be told which of \(names) is your own name, so your own messages may count as leads",
            hint: "say who you are: `--me \"Your name in the chat\"`")])
    }

    private static let guessedBytes = 8 << 20
}

/// Who sent the first code of a chat, which tells the customer; nobody where somebody else sent another partner's, for then the first may
/// be the business's own: a greeting that shows what a code looks like.
private struct FirstCode {
    private var first: (sender: Int32, partner: Int?)?
    private var isContested = false

    var sender: Int32? { isContested ? nil : first?.sender }

    mutating func look(at batch: MessageBatch, _ index: Int, sender: Int32?, by matcher: Matcher) {
        if isContested { return }
        let verdict = matcher.verdict(on: batch.bytes, in: batch.textRange(at: index))
        guard verdict.kind.isCredit, let sender else { return }
        guard let first else { return self.first = (sender, verdict.partnerNumber) }
        if first.sender != sender, first.partner != verdict.partnerNumber { isContested = true }
    }
}
