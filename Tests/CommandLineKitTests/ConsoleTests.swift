import CommandLineKit
import Diagnostics
import Synchronization
import Testing

@Suite struct ConsoleTests {
    @Test(arguments: [
        (80, [:], true), (nil, [:], false), (80, ["NO_COLOR": "1"], false), (80, ["NO_COLOR": ""], true), (80, ["TERM": "dumb"], false),
    ] as [(Int?, [String: String], Bool)])
    func `there is colour on a terminal that wants it`(columns: Int?, environment: [String: String], hasColor: Bool) {
        let recording = ConsoleRecording(columns: columns, environment: Environment(environment))
        #expect(recording.console.outputStyle.hasColor == hasColor)
        #expect(recording.console.messageStyle.hasColor == hasColor)
    }

    @Test(arguments: [(nil, [:], 80), (20, [:], 40), (64, [:], 64), (300, [:], 100), (64, ["COLUMNS": "50"], 50), (64, ["COLUMNS": "x"], 64)]
        as [(Int?, [String: String], Int)])
    func `running text is as wide as the terminal, within reason`(columns: Int?, environment: [String: String], width: Int) {
        #expect(ConsoleRecording(columns: columns, environment: Environment(environment)).console.outputStyle.textWidth == width)
    }

    @Test func `data goes to standard output and everything else to standard error`() {
        let recording = ConsoleRecording()
        recording.console.write("data\n")
        recording.console.say("1 page")
        recording.console.complain("no partners")
        #expect(recording.output == "data\n")
        #expect(recording.messages == "1 page\nno partners\n")
    }

    @Test func `a quiet console still gives data and errors`() {
        let recording = ConsoleRecording()
        recording.console.beQuiet()
        recording.console.write("data\n")
        recording.console.say("1 page")
        recording.console.report(
            [Diagnostic("X002", .note, at: nil, "by the way"), Diagnostic("X001", .error, at: nil, "it is wrong", hint: "mend it")]
        ) { _ in nil }
        #expect(recording.output == "data\n")
        #expect(recording.messages == "error: it is wrong [X001]\n  hint: mend it\n")
    }

    @Test func `a reader that goes away ends the output without a word`() {
        let recording = ConsoleRecording(outputFailure: .readerGone)
        let status = run(["build"], recording) { console in
            console.write("data\n")
            return .done
        }
        #expect(status == .done)
        #expect(recording.console.outputFailure == .readerGone)
        #expect(recording.messages == "")
    }

    @Test func `an output that cannot be written is an error`() {
        let recording = ConsoleRecording(outputFailure: .failed(reason: "No space left on device"))
        let status = run(["build"], recording) { console in
            console.write("data\n")
            return .done
        }
        #expect(status == .couldNotRun)
        #expect(recording.messages == "error: standard output cannot be written: No space left on device\n")
    }

    @Test(arguments: [RunStatus.done, .foundErrors, .couldNotRun])
    func `the status of a command is the status of the run`(status: RunStatus) {
        #expect(run(["build"], ConsoleRecording()) { _ in status } == status)
    }

    @Test func `quiet is understood wherever a command lists it`() {
        let recording = ConsoleRecording()
        _ = run(["build", "--quiet"], recording) { console in
            console.say("1 page")
            return .done
        }
        #expect(recording.messages == "")
    }

