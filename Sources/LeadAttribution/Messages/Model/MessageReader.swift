package import Diagnostics
package import Disk

/// Reads the messages of one source, a batch at a time, in the order of the source.
///
///     var batch = MessageBatch()
///     while try reader.read(into: &batch) {
///         for index in batch.records.indices { match(batch.bytes, batch.textRange(at: index)) }
///     }
///     report(reader.diagnostics)
///
/// `read` is made of three steps, for those who have several cores: `fetch` and `settle` go through the source in its order and do little,
/// `MessageBatch.takeApart` between them does most of the work and needs nothing but the batch.
///
/// Memory is bounded by the chunk size and by the longest message that is kept, never by the length of the source.
package protocol MessageReader {
    /// Replaces what `batch` holds by the next piece of the source, which may come to no message at all; false, and an empty batch, at the
    /// end. Bad input is a diagnostic and is skipped; only a machine that fails is thrown.
    mutating func fetch(into batch: inout MessageBatch) throws(FileError) -> Bool

    /// Takes in what taking `batch` apart showed of the source as a whole. Every batch that was fetched comes here, in the same order.
    mutating func settle(_ batch: MessageBatch)

    /// What there was to say about the source so far; complete once the last batch is settled.
    var diagnostics: [Diagnostic] { get }

    /// The chat that this is an export of, its senders not counted; nil for sources that say which side is the business.
    var chat: ChatSummary? { get }
}

extension MessageReader {
    package mutating func settle(_ batch: MessageBatch) {}
    package var chat: ChatSummary? { nil }

    /// Replaces what `batch` holds by the next messages; false, and an empty batch, at the end.
    package mutating func read(into batch: inout MessageBatch) throws(FileError) -> Bool {
        while try fetch(into: &batch) {
            batch.takeApart()
            settle(batch)
            if !batch.records.isEmpty { return true }
        }
        return false
    }
}
