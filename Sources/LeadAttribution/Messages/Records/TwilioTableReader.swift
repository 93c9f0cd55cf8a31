import ByteText
import Diagnostics
import Disk
import StructuredText

/// Reads Twilio's message log as the console saves it: a table whose columns are known by their names, in any order.
struct TwilioTableReader: MessageReader {
    private let feed: TableFeed
    private var rows: CSVReader?
    private let name: String
    private let sample: Sample
    private var own: [Diagnostic] = []
    /// What the rows had to say, by line: the offsets of what they were fed are not those of the file, whose encoding may be another.
    private var rowProblems: [Diagnostic] = []
    private var badTimes = ChatNotes.Tally()

    init(_ source: TextSource, sample: Sample, name: String, separator: UInt8, chunkSize: Int) {
        feed = TableFeed(source, sample: sample, chunkSize: chunkSize)
        self.name = name
        self.sample = sample
    }

    var diagnostics: [Diagnostic] { own + rowProblems }

    mutating func fetch(into batch: inout MessageBatch) throws(FileError) -> Bool {
        batch.removeAll(source: name)
        batch.bytes.removeAll(keepingCapacity: true)
        if rows == nil, !start() { return false }
        while batch.bytes.count < MessageBatch.usualSize, nextRow() { takeRow(into: &batch) }
        if let failure = feed.failure { throw failure }
        if batch.records.isEmpty { finish() }
        return !batch.records.isEmpty
    }

    /// What separates the values of `header`, if it is that of a message log: it names at least three known columns, the
    /// text or the message's id among them.
    static func separator(ofHeader header: [UInt8]) -> UInt8? {
        let known: Set = [
            "from", "to", "body", "status", "sentdate", "datesent", "datecreated", "sid", "messagesid", "direction", "accountsid", "numsegments",
        ]
        for separator in [UInt8.comma, .semicolon, .tab] {
            let names = header.split(separator: separator).map { name in
                TwilioFields.key(String(decoding: name.filter { $0 != .quote && $0 != .carriageReturn }, as: UTF8.self))
            }
            if names.contains(where: ["body", "sid", "messagesid"].contains), names.count(where: known.contains) >= 3 { return separator }
        }
        return nil
    }
}

private extension TwilioTableReader {
    mutating func start() -> Bool {
        let feed = feed
        let rows = CSVReader(path: name, unevenRows: .padded) { feed.nextChunk() }
        self.rows = rows
        takeProblems(of: rows)
        if rows.columns.contains(where: { TwilioFields.key($0.value) == "body" }) { return true }
        if !rows.columns.isEmpty {
            own.append(Diagnostic(
                "R020", .error, at: SourceLocation(path: name, line: 1), "the table has no column `Body`, so there is no text to read",
                hint: "save Twilio's message log with all its columns; if this is no table but a message, say `--source text`"))
        }
        return false
    }

    mutating func nextRow() -> Bool {
        defer { if let rows { takeProblems(of: rows) } }
        return rows?.nextRow() ?? false
    }

    mutating func takeProblems(of rows: CSVReader) {
        func place(_ location: SourceLocation) -> SourceLocation {
            location.range.map { SourceLocation(path: name, line: feed.line(at: $0.lowerBound)) } ?? location
        }
        for problem in rows.diagnostics.dropFirst(rowProblems.count) {
            var problem = problem
            problem.location = problem.location.map(place)
            for index in problem.related.indices { problem.related[index].location = place(problem.related[index].location) }
            rowProblems.append(problem)
        }
    }

    mutating func takeRow(into batch: inout MessageBatch) {
        guard let rows else { return }
        let fields = TwilioFields(rows.columns.indices.lazy.map { (rows.columns[$0].value, rows.string($0)) })
        let place = rows.rowRange.lowerBound
        let origin = RecordOrigin(source: name, line: feed.line(at: place), offset: place)
        guard let message = fields.message(origin) else { return }
        if fields.unreadableTime != nil { badTimes.note(origin.line) }
        batch.append(message)
    }

    mutating func finish() {
        if let line = feed.firstInvalidLine, !own.contains(where: { $0.id == "R008" }) { own.append(MessageDiagnostics.notUTF8(name, line: line)) }
        if badTimes.count > 0 {
            own.append(Diagnostic(
                "R034", .warning, at: SourceLocation(path: name, line: badTimes.firstLine),
                badTimes.count == 1 ? "the time cannot be read" : "\(badTimes.count) times cannot be read, here the first",
                hint: "times look like `2026-11-20T14:03:00Z` or `Fri, 20 Nov 2026 14:03:00 +0000`"))
            badTimes = ChatNotes.Tally()
        }
    }
}

/// Feeds a table to its reader in chunks of valid UTF-8 and knows on which line each byte is.
///
/// A class, because the reader calls for chunks by itself while this keeps count.
private final class TableFeed {
    private var source: TextSource
    private var pending: [UInt8]?
    private let chunkSize: Int
    /// Places of line feeds that no row has passed yet, and how many have been passed.
    private var lineFeeds: [Int] = []
    private var passedHere = 0
    private var passedBefore = 0
    private(set) var firstInvalidLine: Int?
    private var fed = 0
    private var held: [UInt8] = []
    private(set) var failure: FileError?

    init(_ source: TextSource, sample: Sample, chunkSize: Int) {
        self.source = source
        pending = sample.bytes
        self.chunkSize = max(chunkSize, 16)
    }

    func nextChunk() -> [UInt8]? {
        guard var chunk = nextBytes() else {
            defer { held = [] }
            return held.isEmpty ? nil : Array(String(decoding: held, as: UTF8.self).utf8)
        }
        chunk = held + chunk
        held = []
        if let invalid = UTF8Text.firstInvalidOffset(in: chunk) {
            // What is cut off at the end may go on in the next chunk.
            let end = chunk.count - invalid < 4 ? invalid : chunk.count
            held = Array(chunk[end...])
            if end > invalid, firstInvalidLine == nil {
                firstInvalidLine = 1 + passedBefore + lineFeeds.count + chunk[..<invalid].count { $0 == .lineFeed }
            }
            chunk = Array(String(decoding: chunk[..<end], as: UTF8.self).utf8)
        }
        lineFeeds.removeFirst(passedHere)
        passedBefore += passedHere
        passedHere = 0
        for (index, byte) in chunk.enumerated() where byte == .lineFeed { lineFeeds.append(fed + index) }
        fed += chunk.count
        return chunk
    }

    /// The line that the byte at `place` is on, from 1. Places must not go back before the row that was asked for last.
    func line(at place: Int) -> Int {
        while passedHere > 0, lineFeeds[passedHere - 1] >= place { passedHere -= 1 }
        while passedHere < lineFeeds.count, lineFeeds[passedHere] < place { passedHere += 1 }
        return passedBefore + passedHere + 1
    }

    private func nextBytes() -> [UInt8]? {
        if let first = pending {
            pending = nil
            if !first.isEmpty { return first }
        }
        var chunk = [UInt8](repeating: 0, count: chunkSize)
        do {
            let count = try source.read(into: &chunk, 0..<chunkSize)
            return count == 0 ? nil : Array(chunk[..<count])
        } catch {
            failure = error
            return nil
        }
    }
}
