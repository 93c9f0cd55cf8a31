extension CommandTable {
    /// Runs a command line: answers help, version and mistakes itself and hands everything else to `perform`. Flushes the
    /// console; an output that failed otherwise than by a reader that went away is said and makes the status `couldNotRun`.
    package func run(
        _ arguments: [String], environment: Environment, console: Console,
        perform: (Action, Invocation) throws(UsageError) -> RunStatus
    ) -> RunStatus {
        var status: RunStatus
        do throws(UsageError) {
            status = try respond(to: request(for: arguments, environment: environment), console: console, perform: perform)
        } catch {
            console.complain(error.text(in: console.messageStyle))
            status = .couldNotRun
        }
        console.flush()
        if case .failed(let reason) = console.outputFailure {
            console.complain("\(console.messageStyle.paint("error", .error)): standard output cannot be written: \(reason)")
            status = .couldNotRun
        }
        return status
    }

    /// The help of the command at `path`, laid out for `style`.
    package func helpText(at path: CommandPath, in style: TextStyle) -> String { HelpPage(self, path: path, style: style).text }
}

/// `--quiet`, which `CommandTable.run` understands wherever a command lists it.
package enum SharedOptions {
    /// Leaves out everything but data, warnings and errors.
    package static let quiet = Option(flag: "quiet", short: "q", summary: "Say nothing but errors")
}

private extension CommandTable {
    func respond(
        to request: CommandRequest<Action>, console: Console, perform: (Action, Invocation) throws(UsageError) -> RunStatus
    ) throws(UsageError) -> RunStatus {
        switch request {
        case .run(let action, let invocation):
            if invocation.lists(SharedOptions.quiet), invocation[SharedOptions.quiet] { console.beQuiet() }
            return try perform(action, invocation)
        case .help(let path):
            console.write(asTyped(helpText(at: path, in: console.outputStyle)))
            return .done
        case .topic(let topic):
            console.write(topic.page(program: program.text, in: console.outputStyle))
            return .done
        case .nothing:
            console.complain(asTyped(helpText(at: CommandPath(), in: console.messageStyle)))
            return .couldNotRun
        case .version:
            console.write("\(program.text) \(version)\n")
            return .done
        case .refused(let error):
            throw error
        }
    }

    /// `text` with its command lines as this process was started: a program that is installed has no `swift run` before it.
    func asTyped(_ text: String) -> String {
        ProcessStart.isBySwift ? text : text.replacing("swift run \(program.text)", with: program.text)
    }
}
