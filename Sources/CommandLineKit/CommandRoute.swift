/// The part of a command line that says which command is meant, found before its options are read.
///
/// Whether an option takes the next word as its value is known from the whole table, where a name has one kind.
struct CommandRoute {
    /// The command's names as typed, down to the first that is none.
    private(set) var names: [String] = []
    /// The indexes of the words in `names`.
    private(set) var consumed: Set<Int> = []
    private(set) var asksForHelp = false
    private(set) var asksForVersion = false
    /// What follows the word `help`; nil where that word does not stand in a command's place.
    private(set) var helpTopic: [String]?
    /// The first option before the command that no command of the table takes: its value may look like a wrong command.
    private(set) var unknownOption: String?

    init<Action>(table: CommandTable<Action>, words: [String]) {
        let known = table.everyCommand.flatMap { $0.command.options.map(\.description) }
        var choices: [Command<Action>]? = table.commands
        var areOptionsOver = false
        var index = 0
        while index < words.count {
            defer { index += 1 }
            let isRouting = choices?.isEmpty == false
            let word = areOptionsOver ? .plain : CommandWord(words[index])
            switch word {
            case .plain:
                if helpTopic != nil {
                    helpTopic?.append(words[index])
                } else if let commands = choices, !commands.isEmpty {
                    if words[index] == "help" {
                        helpTopic = names
                        continue
                    }
                    names.append(words[index])
                    consumed.insert(index)
                    choices = commands.first { $0.name.text == words[index] }?.subcommands
                }
            case .endOfOptions:
                areOptionsOver = true
            case .long("help", nil), .short("h", nil):
                asksForHelp = true
            case .long("version", nil):
                asksForVersion = true
            case .long(_, let value), .short(_, let value):
                let option = known.first { $0.isSpelled(word) }
                if option == nil, isRouting, unknownOption == nil { unknownOption = words[index] }
                let next = index + 1
                if option?.shape != nil, value == nil, next < words.count, !CommandWord(words[next]).looksLikeOption { index = next }
            case .longDashes:
                if isRouting, unknownOption == nil { unknownOption = words[index] }
            }
        }
    }
}
