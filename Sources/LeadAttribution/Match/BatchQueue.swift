import Dispatch
import Synchronization

/// Batches that several cores read at once, handed back in the order in which they came.
///
/// A final class, for the threads that read share it.
final class BatchQueue: Sendable {
    private struct State {
        /// Not begun yet.
        var waiting: [(number: Int, batch: MessageBatch)] = []
        var finished: [(number: Int, reading: BatchReading)] = []
        /// The threads that are at work beside the one that asks.
        var helpers = 0
        /// The numbers of the next batch to come and of the next to go.
        var nextIn = 0
        var nextOut = 0

        /// A batch to read; where there is none, a helper leaves.
        mutating func takeWaiting(orLeave isHelper: Bool = false) -> (number: Int, batch: MessageBatch)? {
            if !waiting.isEmpty { return waiting.removeFirst() }
            if isHelper { helpers -= 1 }
            return nil
        }

        mutating func takeFinished() -> BatchReading? {
            guard let place = finished.firstIndex(where: { $0.number == nextOut }) else { return nil }
            nextOut += 1
            return finished.remove(at: place).reading
        }
    }

    private let reader: BatchReader
    private let helperLimit: Int
    private let state = Mutex(State())
    private let finishedOne = DispatchSemaphore(value: 0)

    /// A queue before `cores` cores, of which one is the caller's.
    init(_ reader: BatchReader, cores: Int) {
        self.reader = reader
        helperLimit = max(0, cores - 1)
    }

    /// So many batches keep every core busy while the first is taken in.
    var isFull: Bool { state.withLock { $0.nextIn - $0.nextOut >= helperLimit + 3 } }

    func put(_ batch: consuming MessageBatch) {
        let needsHelper = state.withLock { state in
            state.waiting.append((state.nextIn, batch))
            state.nextIn += 1
            guard state.helpers < helperLimit else { return false }
            state.helpers += 1
            return true
        }
        if needsHelper { DispatchQueue.global().async { self.help() } }
    }

    /// The next reading, in the order in which the batches came; nil where there is none any more. Reads along until it is there.
    func next() -> BatchReading? {
        while true {
            let (isEmpty, reading) = state.withLock { ($0.nextIn == $0.nextOut, $0.takeFinished()) }
            if isEmpty || reading != nil { return reading }
            if let (number, batch) = state.withLock({ $0.takeWaiting() }) { read(number, batch) } else { finishedOne.wait() }
        }
    }
}

private extension BatchQueue {
    func help() {
        while let (number, batch) = state.withLock({ $0.takeWaiting(orLeave: true) }) { read(number, batch) }
    }

    func read(_ number: Int, _ batch: consuming MessageBatch) {
        let reading = reader.read(batch)
        state.withLock { $0.finished.append((number, reading)) }
        finishedOne.signal()
    }
}
