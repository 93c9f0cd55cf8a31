import ByteText
import Diagnostics
@testable import LeadAttribution

/// What a source gave, with the text in full, for tests.
struct Reading: Equatable {
    var messages: [Message]
    var diagnostics: [Diagnostic]
    var chat: ChatSummary?

    var ids: [String] { diagnostics.map(\.id) }
    var texts: [String] { messages.map(\.text) }
    /// `2025-03-14T09:15:00 Name: text` a message.
    var lines: [String] { messages.map { "\($0.time?.iso8601 ?? "-") \($0.sender ?? "-"): \($0.text)" } }

    init(
        _ bytes: [UInt8], name: String = "chat.txt", pieces: [Int] = [], canRestart: Bool = true, options: ReadingOptions = ReadingOptions()
    ) throws {
        let source = MemorySource(bytes, pieces: pieces, canRestart: canRestart)
        var reader = try MessageSource.open(source, name: name, options: options)
        try self.init(draining: &reader)
    }

    init(_ text: String, name: String = "chat.txt", options: ReadingOptions = ReadingOptions()) throws {
        try self.init(Array(text.utf8), name: name, options: options)
    }

    init(path: String, options: ReadingOptions = ReadingOptions()) throws {
        var reader = try MessageSource.open(path: path, options: options)
        try self.init(draining: &reader)
    }

    /// All that `reader` gives.
    init(draining reader: inout any MessageReader) throws {
        messages = []
        chat = reader.chat
        var tally = SenderTally()
        var batch = MessageBatch()
        while try reader.read(into: &batch) {
            messages += batch.records.indices.map(batch.message)
            if chat != nil { for index in batch.records.indices { _ = tally.count(batch, index) } }
        }
        chat?.senders = tally.senders
        diagnostics = reader.diagnostics
    }
}

extension ReadingOptions {
    static func small(sample: Int, chunk: Int) -> ReadingOptions {
        var options = ReadingOptions()
        options.sampleSize = sample
        options.chunkSize = chunk
        return options
    }
}
