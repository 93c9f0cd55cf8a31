import Synchronization

/// Where bytes go: a file descriptor of the process, or memory in tests.
package protocol OutputSink: Sendable {
    /// Writes all of `bytes`.
    func write(_ bytes: [UInt8]) throws(OutputFailure)
}

/// Why a sink takes no more.
package enum OutputFailure: Error, Equatable, Sendable {
    /// The reader went away (EPIPE), as `head` does when it has enough: no error, only the end.
    case readerGone
    /// What the system says: `No space left on device`.
    case failed(reason: String)
}

/// A sink that keeps what is written. A class, since console and test look at the same bytes.
package final class MemorySink: OutputSink {
    private let state: Mutex<(bytes: [UInt8], failure: OutputFailure?)>

    /// A sink that takes everything, or fails at every write.
    package init(failure: OutputFailure? = nil) { state = Mutex(([], failure)) }

    /// Keeps `bytes`, or fails as it was told to.
    package func write(_ bytes: [UInt8]) throws(OutputFailure) {
        let failure = state.withLock { state in
            if state.failure == nil { state.bytes += bytes }
            return state.failure
        }
        if let failure { throw failure }
    }

    /// All that was written, as text.
    package var text: String { String(decoding: bytes, as: UTF8.self) }
    /// All that was written.
    package var bytes: [UInt8] { state.withLock { $0.bytes } }
}
