/// The wordings for names that are no names, with what was probably meant.
extension UsageErrors {
    func missingCommand() -> UsageError {
        let names = (command?.subcommands ?? table.commands).map(\.name.text)
        return error("`\(spelled)` needs a command after it", "write \(oneOf(names.map { "\(spelled) \($0)" }))")
    }

    func unknownCommand(_ typed: String) -> UsageError {
        if let command, command.subcommands.isEmpty {
            return error("`\(typed)` is left over: `\(spelled)` has no commands of its own", "for its help, write `\(spelled) --help`")
        }
        let choices = command?.subcommands ?? table.commands
        let message = isCyrillic(typed) ? "`\(typed)` is typed with Cyrillic letters" : "`\(typed)` is not a command of `\(spelled)`"
        let lowered = typed.lowercased()
        if let command = choices.first(where: { $0.alsoTyped.contains(lowered) }) {
            return error(message, "did you mean `\(spelled) \(command.name.text)`?")
        }
        if lowered == "?" || lowered == "/?" { return error(message, "for help, write `\(spelled) --help`") }
        if let topic = table.topics.first(where: { $0.name.text == lowered || $0.alsoTyped.contains(lowered) }) {
            return error(message, "read `\(table.spelled(CommandPath())) help \(topic.name.text)`")
        }
        if let name = NameGuess.name(meantBy: typed, among: choices.map(\.name.text) + ["help"]) {
            return error(message, "did you mean `\(spelled) \(name)`?")
        }
        let elsewhere = table.everyCommand.filter { $0.path.names.count > 1 || !path.names.isEmpty }
        if let name = NameGuess.name(meantBy: typed, among: elsewhere.compactMap { $0.path.names.last?.text }),
            let found = elsewhere.first(where: { $0.path.names.last?.text == name })
        {
            return error(message, "did you mean `\(table.spelled(found.path))`?")
        }
        let everyOption = Set(table.everyCommand.flatMap { $0.command.options.map(\.description.name.text) }).sorted()
        if let name = (["version", "help"] + everyOption).first(where: { $0 == lowered }) {
            return error(message, "did you mean the option `--\(name)`?")
        }
        return error(message, "the commands are " + choices.map { "`\($0.name.text)`" }.joined(separator: ", "))
    }

    func unknownOption(_ word: CommandWord, typed: String) -> UsageError {
        switch word {
        case .long(let name, let value): return unknownLong(name, value, typed: "--" + name)
        case .short(let name, let value): return unknownShort(name, value)
        case .longDashes(let name, let value): return longDashes(typed: typed, name: name, value: value)
        case .plain, .endOfOptions: preconditionFailure("`\(typed)` is no option")
        }
    }

    func longDashes(typed: String, name: String, value: String?) -> UsageError {
        let message = "`\(typed)` begins with a long dash where options have hyphens"
        if name.count == 1 { return error(message, "write `-\(name)`") }
        let meant = guess(name) ?? name
        return error(message, "write `--\(meant)\(suffix(value))` with two hyphens")
    }
}

private extension UsageErrors {
    var names: [String] { options.map(\.name.text) + ["help", "version"] }

    func suffix(_ value: String?) -> String { value.map { "=" + $0 } ?? "" }

    func isCyrillic(_ word: String) -> Bool { !KeyboardSlip.latinReadings(of: word).isEmpty }

    /// The option that `name` stands for, of this command, or of any where there is no command yet.
    func guess(_ name: String) -> String? {
        if let own = NameGuess.name(meantBy: name, among: names) { return own }
        if command?.action != nil { return nil }
        return NameGuess.name(meantBy: name, among: table.everyCommand.flatMap { $0.command.options.map(\.description.name.text) })
    }

    func unknownLong(_ name: String, _ value: String?, typed: String) -> UsageError {
        let message = isCyrillic(name)
            ? "`\(typed)` is typed with Cyrillic letters" : "`\(typed)` is not an option of `\(spelled)`"
        let owners = table.everyCommand.filter { $0.path != path && $0.command.options.contains { $0.description.name.text == name } }
        if !owners.isEmpty {
            let belongs = "it belongs to " + owners.map { "`\(table.spelled($0.path))`" }.joined(separator: ", ")
            return error(message, belongs)
        }
        if name.count == 1, let option = options.first(where: { $0.short == name.first }) {
            return error(message, "write `-\(name)` with one hyphen, or `\(option.name.spelled)`")
        }
        if let named = table.everyCommand.first(where: { $0.path.names.last?.text == name }) {
            return error(message, "`\(name)` is a command: write `\(table.spelled(named.path))`")
        }
        if value == nil, let meant = choice(meantBy: name) { return error(message, "did you mean `\(meant)`?") }
        if let meant = guess(name) { return error(message, "did you mean `--\(meant)\(suffix(value))`?") }
        return error(message, "leave it out; if it is text and no option, write `--` before it")
    }

    func unknownShort(_ name: String, _ value: String?) -> UsageError {
        if name == "?" { return error("`-?` is not an option of `\(spelled)`", "did you mean `--help`?") }
        let typed = "-" + name
        let everyOption = table.everyCommand.flatMap { $0.command.options.map(\.description.name.text) }
        if names.contains(name) || everyOption.contains(name) {
            return error("`\(typed)` has one hyphen where a long name has two", "write `--\(name)\(suffix(value))`")
        }
        let message = isCyrillic(name)
            ? "`\(typed)` is typed with Cyrillic letters" : "`\(typed)` is not an option of `\(spelled)`"
        let shorts = options.filter { option in option.short.map { name.contains($0) } ?? false }
        if name.count > 1, Set(name).isSubset(of: Set(shorts.compactMap(\.short))) {
            return error(message, "write each letter apart: \(name.map { "`-\($0)`" }.joined(separator: " "))")
        }
        if let letter = name.first, let option = shorts.first(where: { $0.short == letter }), option.shape != nil {
            return error(message, "write `-\(letter) \(name.dropFirst())` with a space, or `\(option.name.spelled) \(name.dropFirst())`")
        }
        if name.count > 1, let meant = guess(name) { return error(message, "did you mean `--\(meant)\(suffix(value))`?") }
        if name.count == 1, let short = options.first(where: { $0.short.map(String.init) == name.lowercased() }) {
            return error(message, "did you mean `-\(name.lowercased())`, which is `\(short.name.spelled)`?")
        }
        if name.count == 1, let option = names.first(where: { $0.hasPrefix(name.lowercased()) }) {
            return error(message, "did you mean `--\(option)`?")
        }
        return error(message, "leave it out; if it is text and no option, write `--` before it")
    }
}
