/// The wordings of everything that can be wrong with a command line of the command at `path`.
struct UsageErrors<Action: Sendable> {
    let table: CommandTable<Action>
    let path: CommandPath

    var spelled: String { table.spelled(path) }
    var command: Command<Action>? { table.command(at: path) }
    var options: [OptionDescription] { command?.options.map(\.description) ?? [] }

    func error(_ message: String, _ hint: String) -> UsageError {
        UsageError(message, hint: hint, help: spelled + " --help")
    }

    func missingValue(_ option: OptionDescription, next: String?) -> UsageError {
        let spelling = option.name.spelled
        let placeholder = option.shape?.placeholder.text ?? ""
        guard let next, CommandWord(next) != .endOfOptions, CommandWord(next) != .plain else {
            return error("`\(spelling)` has no value", "write `\(spelling) \(placeholder)`")
        }
        return error(
            "`\(spelling)` has no value: `\(next)` that follows looks like an option",
            "write `\(spelling) \(placeholder)`, or `\(spelling)=\(next)` if that is the value")
    }

    func valueForFlag(_ option: OptionDescription, typed: String) -> UsageError {
        error("`\(option.name.spelled)` takes no value, and `\(typed)` gives one", "write `\(option.name.spelled)` alone, or leave it out")
    }

    func emptyValue(_ option: OptionDescription) -> UsageError {
        error(
            "the value of `\(option.name.spelled)` is empty",
            "write `\(option.name.spelled) \(option.shape?.placeholder.text ?? "")`, or leave the option out")
    }

    func spaceAroundEquals(_ option: OptionDescription) -> UsageError {
        error(
            "there is a space before the `=` after `\(option.name.spelled)`",
            "write `\(option.name.spelled)=\(option.shape?.placeholder.text ?? "")` without spaces")
    }

    func badValue(_ text: String, of name: String, _ problem: ValueProblem, kind: String = "") -> UsageError {
        error("\(kind)`\(name)` cannot be `\(text)`: \(problem.problem)", problem.hint)
    }

    func givenTwice(_ option: OptionDescription, _ earlier: String, _ later: String) -> UsageError {
        let what = earlier == later ? "twice" : "twice, as `\(earlier)` and as `\(later)`"
        return error("`\(option.name.spelled)` is given \(what)", "leave one of them out")
    }

    func excludeEachOther(_ names: [OptionName]) -> UsageError {
        error("\(names.map { "`\($0.spelled)`" }.joined(separator: " and ")) exclude each other", "leave \(names.count == 2 ? "one" : "all but one") of them out")
    }

    func emptyArgument() -> UsageError {
        error("an argument is empty", "write something between the quotes, or leave them out")
    }

    func missingArgument(_ argument: ArgumentDescription) -> UsageError {
        let example = command?.examples.first.map { ", for example `\($0.line)`" } ?? ""
        let usage = command?.arguments.map(\.description.usage).joined(separator: " ") ?? argument.usage
        return error(
            "`\(spelled)` needs \(argument.shape.placeholder.text): \(argument.summary)",
            "write `\(spelled) \(usage)`" + example)
    }

    func tooManyArguments(_ texts: [String], left: [String], _ strays: [StrayWords]) -> UsageError {
        let declared = command?.arguments.map(\.description) ?? []
        let isOne = left.count == 1
        let list = left.map { "`\($0)`" }.joined(separator: " ") + (isOne ? " is left over" : " are left over")
        if left.first == "help" { return error("\(list): `\(spelled)` takes no such word", "for its help, write `\(spelled) --help`") }
        func joined(_ stray: StrayWords) -> String { "`\(stray.option.spelled) \(quoted(([stray.value] + stray.words).joined(separator: " ")))`" }
        if let stray = strays.first(where: { $0.firstArgument == texts.count - left.count }), option(meantBy: left) == nil {
            return error(list, "put words that belong together in quotes: \(joined(stray))")
        }
        guard let last = declared.last else { return strayWord(left, list) }
        guard declared.count == 1 else {
            return error("\(list) after \(last.shape.placeholder.text)", "put words that belong together in quotes, as in `\"Hotel Sunrise\"`")
        }
        let marks: Set<Character> = ["“", "”", "„", "‟", "«", "»", "‘", "’"]
        let whole = texts.joined(separator: " ")
        let straight = String(whole.drop(while: marks.contains).reversed().drop(while: marks.contains).reversed())
        let quotes = straight == whole ? "put words that belong together in quotes" : "the quotes must be straight ones"
        let message = "\(list) after the \(last.shape.placeholder.text) `\(texts[0])`"
        // A name that was in quotes already, or a word with a digit, is more likely the value of an option.
        let value = isOne && straight == whole && (texts[0].contains(" ") || left[0].contains(where: \.isNumber)) ? textOption : nil
        let named = value.map { "`\(spelled) \(quoted(texts[0])) \($0.name.spelled) \(quoted(left[0]))`" }
        if let named, texts[0].contains(" ") { return error(message, "did you mean \(named)?") }
        let other = named.map { ", or name the option: \($0)" } ?? strays.first { $0.firstArgument == 0 }.map { ", or \(joined($0))" }
        return error(message, "\(quotes): `\(spelled) \(quoted(straight))`" + (other ?? ""))
    }

