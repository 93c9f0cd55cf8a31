/// Reads a command line: first which command it names, then that command's options and arguments.
///
/// Options may stand anywhere, even before the command. The first thing that is wrong is the error that is thrown.
struct CommandParser<Action: Sendable> {
    let table: CommandTable<Action>
    let words: [String]
    let environment: Environment

    func request() throws(UsageError) -> CommandRequest<Action> {
        let route = CommandRoute(table: table, words: words)
        if words.isEmpty { return .nothing }
        if route.asksForVersion { return .version }
        if let words = route.helpTopic {
            if words == ["help"] { return .help(CommandPath()) }
            if words.count == 1, let topic = table.topics.first(where: { $0.name.text == words[0] }) { return .topic(topic) }
            do throws(UsageError) {
                return .help(try path(of: words))
            } catch {
                guard words.count == 1, let topic = NameGuess.name(meantBy: words[0], among: table.topics.map(\.name.text)) else { throw error }
                let program = table.spelled(CommandPath())
                throw UsageErrors(table: table, path: CommandPath()).error(
                    "`\(words[0])` is neither a command nor a topic", "did you mean `\(program) help \(topic)`?")
            }
        }
        let path: CommandPath
        do throws(UsageError) {
            path = try self.path(of: route.names)
        } catch {
            let errors = UsageErrors(table: table, path: CommandPath())
            guard let option = route.unknownOption else { throw errors.repeatedStart(words) ?? error }
            throw errors.unknownOption(CommandWord(option), typed: option)
        }
        if route.asksForHelp { return .help(path) }
        guard let command = table.command(at: path), let action = command.action else { throw missingCommand(at: path, route) }
        let rest = words.indices.filter { !route.consumed.contains($0) }.map { words[$0] }
        return .run(action, try invocation(of: command, at: path, rest))
    }
}

private extension CommandParser {
    /// The path that `names` spell; a name that is no command ends it with an error.
    func path(of names: [String]) throws(UsageError) -> CommandPath {
        var path = CommandPath()
        for name in names {
            let choices = table.command(at: path)?.subcommands ?? table.commands
            guard let command = choices.first(where: { $0.name.text == name }) else {
                throw UsageErrors(table: table, path: path).unknownCommand(name)
            }
            path = path.appending(command.name)
        }
        return path
    }

    func missingCommand(at path: CommandPath, _ route: CommandRoute) -> UsageError {
        let errors = UsageErrors(table: table, path: path)
        guard let option = route.unknownOption else { return errors.missingCommand() }
        return errors.unknownOption(CommandWord(option), typed: option)
    }

    func invocation(of command: Command<Action>, at path: CommandPath, _ words: [String]) throws(UsageError) -> Invocation {
        let errors = UsageErrors(table: table, path: path)
        let declared = command.options.map(\.description)
        var options = Dictionary(uniqueKeysWithValues: declared.map { ($0.name, [String]()) })
        var arguments: [String] = []
        var strays: [StrayWords] = []
        var isAfterValue = false
        var index = 0
        while index < words.count {
            let word = words[index]
            index += 1
            switch CommandWord(word) {
            case .plain:
                if isAfterValue { strays[strays.count - 1].words.append(word) }
                arguments.append(word)
            case .endOfOptions:
                isAfterValue = false
                arguments += words[index...]
                index = words.count
            case .longDashes(let name, let value):
                throw errors.longDashes(typed: word, name: name, value: value)
            case .long(let name, let value), .short(let name, let value):
                guard let option = declared.first(where: { $0.isSpelled(CommandWord(word)) }) else {
                    throw errors.unknownOption(CommandWord(word), typed: word)
                }
                isAfterValue = option.shape != nil
                guard let shape = option.shape else {
                    if value != nil { throw errors.valueForFlag(option, typed: word) }
                    options[option.name] = [name]
                    continue
                }
                let isNext = value == nil && index < words.count && !CommandWord(words[index]).looksLikeOption
                guard let text = value ?? (isNext ? words[index] : nil) else {
                    throw errors.missingValue(option, next: index < words.count ? words[index] : nil)
                }
                if isNext { index += 1 }
                if text.isEmpty { throw errors.emptyValue(option) }
                if isNext, text.hasPrefix("=") { throw errors.spaceAroundEquals(option) }
                if let problem = shape.problem(text) { throw errors.badValue(text, of: option.name.spelled, problem) }
                if let earlier = options[option.name]?.first, !option.isRepeated { throw errors.givenTwice(option, earlier, text) }
                options[option.name, default: []].append(text)
                strays.append(StrayWords(option: option.name, value: text, firstArgument: arguments.count))
            }
        }
        let alternatives = command.alternatives.filter { options[$0]?.isEmpty == false }
        if alternatives.count > 1 { throw errors.excludeEachOther(alternatives) }
        for option in declared where options[option.name, default: []].isEmpty {
            guard let name = option.environment, let text = environment[name], let shape = option.shape else { continue }
            if let problem = shape.problem(text) { throw errors.badValue(text, of: name.text, problem, kind: "environment variable ") }
            options[option.name] = [text]
        }
        return Invocation(
            command: table.spelled(path), options: options,
            arguments: try assign(arguments, to: command.arguments.map(\.description), strays.filter { !$0.words.isEmpty }, errors))
    }

    func assign(
        _ texts: [String], to declared: [ArgumentDescription], _ strays: [StrayWords], _ errors: UsageErrors<Action>
    ) throws(UsageError) -> [Placeholder: [String]] {
        if texts.contains("") { throw errors.emptyArgument() }
        var values: [Placeholder: [String]] = [:]
        var left = texts[...]
        for argument in declared {
            let taken = argument.isRepeated ? left : left.prefix(1)
            if taken.count < argument.minimum { throw errors.missingArgument(argument) }
            values[argument.shape.placeholder] = Array(taken)
            left = left.dropFirst(taken.count)
        }
        if !left.isEmpty { throw errors.tooManyArguments(texts, left: Array(left), strays) }
        for argument in declared {
            for text in values[argument.shape.placeholder, default: []] {
                guard let problem = argument.shape.problem(text) else { continue }
                throw errors.badValue(text, of: argument.shape.placeholder.text, problem)
            }
        }
        return values
    }
}

/// Words that stand directly behind the value of an option, and may belong to it: `Dive` of `--name Blue Dive`.
struct StrayWords {
    let option: OptionName
    let value: String
    /// The index of the first of the words among the arguments.
    let firstArgument: Int
    var words: [String] = []
}

extension OptionDescription {
    /// Whether `word` is this option's long or short spelling.
    func isSpelled(_ word: CommandWord) -> Bool {
        switch word {
        case .long(let typed, _): typed == name.text
        case .short(let typed, _): short.map { typed == String($0) } ?? false
        case .plain, .endOfOptions, .longDashes: false
        }
    }
}
