import Disk
import Dispatch
import Synchronization

/// The verdicts on the messages of a batch that say more than “none”, in order; worked out on every core.
///
/// Measured on two cores with a chat of 86 bytes a message: a batch of 256 KB takes 1.1 ms on both and 2 ms on one.
struct BatchVerdicts: Sendable {
    /// Fewer messages than this a core are not worth the starting of it.
    private static let messagesWorthCore = 200

    private(set) var all: [(index: Int, verdict: Verdict)] = []

    /// The verdicts of `matcher` on the messages of other people than the business that lie `within` the period.
    init(on batch: MessageBatch, by matcher: Matcher, within period: MessagePeriod) {
        let count = batch.records.count
        let workers = max(1, min(processorCount(), count / Self.messagesWorthCore))
        if workers == 1 {
            all = Self.verdicts(on: batch, 0..<count, matcher, period)
            return
        }
        let parts = Mutex([[(index: Int, verdict: Verdict)]](repeating: [], count: workers))
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            let part = Self.verdicts(on: batch, count * worker / workers..<count * (worker + 1) / workers, matcher, period)
            parts.withLock { $0[worker] = part }
        }
        all = parts.withLock { $0.flatMap { $0 } }
    }

    private static func verdicts(
        on batch: MessageBatch, _ range: Range<Int>, _ matcher: Matcher, _ period: MessagePeriod
    ) -> [(index: Int, verdict: Verdict)] {
        var found: [(index: Int, verdict: Verdict)] = []
        for index in range {
            let record = batch.records[index]
            if record.direction == .own || !period.contains(record.time) { continue }
            let verdict = matcher.verdict(on: batch.bytes, in: record.text)
            if verdict.kind != .none { found.append((index, verdict)) }
        }
        return found
    }
}
