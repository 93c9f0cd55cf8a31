package import Disk

/// Decides what a customer is answered, if anything: once in 24 hours, to a message with words, in its language.
package struct CustomerReply {
    private let texts: ReplyTexts
    private let book: ReplyBook
    private let language: (Message) -> String?
    /// Where the log was never looked into, older messages are answered already, in seconds.
    private static let newsAtFirst = 3_600

    /// Replies with `texts`, noted beside the log in the folder at `path`. `language` tells that of a message, and is asked only where it matters.
    package init(_ texts: ReplyTexts, besideLogAt path: String, language: @escaping (Message) -> String?) throws(FileError) {
        self.texts = texts
        self.language = language
        book = try ReplyBook(besideLogAt: path)
    }

    /// The text for a new `message` that is answered at `now`, in seconds since 1970 UTC; nil for none.
    package func text(for message: Message, now: Int) throws(FileError) -> String? {
        guard message.direction == .inbound, let id = message.id, !message.personKeys.isEmpty, message.text.contains(where: { !$0.isWhitespace }),
              try book.claim(id, of: message.personKeys, now: now) else { return nil }
        return texts.text(in: texts.dependOnLanguage ? language(message) : nil)
    }

    /// Puts the reply to a new message of Meta's into `outbox`; the outbox sends it once.
    package func answer(_ message: Message, now: Int, isFirstLook: Bool, into outbox: Outbox) throws(FileError) {
        guard message.channel == .meta, MetaReply.entry(answering: message, with: "", now: now) != nil else { return }
        if isFirstLook, let sent = message.time ?? message.receivedAt, now - sent.secondsForOrdering > Self.newsAtFirst { return }
        guard let text = try text(for: message, now: now), let entry = MetaReply.entry(answering: message, with: text, now: now) else { return }
        _ = try outbox.add(entry)
    }
}
