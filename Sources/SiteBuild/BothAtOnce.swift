import Dispatch
import Synchronization

/// Does two pieces of work that need nothing of one another, on two cores where there are two.
func bothAtOnce<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
    let results = Mutex<(first: First?, second: Second?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { number in
        if number == 0 {
            let result = first()
            results.withLock { $0.first = result }
        } else {
            let result = second()
            results.withLock { $0.second = result }
        }
    }
    return results.withLock { results in
        guard let first = results.first, let second = results.second else { preconditionFailure("both pieces of work were done") }
        return (first, second)
    }
}
