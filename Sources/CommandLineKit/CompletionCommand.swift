/// `completion SHELL`, the same in every program: teaches a shell the program's words.
package enum CompletionCommand {
    private static let shell = Argument(ValueReader<CompletionScript.Shell>.choice(CompletionScript.Shell.self, "SHELL"), summary: "The shell")

    /// The command of `program`; its action prints `script`.
    package static func command<Action>(of program: CommandName, action: Action) -> Command<Action> {
        let name = program.text
        return Command(
            "completion", summary: "Teach your shell the commands and options",
            discussion: "Prints a script. With it, the Tab key completes commands, options and folders. The script's first line says where it belongs.",
            examples: [
                Example("eval \"$(\(name) completion bash)\"", effect: "In ~/.bashrc: completion in bash"),
                Example("source <(\(name) completion zsh)", effect: "In ~/.zshrc: completion in zsh"),
                Example("\(name) completion fish > ~/.config/fish/completions/\(name).fish", effect: "Completion in fish"),
            ],
            arguments: [shell], alsoTyped: ["completions", "autocomplete"],
            action: action)
    }

    /// The script that `invocation` asks for, made from `table`.
    package static func script(for table: CommandTable<some Sendable>, _ invocation: Invocation) -> String {
        CompletionScript.text(for: table, shell: invocation[shell])
    }
}
