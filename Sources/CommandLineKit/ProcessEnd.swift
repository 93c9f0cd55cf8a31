import Synchronization

/// What lasts until the process ends.
package enum ProcessEnd {
    private static let kept = Mutex<[any Sendable]>([])

    /// Keeps `value`, for the system to take back with all else: to take many thousand partners apart before takes longer than to start the
    /// program. For what a command has made once, at its end.
    package static func keep(_ value: some Sendable) {
        kept.withLock { $0.append(value) }
    }
}
