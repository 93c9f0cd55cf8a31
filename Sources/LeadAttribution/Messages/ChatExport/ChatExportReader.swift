import ByteText
import Diagnostics
import Disk

/// Reads a chat export as a stream: cuts it into pieces at the beginnings of messages. What the lines of a piece are, `ChatLines` finds
/// out, for several pieces at once.
///
/// A message of more than `MessageBatch.textLimit` bytes is cut, so memory stays bounded even where a file is one line of any length.
struct ChatExportReader: MessageReader {
    private var source: TextSource
    private let export: ChatExport
    private let chunkSize: Int
    private let opening: [Diagnostic]
    private var notes = ChatNotes()

    /// What was read before, to recognise the export, and is still to be handed on.
    private var sample: ArraySlice<UInt8>
    /// What was read of the next piece.
    private var carried: [UInt8] = []
    private var sourceEnded = false
    private var isFinished = false
    /// Of the next piece, from the start of the text.
    private var offset = 0
    private var line = 1
    private var border = ChatLines.Border(hasBegun: false, isAfterCRLF: true)

    /// How much is read of a message, at most, to find its end: its header, the most that is kept, and what shows that there is more.
    private static let pieceLimit = MessageBatch.textLimit + ChatLines.slack + 1_500

    /// A reader of `source`, from which `sample` has been read already.
    init(_ source: TextSource, _ export: ChatExport, sample: [UInt8], chunkSize: Int) {
        self.source = source
        self.export = export
        self.sample = sample[...]
        self.chunkSize = max(chunkSize, 16)
        var opening: [Diagnostic] = []
        if export.format.ground == .habit { opening.append(MessageDiagnostics.orderUncertain(export.name, export.format.order)) }
        if let invalid = UTF8Text.firstInvalidOffset(in: sample), invalid + 4 < sample.count || sample.count < 4 {
            opening.append(MessageDiagnostics.notUTF8(export.name, line: 1 + sample[..<invalid].count { $0 == .lineFeed }))
        }
        self.opening = opening
    }

    var diagnostics: [Diagnostic] {
        guard isFinished else { return opening }
        let fault = source.fault.map { MessageDiagnostics.fault($0, export.name) }
        return opening + notes.diagnostics(export.name) + [fault].compactMap { $0 }
    }

    var chat: ChatSummary? { ChatSummary(source: export.name, title: ChatTitle.read(fileName: export.name), senders: []) }

    mutating func fetch(into batch: inout MessageBatch) throws(FileError) -> Bool {
        let senders = batch.lines?.senders
        batch.removeAll(source: export.name)
        if sourceEnded, carried.isEmpty {
            isFinished = true
            return false
        }
        // Taken out of the batch while it is filled, so that nothing is copied.
        var bytes = batch.bytes
        batch.bytes = []
        defer { batch.bytes = bytes }
        let start = border
        var count = 0
        let end = try readPiece(into: &bytes, &count)
        batch.lines = ChatLines(export, count: end, offset: offset + source.skipped, line: line, after: start, senders: senders)
        offset += end
        line += bytes.count(of: .lineFeed, in: 0..<end)
        carried = Array(bytes[end..<count])
        if !border.isAtLine { try dropLine() }
        return true
    }

    mutating func settle(_ batch: MessageBatch) {
        if let lines = batch.lines { notes.add(lines.notes) }
    }
}

private extension ChatExportReader {
    /// Fills `bytes` until the beginning of a message is in sight that is not the first: how many bytes there are before it. Then `border`
    /// tells of that place. `count` is how many bytes were read.
    mutating func readPiece(into bytes: inout [UInt8], _ count: inout Int) throws(FileError) -> Int {
        count = carried.count
        if bytes.count < count + chunkSize { bytes = [UInt8](repeating: 0, count: count + chunkSize) }
        bytes.replaceSubrange(0..<count, with: carried)
        var searched = 0
        while true {
            try fill(&bytes, &count)
            if sourceEnded { return count }
            if let found = lastBeginning(bytes, count, after: &searched) {
                border = ChatLines.Border(hasBegun: true, isAfterCRLF: true)
                return found
            }
            if count >= Self.pieceLimit { break }
            bytes.append(contentsOf: repeatElement(0, count: max(chunkSize, min(count, Self.pieceLimit - count))))
        }
        // A message that is longer than is kept, or more text than that before the first one: it goes on in the next piece.
        let lineStart = (bytes.lastOffset(of: .lineFeed, in: 0..<count) ?? -1) + 1
        let end = count - lineStart < HeaderParser.longest ? lineStart : count
        let hasBegun = border.hasBegun || export.format.beginsMessage(bytes, from: 0, to: count, isAfterCRLF: border.isAfterCRLF)
        let last = end == lineStart ? end - 2 : end - 1
        border = ChatLines.Border(hasBegun: hasBegun, isAfterCRLF: last >= 0 && bytes[last] == .carriageReturn, isAtLine: end == lineStart)
        return end
    }

    /// Reads until `bytes` is full or the source ends.
    mutating func fill(_ bytes: inout [UInt8], _ count: inout Int) throws(FileError) {
        // A unit of UTF-16 needs some room.
        while bytes.count - count >= 16 {
            let got = try read(into: &bytes, count..<bytes.count)
            if got == 0 { return sourceEnded = true }
            count += got
        }
    }

    mutating func read(into bytes: inout [UInt8], _ range: Range<Int>) throws(FileError) -> Int {
        if sample.isEmpty { return try source.read(into: &bytes, range) }
        let piece = sample.prefix(range.count)
        bytes.replaceSubrange(range.lowerBound..<range.lowerBound + piece.count, with: piece)
        sample = piece.count < sample.count ? sample.dropFirst(piece.count) : []
        return piece.count
    }

    /// Where the last message of `bytes[..<count]` begins that can be seen to begin; nil where that is at no line after `searched`, which
    /// is moved to the last line that was looked at.
    func lastBeginning(_ bytes: [UInt8], _ count: Int, after searched: inout Int) -> Int? {
        var end = count
        var lastSeen = searched
        while let lineFeed = bytes.lastOffset(of: .lineFeed, in: searched..<end) {
            let start = lineFeed + 1
            if end < count || count - start >= HeaderParser.longest {
                let isAfterCRLF = lineFeed > 0 && bytes[lineFeed - 1] == .carriageReturn
                if export.format.beginsMessage(bytes, from: start, to: end, isAfterCRLF: isAfterCRLF) { return start }
                lastSeen = max(lastSeen, start)
            }
            end = lineFeed
        }
        searched = lastSeen
        return nil
    }

    /// Passes over the rest of a line whose beginning was handed on.
    mutating func dropLine() throws(FileError) {
        var bytes = [UInt8](repeating: 0, count: max(chunkSize, 1 << 12))
        var last: UInt8 = border.isAfterCRLF ? .carriageReturn : 0
        while true {
            let count = try read(into: &bytes, bytes.indices)
            if count == 0 { return sourceEnded = true }
            let end = bytes.firstOffset(of: .lineFeed, in: 0..<count)
            if end > 0 { last = bytes[end - 1] }
            offset += min(end + 1, count)
            guard end < count else { continue }
            line += 1
            border.isAfterCRLF = last == .carriageReturn
            border.isAtLine = true
            return carried = Array(bytes[(end + 1)..<count])
        }
    }
}
