import ByteText
import StructuredText

/// A line of the lead log: a message as a channel delivered it, in the form that `LeadLog` reads.
///
/// `{"type":"message","source":"meta","line":1,"id":"wamid.…","time":"…Z","receivedAt":"…Z","channel":"meta","sender":"Anna","keys":["phone:66…"],
/// "text":"…"}`; `"verdict":"own"` where the business wrote it, `"referral":{…}` where an ad led to it. Whose lead it is stands nowhere: that is
/// judged when the log is read, by the manifest of then, and the answer to the channel need not wait for it.
enum LeadLogLine {
    /// The line with its line feed. Times are in UTC. A channel that gives no time (Twilio) delivers at once, so `receivedAt` is taken.
    static func bytes(_ message: Message, receivedAt: MessageTime?) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.member("type", "message")
            json.member("source", message.channel.rawValue)
            json.member("line", 1)
            json.memberOrNull("id", message.id)
            json.memberOrNull("time", (message.time ?? receivedAt)?.iso8601)
            json.memberOrNull("receivedAt", receivedAt?.iso8601)
            json.member("channel", message.channel.rawValue)
            json.memberOrNull("sender", message.sender)
            json.member("keys", message.personKeys.map(\.text))
            json.member("text", message.text)
            if message.direction == .own { json.member("verdict", Verdict.Kind.own.rawValue) }
            if let referral = message.referral { JSONLinesReport.write(referral, to: &json) }
        }
        return json.bytes + [.lineFeed]
    }

    /// What one message is known by in all its deliveries, from its line: the channel's id as the line has it. A message without one is
    /// known by all that is said of it but for the moment of its arrival. Nil for a line that is no message of this program's.
    static func identity(_ line: ArraySlice<UInt8>) -> MessageIdentity? {
        guard line.starts(with: start), let id = range(of: idKey, in: line) else { return nil }
        let rest = line[id.upperBound...]
        if rest.first == .quote, let end = closingQuote(rest.dropFirst()) { return MessageIdentity(hashing: rest[rest.startIndex..<end]) }
        guard let arrival = range(of: arrivalKey, in: line), let next = line[arrival.upperBound...].firstIndex(of: .comma) else { return nil }
        // The line's own source and what follows `receivedAt`: sender, keys, text.
        return MessageIdentity(hashing: line[..<id.lowerBound] + line[next...])
    }

    /// Whether `text` is a line of this log without its end. What is shorter than the start that lines of other origin have, too, is not told apart.
    static func isBeginning(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.starts(with: start) else { return false }
        return [MessageChannel.meta, .twilio].contains { channel in
            let head = start + Array(#""source":"\#(channel.rawValue)","line":1,"id":"#.utf8)
            return text.starts(with: head) || head.starts(with: text)
        }
    }

    private static let start = Array(#"{"type":"message","#.utf8)
    private static let idKey = Array(#""id":"#.utf8)
    private static let arrivalKey = Array(#""receivedAt":"#.utf8)

    private static func range(of key: [UInt8], in line: ArraySlice<UInt8>) -> Range<Int>? {
        var index = line.startIndex
        while index + key.count <= line.endIndex {
            var length = 0
            while length < key.count, line[index + length] == key[length] { length += 1 }
            if length == key.count { return index..<index + length }
            index += 1
        }
        return nil
    }

    private static func closingQuote(_ text: ArraySlice<UInt8>) -> Int? {
        var index = text.startIndex
        while index < text.endIndex {
            switch text[index] {
            case .quote: return index
            case .backslash: index += 2
            default: index += 1
            }
        }
        return nil
    }
}

/// 128 bits that stand for a message id: the first half of its SHA-256, never all zero.
struct MessageIdentity: Hashable {
    /// 16 bytes.
    let bytes: [UInt8]

    static let size = 16

    init(hashing text: ArraySlice<UInt8>) {
        var bytes = Array(SHA256.digest(Array(text)).prefix(Self.size))
        if bytes.allSatisfy({ $0 == 0 }) { bytes[0] = 1 }
        self.bytes = bytes
    }

    /// Where a table of `capacity` places, a power of two, begins to look for it.
    func place(in capacity: Int) -> Int {
        bytes.prefix(6).reduce(0) { $0 << 8 | Int($1) } & (capacity - 1)
    }
}
