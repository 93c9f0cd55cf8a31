/// Which sender of chat exports is the business itself, where the user did not say: exports do not mark it.
package struct OwnerGuess: Equatable, Sendable {
    /// The business's name in these chats, without direction marks.
    package var name: String
    /// Why, as a sentence for the user.
    package var reason: String

    /// The guess for some chats; nil where they hold nothing to go by, and then nobody is the business.
    ///
    /// The file name of a chat of two names the other side. Somebody who wrote in several chats, and in most of them, is the business. In a
    /// single chat of two, whoever sent a code first is the customer. Whichever of these is known is used, in this order; where two chats
    /// disagree, the more frequent answer counts, and a tie is no answer.
    /// - Parameter codeSenders: for each chat, in the same order, the number of the sender whose message was the first with a code.
    package init?(chats: [ChatSummary], codeSenders: [Int32?] = []) {
        let guesses = [
            Self.byTitles(chats), Self.byPresence(chats), Self.byCodes(chats, codeSenders),
        ]
        guard let guess = guesses.lazy.compactMap({ $0 }).first else { return nil }
        self = guess
    }

    private init(name: String, reason: String) {
        self.name = name
        self.reason = reason
    }
}

private extension OwnerGuess {
    static func byTitles(_ chats: [ChatSummary]) -> OwnerGuess? {
        let owners = chats.compactMap { chat -> String? in
            guard chat.senders.count == 2, let title = chat.title else { return nil }
            let others = chat.senders.filter { !isSame($0.name, title) }
            return others.count == 1 ? ChatName.plain(others[0].name) : nil
        }
        return mostFrequent(owners).map { name in
            OwnerGuess(name: name, reason: owners.count == 1 ? "the file is named after the other side" : "the files are named after the other sides")
        }
    }

    static func byPresence(_ chats: [ChatSummary]) -> OwnerGuess? {
        guard chats.count >= 2 else { return nil }
        let names = chats.flatMap { chat in Set(chat.senders.map { ChatName.plain($0.name) }) }
        guard let name = mostFrequent(names) else { return nil }
        let count = names.count { $0 == name }
        guard count >= 2, count * 3 >= chats.count * 2 else { return nil }
        return OwnerGuess(name: name, reason: "nobody else wrote in \(count) of \(chats.count) chats")
    }

    static func byCodes(_ chats: [ChatSummary], _ codeSenders: [Int32?]) -> OwnerGuess? {
        let owners = zip(chats, codeSenders).compactMap { chat, customer -> String? in
            guard let customer, chat.senders.count == 2, chat.senders.contains(where: { $0.number == customer }) else { return nil }
            return chat.senders.first { $0.number != customer }.map { ChatName.plain($0.name) }
        }
        return mostFrequent(owners).map { OwnerGuess(name: $0, reason: "the other side sent the first code") }
    }

    /// The only most frequent of `names`.
    static func mostFrequent(_ names: [String]) -> String? {
        var counts: [String: Int] = [:]
        for name in names { counts[name, default: 0] += 1 }
        guard let most = counts.values.max() else { return nil }
        let winners = counts.filter { $0.value == most }
        return winners.count == 1 ? winners.first?.key : nil
    }

    /// A file name lacks what a name may hold, such as `/` and `:`, and a number may be spaced otherwise.
    static func isSame(_ sender: String, _ title: String) -> Bool {
        if ChatName.plain(sender) == ChatName.plain(title) { return true }
        func core(_ text: String) -> [Character] { text.filter { $0.isLetter || $0.isNumber }.map { $0 } }
        return !core(title).isEmpty && core(sender) == core(title)
    }
}
