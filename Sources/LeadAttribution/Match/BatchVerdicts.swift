import Disk
import Dispatch
import Synchronization

/// The verdicts on the messages of a batch that say more than “none”, worked out on every core while the next batch is read.
///
/// A final class, for the threads that work on a batch share it.
final class BatchVerdicts: Sendable {
    typealias Found = (index: Int, verdict: Verdict)

    /// So few that no core waits long for another, so many that handing them out costs nothing.
    private static let messagesAtATime = 250

    private struct Progress {
        var nextPart = 0
        var parts: [[Found]]
    }

    private let batch: MessageBatch
    private let matcher: Matcher
    private let period: MessagePeriod
    private let progress: Mutex<Progress>
    private let others = DispatchGroup()

    /// Begins with the verdicts of `matcher` on the messages of other people than the business that lie `within` the period.
    init(on batch: MessageBatch, by matcher: Matcher, within period: MessagePeriod) {
        self.batch = batch
        self.matcher = matcher
        self.period = period
        let partCount = (batch.records.count + Self.messagesAtATime - 1) / Self.messagesAtATime
        progress = Mutex(Progress(parts: [[Found]](repeating: [], count: partCount)))
        // This thread is one of them, once `all` is asked for.
        for _ in 1..<max(1, min(processorCount(), partCount)) { DispatchQueue.global().async(group: others) { self.work() } }
    }

    /// All of them, in order of the messages. Works along until they are there.
    func all() -> [Found] {
        work()
        others.wait()
        return progress.withLock { $0.parts.flatMap { $0 } }
    }

    private func work() {
        while let part = nextPart() {
            let first = part * Self.messagesAtATime
            let found = verdicts(first..<min(first + Self.messagesAtATime, batch.records.count))
            progress.withLock { $0.parts[part] = found }
        }
    }

    private func nextPart() -> Int? {
        progress.withLock { progress in
            guard progress.nextPart < progress.parts.count else { return nil }
            progress.nextPart += 1
            return progress.nextPart - 1
        }
    }

    private func verdicts(_ range: Range<Int>) -> [Found] {
        var found: [Found] = []
        for index in range {
            if batch.records[index].direction == .own || !period.contains(batch.records[index].time) { continue }
            let verdict = matcher.verdict(on: batch.bytes, in: batch.records[index].text)
            if verdict.kind != .none { found.append((index, verdict)) }
        }
        return found
    }
}
