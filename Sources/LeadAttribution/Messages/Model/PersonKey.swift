import ByteText

/// One way in which a source names the person who wrote. Two messages with a key in common are from one person.
package enum PersonKey: Hashable, Sendable {
    /// A telephone number: its digits with the country code, without `+`.
    case phone(String)
    /// A business-scoped user id of Meta (`US.13491208655302741918`); never a telephone number, whichever field it came in.
    case userID(String)
    /// The name under which a chat export lists a sender who is no telephone number.
    case chatName(String)
}

extension PersonKey {
    /// The key for a value of a channel that is meant to be a telephone number or a user id: `whatsapp:+66812345678`,
    /// `66812345678`, `whatsapp:US.ABC123`, `US.ENT.1a2b`. Nil for an empty or unreadable one.
    package init?(channelAddress text: String) {
        var bytes = Array(text.utf8)
        if bytes.starts(with: Array("whatsapp:".utf8)) { bytes.removeFirst("whatsapp:".utf8.count) }
        let visible = DirectionMarks.removed(from: bytes[...])
        if Self.isUserID(visible) {
            self = .userID(String(decoding: visible, as: UTF8.self))
        } else if let digits = Self.phoneDigits(visible, needsPlus: false) {
            self = .phone(digits)
        } else {
            return nil
        }
    }

    /// The key for a sender of a chat export, whose name may be a telephone number (`+66 81 234-56-78`), may begin with `~` when
    /// the person is no contact, and may hold direction marks. Nil for an empty name.
    package init?(chatSender text: some Collection<UInt8>) {
        let visible = ChatName.plain(text)
        if let digits = Self.phoneDigits(visible, needsPlus: true) {
            self = .phone(digits)
        } else if visible.isEmpty {
            return nil
        } else {
            self = .chatName(String(decoding: visible, as: UTF8.self))
        }
    }

    /// Two capital letters, a dot and up to 128 letters, digits and dots (Meta, user identifiers, May 2026).
    private static func isUserID(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 4, bytes[0].isASCIIUppercase, bytes[1].isASCIIUppercase, bytes[2] == .dot else { return false }
        let rest = bytes[3...]
        return rest.count <= 140 && rest.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == .dot }
    }

    /// The digits of a telephone number of 7 to 15 digits (ITU-T E.164) that holds nothing but digits and their usual separators.
    private static func phoneDigits(_ bytes: [UInt8], needsPlus: Bool) -> String? {
        var digits: [UInt8] = []
        var index = 0
        if bytes.first == .ascii("+") { index = 1 } else if needsPlus { return nil }
        while index < bytes.count {
            let (scalar, length) = UTF8Text.scalar(at: index, in: bytes)
            switch scalar {
            case "0"..."9": digits.append(bytes[index])
            case " ", "-", "(", ")", ".", "\u{A0}", "\u{2010}"..."\u{2015}", "\u{202F}": break
            default: return nil
            }
            index += length
        }
        return 7...15 ~= digits.count ? String(decoding: digits, as: UTF8.self) : nil
    }
}

/// Names of senders as chat exports write them.
package enum ChatName {
    /// `text` without direction marks, without the `~` of people who are no contacts, with plain single spaces.
    package static func plain(_ text: some Collection<UInt8>) -> [UInt8] {
        let bytes = DirectionMarks.removed(from: text)
        if isPlain(bytes) { return bytes }
        var name: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let (scalar, length) = UTF8Text.scalar(at: index, in: bytes)
            switch scalar {
            case " ", "\t", "\u{A0}", "\u{202F}", "\u{2009}":
                if let last = name.last, last != .space { name.append(.space) }
            case "~" where name.isEmpty: break
            default: name.append(contentsOf: bytes[index..<index + length])
            }
            index += length
        }
        if name.last == .space { name.removeLast() }
        return name
    }

    /// Whether there is nothing to leave out: no `~`, and no spaces but single ones between words.
    private static func isPlain(_ bytes: [UInt8]) -> Bool {
        var previous = UInt8.space
        for byte in bytes {
            // U+00A0, U+2009 and U+202F begin with these.
            if byte == .ascii("~") || byte == .tab || byte == 0xC2 || byte == 0xE2 || byte == .space && previous == .space { return false }
            previous = byte
        }
        return previous != .space
    }

    /// As `plain`, for a name that a person typed.
    package static func plain(_ text: String) -> String {
        String(decoding: plain(Array(text.utf8)), as: UTF8.self)
    }
}
