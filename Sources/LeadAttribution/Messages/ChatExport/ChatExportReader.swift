import ByteText
import Diagnostics
import Disk

/// Reads a chat export as a stream: finds the lines at which messages begin, and hands on places in the buffer.
///
/// The buffer holds a chunk and the beginning of a message that the chunk before cut off. A message of more than
/// `MessageBatch.textLimit` bytes is cut, so memory stays bounded even where a file is one line of any length.
struct ChatExportReader: MessageReader {
    /// The message that is being read, or the notice; places are relative to the buffer's beginning.
    private struct Open {
        var start: Int
        var line: Int
        var time: MessageTime?
        var sender: Range<Int>
        var textStart: Int
        var firstLineEnd: Int
        var senderNumber: Int32
        var direction: MessageDirection
    }

    private enum State {
        /// No header was seen yet.
        case before
        case open(Open)
        /// In a notice, or in the rest of a message that was cut.
        case skipping
    }

    private var source: TextSource
    private let name: String
    private let format: ChatFormat
    private let chunkSize: Int
    private let fixed = FixedTexts.shared
    private var senders: SenderTable
    private var notes = ChatNotes()
    private var state = State.before
    /// What was read and is still needed, and where in it the next line begins.
    private var carried: [UInt8]
    private var lineStart = 0
    /// Of `carried[0]`, from the start of the text.
    private var offset = 0
    private var line = 1
    /// The next byte continues a line whose beginning is no longer here.
    private var isMidLine = false
    private var isAfterCRLF = true
    private var endsInCarriageReturn = false
    private var sourceEnded = false
    private var isFinished = false
    private var batchSpare: [UInt8] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// A reader of `source`, from which `sample` has been read already.
    init(_ source: TextSource, name: String, format: ChatFormat, sample: [UInt8], ownNames: [String], chunkSize: Int) {
        self.source = source
        self.name = name
        self.format = format
        self.chunkSize = max(chunkSize, 16)
        senders = SenderTable(ownNames: ownNames, findsNotices: !format.form.isBracketed)
        carried = sample
        if format.ground == .habit { diagnostics.append(MessageDiagnostics.orderUncertain(name, format.order)) }
        if let invalid = UTF8Text.firstInvalidOffset(in: sample), invalid + 4 < sample.count || sample.count < 4 {
            diagnostics.append(MessageDiagnostics.notUTF8(name, line: 1 + sample[..<invalid].count { $0 == .lineFeed }))
        }
    }

    var chat: ChatSummary? {
        let wrote = senders.senders.enumerated().filter { $0.element.messages > 0 }
        return ChatSummary(
            source: name, title: ChatTitle.read(fileName: name),
            senders: wrote.map { index, sender in
                let shown = DirectionMarks.removed(from: senders.name(of: sender))
                return ChatSummary.Sender(number: Int32(index), name: String(decoding: shown, as: UTF8.self), messages: sender.messages)
            })
    }

    mutating func read(into batch: inout MessageBatch) throws(FileError) -> Bool {
        batch.removeAll(source: name)
        // Taken out of the batch while it is filled, so that nothing is copied.
        var bytes = batch.bytes
        var records = batch.records
        batch.bytes = []
        batch.records = []
        defer {
            batch.bytes = bytes
            batch.records = records
        }
        while records.isEmpty, !isFinished {
            let count = try fill(&bytes)
            scan(bytes, count, &records)
            if sourceEnded {
                finish(bytes, count, &records)
            } else {
                carry(bytes, count, &records)
            }
        }
        return !records.isEmpty
    }
}

private extension ChatExportReader {
    /// Puts what was carried over and a chunk more into `bytes`; how many bytes there are.
    mutating func fill(_ bytes: inout [UInt8]) throws(FileError) -> Int {
        var count = carried.count
        if bytes.count < count + chunkSize { bytes = [UInt8](repeating: 0, count: count + chunkSize) }
        bytes.replaceSubrange(0..<count, with: carried)
        let end = count + chunkSize
        while end - count >= 16 || count == carried.count {
            let got = try source.read(into: &bytes, count..<end)
            if got == 0 {
                sourceEnded = true
                break
            }
            count += got
        }
        return count
    }

