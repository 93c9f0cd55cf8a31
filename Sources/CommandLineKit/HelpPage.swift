/// The help of a program or of one command, laid out for the width of the terminal.
struct HelpPage {
    private let style: TextStyle
    private(set) var text = ""

    /// The page of the command at `path`, or of the whole program for an empty path.
    init<Action>(_ table: CommandTable<Action>, path: CommandPath, style: TextStyle) {
        self.style = style
        let spelled = table.spelled(path)
        if let command = table.command(at: path) {
            title(spelled, command.summary)
            section("Usage", usage(command, spelled: spelled))
            for paragraph in command.discussion.split(separator: "\n\n") {
                text += "\n"
                append(paragraph.split(separator: "\n").joined(separator: " "), indent: 0)
            }
            list("Commands", command.subcommands.map { ($0.name.text, $0.summary) })
            list("Arguments", command.arguments.map { ($0.description.shape.placeholder.text, $0.description.fullSummary) })
            list("Options", command.options.map { ($0.description.term, $0.description.fullSummary) } + [("-h, --help", "Show this page")])
            examples(command.examples)
            if !command.subcommands.isEmpty { closing("`\(spelled) COMMAND --help` tells more of a command.") }
        } else {
            title(spelled + " " + table.version, table.summary)
            section("Usage", ["\(spelled) COMMAND [options]"])
            list("Commands", table.commands.flatMap { entries($0, prefix: "") })
            list("Topics", table.topics.map { ("help \($0.name.text)", $0.summary) })
            list("Options", [("-h, --help", "Show this page"), ("    --version", "Show the version")])
            examples(table.examples)
            closing("`\(spelled) help COMMAND` tells more of a command.")
        }
    }
}

private extension HelpPage {
    var width: Int { style.textWidth }

    mutating func append(_ line: String, indent: Int, hanging: Int = 0) {
        let space = String(repeating: " ", count: indent)
        for line in TextWrapping.lines(line, width: width - indent, hanging: hanging) { text += space + line + "\n" }
    }

    mutating func heading(_ name: String) { text += "\n" + style.paint(name, .strong) + "\n" }

    mutating func title(_ name: String, _ summary: String) {
        let lines = TextWrapping.lines("\(name): \(summary)", width: width)
        let head = lines.joined(separator: "\n")
        text += head.hasPrefix(name) ? style.paint(name, .strong) + head.dropFirst(name.count) : head
        text += "\n"
    }

    mutating func section(_ name: String, _ lines: [String]) {
        heading(name)
        for line in lines { append(line, indent: 2, hanging: 4) }
    }

    mutating func examples(_ examples: [Example]) {
        heading("Examples")
        for example in examples {
            text += "  \(example.line)\n"
            append(example.effect, indent: 6)
        }
    }

    mutating func closing(_ line: String) {
        text += "\n"
        append(line, indent: 0)
    }

    /// Terms and what they mean: in two columns, or one below the other where the terminal leaves no room for two.
    mutating func list(_ name: String, _ entries: [(term: String, meaning: String)]) {
        if entries.isEmpty { return }
        heading(name)
        let widest = entries.map { DisplayWidth.columns(of: $0.term) }.filter { $0 <= 28 }.max() ?? 0
        let start = widest + 4
        let isRoomy = width - start >= 22
        for (term, meaning) in entries {
            let lines = TextWrapping.lines(meaning, width: isRoomy ? width - start : width - 8)
            if isRoomy, DisplayWidth.columns(of: term) <= widest {
                text += "  " + DisplayWidth.fitted(term, to: widest + 2) + (lines.first ?? "") + "\n"
                for line in lines.dropFirst() { text += String(repeating: " ", count: start) + line + "\n" }
            } else {
                text += "  " + String(isRoomy ? term[...] : term.drop { $0 == " " }) + "\n"
                for line in lines { text += String(repeating: " ", count: isRoomy ? start : 8) + line + "\n" }
            }
        }
    }

    func usage<Action>(_ command: Command<Action>, spelled: String) -> [String] {
        guard command.subcommands.isEmpty else { return command.subcommands.flatMap { usage($0, spelled: "\(spelled) \($0.name.text)") } }
        let arguments = command.arguments.map { " " + $0.description.usage }.joined()
        return [spelled + arguments + (command.options.isEmpty ? "" : " [options]")]
    }

    func entries<Action>(_ command: Command<Action>, prefix: String) -> [(term: String, meaning: String)] {
        let name = prefix + command.name.text
        if command.subcommands.isEmpty { return [(name, command.summary)] }
        return command.subcommands.flatMap { entries($0, prefix: name + " ") }
    }
}

extension OptionDescription {
    /// The option as a list shows it, long names below each other: `-q, --quiet`, `    --root DIR`.
    var term: String {
        (short.map { "-\($0), " } ?? "    ") + name.spelled + (shape.map { " " + $0.placeholder.text } ?? "")
    }

    /// The summary with what the term does not say.
    var fullSummary: String {
        var facts: [String] = []
        if isRepeated { facts.append("may be repeated") }
        if let fallback { facts.append("default: \(fallback)") }
        if let environment { facts.append("or \(environment.text) in the environment") }
        return summary + (shape?.choices ?? "") + (facts.isEmpty ? "" : " (\(facts.joined(separator: "; ")))")
    }
}

extension ArgumentDescription {
    /// The summary with the choices.
    var fullSummary: String { summary + (shape.choices ?? "") }
}

private extension ValueShape {
    /// The words to choose from, where the placeholder does not list them.
    var choices: String? {
        guard case .words(let words) = completion, placeholder.text != words.joined(separator: "|") else { return nil }
        return ": " + oneOf(words)
    }
}