    @Test func `help and version go to standard output, mistakes to standard error`() {
        let version = ConsoleRecording()
        #expect(run(["--version"], version) == .done)
        #expect(version.output == "sitegen 0.1.0\n")
        let help = ConsoleRecording()
        #expect(run(["new", "--help"], help) == .done)
        #expect(help.output.hasPrefix("sitegen new: Add a partner\n") && help.messages == "")
        let mistake = ConsoleRecording()
        #expect(run(["nwe"], mistake) == .couldNotRun)
        #expect(mistake.output == "")
        #expect(mistake.messages == """
            error: `nwe` is not a command of `sitegen`
              hint: did you mean `sitegen new`?
              see `sitegen --help`

            """)
        let nothing = ConsoleRecording()
        #expect(run([], nothing) == .couldNotRun)
        #expect(nothing.messages.hasPrefix("sitegen 0.1.0: ") && nothing.output == "")
    }

    @Test func `what a message says as well is written for programs alone`() {
        for (columns, isQuiet, written) in [(nil, false, "x\n"), (80, false, ""), (80, true, "x\n")] as [(Int?, Bool, String)] {
            let recording = ConsoleRecording(columns: columns)
            if isQuiet { recording.console.beQuiet() }
            recording.console.writeForPrograms("x\n")
            #expect(recording.output == written)
        }
    }

    @Test func `a command can refuse a combination of options itself`() {
        let recording = ConsoleRecording()
        let status = Sample.table.run(["build"], environment: Environment([:]), console: recording.console, isBySwift: false) {
            (_, invocation) throws(UsageError) in
            throw UsageError("`--a` and `--b` exclude each other", hint: "leave one of them out", in: invocation)
        }
        #expect(status == .couldNotRun)
        #expect(recording.messages.hasSuffix("exclude each other\n  hint: leave one of them out\n  see `sitegen build --help`\n"))
    }

    private func run(_ words: [String], _ recording: ConsoleRecording, perform: (Console) -> RunStatus = { _ in .done }) -> RunStatus {
        Sample.table.run(words, environment: Environment([:]), console: recording.console, isBySwift: false) { _, _ in perform(recording.console) }
    }
}

@Suite struct ProgressLineTests {
    /// A clock that stands still until it is set.
    final class HandClock: Sendable {
        let time = Mutex(Duration.zero)
        func set(_ milliseconds: Int) { time.withLock { $0 = .milliseconds(milliseconds) } }
    }

    @Test func `the line shows after a second, ten times a second, and is gone at the end`() {
        let recording = ConsoleRecording(columns: 40)
        let progress = draw(on: recording, at: [0, 500, 999, 1000, 1050, 1099, 1100, 1101])
        #expect(recording.messages == "\r\u{1B}[KWriting pages: 1,003 of 12,345\r\u{1B}[KWriting pages: 1,006 of 12,345")
        progress.finish()
        progress.finish()
        #expect(recording.messages.hasSuffix("of 12,345\r\u{1B}[K"))
    }

    @Test func `a message takes the place of the line`() {
        let recording = ConsoleRecording(columns: 40)
        _ = draw(on: recording, at: [1500])
        recording.console.say("done")
        #expect(recording.messages.hasSuffix("of 12,345\r\u{1B}[Kdone\n"))
    }

    @Test func `data on the same terminal removes the line before it is written`() {
        let recording = ConsoleRecording(columns: 40)
        _ = draw(on: recording, at: [1500])
        recording.console.write("data\n")
        #expect(recording.messages.hasSuffix("of 12,345\r\u{1B}[K"))
    }

    @Test func `the line never wraps`() {
        let recording = ConsoleRecording(columns: 12)
        _ = draw(on: recording, at: [1500])
        #expect(recording.messages == "\r\u{1B}[KWriting pa…")
    }

    @Test(arguments: [ConsoleRecording(), ConsoleRecording(columns: 80, environment: Environment(["TERM": "dumb"]))])
    func `there is no line in a pipe or on a terminal that cannot erase`(recording: ConsoleRecording) {
        draw(on: recording, at: [1500]).finish()
        #expect(recording.messages == "")
    }

    @Test func `there is no line when quiet`() {
        let recording = ConsoleRecording(columns: 80)
        recording.console.beQuiet()
        draw(on: recording, at: [1500]).finish()
        #expect(recording.messages == "")
    }

    private func draw(on recording: ConsoleRecording, at times: [Int]) -> ProgressLine {
        let clock = HandClock()
        let progress = ProgressLine(on: recording.console) { clock.time.withLock { $0 } }
        for (index, time) in times.enumerated() {
            clock.set(time)
            progress.show("Writing pages", done: 1000 + index, of: 12_345)
        }
        return progress
    }
}
