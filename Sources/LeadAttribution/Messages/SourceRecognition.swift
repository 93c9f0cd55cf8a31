import ByteText

/// The kinds of source that a user can name.
package enum SourceKind: String, Sendable, CaseIterable {
    /// Pasted text: one message.
    case text
    /// A chat export, or lines copied from WhatsApp Web; archived or not.
    case chat
    /// Twilio's message log (CSV or JSON) or its saved requests.
    case twilio
    /// Saved requests of the Meta Cloud API.
    case meta
    /// The log that `attribution receive` writes, or the output of `attribution check --format jsonl`.
    case leads
}

/// Tells by its content what a source is. The name of a file says nothing: phones and people rename them.
enum SourceRecognition {
    /// The form that the bytes have. JSON of Twilio, of Meta and of the lead log is told apart record by record.
    enum Form: Equatable {
        case archive, packed, chat, json, forms, text
        case table(separator: UInt8)
    }

    /// The form of the source that begins with `sample`. What is nothing else is text that somebody pasted.
    static func recognise(_ sample: [UInt8], isWhole: Bool, forced: SourceKind?) -> Form {
        if sample.starts(with: [0x50, 0x4B, 0x03, 0x04]) || sample.starts(with: [0x50, 0x4B, 0x05, 0x06]) { return .archive }
        if sample.starts(with: [0x1F, 0x8B, 0x08]) { return .packed }
        switch forced {
        case .text: return .text
        case .chat: return .chat
        case .meta, .leads: return .json
        case .twilio: return structured(sample) ?? .table(separator: .comma)
        case nil: return structured(sample) ?? (looksLikeChat(sample, isWhole: isWhole) ? .chat : .text)
        }
    }
}

private extension SourceRecognition {
    static func structured(_ sample: [UInt8]) -> Form? {
        let start = sample.firstIndex { !$0.isASCIIWhitespace } ?? sample.count
        guard start < sample.count else { return nil }
        if looksLikeJSON(sample[start...]) { return .json }
        let lineEnd = sample.firstOffset(of: .lineFeed, in: start..<sample.count)
        let line = Array(sample[start..<min(lineEnd, start + 65_536)])
        if looksLikeForm(line) { return .forms }
        return (TwilioTableReader.separator(ofHeader: line) ?? separatorOfTable(sample[start...])).map(Form.table)
    }

    /// An object, or a list of objects. An iOS export begins with a bracket too, but a date follows it.
    static func looksLikeJSON(_ text: ArraySlice<UInt8>) -> Bool {
        var rest = text
        while rest.first == .openBracket { rest = rest.dropFirst().drop { $0.isASCIIWhitespace } }
        if rest.first == .closeBracket { return rest.startIndex > text.startIndex }
        guard rest.first == .openBrace else { return false }
        let inner = rest.dropFirst().drop { $0.isASCIIWhitespace }.first
        return inner == .quote || inner == .closeBrace || inner == nil
    }

    /// `name=value&name=value` without spaces, with at least two of the names that Twilio always sends.
    static func looksLikeForm(_ line: [UInt8]) -> Bool {
        guard !line.contains(.space), line.contains(.ampersand) else { return false }
        let names = line.split(separator: .ampersand).map { pair in String(decoding: pair.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self) }
        let known: Set = [
            "MessageSid", "SmsSid", "SmsMessageSid", "AccountSid", "From", "To", "Body", "WaId", "SmsStatus", "MessageStatus", "NumMedia",
        ]
        return names.count { known.contains($0) } >= 2
    }

    /// What separates the columns of some table or other: three rows at least, all of as many columns, three at least, below short names. A
    /// table without texts must not pass for a message.
    static func separatorOfTable(_ text: ArraySlice<UInt8>) -> UInt8? {
        let lines = text.prefix(16_384).split(separator: .lineFeed, omittingEmptySubsequences: false).prefix(3)
        guard lines.count == 3, let header = lines.first else { return nil }
        return [UInt8.comma, .semicolon, .tab].first { separator in
            let names = header.split(separator: separator, omittingEmptySubsequences: false)
            let isHeader = names.count >= 3 && names.allSatisfy { name in
                1...40 ~= name.count && !name.contains { $0.isASCIIDigit || [.dot, .colon, .ascii("!"), .ascii("?")].contains($0) }
                    && name.first != .space
            }
            return isHeader && lines.allSatisfy { line in
                var isQuoted = false
                return names.count - 1 == line.count { byte in
                    if byte == .quote { isQuoted.toggle() }
                    return byte == separator && !isQuoted
                }
            }
        }
    }

    /// Headers with senders: two of them, or one that does not read like a span of time that somebody wrote.
    static func looksLikeChat(_ sample: [UInt8], isWhole: Bool) -> Bool {
        guard let format = ChatFormat.detect(sample, sample.count) else { return false }
        var headers = 0
        var senders = 0
        var hasPlausibleSender = false
        format.forEachHeader(sample, sample.count) { header in
            headers += 1
            guard let name = senderName(sample, header.end) else { return headers < 10 }
            senders += 1
            if name.count <= 64, !name.contains(.comma), name.first.map({ !$0.isASCIIDigit }) ?? false { hasPlausibleSender = true }
            return headers < 10
        }
        return headers >= 2 && (senders >= 1 || format.form.isBracketed || headers >= 5) || headers == 1 && hasPlausibleSender
    }

    static func senderName(_ bytes: [UInt8], _ start: Int) -> ArraySlice<UInt8>? {
        var index = start
        while index < bytes.count, index - start < 300, bytes[index] != .lineFeed {
            if bytes[index] == .colon, index + 1 == bytes.count || bytes[index + 1].isASCIIWhitespace {
                return index > start ? bytes[start..<index] : nil
            }
            index += 1
        }
        return nil
    }
}
