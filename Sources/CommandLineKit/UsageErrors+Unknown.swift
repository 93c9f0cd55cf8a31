import ByteText

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
        if let apart = takenApart(typed) { return error(message, apart) }
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
        if let relative = table.relatives.first(where: { $0.program.text == lowered }) {
            return error(message, "it is a program of its own: write `\(relative.program.text)` in place of `\(table.program.text)`")
        }
        for relative in table.relatives {
            guard let name = relative.command(meantBy: lowered) else { continue }
            return error(message, "did you mean `\(relative.program.text) \(name)`?")
        }
        // No command has a digit in its name: it is what a command of this group is about.
        if typed.contains(where: \.isNumber), let about = command?.subcommands.first(where: \.takesOneArgument) {
            return error(message, "did you mean `\(spelled) \(about.name.text) \(quoted(typed))`?")
        }
        if typed.contains(where: { "./".contains($0) }), let reader = choices.first(where: { $0.arguments.first?.description.shape.completion == .file }) {
            return error(message, "did you mean `\(spelled) \(reader.name.text) \(quoted(typed))`?")
        }
        let everyOption = Set(table.everyCommand.flatMap { $0.command.options.map(\.description.name.text) }).sorted()
        if let name = (["version", "help"] + everyOption).first(where: { $0 == lowered }) {
            return error(message, "did you mean the option `--\(name)`?")
        }
        return error(message, "the commands are " + choices.map { "`\($0.name.text)`" }.joined(separator: ", "))
    }

    /// The error for command lines that hold the program's own name once more: `sitegen sitegen build`; nil for others.
    func repeatedStart(_ words: [String]) -> UsageError? {
        let name = table.program.text
        let start = words.starts(with: ["swift", "run"]) ? 2 : 0
        guard words.count > start else { return nil }
        // Not by its beginning alone, as a command is: `site` may be a folder.
        let readings = [words[start].lowercased()] + KeyboardSlip.latinReadings(of: words[start])
        guard readings.contains(where: { EditDistance.nearestName(to: $0, among: [name]) != nil }) else { return nil }
        let twice = words[...start].joined(separator: " "), rest = words[(start + 1)...].map(quoted).joined(separator: " ")
        return error("`\(twice)` is the program's own name once more", "write `\(name) \(rest.isEmpty ? "--help" : rest)`")
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
    /// The hint for a command that is joined to another word: `codes-list`, `list--csv`, `"codes list"` in quotes.
    func takenApart(_ typed: String) -> String? {
        let marks = " -_.:=/,;"
        let lowered = typed.lowercased()
        let choices = command?.subcommands ?? table.commands
        if choices.contains(where: { $0.alsoTyped.contains(lowered) }) { return nil }
        let parts = lowered.split { marks.contains($0) }.map(String.init)
        for names in [parts, parts.reversed()] where names.count > 1 {
            let full = path.names.map(\.text) + names
            if table.everyCommand.contains(where: { $0.path.names.map(\.text) == full }) {
                return "did you mean `\(([spelled] + names).joined(separator: " "))`?"
            }
        }
        let known = choices.filter { lowered.hasPrefix($0.name.text) }.max { $0.name.text.count < $1.name.text.count }
        guard let known else { return nil }
        let rest = typed.dropFirst(known.name.text.count)
        guard let mark = rest.first, marks.contains(mark) else { return nil }
        let start = "did you mean `\(spelled) \(known.name.text)"
        if rest.hasPrefix("--") { return start + " \(rest)`?" }
        let words = rest.drop { marks.contains($0) && $0 != "-" }
        if words.isEmpty || !" =:".contains(mark) { return start + "`?" }
        return start + " \(mark == " " ? String(words) : quoted(String(words)))`?"
    }

    /// What people call the option that names the folder.
    static var wordsForFolder: [String] { ["dir", "directory", "folder", "path", "site", "cwd"] }

    var names: [String] { options.map(\.name.text) + ["help", "version"] }

    func suffix(_ value: String?) -> String { value.map { "=" + $0 } ?? "" }

    func isCyrillic(_ word: String) -> Bool { !KeyboardSlip.latinReadings(of: word).isEmpty }

    /// The option that `name` stands for, of this command, or of any where there is no command yet.
    func guess(_ name: String) -> String? {
        if let own = NameGuess.name(meantBy: name, among: names) { return own }
        if Self.wordsForFolder.contains(name.lowercased()), let folder = options.first(where: { $0.shape?.completion == .folder }) {
            return folder.name.text
        }
        if let part = name.lowercased().split(separator: "-").map(String.init).first(where: names.contains) { return part }
        if command?.action != nil { return nil }
        return NameGuess.name(meantBy: name, among: table.everyCommand.flatMap { $0.command.options.map(\.description.name.text) })
    }

    func unknownLong(_ name: String, _ value: String?, typed: String) -> UsageError {
        let message = isCyrillic(name)
            ? "`\(typed)` is typed with Cyrillic letters" : "`\(typed)` is not an option of `\(spelled)`"
        if let argument = command?.arguments.map(\.description).first(where: { $0.shape.placeholder.text.lowercased() == name.lowercased() }) {
            return error(message, "it stands alone, without an option: `\(spelled) \(argument.usage)`")
        }
        if !names.contains(name.lowercased()), let meant = options.first(where: { $0.alsoTyped.contains(name.lowercased()) }) {
            return error(message, "did you mean `\(meant.name.spelled)\(meant.shape.map { " " + $0.placeholder.text } ?? "")`?")
        }
        let owners = table.everyCommand.filter { $0.path != path && $0.command.options.contains { $0.description.name.text == name } }
        if !owners.isEmpty {
            let belongs = "it belongs to " + owners.map { "`\(table.spelled($0.path))`" }.joined(separator: ", ")
            return error(message, belongs)
        }
        if name.count == 1, let option = options.first(where: { $0.short == name.first }) {
            return error(message, "write `-\(name)` with one hyphen, or `\(option.name.spelled)`")
        }
        let isNearOwn = command?.action != nil && NameGuess.name(meantBy: name, among: names) != nil
        if !isNearOwn, let named = table.everyCommand.first(where: { $0.path.names.last?.text == name }) {
            return error(message, "`\(name)` is a command: write `\(table.spelled(named.path))`")
        }
        if value == nil, let meant = choice(meantBy: name) { return error(message, "did you mean `\(meant)`?") }
        if let meant = guess(name) { return error(message, "did you mean `--\(meant)\(suffix(value))`?") }
        if value == nil, name.count > 3, let meant = choice(likeliestFor: name) { return error(message, "did you mean `\(meant)`?") }
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
        if let named = table.everyCommand.first(where: { $0.path.names.last?.text == name }) {
            return error(message, "`\(name)` is a command: write `\(table.spelled(named.path))`")
        }
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
        let owners = table.everyCommand.filter { $0.path != path && $0.command.options.contains { $0.description.short.map(String.init) == name } }
        if !owners.isEmpty { return error(message, "it belongs to " + owners.map { "`\(table.spelled($0.path))`" }.joined(separator: ", ")) }
        if name.count == 1, let option = names.first(where: { $0.hasPrefix(name.lowercased()) }) {
            return error(message, "did you mean `--\(option)`?")
        }
        return error(message, "leave it out; if it is text and no option, write `--` before it")
    }
}
