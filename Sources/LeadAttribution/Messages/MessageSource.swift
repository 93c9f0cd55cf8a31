package import Disk
import Diagnostics

/// What is known about a source before it is read.
package struct ReadingOptions {
    /// The kind, where the user says so; recognised by content otherwise.
    package var kind: SourceKind?
    /// The order of day and month in a chat export, where the user says so.
    package var dateOrder: DateOrder?
    /// The names (or numbers) under which chat exports list the business itself.
    package var ownNames: [String]
    package var archiveTool: any ArchiveTool
    /// How much of a source is looked at to recognise it and its dates, in bytes.
    package var sampleSize = 4 << 20
    /// How much is read at a time, in bytes.
    package var chunkSize = MessageBatch.usualSize

    package init(
        kind: SourceKind? = nil, dateOrder: DateOrder? = nil, ownNames: [String] = [], archiveTool: any ArchiveTool = UnzipArchive()
    ) {
        self.kind = kind
        self.dateOrder = dateOrder
        self.ownNames = ownNames
        self.archiveTool = archiveTool
    }
}

/// Opens sources of messages, whatever they are.
package enum MessageSource {
    /// A reader for the file at `path`. A file that is not there or cannot be opened gives a reader with a diagnostic and no messages.
    package static func open(path: String, options: ReadingOptions) throws(FileError) -> any MessageReader {
        let file: OpenDescriptor
        do {
            file = try OpenDescriptor(path: path)
        } catch {
            return NoMessages(Diagnostic(
                "R001", .error, at: SourceLocation(path: path), "the file cannot be read: \(error.reason)",
                hint: "check the name and try again"))
        }
        return try open(file, name: path, archive: (path, file.size), options: options)
    }

    /// A reader for standard input.
    package static func openStandardInput(options: ReadingOptions) throws(FileError) -> any MessageReader {
        try open(OpenDescriptor(standardInputNamed: "<stdin>"), name: "<stdin>", options: options)
    }

    /// A reader for any bytes. `name` is what the user calls them; `archive` is where they lie on disk and how many they are, if they do,
    /// because `unzip` reads archives only from there.
    package static func open(
        _ bytes: any ByteSource, name: String, archive: (path: String, size: Int)? = nil, options: ReadingOptions
    ) throws(FileError) -> any MessageReader {
        var source = TextSource(bytes)
        let sample = try Sample(reading: &source, size: options.sampleSize)
        switch SourceRecognition.recognise(sample.bytes, isWhole: sample.isWhole, forced: options.kind) {
        case .archive:
            guard let archive else {
                return NoMessages(Diagnostic(
                    "R009", .error, at: SourceLocation(path: name), "an archive cannot be read from standard input",
                    hint: "save it as a file and give the file's name"))
            }
            return try ArchivedChat.open(path: archive.path, size: archive.size, options: options)
        case .packed:
            return NoMessages(Diagnostic(
                "R009", .error, at: SourceLocation(path: name), "the file is packed with gzip", hint: "unpack it first: `gunzip \(name)`"))
        case .chat:
            return try ChatExportReader.open(source, sample: sample, name: name, options: options)
        case .json:
            return JSONMessageReader(source, sample: sample, name: name, chunkSize: options.chunkSize)
        case .table(let separator):
            return TwilioTableReader(source, sample: sample, name: name, separator: separator, chunkSize: options.chunkSize)
        case .forms:
            return FormReader(source, sample: sample, name: name, chunkSize: options.chunkSize)
        case .text:
            return PastedTextReader(source, sample: sample, name: name)
        }
    }
}

/// The beginning of a source, to tell what it is.
struct Sample {
    let bytes: [UInt8]
    /// Whether that is all there is.
    let isWhole: Bool

    init(reading source: inout TextSource, size: Int) throws(FileError) {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 16)
        var isWhole = false
        while bytes.count < size {
            let count = try source.read(into: &piece, 0..<max(16, min(piece.count, size - bytes.count)))
            if count == 0 {
                isWhole = true
                break
            }
            bytes.append(contentsOf: piece[..<count])
        }
        self.bytes = bytes
        self.isWhole = isWhole
    }

    init(bytes: [UInt8], isWhole: Bool) {
        self.bytes = bytes
        self.isWhole = isWhole
    }
}

/// A source that cannot be read, and why.
struct NoMessages: MessageReader {
    let diagnostics: [Diagnostic]

    init(_ diagnostics: Diagnostic...) { self.diagnostics = diagnostics }

    mutating func fetch(into batch: inout MessageBatch) throws(FileError) -> Bool {
        batch.removeAll(source: "")
        return false
    }
}
