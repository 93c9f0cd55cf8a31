import Dispatch
import Synchronization

/// Batches that several cores read at once, handed back in the order in which they came.
///
/// A final class, for the threads that read share it.
final class BatchQueue: Sendable {
    private struct State {
        /// Not begun yet.
        var waiting: [BatchReading] = []
        var finished: [BatchReading] = []
        /// The threads that are at work beside the one that asks.
        var helpers = 0
        /// The numbers of the next batch to come and of the next to go.
        var nextIn = 0
        var nextOut = 0

        /// One to fill; where there is none, a helper leaves.
        mutating func takeWaiting(orLeave isHelper: Bool = false) -> BatchReading? {
            if !waiting.isEmpty { return waiting.removeFirst() }
            if isHelper { helpers -= 1 }
            return nil
        }

        mutating func takeFinished() -> BatchReading? {
            guard let place = finished.firstIndex(where: { $0.number == nextOut }) else { return nil }
            nextOut += 1
            return finished.remove(at: place)
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

    /// Puts in a reading whose batch was fetched; the caller keeps an empty one, for what two hold is copied as soon as one fills it.
    func put(_ reading: inout BatchReading) {
        let needsHelper = state.withLock { state in
            reading.number = state.nextIn
            state.waiting.append(reading.taken())
            state.nextIn += 1
            guard state.helpers < helperLimit else { return false }
            state.helpers += 1
            return true
        }
        if needsHelper { DispatchQueue.global().async { self.help() } }
    }

    /// The next reading, filled, in the order in which they were put in; nil where there is none any more. Works along until it is there.
    func next() -> BatchReading? {
        while true {
            let (isEmpty, reading) = state.withLock { ($0.nextIn == $0.nextOut, $0.takeFinished()) }
            if isEmpty || reading != nil { return reading }
            guard var waiting = state.withLock({ $0.takeWaiting() }) else {
                finishedOne.wait()
                continue
            }
            waiting.fill(by: reader)
            finish(&waiting)
        }
    }
}

private extension BatchQueue {
    func help() {
        while var waiting = state.withLock({ $0.takeWaiting(orLeave: true) }) {
            waiting.fill(by: reader)
            finish(&waiting)
        }
    }

    func finish(_ reading: inout BatchReading) {
        state.withLock { $0.finished.append(reading.taken()) }
        finishedOne.signal()
    }
}
