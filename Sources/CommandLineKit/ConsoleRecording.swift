/// A console that keeps what is written to it, for tests of commands without a process.
package struct ConsoleRecording {
    /// The console to hand to what is tested.
    package let console: Console
    private let outputSink: MemorySink
    private let messageSink = MemorySink()

    /// A recording; with `columns` both streams are a terminal of that width.
    package init(columns: Int? = nil, environment: Environment = Environment([:]), outputFailure: OutputFailure? = nil) {
        outputSink = MemorySink(failure: outputFailure)
        console = Console(
            output: .init(outputSink, columns: columns), messages: .init(messageSink, columns: columns), environment: environment)
    }

    /// What standard output has got so far.
    package var output: String {
        console.flush()
        return outputSink.text
    }

    /// What standard error has got so far.
    package var messages: String { messageSink.text }
}
