import Synchronization

/// One line on the terminal that says how far long work is: `Writing pages: 12,345 of 100,000`.
///
/// Nothing shows unless standard error is a terminal and the work has lasted a second; it is redrawn ten times a second at
/// most, so that it may be called for every item. A class, because the threads of a stage share it.
package final class ProgressLine: Sendable {
    private let console: Console
    private let now: @Sendable () -> Duration
    private let nextDrawing: Mutex<Duration>

    /// A line for work that begins now; `now` is a clock that never goes back, such as `ContinuousClock.elapsed()`.
    package init(on console: Console, now: @escaping @Sendable () -> Duration) {
        self.console = console
        self.now = now
        nextDrawing = Mutex(now() + .seconds(1))
    }

    /// Says that `done` of `total` is done of a task such as "Writing pages"; a total of nil is not known.
    package func show(_ task: String, done: Int, of total: Int? = nil) {
        let isDue = nextDrawing.withLock { next in
            let time = now()
            if time < next { return false }
            next = time + .milliseconds(100)
            return true
        }
        guard isDue else { return }
        console.showStatus("\(task): \(grouped(done))" + (total.map { " of \(grouped($0))" } ?? ""))
    }

    /// Removes the line. Any other message removes it too.
    package func finish() { console.clearStatus() }
}

extension ContinuousClock {
    /// A function that gives the time since this call.
    package static func elapsed() -> @Sendable () -> Duration {
        let start = now
        return { start.duration(to: now) }
    }
}
