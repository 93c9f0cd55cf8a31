/// What a manual is made of and checked against.
extension CommandTable {
    /// The words of every command and group, in the order of the help.
    package var everyCommandPath: [[String]] { everyCommand.map { $0.path.names.map(\.text) } }

    /// The names of the help's topics.
    package var topicNames: [String] { topics.map(\.name.text) }

    /// The help of the command that `words` name, or of the program for none; empty where there is no such command.
    package func helpText(for words: [String], in style: TextStyle) -> String {
        if words.isEmpty { return helpText(at: CommandPath(), in: style) }
        return everyCommand.first { $0.path.names.map(\.text) == words }.map { helpText(at: $0.path, in: style) } ?? ""
    }

    /// The page of a topic; empty where there is no such topic.
    package func topicText(_ name: String, in style: TextStyle) -> String {
        topics.first { $0.name.text == name }?.page(program: program.text, in: style) ?? ""
    }

    /// What is wrong with a command line, without the program's own name; nil when nothing is.
    package func complaint(about words: [String]) -> UsageError? {
        if case .refused(let error) = request(for: words, environment: Environment([:])) { error } else { nil }
    }

    /// The long options of the command that `words` name, each as it is typed.
    package func optionNames(of words: [String]) -> [String] {
        everyCommand.first { $0.path.names.map(\.text) == words }?.command.options.map(\.description.name.spelled) ?? []
    }
}
