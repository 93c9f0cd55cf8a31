import ByteText

/// The senders of one export, each looked at closely once: whether it is a name at all, and whose side it is on.
struct SenderTable {
    struct Sender {
        /// Its name, in `names`.
        fileprivate(set) var name: Range<Int>
        /// What stood before `: ` was the beginning of a notice.
        let isNotice: Bool
        let direction: MessageDirection
        var messages = 0
    }

    /// Beyond so many senders they are no longer remembered, so that a file of nonsense cannot fill the memory.
    static let limit = 1 << 16

    private let ownNames: Set<[UInt8]>
    private let ownKeys: Set<PersonKey>
    private let findsNotices: Bool
    private(set) var senders: [Sender] = []
    /// The names one after the other, so that looking one up touches no counted reference.
    private var names: [UInt8] = []
    private var slots = [Int32](repeating: -1, count: 256)
    private var last: Int32 = -1
    private var beforeLast: Int32 = -1

    /// `ownNames` are the business's; `findsNotices` is for Android, whose notices have no sender.
    init(ownNames: [String], findsNotices: Bool) {
        self.ownNames = Set(ownNames.map { ChatName.plain(Array($0.utf8)) })
        ownKeys = Set(ownNames.compactMap { PersonKey(chatSender: Array($0.utf8)) })
        self.findsNotices = findsNotices
    }

    /// The number of the sender in `range`, which is added where it is new; -1 once the table is full.
    @inline(__always)
    mutating func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int32 {
        if last >= 0, isEqual(last, bytes, range) { return last }
        if beforeLast >= 0, isEqual(beforeLast, bytes, range) {
            swap(&last, &beforeLast)
            return last
        }
        return search(bytes, range)
    }

    mutating func count(_ number: Int32) {
        senders[Int(number)].messages += 1
    }

    /// The name of `sender` as the export has it.
    func name(of sender: Sender) -> ArraySlice<UInt8> { names[sender.name] }

    /// What there is to know of a sender, for one that the table is too full for.
    func inspect(_ name: [UInt8]) -> Sender {
        let isNotice = findsNotices && ChatNotices.isNoticeBeforeColon(name[...])
        let isOwn = ownNames.contains(ChatName.plain(name)) || PersonKey(chatSender: name).map(ownKeys.contains) ?? false
        return Sender(name: 0..<0, isNotice: isNotice, direction: isOwn ? .own : ownNames.isEmpty ? .unknown : .inbound)
    }
}

private extension SenderTable {
    @inline(never)
    mutating func search(_ bytes: [UInt8], _ range: Range<Int>) -> Int32 {
        var slot = Self.hash(bytes, range) & (slots.count - 1)
        while slots[slot] >= 0 {
            if isEqual(slots[slot], bytes, range) { return remember(slots[slot]) }
            slot = (slot + 1) & (slots.count - 1)
        }
        if senders.count == Self.limit { return -1 }
        var sender = inspect(Array(bytes[range]))
        sender.name = names.count..<names.count + range.count
        names += bytes[range]
        senders.append(sender)
        slots[slot] = Int32(senders.count - 1)
        if senders.count * 2 > slots.count { grow() }
        return remember(Int32(senders.count - 1))
    }

    mutating func remember(_ number: Int32) -> Int32 {
        beforeLast = last
        last = number
        return number
    }

    mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (index, sender) in senders.enumerated() {
            var slot = Self.hash(names, sender.name) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(index)
        }
    }

    /// Multiplies and folds eight bytes at a time. Names come from one's own phone; whoever made them collide would only slow down the
    /// reading of his own file.
    static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        var hash = UInt64(range.count)
        var offset = range.lowerBound
        while offset < range.upperBound {
            let left = range.upperBound - offset
            let word = bytes.eightBytes(at: offset)
            hash = (hash ^ (left >= 8 ? word : word & (1 << UInt64(left * 8) &- 1))) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
            offset += 8
        }
        return Int(truncatingIfNeeded: hash) & .max
    }

    @inline(__always)
    func isEqual(_ number: Int32, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let name = senders[Int(number)].name
        guard name.count == range.count else { return false }
        var offset = 0
        while offset + 8 <= range.count {
            if names.eightBytes(at: name.lowerBound + offset) != bytes.eightBytes(at: range.lowerBound + offset) { return false }
            offset += 8
        }
        let left = UInt64(range.count - offset)
        let mask: UInt64 = left == 0 ? 0 : 1 << (left * 8) &- 1
        return (names.eightBytes(at: name.lowerBound + offset) ^ bytes.eightBytes(at: range.lowerBound + offset)) & mask == 0
    }
}
