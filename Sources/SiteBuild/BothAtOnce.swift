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
    private enum State {
        case waiting
        case taken
        case done(Result)
    }

    private let state = Mutex(State.waiting)
    private let isDone = DispatchSemaphore(value: 0)
    private let work: @Sendable () -> Result

    init(_ work: @escaping @Sendable () -> Result) { self.work = work }

    func doUnlessTaken() {
        guard take() else { return }
        let result = work()
        state.withLock { $0 = .done(result) }
        isDone.signal()
    }

    func result() -> Result {
        if take() { return work() }
        isDone.wait()
        return state.withLock { state in
            guard case .done(let result) = state else { preconditionFailure("the work was done") }
            // Whose it is alone from here on: a list that two hold would be copied by the first change.
            state = .taken
            return result
        }
    }

    private func take() -> Bool {
        state.withLock { state in
            guard case .waiting = state else { return false }
            state = .taken
            return true
        }
    }
}
