import CommandLineKit
import Diagnostics
import Disk
import SiteBuild

/// The program: a table of commands, each a function from what was asked to an exit status.
enum Sitegen {
    /// What a command does. (A struct around the function: the compiler cannot yet carry a typed throw through a generic.)
    struct Action: Sendable {
        let run: @Sendable (Invocation, Workplace) throws(FileError) -> RunStatus
    }

    static let table: CommandTable<Action> = CommandTable(
        program: "sitegen", version: SiteBuilder.version,
        summary: "Builds a landing page for every partner of a business, each with a WhatsApp button that carries the partner's code",
        examples: [
            Example("swift run sitegen init my-site", effect: "Begin a site of your own"),
            Example("swift run sitegen new \"Hotel Sunrise\"", effect: "Add a partner"),
            Example("swift run sitegen serve", effect: "Look at the site while you change it"),
            Example("swift run sitegen build", effect: "Build the site into public/"),
            Example("swift run sitegen list", effect: "See every partner's code and page"),
        ],
        commands: [
            InitCommand.command, NewCommand.command, ServeCommand.command, BuildCommand.build, BuildCommand.check, ListCommand.command,
            CodesCommand.group,
            CompletionCommand.command(of: "sitegen", action: Action { invocation, workplace in
                workplace.console.write(CompletionCommand.script(for: table, invocation))
                return .done
            }),
        ],
        topics: HelpTopics.all,
        relatives: [
            RelatedProgram("attribution", commands: [
                ("check", ["report", "leads", "read", "chat"]), ("explain", ["message"]), ("statement", ["account", "commission", "pay"]),
                ("receive", ["webhook"]), ("notify", []), ("pull", ["twilio", "fetch"]),
            ])
        ])

    /// Runs the program with `arguments`, its own name left out.
    static func run(_ arguments: [String], environment: Environment, console: Console, leftovers: Leftovers = Leftovers()) -> RunStatus {
        table.run(arguments, environment: environment, console: console) { action, invocation in
            do throws(FileError) {
                return try action.run(invocation, Workplace(invocation: invocation, environment: environment, console: console, leftovers: leftovers))
            } catch {
                console.complain(FailureText.text(for: error, style: console.messageStyle))
                return .couldNotRun
            }
        }
    }
}

/// The options that several commands take.
enum SiteOptions {
    static let root = Option("root", .folder(), default: ".", fallback: "this folder", summary: "The folder that holds site.json")
    static let output = Option("output", .folder(), summary: "Where to put the site", fallback: "public in the site's folder")
    static let dryRun = Option(flag: "dry-run", short: "n", summary: "Say what would change and change nothing")
    static let json = Option(flag: "json", summary: "Print JSON for other programs")
    static let csv = Option(flag: "csv", summary: "Print CSV for a spreadsheet")
}
