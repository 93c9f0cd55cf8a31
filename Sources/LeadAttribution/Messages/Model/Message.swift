/// One message of a person or of the business, whichever source it came from.
///
/// System lines of a chat export, delivery reports and the like are no messages and never become one.
package struct Message: Equatable, Sendable {
    /// The file as the user named it, or `<stdin>`.
    package var source: String
    /// The line on which it begins, from 1.
    package var line: Int
    /// Where it begins, in bytes from the start of the file (of its UTF-8 form where the file is UTF-16).
    package var offset: Int
    /// The channel's own id: `SM…`, `wamid.…`. Two messages with one id are one message.
    package var id: String?
    /// Nil where the source has no date, or one that cannot be read.
    package var time: MessageTime?
    /// When the receiver wrote it into the lead log.
    package var receivedAt: MessageTime?
    /// The sender as the source shows it, without direction marks; nil where the source names nobody.
    package var sender: String?
    /// Every key that the source gives for the person who wrote, the steadiest first; empty where it names nobody.
    package var personKeys: [PersonKey]
    package var direction: MessageDirection
    package var flags: MessageFlags
    package var channel: MessageChannel
    /// What the person wrote, whole: without direction marks and without the “edited” mark, lines ended by LF.
    package var text: String
    /// The ad that the person came from, which is evidence, but never text of the person.
    package var referral: AdReferral?
}

/// Who wrote a message.
package enum MessageDirection: UInt8, Sendable {
    /// A person to the business.
    case inbound
    /// The business itself.
    case own
    /// A chat export does not say; see `OwnerGuess`.
    case unknown
}

/// What a source says of a message beside its text.
package struct MessageFlags: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The text was changed after it was sent.
    package static let edited = MessageFlags(rawValue: 1)
    /// The sender took it back; there is no text.
    package static let deleted = MessageFlags(rawValue: 2)
    /// It was a picture, a voice message or the like; `text` is its caption.
    package static let media = MessageFlags(rawValue: 4)
    package static let forwarded = MessageFlags(rawValue: 8)
    /// It was longer than `MessageBatch.textLimit`, and `text` is its beginning.
    package static let cut = MessageFlags(rawValue: 16)
}

/// The kind of source that a message came through.
package enum MessageChannel: String, Sendable {
    /// An export of a chat, or lines copied from WhatsApp Web.
    case chat
    /// Text that somebody pasted.
    case text
    case twilio
    case meta
}

/// The ad or post from which a person opened the chat, as Twilio and Meta report it.
package struct AdReferral: Equatable, Sendable {
    package var url: String?
    package var id: String?
    /// `ad` or `post`.
    package var kind: String?
    package var headline: String?
    package var body: String?
    /// Meta's id of the click, `ctwa_clid`.
    package var click: String?
}
