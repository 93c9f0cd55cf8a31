import ByteText

/// Some messages of a source and the buffer that their texts lie in: what a reader hands over at a time.
///
/// The records are plain numbers, so that a gigabyte of messages passes without a `String` or an allocation for each; `message(at:)`
/// makes the whole `Message` for the few that are of interest. A batch is filled again and again: reading reuses its memory.
package struct MessageBatch: Sendable {
    /// A text longer than this is cut, which `MessageFlags.cut` and a diagnostic say.
    package static let textLimit = 1 << 20
    /// In bytes: so much that handing a batch over costs nothing, so little that one stays in the cache of the core that works on it.
    package static let usualSize = 1 << 18

    /// The buffer. Only what the records point at has a meaning; there may be more after it.
    package internal(set) var bytes: [UInt8] = []
    package internal(set) var records: [MessageRecord] = []
    /// The file as the user named it.
    package internal(set) var source = ""
    /// What only some sources know of a message; `MessageRecord.details` points here.
    var details: [MessageDetails] = []
    /// The lines in `bytes`, for a chat export.
    var lines: ChatLines?

    package init() {}

    /// How much of the source it holds, in bytes, more or less.
    package var textSize: Int { lines?.count ?? bytes.count }

    /// The person's words in `bytes`, as they stand there: direction marks are still between them and lines may end in CR LF; the
    /// “edited” mark and marks for media are not part of it.
    package func textRange(at index: Int) -> Range<Int> { records[index].text }

    /// The sender as the source has it, marks included; empty where the source names nobody.
    package func senderRange(at index: Int) -> Range<Int> { records[index].sender }

    /// Makes records of what a reader fetched, where it has not done so itself: of the lines of a chat export. Needs nothing else, so that
    /// several batches can be taken apart at once.
    package mutating func takeApart() {
        guard var lines else { return }
        // Taken out of the batch while they are filled, so that nothing is copied.
        self.lines = nil
        var records = self.records
        self.records = []
        lines.read(bytes, into: &records)
        self.records = records
        self.lines = lines
    }

    /// The message in full, with texts of its own. Copies its text.
    package func message(at index: Int) -> Message {
        let record = records[index]
        let details = record.detailsIndex >= 0 ? self.details[Int(record.detailsIndex)] : MessageDetails()
        let sender = sender(at: index)
        return Message(
            source: source, line: record.line, offset: record.offset, id: details.id, time: record.time, receivedAt: details.receivedAt,
            sender: sender.name, personKeys: sender.keys,
            direction: record.direction, flags: record.flags, channel: record.channel, text: cleanText(record.text),
            referral: details.referral)
    }

}

/// One message of a batch, as places in its buffer.
package struct MessageRecord: Sendable {
    /// From 1.
    package internal(set) var line: Int
    /// Bytes from the start of the file.
    package internal(set) var offset: Int
    package internal(set) var time: MessageTime?
    package internal(set) var direction: MessageDirection
    package internal(set) var channel: MessageChannel
    package internal(set) var flags: MessageFlags
    /// In the batch's `details`, or below zero.
    var detailsIndex: Int32
    /// Among the senders of the batch's `lines`, or below zero.
    var senderNumber: Int32
    private var senderStart: UInt32
    private var senderEnd: UInt32
    private var textStart: UInt32
    private var textEnd: UInt32

    init(
        line: Int, offset: Int, time: MessageTime?, direction: MessageDirection, channel: MessageChannel, flags: MessageFlags,
        details: Int32 = -1, senderNumber: Int = -1, sender: Range<Int>, text: Range<Int>
    ) {
        self.line = line
        self.offset = offset
        self.time = time
        self.direction = direction
        self.channel = channel
        self.flags = flags
        detailsIndex = details
        self.senderNumber = Int32(truncatingIfNeeded: senderNumber)
        senderStart = UInt32(truncatingIfNeeded: sender.lowerBound)
        senderEnd = UInt32(truncatingIfNeeded: sender.upperBound)
        textStart = UInt32(truncatingIfNeeded: text.lowerBound)
        textEnd = UInt32(truncatingIfNeeded: text.upperBound)
    }

    /// In the batch's `bytes`.
    package var text: Range<Int> { Int(textStart)..<Int(textEnd) }
    /// In the batch's `bytes`.
    package var sender: Range<Int> { Int(senderStart)..<Int(senderEnd) }
}

/// What only some sources know of a message.
struct MessageDetails: Sendable {
    var id: String?
    var receivedAt: MessageTime?
    var personKeys: [PersonKey] = []
    var referral: AdReferral?
}

extension MessageBatch {
    mutating func removeAll(source: String) {
        self.source = source
        lines = nil
        records.removeAll(keepingCapacity: true)
        details.removeAll(keepingCapacity: true)
    }

    /// Adds a message that was read out of records rather than lines: its text goes to the end of the buffer.
    mutating func append(_ message: Message) {
        let sender = bytes.count
        bytes.append(utf8: message.sender ?? "")
        let text = bytes.count
        bytes.append(contentsOf: message.text.utf8.prefix(Self.textLimit))
        records.append(MessageRecord(
            line: message.line, offset: message.offset, time: message.time, direction: message.direction, channel: message.channel,
            flags: message.text.utf8.count > Self.textLimit ? message.flags.union(.cut) : message.flags,
            details: Int32(truncatingIfNeeded: details.count), sender: sender..<text, text: text..<bytes.count))
        details.append(MessageDetails(
            id: message.id, receivedAt: message.receivedAt, personKeys: message.personKeys, referral: message.referral))
    }
}

extension MessageBatch {
    /// Who wrote: the name as the source has it, without direction marks, and the keys of the person.
    func sender(at index: Int) -> (name: String?, keys: [PersonKey]) {
        let record = records[index]
        if record.senderNumber >= 0, let sender = lines?.senders[Int(record.senderNumber)] { return (sender.name, sender.keys) }
        let text = bytes[record.sender]
        return (SenderTable.Sender.name(text), record.detailsIndex >= 0 ? details[Int(record.detailsIndex)].personKeys : SenderTable.Sender.keys(text))
    }

    /// Whether it can be seen at a look that the text of the message is what stands in the buffer, byte for byte.
    func isPlainText(at index: Int) -> Bool {
        let range = records[index].text
        return !mayHoldMark(range) && UTF8Text.firstInvalidOffset(in: bytes, range) == nil
    }
}

private extension MessageBatch {
    /// Whether there is a byte that a direction mark or a line end of two bytes begins with.
    func mayHoldMark(_ range: Range<Int>) -> Bool { bytes.firstOffset(in: range, where: Self.marks, has: 1) < range.upperBound }

    static let marks: [UInt8] = {
        var marks = DirectionMarks.firstBytes
        marks[Int(UInt8.carriageReturn)] = 1
        return marks
    }()

    func cleanText(_ range: Range<Int>) -> String {
        if !mayHoldMark(range) { return String(decoding: bytes[range], as: UTF8.self) }
        var text = DirectionMarks.removed(from: bytes[range])
        if text.contains(.carriageReturn) {
            var index = 0
            let old = text
            text.removeAll(keepingCapacity: true)
            while index < old.count {
                if old[index] != .carriageReturn || index + 1 == old.count || old[index + 1] != .lineFeed { text.append(old[index]) }
                index += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
