import CommandLineKit
import Disk
import LeadAttribution

/// The program: a table of commands, each a function from what was asked to an exit status.
enum AttributionProgram {
    static let version = "0.1.0"

    /// What a command does. A struct around the function, because Swift 6.3 crashes on a generic argument that is a function type with
    /// a typed throw.
    struct Action: Sendable {
        let run: @Sendable (Invocation, Desk) throws(FileError) -> RunStatus
    }

    static let table: CommandTable<Action> = CommandTable(
        program: "attribution", version: version,
        summary: "Reads messages from any source and says which partner each lead belongs to, and why",
        examples: [
            Example("swift run attribution explain \"Код: КТМ 482 здравствуйте\"", effect: "Say whose lead one message is"),
            Example("swift run attribution check \"WhatsApp Chat with Anna.zip\"", effect: "Report on an exported chat"),
            Example("swift run attribution check exports --format html > report.html", effect: "Report on a folder of exports as a page"),
        ],
        commands: [
            CheckCommand.command, ExplainCommand.command, StatementCommand.command,
            ReceiveCommand.command,
            NotifyCommand.command,
            PullCommand.command,
            CompletionCommand.command(of: "attribution", action: Action { invocation, desk in
                desk.console.write(CompletionCommand.script(for: table, invocation))
                return .done
            }),
        ],
        relatives: [
            RelatedProgram("sitegen", commands: [
                ("init", ["begin"]), ("new", ["add", "partner"]), ("serve", ["preview"]), ("build", ["make", "generate"]), ("list", ["ls", "partners"]),
                ("codes", ["code", "ledger"]),
            ])
        ])

    /// Runs the program with `arguments`, its own name left out.
    static func run(_ arguments: [String], environment: Environment, console: Console) -> RunStatus {
        let desk = Desk(console: console, environment: environment)
        // The arguments of a CGI program may come from whoever sent the request, so a web server gets the one command that is for it. It is
        // started for every message, and does without the table.
        if CGIRequest.isRunning(variable: desk.variable) { return ReceiveCommand.answer(desk) }
        return table.run(arguments, environment: environment, console: console) { action, invocation in
            do throws(FileError) {
                return try action.run(invocation, desk)
            } catch {
                console.complain(FailureText.text(for: error, style: console.messageStyle))
                return .couldNotRun
            }
        }
    }
}
