import ByteText
import PartnerCodes

/// A click-to-chat link (`https://wa.me/<digits>?text=<message>`) with a place for the code, put together once a language.
struct MessageLink: Sendable {
    private let before: [UInt8]
    private let after: [UInt8]

    /// The link to `phone` with `message`, percent-encoded as UTF-8 with `%20` for a space (WhatsApp, "How to use click to chat").
    init(phone: PhoneNumber, message: MessageTemplate) {
        self.init(start: Self.start(phone), message: message)
    }

    private init(start: [UInt8], message: MessageTemplate) {
        var before = start
        before.append(percentEncoding: message.prefix)
        var after: [UInt8] = []
        after.append(percentEncoding: message.suffix)
        (self.before, self.after) = (before, after)
    }

    /// The link with `code` in its message.
    func address(with code: PartnerCode) -> [UInt8] { before + Array(code.text.utf8) + after }

    /// Its length in bytes with the longest code there can be.
    var longestLength: Int { before.count + PartnerCode.lengths.upperBound + after.count }

    /// A link whose message names no partner.
    static func address(phone: PhoneNumber, message: String) -> [UInt8] {
        var address = start(phone)
        address.append(percentEncoding: message)
        return address
    }

    private static func start(_ phone: PhoneNumber) -> [UInt8] { Array("https://wa.me/\(phone.digits)?text=".utf8) }
}

extension MessageLink {
    /// A Telegram link with a draft (`https://t.me/<name>?text=<message>`).
    init(telegram name: String, message: MessageTemplate) {
        self.init(start: Self.start(telegram: name), message: message)
    }

    /// A Telegram link whose draft names no partner.
    static func address(telegram name: String, message: String) -> [UInt8] {
        var address = start(telegram: name)
        address.append(percentEncoding: message)
        return address
    }

    private static func start(telegram name: String) -> [UInt8] { Array("https://t.me/\(name)?text=".utf8) }
}
