/// The senders of one export, each looked at closely once: whether it is a name at all, and whose side it is on.
struct SenderTable: Sendable {
    struct Sender {
        /// What stood before `: ` was the beginning of a notice.
        let isNotice: Bool
        let direction: MessageDirection
    }

    private let owner: ChatOwner
    /// Android, whose notices have no sender.
    private let findsNotices: Bool
    private var names = NameTable()
    private var senders: [Sender] = []

    init(_ export: ChatExport) {
        owner = export.owner
        findsNotices = !export.format.form.isBracketed
    }

    /// Whether it says of the senders of `export` what a new table would say.
    func serves(_ export: ChatExport) -> Bool { owner == export.owner && findsNotices == !export.format.form.isBracketed }

    /// What there is to know of the sender in `range`.
    @inline(__always)
    mutating func sender(_ bytes: [UInt8], _ range: Range<Int>) -> Sender {
        guard let number = names.number(bytes, range) else { return inspect(bytes[range]) }
        if number == senders.count { senders.append(inspect(bytes[range])) }
        return senders[number]
    }

    @inline(never)
    private func inspect(_ name: ArraySlice<UInt8>) -> Sender {
        Sender(isNotice: findsNotices && ChatNotices.isNoticeBeforeColon(name), direction: owner.direction(of: name))
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
