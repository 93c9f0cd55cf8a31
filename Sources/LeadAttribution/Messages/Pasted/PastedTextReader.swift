import ByteText
import Diagnostics
import Disk

/// Reads what somebody pasted: all of it is one message of a person, or a WhatsApp link whose ready text is the message.
struct PastedTextReader: MessageReader {
    private var source: TextSource
    private let sample: Sample
    private let name: String
    private var isDone = false
    private(set) var diagnostics: [Diagnostic] = []

    init(_ source: TextSource, sample: Sample, name: String) {
        self.source = source
        self.sample = sample
        self.name = name
    }

    mutating func fetch(into batch: inout MessageBatch) throws(FileError) -> Bool {
        batch.removeAll(source: name)
        guard !isDone else { return false }
        isDone = true
        var bytes = sample.bytes
        if !sample.isWhole {
            bytes = Array(bytes.prefix(MessageBatch.textLimit))
            diagnostics.append(MessageDiagnostics.messageCut(name, line: 1))
        }
        if let invalid = UTF8Text.firstInvalidOffset(in: bytes), sample.isWhole || invalid + 4 < bytes.count {
            diagnostics.append(MessageDiagnostics.notUTF8(name, line: 1 + bytes[..<invalid].count { $0 == .lineFeed }))
        }
        var text = bytes[...]
        while let last = text.last, last.isASCIIWhitespace { text.removeLast() }
        let start = text.firstIndex { !$0.isASCIIWhitespace } ?? text.endIndex
        guard start < text.endIndex else {
            diagnostics.append(Diagnostic("R016", .error, at: SourceLocation(path: name), "there is nothing to read"))
            return false
        }
        text = text[start...]
        batch.bytes = WhatsAppLink.readyText(text) ?? Array(text)
        if batch.bytes.count > MessageBatch.textLimit {
            batch.bytes = Array(batch.bytes.prefix(MessageBatch.textLimit))
            diagnostics.append(MessageDiagnostics.messageCut(name, line: 1))
        }
        batch.records = [MessageRecord(
            line: 1 + bytes[..<start].count { $0 == .lineFeed }, offset: start + source.skipped, time: nil, direction: .inbound,
            channel: .text, flags: diagnostics.contains { $0.id == "R013" } ? .cut : [], sender: 0..<0, text: 0..<batch.bytes.count)]
        return true
    }
}

/// Links that open a chat with a text ready to send (faq.whatsapp.com, “How to use click to chat”).
enum WhatsAppLink {
    private static let beginnings = [
        "https://wa.me/", "http://wa.me/", "wa.me/", "https://www.wa.me/", "https://api.whatsapp.com/send", "http://api.whatsapp.com/send",
        "api.whatsapp.com/send", "https://web.whatsapp.com/send", "https://whatsapp.com/send", "https://www.whatsapp.com/send",
        "whatsapp://send", "https://t.me/", "http://t.me/", "t.me/",
    ].map { Array($0.utf8) }

    /// The decoded `text` of the link that `text` is; nil where it is no such link, or a link without a text.
    static func readyText(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        let lower = text.prefix(40).map(\.asciiLowercased)
        guard beginnings.contains(where: { lower.starts(with: $0) }), !text.contains(where: \.isASCIIWhitespace),
              let question = text.firstIndex(of: UInt8(ascii: "?"))
        else { return nil }
        let query = text[(question + 1)...].prefix { $0 != UInt8(ascii: "#") }
        for pair in query.split(separator: .ampersand) where pair.starts(with: Array("text=".utf8)) {
            return PercentEncoding.decode(pair.dropFirst(5), plusIsSpace: true)
        }
        return nil
    }
}