    /// Looks at each whole line once.
    mutating func scan(_ bytes: [UInt8], _ count: Int, _ records: inout [MessageRecord]) {
        // Held apart from `self`, so that calls do not copy it.
        let format = format
        let firstBytes = format.firstBytes
        var start = lineStart
        while start < count {
            let end = bytes.firstOffset(of: .lineFeed, in: start..<count)
            if end == count && !sourceEnded { break }
            if isMidLine {
                isMidLine = false
            } else if firstBytes[Int(bytes[start])] || bytes[start].isASCIIDigit || bytes[start] == .openBracket {
                let contentEnd = end > start && bytes[end - 1] == .carriageReturn ? end - 1 : end
                lookForHeader(format, bytes, start, contentEnd, &records)
            }
            if case .before = state, end > start { notes.linesBefore += 1 }
            isAfterCRLF = end > start ? bytes[end - 1] == .carriageReturn : endsInCarriageReturn
            endsInCarriageReturn = false
            if end < count { line += 1 }
            start = end + 1
        }
        lineStart = min(start, count)
    }

    @inline(__always)
    mutating func lookForHeader(_ format: ChatFormat, _ bytes: [UInt8], _ start: Int, _ end: Int, _ records: inout [MessageRecord]) {
        if format.endsWithCRLF && !isAfterCRLF { return }
        if let header = format.header(bytes, from: start, to: end) {
            begin(format, bytes, start, end, header, &records)
        } else {
            noteStranger(format, bytes, start, end)
        }
    }

    /// Counts a line that would be a header in an export of another form.
    @inline(never)
    mutating func noteStranger(_ format: ChatFormat, _ bytes: [UInt8], _ start: Int, _ end: Int) {
        if let stranger = HeaderParser.parse(bytes, from: start, to: end), stranger.form != format.form { notes.otherForms.note(line) }
    }

    /// Closes the message before and opens the one whose header is at `start`.
    @inline(__always)
    mutating func begin(
        _ format: ChatFormat, _ bytes: [UInt8], _ start: Int, _ lineEnd: Int, _ header: (date: WrittenDate, clock: WrittenClock, end: Int),
        _ records: inout [MessageRecord]
    ) {
        // `14.03.2025, 10:00 - 18.03.2025, 10:00`: a span of time that somebody wrote.
        if !format.form.isBracketed, header.end < lineEnd, bytes[header.end].isASCIIDigit,
           HeaderParser.startsWithDate(bytes, from: header.end, to: lineEnd) {
            return
        }
        close(format, bytes, start, &records)
        guard let nameEnd = senderEnd(bytes, header.end, lineEnd) else { return state = .skipping }
        let name = trimmedName(bytes, header.end..<nameEnd)
        let number = senders.number(bytes, name)
        let sender = number >= 0 ? nil : senders.inspect(Array(bytes[name]))
        if number >= 0 ? senders.senders[Int(number)].isNotice : sender?.isNotice ?? false {
            notes.notices.note(line)
            return state = .skipping
        }
        state = .open(Open(
            start: start, line: line, time: time(format, header), sender: name, textStart: min(nameEnd + 2, lineEnd), firstLineEnd: lineEnd,
            senderNumber: number, direction: number >= 0 ? senders.senders[Int(number)].direction : sender?.direction ?? .unknown))
    }

    /// The colon after the sender: the first that a space follows, or the line's last character. Nil where there is none, or where what
    /// stands before it is longer than any name.
    @inline(__always)
    func senderEnd(_ bytes: [UInt8], _ start: Int, _ lineEnd: Int) -> Int? {
        let limit = min(lineEnd, start + 300)
        var place = start
        while place < limit {
            place = bytes.firstOffset(of: .colon, in: place..<limit)
            if place == limit { return nil }
            if place + 1 == lineEnd || bytes[place + 1] == .space { return place > start ? place : nil }
            place += 1
        }
        return nil
    }

    /// Without direction marks at either end.
    @inline(__always)
    func trimmedName(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        guard bytes[range.lowerBound] == 0xE2 || bytes[range.upperBound - 1] >= 0x80 else { return range }
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, DirectionMarks.length(at: start, in: bytes) == 3 { start += 3 }
        while end - 3 >= start, DirectionMarks.length(at: end - 3, in: bytes) == 3 { end -= 3 }
        return start < end ? start..<end : range
    }

    @inline(__always)
    mutating func time(_ format: ChatFormat, _ header: (date: WrittenDate, clock: WrittenClock, end: Int)) -> MessageTime? {
        if let time = format.time(header.date, header.clock) { return time }
        return timeInAnotherOrder(header.date, header.clock)
    }

    @inline(never)
    mutating func timeInAnotherOrder(_ date: WrittenDate, _ clock: WrittenClock) -> MessageTime? {
        var other = format
        for order in [DateOrder.dayMonthYear, .monthDayYear] where order != format.order {
            other.order = order
            if let time = other.time(date, clock) {
                notes.contradictions.note(line)
                return time
            }
        }
        notes.unreadableDates.note(line)
        return nil
    }

