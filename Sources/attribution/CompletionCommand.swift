import CommandLineKit
import Disk

/// `attribution completion SHELL`: teaches a shell this program's words.
enum CompletionCommand {
    private static let shell = Argument(ValueReader<CompletionScript.Shell>.choice(CompletionScript.Shell.self, "SHELL"), summary: "The shell")

    static let command: Command<AttributionProgram.Action> = Command(
        "completion", summary: "Teach your shell the commands and options",
        discussion: "Prints a script. With it, the Tab key completes commands, options and folders. The script's first line says where it belongs.",
        examples: [
            Example("eval \"$(attribution completion bash)\"", effect: "In ~/.bashrc: completion in bash"),
            Example("source <(attribution completion zsh)", effect: "In ~/.zshrc: completion in zsh"),
            Example("attribution completion fish > ~/.config/fish/completions/attribution.fish", effect: "Completion in fish"),
        ],
        arguments: [shell], alsoTyped: ["completions", "autocomplete"],
        action: AttributionProgram.Action(run: run))

    private static func run(_ invocation: Invocation, _ desk: Desk) throws(FileError) -> RunStatus {
        desk.console.write(CompletionScript.text(for: AttributionProgram.table, shell: invocation[shell]))
        return .done
    }
}
