import ByteText

/// The senders of one export, each looked at closely once: whether it is a name at all, whose side it is on, and who it is.
struct SenderTable: Sendable {
    struct Sender: Sendable {
        /// What stood before `: ` was the beginning of a notice.
        let isNotice: Bool
        let direction: MessageDirection
        /// Without direction marks; nil where nothing is left.
        let name: String?
        let keys: [PersonKey]

        init(_ text: ArraySlice<UInt8>, isNotice: Bool, direction: MessageDirection) {
            self.isNotice = isNotice
            self.direction = direction
            name = Self.name(text)
            keys = Self.keys(text)
        }

        static func name(_ text: ArraySlice<UInt8>) -> String? {
            let visible = DirectionMarks.removed(from: text)
            return visible.isEmpty ? nil : String(decoding: visible, as: UTF8.self)
        }

        static func keys(_ text: ArraySlice<UInt8>) -> [PersonKey] { PersonKey(chatSender: text).map { [$0] } ?? [] }
    }

    private let owner: ChatOwner
    /// Android, whose notices have no sender.
    private let findsNotices: Bool
    private var names = NameTable()
    private var senders: [Sender] = []
    /// What every message asks of its sender, apart from the rest so that it stays in the nearest cache.
    private var sides: [(direction: MessageDirection, isNotice: Bool)] = []

    init(_ export: ChatExport) {
        owner = export.owner
        findsNotices = !export.format.form.isBracketed
    }

    /// Whether it says of the senders of `export` what a new table would say.
    func serves(_ export: ChatExport) -> Bool { owner == export.owner && findsNotices == !export.format.form.isBracketed }

    /// A number for the sender in `range`, to ask for what there is to know of him; nil once there are too many to remember.
    @inline(__always)
    mutating func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        guard let number = names.number(bytes, range) else { return nil }
        if number == senders.count { add(inspect(bytes[range])) }
        return number
    }

    /// Whose side the sender is on, and whether it is none.
    @inline(__always)
    func side(_ number: Int) -> (direction: MessageDirection, isNotice: Bool) { sides[number] }

    subscript(number: Int) -> Sender { senders[number] }

    @inline(never)
    private mutating func add(_ sender: Sender) {
        senders.append(sender)
        sides.append((sender.direction, sender.isNotice))
    }

    @inline(never)
    func inspect(_ name: ArraySlice<UInt8>) -> Sender {
        Sender(name, isNotice: findsNotices && ChatNotices.isNoticeBeforeColon(name), direction: owner.direction(of: name))
    }
}

/// Who the business is in an export, if anybody said so.
struct ChatOwner: Equatable, Sendable {
    private let names: Set<[UInt8]>
    private let keys: Set<PersonKey>

    /// `names` are the business's: names of contacts, or telephone numbers.
    init(names: [String]) {
        self.names = Set(names.map { ChatName.plain(Array($0.utf8)) })
        keys = Set(names.compactMap { PersonKey(chatSender: Array($0.utf8)) })
    }

    func direction(of sender: ArraySlice<UInt8>) -> MessageDirection {
        if names.isEmpty { return .unknown }
        let isOwn = names.contains(ChatName.plain(sender)) || PersonKey(chatSender: sender).map(keys.contains) ?? false
        return isOwn ? .own : .inbound
    }
}
