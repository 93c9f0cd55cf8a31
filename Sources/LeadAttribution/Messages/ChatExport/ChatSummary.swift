/// Who took part in one chat, as its export shows it.
package struct ChatSummary: Equatable, Sendable {
    package struct Sender: Equatable, Sendable {
        /// As `SenderTally.count` gives it.
        package var number: Int32
        /// Without direction marks.
        package var name: String
        package var messages: Int

        package init(number: Int32, name: String, messages: Int) {
            self.number = number
            self.name = name
            self.messages = messages
        }
    }

    /// The file as the user named it.
    package var source: String
    /// The chat's name as the export's file name gives it: in a chat of two, the other side as the exporting phone knows it.
    package var title: String?
    /// Everybody who wrote at least one message, in order of appearance.
    package var senders: [Sender]

    package init(source: String, title: String?, senders: [Sender]) {
        self.source = source
        self.title = title
        self.senders = senders
    }
}

/// Counts who wrote how much in one chat.
package struct SenderTally {
    private var names = NameTable()
    private var messages: [Int] = []

    package init() {}

    /// Counts a message of `batch`, and gives a number that stands for its sender in this chat; nil for the senders beyond some ten thousand.
    package mutating func count(_ batch: MessageBatch, _ index: Int) -> Int32? {
        guard let number = names.number(batch.bytes, batch.records[index].sender) else { return nil }
        if number == messages.count { messages.append(0) }
        messages[number] += 1
        return Int32(number)
    }

    package var senders: [ChatSummary.Sender] {
        messages.indices.map { number in
            let name = String(decoding: DirectionMarks.removed(from: names[number]), as: UTF8.self)
            return ChatSummary.Sender(number: Int32(number), name: name, messages: messages[number])
        }
    }
}

/// The name of a chat in the name of its file.
package enum ChatTitle {
    private static let beginnings = [
        "WhatsApp Chat - ", "WhatsApp Chat with ", "WhatsApp Chat mit ", "Чат WhatsApp с контактом ", "Чат WhatsApp с ", "Чат WhatsApp із ",
        "Chat de WhatsApp con ", "Chat WhatsApp con ", "Conversa do WhatsApp com ", "Conversa no WhatsApp com ", "Discussion WhatsApp avec ",
        "Chat WhatsApp s uživatelem ", "WhatsApp-chat met ", "WhatsApp-chat med ", "WhatsApp-keskustelu - ", "Czat WhatsApp z ",
    ]
    private static let surroundings = [("与", "的 WhatsApp 聊天"), ("與", "的 WhatsApp 對話"), ("", " ile WhatsApp Sohbeti"), ("", "とのトーク")]

    /// The name in `fileName` (`WhatsApp Chat with Anna (1).zip`, `Чат_WhatsApp_с_Anna.txt`); nil where it is no such name.
    package static func read(fileName: String) -> String? {
        var name = fileName.split(separator: "/").last.map(String.init) ?? fileName
        for ending in [".txt", ".zip", ".TXT", ".ZIP"] where name.hasSuffix(ending) { name.removeLast(ending.count) }
        if name.hasSuffix(")"), let open = name.lastIndex(of: "("), name[open...].dropFirst().dropLast().allSatisfy(\.isNumber) {
            name = String(name[..<open])
            if name.hasSuffix(" ") { name.removeLast() }
        }
        for candidate in [name, String(name.map { $0 == "_" ? " " : $0 })] {
            for beginning in beginnings where candidate.hasPrefix(beginning) { return plain(candidate.dropFirst(beginning.count)) }
            for (before, after) in surroundings where candidate.hasPrefix(before) && candidate.hasSuffix(after) {
                return plain(candidate.dropFirst(before.count).dropLast(after.count))
            }
        }
        return nil
    }

    private static func plain(_ name: some StringProtocol) -> String? {
        let plain = ChatName.plain(String(name))
        return plain.isEmpty ? nil : plain
    }
}
