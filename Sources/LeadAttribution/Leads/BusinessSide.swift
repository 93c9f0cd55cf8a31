package import Diagnostics

/// Which side of a chat export is the business: exports do not say, and a code that the business repeats is no lead.
package enum BusinessSide {
    /// The sender of each chat who is the business, by the chat's place in `chats`; nil where that cannot be told.
    ///
    /// In a chat of two that carries the other side's name as its title, the one who is not in the title; in several chats of two, the one
    /// who is in all of them.
    package static func guess(_ chats: [ChatSummary]) -> [String?] {
        let pairs = chats.filter { $0.senders.count == 2 }
        var shared: Set<String>?
        for chat in pairs {
            let names = Set(chat.senders.map { ChatName.plain($0.name) })
            shared = shared?.intersection(names) ?? names
        }
        let common = pairs.count >= 2 && shared?.count == 1 ? shared?.first : nil
        return chats.map { chat in
            let names = chat.senders.map { ChatName.plain($0.name) }
            if let common, names.contains(common) { return common }
            guard names.count == 2, let title = chat.title.map({ ChatName.plain($0) }) else { return nil }
            let others = names.filter { $0 != title }
            return others.count == 1 ? others[0] : nil
        }
    }

    /// Says what was guessed, or asks for it.
    package static func diagnostic(for chat: ChatSummary, business: String?) -> Diagnostic? {
        let location = SourceLocation(path: chat.source)
        if let business {
            return Diagnostic(
                "A010", .note, at: location, "`\(business)` was taken for the business, whose messages are no leads",
                hint: "if that is wrong, say who you are: `--me \"Your name in the chat\"`")
        }
        guard chat.senders.count > 1 else { return nil }
        let names = chat.senders.sorted { $0.messages > $1.messages }.prefix(4).map { "`\($0.name)`" }.joined(separator: ", ")
        return Diagnostic(
            "A011", .warning, at: location, "it cannot be told which of \(names) is the business, so its own messages may count as leads",
            hint: "say who you are: `--me \"Your name in the chat\"`")
    }
}
