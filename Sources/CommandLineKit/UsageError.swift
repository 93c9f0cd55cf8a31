import Diagnostics

/// A command line that was not understood: one line of what is wrong, one of what to do, and where to read more.
package struct UsageError: Error, Equatable, Sendable {
    /// What is wrong, without a full stop; what was typed in backticks.
    package let message: String
    /// What to do.
    package let hint: String
    /// The command line that shows the help: `sitegen build --help`.
    package let help: String

    /// An error that a command finds itself, such as two options that exclude each other.
    package init(_ message: String, hint: String, in invocation: Invocation) {
        self.init(message, hint: hint, help: invocation.command + " --help")
    }

    init(_ message: String, hint: String, help: String) {
        self.message = visible(message)
        self.hint = visible(hint)
        self.help = help
    }

    /// Three lines, in the form of a diagnostic.
    package func text(in style: TextStyle) -> String {
        style.complaint(message, hint: hint) + "  see `\(help)`\n"
    }
}