    /// Makes a record of the open message, whose text ends at `end` at the latest.
    @inline(__always)
    mutating func close(_ format: ChatFormat, _ bytes: [UInt8], _ end: Int, _ records: inout [MessageRecord], isCut: Bool = false) {
        guard case .open(let open) = state else { return }
        var textEnd = max(end, open.textStart)
        while textEnd > open.textStart, bytes[textEnd - 1] == .lineFeed || bytes[textEnd - 1] == .carriageReturn { textEnd -= 1 }
        var isCut = isCut
        if textEnd - open.textStart > MessageBatch.textLimit {
            textEnd = open.textStart + MessageBatch.textLimit
            while textEnd > open.textStart, bytes[textEnd] & 0xC0 == 0x80 { textEnd -= 1 }
            isCut = true
        }
        let reading = ChatText.read(bytes, open.textStart..<textEnd, firstLineEnd: min(open.firstLineEnd, textEnd), isIOS: format.isIOS, fixed)
        if reading.isNotice { return }
        if isCut { diagnostics.append(MessageDiagnostics.messageCut(name, line: open.line)) }
        if open.senderNumber >= 0 { senders.count(open.senderNumber) }
        records.append(MessageRecord(
            line: open.line, offset: offset + open.start + source.skipped, time: open.time, direction: open.direction, channel: .chat,
            flags: isCut ? reading.flags.union(.cut) : reading.flags, senderNumber: open.senderNumber, sender: open.sender,
            text: reading.text))
    }

    /// Keeps what the next chunk continues: the open message, or the line that is not complete yet.
    mutating func carry(_ bytes: [UInt8], _ count: Int, _ records: inout [MessageRecord]) {
        if !isMidLine, count - lineStart > MessageBatch.textLimit + 1_000 {
            // The line will not be kept whole; its header, if it has one, is here.
            lookForHeader(format, bytes, lineStart, count, &records)
        }
        var keepFrom = lineStart
        if case .open(var open) = state {
            if count - open.start > MessageBatch.textLimit + 1_000 {
                close(format, bytes, count, &records, isCut: true)
                state = .skipping
            } else {
                keepFrom = open.start
                open.sender = open.sender.lowerBound - keepFrom..<open.sender.upperBound - keepFrom
                open.textStart -= keepFrom
                open.firstLineEnd -= keepFrom
                open.start = 0
                state = .open(open)
            }
        }
        if count - keepFrom > MessageBatch.textLimit + 1_000 {
            // A line of such a length is no header, and nothing that it belongs to is kept.
            endsInCarriageReturn = bytes[count - 1] == .carriageReturn
            isMidLine = true
            keepFrom = count
            lineStart = count
        } else if isMidLine, lineStart < count {
            endsInCarriageReturn = bytes[count - 1] == .carriageReturn
            if case .open = state {} else {
                keepFrom = count
                lineStart = count
            }
        }
        carried = Array(bytes[keepFrom..<count])
        offset += keepFrom
        lineStart -= keepFrom
    }

    mutating func finish(_ bytes: [UInt8], _ count: Int, _ records: inout [MessageRecord]) {
        close(format, bytes, count, &records)
        if case .before = state { diagnostics.append(MessageDiagnostics.noMessages(name)) } else { diagnostics += notes.diagnostics(name) }
        if let fault = source.fault { diagnostics.append(MessageDiagnostics.fault(fault, name)) }
        state = .skipping
        carried = []
        isFinished = true
    }
}

/// What there is to say about an export as a whole.
struct ChatNotes {
    /// How often something happened, and where first.
    struct Tally {
        private(set) var count = 0
        private(set) var firstLine = 0

        mutating func note(_ line: Int) {
            if count == 0 { firstLine = line }
            count += 1
        }
    }

    var linesBefore = 0
    var contradictions = Tally()
    var unreadableDates = Tally()
    var notices = Tally()
    var otherForms = Tally()

    func diagnostics(_ path: String) -> [Diagnostic] {
        var all: [Diagnostic] = []
        if linesBefore > 0 { all.append(MessageDiagnostics.linesBeforeFirst(path, count: linesBefore)) }
        if contradictions.count > 0 {
            all.append(MessageDiagnostics.orderContradicted(path, line: contradictions.firstLine, count: contradictions.count))
        }
        if unreadableDates.count > 0 {
            all.append(MessageDiagnostics.datesUnreadable(path, line: unreadableDates.firstLine, count: unreadableDates.count))
        }
        if notices.count > 0 { all.append(MessageDiagnostics.takenForNotices(path, line: notices.firstLine, count: notices.count)) }
        if otherForms.count >= 3 { all.append(MessageDiagnostics.otherForm(path, line: otherForms.firstLine, count: otherForms.count)) }
        return all
    }
}
