import ByteText
import Diagnostics
import Disk

/// Finds the chat in an archive as the phone shares it: `_chat.txt` from iOS, `<name>.txt` from Android, among pictures and whatever else.
enum ArchivedChat {
    /// How much an entry of an archive of `archiveSize` bytes may unpack to. Chats shrink to a tenth or so; what shrinks to less than a
    /// fiftieth is a bomb.
    static func limit(archiveSize: Int) -> Int { min(2 << 30, max(64 << 20, 50 * archiveSize)) }

    /// A reader for the chat in the archive at `path` of `size` bytes. Its messages name the archive as their source.
    static func open(path: String, size: Int, options: ReadingOptions) throws(FileError) -> any MessageReader {
        switch options.archiveTool.entries(ofArchive: path) {
        case .toolMissing:
            return NoMessages(Diagnostic(
                "R002", .error, at: SourceLocation(path: path), "the program `unzip`, which reads archives, is not installed",
                hint: "install it (`sudo apt install unzip`), or unpack the archive and give the text file that is in it"))
        case .unreadable:
            return NoMessages(MessageDiagnostics.damaged(path))
        case .entries(let entries):
            return try open(entries.filter { !$0.isFolder }, path: path, limit: limit(archiveSize: size), options: options)
        }
    }
}

private extension ArchivedChat {
    static func open(
        _ entries: [ArchiveEntry], path: String, limit: Int, options: ReadingOptions
    ) throws(FileError) -> any MessageReader {
        var diagnostics: [Diagnostic] = []
        if let climber = entries.first(where: \.leadsOut) {
            diagnostics.append(Diagnostic(
                "R006", .warning, at: SourceLocation(path: path),
                "the archive holds `\(climber.name)`, a name that leads out of the folder it is unpacked to; no phone writes such a name",
                hint: "nothing was unpacked; do not unpack this archive by hand"))
        }
        let candidates = candidates(entries)
        var unreadable: SourceFault?
        for (index, entry) in candidates.enumerated() {
            let bytes = try options.archiveTool.open(entry, ofArchive: path, limit: limit)
            var source = TextSource(bytes)
            let sample = try Sample(reading: &source, size: options.sampleSize)
            if let fault = source.fault { unreadable = fault }
            guard ChatFormat.detect(sample.bytes, sample.bytes.count) != nil else { continue }
            if candidates.count > 1 {
                let others = candidates.count - 1
                diagnostics.append(Diagnostic(
                    "R005", .note, at: SourceLocation(path: path),
                    "the archive holds \(others == 1 ? "another text" : "\(others) other texts"); the chat was read from `\(entry.name)`",
                    hint: index + 1 < candidates.count ? "unpack the archive and give the other text if that is the chat" : nil))
            }
            let reader = try ChatExportReader.open(source, sample: sample, name: path, options: options)
            return PrefacedReader(reader, diagnostics: diagnostics, title: ChatTitle.read(fileName: path) ?? ChatTitle.read(fileName: entry.name))
        }
        if let unreadable { diagnostics.append(MessageDiagnostics.fault(unreadable, path)) } else {
            diagnostics.append(Diagnostic(
                "R004", .error, at: SourceLocation(path: path),
                candidates.isEmpty ? "the archive holds no text file" : "no text file in the archive is a chat export",
                hint: "export the chat again on the phone: chat, “Export chat”"))
        }
        return PrefacedReader(NoMessages(), diagnostics: diagnostics, title: nil)
    }

    /// Texts in the order in which they are tried: `_chat.txt` first, then by size. Not more than a few, since each costs a program.
    static func candidates(_ entries: [ArchiveEntry]) -> [ArchiveEntry] {
        let texts = entries.filter { entry in
            let name = entry.fileName
            return name.suffix(4).lowercased() == ".txt" && !name.hasPrefix("._") && !entry.name.hasPrefix("__MACOSX/")
        }
        func rank(_ entry: ArchiveEntry) -> (Int, Int, Int) {
            (entry.fileName == "_chat.txt" ? 0 : 1, entry.leadsOut ? 1 : 0, -entry.size)
        }
        return Array(texts.sorted { rank($0) < rank($1) }.prefix(20))
    }
}

/// A reader with something to say beforehand.
struct PrefacedReader: MessageReader {
    private var reader: any MessageReader
    private let preface: [Diagnostic]
    private let title: String?

    init(_ reader: any MessageReader, diagnostics: [Diagnostic], title: String?) {
        self.reader = reader
        preface = diagnostics
        self.title = title
    }

    var diagnostics: [Diagnostic] { preface + reader.diagnostics }

    var chat: ChatSummary? {
        guard var chat = reader.chat else { return nil }
        chat.title = chat.title ?? title
        return chat
    }

    mutating func fetch(into batch: inout MessageBatch) throws(FileError) -> Bool { try reader.fetch(into: &batch) }
    mutating func settle(_ batch: MessageBatch) { reader.settle(batch) }
}
