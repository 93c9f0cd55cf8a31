package import Diagnostics

extension CommandTable {
    /// Runs a command line: answers help, version and mistakes itself and hands everything else to `perform`. Flushes the
    /// console; an output that failed otherwise than by a reader that went away is said and makes the status `couldNotRun`.
    /// `isBySwift`: command lines that are to be copied begin with `swift run`.
    package func run(
        _ arguments: [String], environment: Environment, console: Console, isBySwift: Bool = ProcessStart.isBySwift,
        perform: (Action, Invocation) throws(UsageError) -> RunStatus
    ) -> RunStatus {
        var status: RunStatus
        do throws(UsageError) {
            status = try respond(to: request(for: arguments, environment: environment), console: console, isBySwift: isBySwift, perform: perform)
        } catch {
            console.complain(error.asTyped(by: self, isBySwift: isBySwift).text(in: console.messageStyle))
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
        to request: CommandRequest<Action>, console: Console, isBySwift: Bool, perform: (Action, Invocation) throws(UsageError) -> RunStatus
    ) throws(UsageError) -> RunStatus {
        switch request {
        case .run(let action, let invocation):
            if invocation.lists(SharedOptions.quiet), invocation[SharedOptions.quiet] { console.beQuiet() }
            return try perform(action, invocation)
        case .help(let path):
            console.write(asTyped(helpText(at: path, in: console.outputStyle), isBySwift: isBySwift))
            return .done
        case .topic(let topic):
            console.write(topic.page(program: program.text, in: console.outputStyle) { asTyped($0, isBySwift: isBySwift) })
            return .done
        case .nothing:
            console.complain(asTyped(helpText(at: CommandPath(), in: console.messageStyle), isBySwift: isBySwift))
            return .couldNotRun
        case .version:
            console.write("\(program.text) \(version)\n")
            return .done
        case .refused(let error):
            throw error
        }
    }

}

extension CommandTable {
    /// The names of this program and of those that belong to it.
    private var programs: [String] { [program.text] + relatives.map(\.program.text) }

    /// `text` with its command lines as this process was started: a program that is installed has no `swift run` before it, and in a
    /// clone a command in backticks would not be found without it.
    package func asTyped(_ text: String, isBySwift: Bool = ProcessStart.isBySwift) -> String {
        programs.reduce(text) { text, name in
            isBySwift
                ? text.replacing("`\(name) ", with: "`swift run \(name) ") : text.replacing("swift run \(name)", with: name)
        }
    }
}

extension CommandTable {
    /// `diagnostics` with the command lines of their hints as this process was started.
    package func asTyped(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.map { diagnostic in
            var typed = diagnostic
            typed.hint = diagnostic.hint.map { asTyped($0) }
            return typed
        }
    }
}

private extension UsageError {
    /// The same with what is to be typed as this process was started.
    func asTyped<Action>(by table: CommandTable<Action>, isBySwift: Bool) -> UsageError {
        UsageError(
            message, hint: table.asTyped(hint, isBySwift: isBySwift),
            help: isBySwift && !help.hasPrefix("swift run ") ? "swift run " + help : help)
    }
}
