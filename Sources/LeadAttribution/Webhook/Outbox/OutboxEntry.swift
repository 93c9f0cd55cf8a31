import ByteText
import Diagnostics
import StructuredText

/// One request to another service that is to be made, however long that takes.
package struct OutboxEntry: Equatable, Sendable {
    /// What the entry is for; who serves the outbox knows how each kind is sent.
    package enum Purpose: String, Sendable, CaseIterable {
        /// A notice of a new lead.
        case lead
        /// A reply to a customer.
        case reply
    }

    /// What an entry is known by: 32 hexadecimal digits, the same whenever the same thing is to be sent, so that it is sent once.
    package struct ID: Hashable, Sendable, CustomStringConvertible {
        package let text: String

        /// The id of what `name` names, such as a message's id.
        package init(of name: String, for purpose: Purpose) {
            text = Hexadecimal.encode(SHA256.digest(Array("\(purpose.rawValue) \(name)".utf8)).prefix(16))
        }

        /// Nil for anything but 32 hexadecimal digits in small letters.
        package init?(_ text: String) {
            guard text.utf8.count == 32, text.utf8.allSatisfy({ $0.isASCIIDigit || 0x61...0x66 ~= $0 }) else { return nil }
            self.text = text
        }

        package var description: String { text }
    }

    package let id: ID
    package let purpose: Purpose
    /// When it was put in, in seconds since 1970 UTC.
    package let createdAt: Int
    package var attempts = 0
    /// Not to be tried before, in seconds since 1970 UTC.
    package var notBefore = 0
    /// Why the last attempt failed.
    package var lastProblem: String?
    /// What is to be sent: a JSON object, without keys or addresses, which are taken from the settings when it is sent.
    package let content: [UInt8]

    package init(_ id: ID, for purpose: Purpose, createdAt: Int, content: [UInt8]) {
        self.id = id
        self.purpose = purpose
        self.createdAt = createdAt
        self.content = content
    }
}

extension OutboxEntry {
    /// As it stands in its file.
    var bytes: [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("version", 1)
            json.member("id", id.text)
            json.member("purpose", purpose.rawValue)
            json.member("createdAt", createdAt)
            json.member("attempts", attempts)
            json.member("notBefore", notBefore)
            json.memberOrNull("lastProblem", lastProblem)
            json.key("content")
            json.bytes += content
        }
        return json.bytes + [.lineFeed]
    }

    /// Nil for anything else than an entry.
    init?(_ bytes: [UInt8]) {
        var problems: [Diagnostic] = []
        guard let value = JSONReader.read(bytes, path: "", dialect: .strict, into: &problems), value["version"]?.number?.integer == 1,
              let id = value["id"]?.string.flatMap({ ID($0) }), let purpose = value["purpose"]?.string.flatMap({ Purpose(rawValue: $0) }),
              let createdAt = value["createdAt"]?.number?.integer, let content = value["content"], content.members != nil else { return nil }
        self.init(id, for: purpose, createdAt: createdAt, content: Array(bytes[content.range]))
        attempts = value["attempts"]?.number?.integer ?? 0
        notBefore = value["notBefore"]?.number?.integer ?? 0
        lastProblem = value["lastProblem"]?.string
    }
}
