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
/// Memory is bounded by the chunk size and by the longest message that is kept, never by the length of the source.
package protocol MessageReader {
    /// Replaces what `batch` holds by the next messages; false, and an empty batch, at the end. Bad input is a diagnostic and is
    /// skipped; only a machine that fails is thrown.
    mutating func read(into batch: inout MessageBatch) throws(FileError) -> Bool

    /// What there was to say about the source so far; complete after the last batch.
    var diagnostics: [Diagnostic] { get }

    /// Who wrote how much, for sources that do not say which side is the business; complete after the last batch.
    var chat: ChatSummary? { get }
}

extension MessageReader {
    package var chat: ChatSummary? { nil }
}