    /// Words after a command that takes none: other commands, options without their hyphens, a code for a neighbour, or the folder.
    private func strayWord(_ left: [String], _ list: String) -> UsageError {
        let message = "`\(spelled)` takes no arguments, and \(list)"
        if let meant = option(meantBy: left) { return error(message, "did you mean `\(spelled) \(meant)`?") }
        let word = left[0], names = path.names.map(\.text)
        if let swapped = table.everyCommand.first(where: { $0.path.names.map(\.text) == [word] + names }) {
            return error(message, "did you mean `\(table.spelled(swapped.path))`?")
        }
        if let other = table.commands.first(where: { $0.name.text == word }) {
            let start = table.spelled(CommandPath())
            return error(message, "`\(word)` is a command of its own: write `\(start) \(other.name.text)`")
        }
        let siblings = names.count > 1 ? table.command(at: CommandPath(path.names.dropLast()))?.subcommands ?? [] : []
        if word.contains(where: \.isNumber), let about = siblings.first(where: \.takesOneArgument) {
            let group = table.spelled(CommandPath(path.names.dropLast()))
            return error(message, "did you mean `\(group) \(about.name.text) \(quoted(word))`?")
        }
        guard let folder = options.first(where: { $0.shape?.completion == .folder }) else {
            return error(message, "leave \(left.count == 1 ? "it" : "them") out")
        }
        let remedy = "to name the folder, write `\(spelled) \(folder.name.spelled) \(quoted(word))`"
        let isPath = word.contains { "/.~".contains($0) }
        let text = isPath ? nil : textOption.map { "; or did you mean `\(spelled) \($0.name.spelled) \(quoted(left.joined(separator: " ")))`?" }
        return error(message, remedy + (text ?? ""))
    }

    /// The first option of this command that takes any text.
    private var textOption: OptionDescription? {
        options.first { $0.shape?.completion == .nothing && $0.shape?.problem("x") == nil }
    }

    /// The option that stray words are the name or a value of: `csv` for `--csv`, `retired` for `--status retired`, `8080` for `--port 8080`.
    private func option(meantBy words: [String]) -> String? {
        if words.count > 1 {
            let meant = words.compactMap { option(meantBy: [$0]) }
            return meant.count == words.count ? meant.joined(separator: " ") : nil
        }
        guard let word = words.first else { return nil }
        let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
        if parts.count == 2, let named = options.first(where: { $0.name.text == parts[0].lowercased() && $0.shape != nil }) {
            return "\(named.name.spelled) \(quoted(parts[1]))"
        }
        func spelled(_ name: String) -> String? {
            options.first { $0.name.text == name }.map { $0.name.spelled + ($0.shape.map { " " + $0.placeholder.text } ?? "") }
        }
        if let meant = spelled(word.lowercased()) ?? choice(meantBy: word) ?? number(word) { return meant }
        // What looks like a path is one.
        if word.count < 4 || word.contains(where: { "/.~ ".contains($0) }) { return nil }
        return choice(likeliestFor: word) ?? NameGuess.name(meantBy: word, among: options.map(\.name.text)).flatMap(spelled)
    }

    /// The option that has `word` among its choices, with it.
    func choice(meantBy word: String) -> String? { choice { words in words.first { $0 == word.lowercased() } } }

    /// The option that has a word near to `word` among its choices, with that one.
    func choice(likeliestFor word: String) -> String? { choice { NameGuess.name(meantBy: word, among: $0) } }

    private func choice(_ choose: ([String]) -> String?) -> String? {
        for option in options {
            guard case .words(let words) = option.shape?.completion, let meant = choose(words) else { continue }
            return "\(option.name.spelled) \(meant)"
        }
        return nil
    }

    /// The only option that `digits`, with a colon before them or not, can be the value of, with them.
    private func number(_ word: String) -> String? {
        let digits = word.hasPrefix(":") ? String(word.dropFirst()) : word
        guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        let takers = options.filter { $0.shape?.completion == .nothing && $0.shape?.problem(digits) == nil && $0.shape?.problem("x") != nil }
        return takers.count == 1 ? "\(takers[0].name.spelled) \(digits)" : nil
    }

    /// `text` as it must be typed: in quotes where it has a space.
    func quoted(_ text: String) -> String { text.contains(" ") ? "\"\(text)\"" : text }
}
