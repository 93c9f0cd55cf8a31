import Dispatch
import Synchronization

/// Does two pieces of work that need nothing of one another, on two cores where there are two: the first on the caller's, so that it may
/// spread over others in its turn (what `concurrentPerform` runs may not).
func bothAtOnce<First: Sendable, Second: Sendable>(
    _ first: () -> First, _ second: @escaping @Sendable () -> Second
) -> (First, Second) {
    let other = OtherWork(second)
    DispatchQueue.global().async { other.doUnlessTaken() }
    return (first(), other.result())
}

/// A piece of work that another thread does, or whoever asks for the result before one has begun.
private final class OtherWork<Result: Sendable>: Sendable {
    private let isTaken = Atomic(false)
    private let isDone = DispatchSemaphore(value: 0)
    private let outcome = Mutex<Result?>(nil)
    private let work: @Sendable () -> Result

    init(_ work: @escaping @Sendable () -> Result) { self.work = work }

    func doUnlessTaken() {
        guard take() else { return }
        let result = work()
        outcome.withLock { $0 = result }
        isDone.signal()
    }

    func result() -> Result {
        if take() { return work() }
        isDone.wait()
        // Whose it is alone from here on: a list that two hold would be copied by the first change.
        guard let result = outcome.withLock({ $0.take() }) else { preconditionFailure("the work was done") }
        return result
    }

    /// Whether the caller is the first who wants to do it.
    private func take() -> Bool { !isTaken.exchange(true, ordering: .acquiringAndReleasing) }
}
