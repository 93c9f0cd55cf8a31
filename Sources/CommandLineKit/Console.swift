import Synchronization

/// Standard output and standard error of a run: data for other programs on the one, everything for people on the other.
///
/// Output is buffered; messages are not, and come after the output that was written before them. A reader that goes away
/// ends the output silently. A class, because all parts of a program write to the same two streams; may be used from
/// several threads.
package final class Console: Sendable {
    /// A stream and the terminal behind it.
    package struct Stream: Sendable {
        let sink: any OutputSink
        /// The width of its terminal; nil when there is none.
        let columns: Int?

        /// A stream that writes to `sink`; `columns` is the width of its terminal, nil for none.
        package init(_ sink: any OutputSink, columns: Int?) {
            self.sink = sink
            self.columns = columns
        }
    }

    /// How text looks on standard output.
    package let outputStyle: TextStyle
    /// How text looks on standard error.
    package let messageStyle: TextStyle
    /// Whether standard error is a terminal that can redraw a line.
    let canRedraw: Bool
    private let output: Stream
    private let messages: Stream
    private let state = Mutex(State())

    fileprivate struct State {
        var buffer: [UInt8] = []
        var failure: OutputFailure?
        var isQuiet = false
        var showsStatus = false
    }

    /// A console on two streams. `NO_COLOR` (no-color.org) and `TERM=dumb` turn colours off; `COLUMNS` overrides the width of
    /// a terminal.
    package init(output: Stream, messages: Stream, environment: Environment) {
        let isDumb = environment["TERM"] == "dumb"
        let columns = environment["COLUMNS"].flatMap(Int.init).flatMap { $0 > 0 ? $0 : nil }
        func style(_ stream: Stream) -> TextStyle {
            let hasColor = stream.columns != nil && !isDumb && environment["NO_COLOR"] == nil
            return TextStyle(hasColor: hasColor, columns: stream.columns.map { columns ?? $0 })
        }
        self.output = output
        self.messages = messages
        outputStyle = style(output)
        messageStyle = style(messages)
        canRedraw = messages.columns != nil && !isDumb
    }

    /// Whether everything but errors and data is left out.
    package var isQuiet: Bool { state.withLock { $0.isQuiet } }
    /// Leaves out messages and progress from here on.
    package func beQuiet() { state.withLock { $0.isQuiet = true } }

    /// What ended the output, if something did. Long streams of data look at it and stop.
    package var outputFailure: OutputFailure? { state.withLock { $0.failure } }

    /// Writes data to standard output.
    package func write(_ bytes: [UInt8]) {
        state.withLock { state in
            if output.columns != nil { clearStatus(&state) }
            guard state.failure == nil else { return }
            state.buffer += bytes
            if output.columns != nil || state.buffer.count >= 1 << 16 { flush(&state) }
        }
    }

    /// Writes text to standard output.
    package func write(_ text: String) { write(Array(text.utf8)) }

    /// Writes data that a message for people says as well: nothing where the same person would read both on a terminal.
    package func writeForPrograms(_ text: String) {
        if output.columns == nil || messages.columns == nil || isQuiet { write(text) }
    }

    /// Writes a message for people to standard error, with its line feed; nothing when quiet.
    package func say(_ text: String) {
        if !isQuiet { complain(text) }
    }

    /// Writes an error or a warning to standard error, with its line feed, even when quiet.
    package func complain(_ text: String) {
        state.withLock { state in
            clearStatus(&state)
            flush(&state)
            send(Array((text.hasSuffix("\n") ? text : text + "\n").utf8))
        }
    }

    /// Writes a question to standard error, without a line feed, even when quiet: the answer comes behind it.
    func ask(_ text: String) {
        state.withLock { state in
            clearStatus(&state)
            flush(&state)
            send(Array(text.utf8))
        }
    }

    /// Hands everything buffered to the system. To be called before the process ends.
    package func flush() { state.withLock { flush(&$0) } }

    /// Draws `text` as the last line of the terminal in place of what stood there; nothing where it cannot be redrawn.
    func showStatus(_ text: String) {
        state.withLock { state in
            guard canRedraw, !state.isQuiet else { return }
            let line = DisplayWidth.truncated(text, to: (messageStyle.columns ?? 80) - 1)
            send(Array("\r\(Self.eraseLine)\(line)".utf8))
            state.showsStatus = true
        }
    }

    /// Removes the line that `showStatus` drew.
    func clearStatus() { state.withLock { clearStatus(&$0) } }
}

private extension Console {
    /// Erase to the end of the line (ECMA-48, EL).
    static let eraseLine = "\u{1B}[K"

    func clearStatus(_ state: inout State) {
        guard state.showsStatus else { return }
        send(Array("\r\(Self.eraseLine)".utf8))
        state.showsStatus = false
    }

    func flush(_ state: inout State) {
        guard !state.buffer.isEmpty else { return }
        do throws(OutputFailure) { try output.sink.write(state.buffer) } catch { state.failure = error }
        state.buffer.removeAll(keepingCapacity: true)
    }

    func send(_ bytes: [UInt8]) {
        // Nobody is left to hear that standard error is gone.
        do throws(OutputFailure) { try messages.sink.write(bytes) } catch {}
    }
}
