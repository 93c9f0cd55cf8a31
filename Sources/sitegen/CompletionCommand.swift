import CommandLineKit
import Disk

/// `sitegen completion SHELL`: teaches a shell this program's words.
enum CompletionCommand {
    private static let shell = Argument(ValueReader<CompletionScript.Shell>.choice(CompletionScript.Shell.self, "SHELL"), summary: "The shell")

    static let command: Command<Sitegen.Action> = Command(
        "completion", summary: "Teach your shell the commands and options",
        discussion: "Prints a script. With it, the Tab key completes commands, options and folders. The script's first line says where it belongs.",
        examples: [
            Example("eval \"$(sitegen completion bash)\"", effect: "In ~/.bashrc: completion in bash"),
            Example("source <(sitegen completion zsh)", effect: "In ~/.zshrc: completion in zsh"),
            Example("sitegen completion fish > ~/.config/fish/completions/sitegen.fish", effect: "Completion in fish"),
        ],
        arguments: [shell], alsoTyped: ["completions", "autocomplete"],
        action: Sitegen.Action(run: run))

    private static func run(_ invocation: Invocation, _ workplace: Workplace) throws(FileError) -> RunStatus {
        workplace.console.write(CompletionScript.text(for: Sitegen.table, shell: invocation[shell]))
        return .done
    }
}
