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

    func tooManyArguments(_ texts: [String], left: [String]) -> UsageError {
        let declared = command?.arguments.map(\.description) ?? []
        let isOne = left.count == 1
        let list = left.map { "`\($0)`" }.joined(separator: " ") + (isOne ? " is left over" : " are left over")
        if left.first == "help" { return error("\(list): `\(spelled)` takes no such word", "for its help, write `\(spelled) --help`") }
        guard let last = declared.last else {
            if let meant = option(meantBy: left) {
                return error("`\(spelled)` takes no arguments, and \(list)", "did you mean `\(spelled) \(meant)`?")
            }
            let folder = options.first { $0.shape?.completion == .folder }
            let remedy = folder.map { "to name the folder, write `\(spelled) \($0.name.spelled) \(quoted(left[0]))`" }
            return error("`\(spelled)` takes no arguments, and \(list)", remedy ?? "leave \(isOne ? "it" : "them") out")
        }
        guard declared.count == 1 else {
            return error("\(list) after \(last.shape.placeholder.text)", "put words that belong together in quotes, as in `\"Hotel Sunrise\"`")
        }
        let marks: Set<Character> = ["“", "”", "„", "‟", "«", "»", "‘", "’"]
        let joined = texts.joined(separator: " ")
        let straight = String(joined.drop(while: marks.contains).reversed().drop(while: marks.contains).reversed())
        let quotes = straight == joined ? "put words that belong together in quotes" : "the quotes must be straight ones"
        return error(
            "\(list) after the \(last.shape.placeholder.text) `\(texts[0])`", "\(quotes): `\(spelled) \(quoted(straight))`")
    }

    /// The option that stray words are the name or a value of: `csv` for `--csv`, `retired` for `--status retired`, `8080` for `--port 8080`.
    private func option(meantBy words: [String]) -> String? {
        guard words.count == 1, let word = words.first else { return nil }
        if let named = options.first(where: { $0.name.text == word.lowercased() }) {
            return named.name.spelled + (named.shape.map { " " + $0.placeholder.text } ?? "")
        }
        return choice(meantBy: word) ?? number(word)
    }

    /// The option that has `word` among its choices, with it.
    func choice(meantBy word: String) -> String? {
        for option in options {
            guard case .words(let words) = option.shape?.completion, let meant = words.first(where: { $0 == word.lowercased() }) else { continue }
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
    private func quoted(_ text: String) -> String { text.contains(" ") ? "\"\(text)\"" : text }
}
