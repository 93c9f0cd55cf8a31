/// Everything a program takes on its command line; parsing, help and completion scripts follow from this one value.
package struct CommandTable<Action: Sendable>: Sendable {
    let program: CommandName
    let version: String
    /// One line, without a full stop.
    let summary: String
    let examples: [Example]
    let commands: [Command<Action>]
    let topics: [HelpTopic]
    /// Programs that belong to this one, for people who mix up which does what.
    package let relatives: [RelatedProgram]

    /// A table; that it does not contradict itself is a precondition (`help` is a command and `--help`, `-h` and `--version`
    /// are options of every table already).
    package init(
        program: CommandName, version: String, summary: String, examples: [Example], commands: [Command<Action>], topics: [HelpTopic] = [],
        relatives: [RelatedProgram] = []
    ) {
        self.program = program
        self.version = version
        self.summary = summary
        self.examples = examples
        self.commands = commands
        self.topics = topics
        self.relatives = relatives
        checkConsistency()
    }

    /// What `arguments` (without the program's own name) ask for.
    package func request(for arguments: [String], environment: Environment) -> CommandRequest<Action> {
        do throws(UsageError) {
            return try CommandParser(table: self, words: arguments, environment: environment).request()
        } catch {
            return .refused(error)
        }
    }
}

/// What a command line asks for.
package enum CommandRequest<Action: Sendable>: Sendable {
    case run(Action, Invocation)
    /// The help of the command, or of the program for an empty path.
    case help(CommandPath)
    case topic(HelpTopic)
    /// The program's name alone: the same page, but nothing was done.
    case nothing
    case version
    case refused(UsageError)
}

/// The names of a command from the program's down: `codes`, `list`.
package struct CommandPath: Hashable, Sendable {
    let names: [CommandName]
    init(_ names: [CommandName] = []) { self.names = names }

    func appending(_ name: CommandName) -> CommandPath { CommandPath(names + [name]) }
}

extension CommandTable {
    /// Every command and group with its path, groups before their commands.
    var everyCommand: [(path: CommandPath, command: Command<Action>)] {
        func walk(_ commands: [Command<Action>], under parent: CommandPath) -> [(path: CommandPath, command: Command<Action>)] {
            commands.flatMap { command in
                let path = parent.appending(command.name)
                return [(path, command)] + walk(command.subcommands, under: path)
            }
        }
        return walk(commands, under: CommandPath())
    }

    /// The command at `path`; nil for the program itself.
    func command(at path: CommandPath) -> Command<Action>? {
        everyCommand.first { $0.path == path }?.command
    }

    /// As it is typed: `sitegen codes list`.
    func spelled(_ path: CommandPath) -> String { ([program] + path.names).map(\.text).joined(separator: " ") }
}

private extension CommandTable {
    func checkConsistency() {
        var takesValue: [OptionName: Bool] = [:]
        checkNames(commands)
        precondition(Set(topics.map(\.name)).isDisjoint(with: commands.map(\.name)), "a topic has the name of a command")
        for (path, command) in everyCommand {
            checkNames(command.subcommands)
            precondition(!command.examples.isEmpty, "\(spelled(path)) has no example")
            let options = command.options.map(\.description)
            let shorts = options.compactMap(\.short) + ["h"]
            precondition(Set(options.map(\.name)).count == options.count, "an option is listed twice in \(spelled(path))")
            precondition(Set(shorts).count == shorts.count, "a short option is listed twice in \(spelled(path))")
            for option in options {
                precondition(!["help", "version"].contains(option.name), "\(option.name.spelled) belongs to every table")
                let known = takesValue.updateValue(option.shape != nil, forKey: option.name)
                precondition(known == nil || known == (option.shape != nil), "\(option.name.spelled) has two kinds")
            }
            let arguments = command.arguments.map(\.description)
            precondition(
                Set(arguments.map(\.shape.placeholder)).count == arguments.count, "two arguments of \(spelled(path)) have one name")
            precondition(!arguments.dropLast().contains(where: \.isRepeated), "only the last argument repeats in \(spelled(path))")
            precondition(
                !zip(arguments, arguments.dropFirst()).contains { $0.minimum < $1.minimum }, "a needed argument comes first")
        }
    }

    func checkNames(_ commands: [Command<Action>]) {
        let names = commands.map(\.name) + ["help"]
        precondition(Set(names).count == names.count, "two commands have one name")
    }
}
