/// A page of the help that is about a thing and not about a command: `sitegen help spreadsheet`.
package struct HelpTopic: Sendable {
    let name: CommandName
    let summary: String
    /// Paragraphs separated by an empty line, wrapped when printed; lines that begin with two spaces stay as they are.
    let text: String
    /// Commands that people type although there are none, where this page is the answer.
    let alsoTyped: [String]

    /// A topic; `summary` is one line without a full stop.
    package init(_ name: CommandName, summary: String, alsoTyped: [String] = [], text: String) {
        self.name = name
        self.alsoTyped = alsoTyped
        self.summary = summary
        self.text = text
    }

    /// The page, laid out for `style`; `asTyped` puts its command lines as this process was started.
    func page(program: String, in style: TextStyle, asTyped: (String) -> String = { $0 }) -> String {
        var page = style.paint("\(program) help \(name.text)", .strong) + ": \(summary)\n"
        for paragraph in asTyped(text).split(separator: "\n\n") {
            page += "\n"
            var running: [Substring] = []
            func wrapped() -> String {
                defer { running = [] }
                if running.isEmpty { return "" }
                return TextWrapping.lines(running.joined(separator: " "), width: style.textWidth).joined(separator: "\n") + "\n"
            }
            for line in paragraph.split(separator: "\n") {
                if line.hasPrefix("  ") { page += wrapped() + line + "\n" } else { running.append(line) }
            }
            page += wrapped()
        }
        return page
    }
}
