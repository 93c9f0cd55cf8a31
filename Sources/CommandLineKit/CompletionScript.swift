/// A script that teaches a shell the commands and options of a program.
package enum CompletionScript {
    /// The shells that are taught.
    package enum Shell: String, CaseIterable, Sendable { case bash, zsh, fish }

    /// The script for `shell`, made from `table`; the same bytes for the same table.
    package static func text(for table: CommandTable<some Sendable>, shell: Shell) -> String {
        let pages = pages(of: table)
        return switch shell {
        case .bash: bash(program: table.program.text, pages: pages)
        case .zsh: zsh(program: table.program.text, pages: pages)
        case .fish: fish(program: table.program.text, pages: pages)
        }
    }
}

extension CompletionScript {
    /// What may be typed after a command's words.
    struct Page {
        /// The words, each with a space before it: ` codes list`; empty for the program alone.
        let path: String
        let subcommands: [(name: String, summary: String)]
        let options: [OptionDescription]
        let arguments: [ArgumentDescription]

        var isLeaf: Bool { subcommands.isEmpty }
    }

    /// The words of each option that takes its value from the next word, over all pages.
    static func valueOptions(_ pages: [Page]) -> [String] {
        Set(pages.flatMap(\.options).filter { $0.shape != nil }.flatMap(\.spellings)).sorted()
    }

    private static func pages<Action>(of table: CommandTable<Action>) -> [Page] {
        let help = [(name: "help", summary: "Show the help of a command")]
        let top = Page(path: "", subcommands: table.commands.map { ($0.name.text, $0.summary) } + help, options: [], arguments: [])
        let topics = table.topics.map { (name: $0.name.text, summary: $0.summary) }
        let helpPage = Page(path: " help", subcommands: table.commands.map { ($0.name.text, $0.summary) } + topics, options: [], arguments: [])
        return [top, helpPage] + table.everyCommand.map { path, command in
            Page(
                path: path.names.map { " " + $0.text }.joined(), subcommands: command.subcommands.map { ($0.name.text, $0.summary) },
                options: command.options.map(\.description), arguments: command.arguments.map(\.description))
        }
    }
}

extension OptionDescription {
    /// Everything that may be typed for it: `--quiet`, `-q`.
    var spellings: [String] { [name.spelled] + (short.map { ["-\($0)"] } ?? []) }
}
