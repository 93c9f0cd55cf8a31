import ByteText

/// Finds messages that were counted already: one message in two sources, a file given twice, a longer export of a chat.
///
/// A message is known by its channel's id, and two of one channel with different ids are two, whatever they say. Otherwise it is the same as
/// one in *another* source if person, minute and text are; within one source everything counts, because people do send “ok” twice in a
/// minute. Where one source gives the offset from UTC and the other only its wall clock (a webhook log and a chat export), the two may lie
/// whole quarters of an hour apart, as time zones do.
/// Only hashes are kept, some twenty bytes a message.
struct RepetitionSieve {
    /// How many messages without a code are remembered, to keep memory bounded (24 bytes each, at most); of those with a code all are.
    static let plainLimit = 1_500_000

    private var ids: Set<UInt64> = []
    /// By hash of person, minute and text: where it was first.
    private var coded: [UInt64: Origin] = [:]
    /// By hash of person, text and minute within its quarter: when, whether with an offset, and in which source.
    private var looseTimes: [UInt64: [(minute: Int, hasOffset: Bool, source: Int32)]] = [:]
    /// Messages without a code, by their hash and by that of their id: where they were first.
    private var plain: [UInt64: Origin] = [:]
    private let hasSeveralSources: Bool
    private let plainLimit: Int
    /// Whether there were more messages without a code than are remembered, so that some that come again may be counted again.
    private(set) var plainIsFull = false

    /// Where a message was seen first.
    private struct Origin {
        let source: Int32
        /// Whose id it has; nil for a message without one.
        let channel: MessageChannel?

        /// Whether a message of the same person, minute and words from `other` is this one once more. Its id is not known yet.
        func isSame(as other: Origin) -> Bool { source != other.source && (channel == nil || channel != other.channel) }
    }

    /// `sourceCount` sources will be read; with one, nothing but ids need be remembered.
    init(sourceCount: Int, plainLimit: Int = Self.plainLimit) {
        hasSeveralSources = sourceCount > 1
        self.plainLimit = plainLimit
    }

    /// Whether a message that carries something like a code was counted before; it counts from now on.
    mutating func isRepeatedCoded(_ batch: MessageBatch, _ index: Int, source: Int32) -> Bool {
        if !hasSeveralSources, batch.records[index].detailsIndex < 0 { return false }
        let message = batch.message(at: index)
        if let id = message.id, !ids.insert(Self.hash(id, seed: 1)).inserted { return true }
        guard hasSeveralSources else { return false }
        let text = Array(message.text.utf8)
        let minute = message.time.map { $0.secondsForOrdering.flooredQuotient(60) } ?? 0
        let origin = Origin(source: source, channel: message.id == nil ? nil : message.channel)
        var isRepeated = false
        for key in message.personKeys {
            let person = Self.hash(key)
            let exact = text.wordHash(in: text.indices, seed: person &+ UInt64(bitPattern: Int64(minute)) &* 0x9E37_79B9_7F4A_7C15)
            if let earlier = coded[exact] { isRepeated = isRepeated || earlier.isSame(as: origin) } else { coded[exact] = origin }
            guard let time = message.time else { continue }
            let loose = text.wordHash(in: text.indices, seed: person &+ UInt64(bitPattern: Int64(minute - 15 * minute.flooredQuotient(15))) &* 0xD6E8_FEB8_6659_FD93)
            let hasOffset = time.offsetMinutes != nil
            let known = looseTimes[loose] ?? []
            if known.contains(where: { $0.source != source && $0.hasOffset != hasOffset && abs($0.minute - minute) <= 14 * 60 }) { isRepeated = true }
            if known.count < 64 { looseTimes[loose] = known + [(minute, hasOffset, source)] }
        }
        return isRepeated
    }

    /// The same for a message without a code, by its `hash`. No allocation but for the table, and for an id.
    mutating func isRepeatedPlain(_ batch: MessageBatch, _ index: Int, hash: UInt64, source: Int32) -> Bool {
        guard hasSeveralSources else { return false }
        let record = batch.records[index]
        let id = record.detailsIndex >= 0 ? batch.details[Int(record.detailsIndex)].id : nil
        let origin = Origin(source: source, channel: id == nil ? nil : record.channel)
        if let id, firstOrigin(of: Self.hash(id, seed: 1), origin) != nil { return true }
        return hash == 0 ? false : firstOrigin(of: hash, origin)?.isSame(as: origin) ?? false
    }

    /// Where the plain message of this hash was first; nil for a new one, which is remembered.
    private mutating func firstOrigin(of hash: UInt64, _ origin: Origin) -> Origin? {
        if let first = plain[hash] { return first }
        if plain.count < plainLimit { plain[hash] = origin } else { plainIsFull = true }
        return nil
    }
}

extension RepetitionSieve {
    /// By which a message without a code is found again: person, minute and text; zero where it has no time or names nobody.
    static func hash(_ batch: MessageBatch, _ index: Int) -> UInt64 {
        let record = batch.records[index]
        guard !record.sender.isEmpty, let time = record.time else { return 0 }
        let minute = time.secondsForOrdering.flooredQuotient(60)
        let person = batch.bytes.wordHash(in: record.sender, seed: 2)
        return max(1, batch.bytes.wordHash(in: record.text, seed: person &+ UInt64(bitPattern: Int64(minute)) &* 0x9E37_79B9_7F4A_7C15))
    }

    /// No secret is in it: whoever could make two messages collide can as well forge whole logs.
    private static func hash(_ text: String, seed: UInt64) -> UInt64 {
        let bytes = Array(text.utf8)
        return bytes.wordHash(in: bytes.indices, seed: seed)
    }

    private static func hash(_ key: PersonKey) -> UInt64 {
        switch key {
        case .phone(let digits): hash(digits, seed: 11)
        case .userID(let id): hash(id, seed: 13)
        case .chatName(let name): hash(name, seed: 17)
        }
    }
}

extension Int {
    /// Division that rounds down, for times before 1970.
    func flooredQuotient(_ divisor: Int) -> Int {
        self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
    }
}
