import ByteText

/// Lines of a chat export in the buffer of a batch, and the messages that they are: finds the lines at which messages begin, and hands on
/// places in the buffer.
///
/// The lines begin and end at borders of messages, so they are read without the rest of the export, on whichever core is free. Only a
/// message that is longer than is kept, or more text than that before the first one, goes on in the next lines.
struct ChatLines: Sendable {
    /// What is known of the place before a line.
    struct Border: Equatable {
        /// Whether a message began there or before.
        var hasBegun: Bool
        /// Whether the line before ended with CR LF.
        var isAfterCRLF: Bool
        /// Whether a line begins there.
        var isAtLine = true
    }

    /// So many bytes more than are kept show that a message is too long, even if the rest of them are line breaks.
    static let slack = 1_000

    private let export: ChatExport
    let count: Int
    private let offset: Int
    private let firstLine: Int
    private let border: Border
    /// Known from the lines that were in this batch before.
    private(set) var senders: SenderTable
    private(set) var notes = ChatNotes()

    /// The first `count` bytes of a buffer, which begin after `border`, `offset` bytes from the start of the file and with its line `line`.
    init(_ export: ChatExport, count: Int, offset: Int, line: Int, after border: Border, senders: SenderTable?) {
        self.export = export
        self.count = count
        self.offset = offset
        firstLine = line
        self.border = border
        self.senders = senders ?? SenderTable(export)
        if !self.senders.serves(export) { self.senders = SenderTable(export) }
    }

    /// Adds the messages to `records`.
    mutating func read(_ bytes: [UInt8], into records: inout [MessageRecord]) {
        // Held apart from `self`, so that calls do not copy it.
        let format = export.format
        var state: State = border.hasBegun ? .skipping : .before
        var message = OpenMessage()
        var last = LastHeader()
        var isAfterCRLF = border.isAfterCRLF
        var line = firstLine
        var start = 0
        while start < count {
            let end = bytes.firstOffset(of: .lineFeed, in: start..<count)
            if format.firstBytesOfAny[Int(bytes[start])], isAfterCRLF || !format.endsWithCRLF {
                let contentEnd = end > start && bytes[end - 1] == .carriageReturn ? end - 1 : end
                if let header = format.header(bytes, from: start, to: contentEnd, after: &last) {
                    if !format.isSpan(bytes, from: header.end, to: contentEnd) {
                        if state == .open { close(message, bytes, start, &records) }
                        message.start = start
                        message.line = line
                        state = open(&message, format, bytes, &last, header, contentEnd) ? .open : .skipping
                    }
                } else {
                    noteStranger(format, bytes, start, contentEnd, line)
                }
            }
            if state == .before, end > start { notes.linesBefore += 1 }
            isAfterCRLF = end > start && bytes[end - 1] == .carriageReturn
            line += 1
            start = end + 1
        }
        if state == .open { close(message, bytes, count, &records) }
        notes.hasBegun = state != .before
    }
}

/// What is the same for all lines of one export.
struct ChatExport: Sendable {
    /// The file as the user named it.
    let name: String
    let format: ChatFormat
    let owner: ChatOwner
    let fixed = FixedTexts.shared
}

private extension ChatLines {
    enum State {
        /// No header was seen yet.
        case before
        case open
        /// In a notice, or in the rest of a message that was cut.
        case skipping
    }

    /// The message that is being read.
    struct OpenMessage {
        var start = 0
        var line = 0
        var time: MessageTime?
        var sender = 0..<0
        var senderNumber = -1
        var textStart = 0
        var firstLineEnd = 0
        var direction = MessageDirection.unknown
    }

    /// Counts a line that would be a header in an export of another form.
    @inline(never)
    mutating func noteStranger(_ format: ChatFormat, _ bytes: [UInt8], _ start: Int, _ end: Int, _ line: Int) {
        if let stranger = HeaderParser.parse(bytes, from: start, to: end), stranger.form != format.form { notes.otherForms.note(line) }
    }

    /// Reads what stands in the first line, after `header`; false where it is a notice.
    @inline(__always)
    mutating func open(
        _ message: inout OpenMessage, _ format: ChatFormat, _ bytes: [UInt8], _ last: inout LastHeader, _ header: (clock: WrittenClock, end: Int), _ lineEnd: Int
    ) -> Bool {
        guard let nameEnd = senderEnd(bytes, header.end, lineEnd) else { return false }
        message.sender = trimmedName(bytes, header.end..<nameEnd)
        let isNotice: Bool
        if let number = senders.number(bytes, message.sender) {
            message.senderNumber = number
            (message.direction, isNotice) = senders.side(number)
        } else {
            let sender = senders.inspect(bytes[message.sender])
            message.senderNumber = -1
            message.direction = sender.direction
            isNotice = sender.isNotice
        }
        if isNotice {
            notes.notices.note(message.line)
            return false
        }
        let day = last.day ?? dayInAnotherOrder(format, last.date, message.line)
        message.time = day?.at(hour: header.clock.hour24, minute: Int(header.clock.minute), second: Int(header.clock.second))
        message.textStart = min(nameEnd + 2, lineEnd)
        message.firstLineEnd = lineEnd
        return true
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

    @inline(never)
    mutating func dayInAnotherOrder(_ format: ChatFormat, _ date: WrittenDate, _ line: Int) -> MessageTime? {
        var other = format
        for order in [DateOrder.dayMonthYear, .monthDayYear] where order != format.order {
            other.order = order
            if let day = other.day(date) {
                notes.contradictions.note(line)
                return day
            }
        }
        notes.unreadableDates.note(line)
        return nil
    }

    /// Makes a record of `message`, whose text ends at `end` at the latest.
    @inline(__always)
    mutating func close(_ message: OpenMessage, _ bytes: [UInt8], _ end: Int, _ records: inout [MessageRecord]) {
        let limit = message.textStart + MessageBatch.textLimit
        var textEnd = min(max(end, message.textStart), limit + Self.slack)
        var isCut = end > textEnd
        while textEnd > message.textStart, bytes[textEnd - 1] == .lineFeed || bytes[textEnd - 1] == .carriageReturn { textEnd -= 1 }
        if textEnd > limit {
            textEnd = limit
            while textEnd > message.textStart, bytes[textEnd] & 0xC0 == 0x80 { textEnd -= 1 }
            isCut = true
        }
        let reading = ChatText.read(
            bytes, message.textStart..<textEnd, firstLineEnd: min(message.firstLineEnd, textEnd), isIOS: export.format.isIOS, export.fixed)
        if reading.isNotice { return }
        if isCut { notes.cuts.append(message.line) }
        records.append(MessageRecord(
            line: message.line, offset: offset + message.start, time: message.time, direction: message.direction, channel: .chat,
            flags: isCut ? reading.flags.union(.cut) : reading.flags, senderNumber: message.senderNumber, sender: message.sender, text: reading.text))
    }
}
