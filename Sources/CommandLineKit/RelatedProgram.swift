/// Another program of the same package, and the words by which its commands are known.
package struct RelatedProgram: Sendable {
    package let program: CommandName
    /// Its commands, each with other words that people type when they mean it.
    package let commands: [(name: String, alsoTyped: [String])]

    package init(_ program: CommandName, commands: [(name: String, alsoTyped: [String])]) {
        self.program = program
        self.commands = commands
    }

    /// The command that `word`, in small letters, is or stands for; nil where it is neither.
    func command(meantBy word: String) -> String? {
        commands.first { $0.name == word || $0.alsoTyped.contains(word) }?.name
    }
}
