extension TextStyle {
    /// How far a command to be copied is indented, at least: below the text of a numbered step.
    private static let commandIndent = 5

    /// `text` with every line that is wider than the terminal broken between words; the rest of such a line begins below its first
    /// word. As it is where there is no terminal. A line that begins with five spaces or more is a command to be copied: it stays whole,
    /// since a shell would take each of its parts for a command. For plain text: what is painted would be measured wrongly.
    package func wrapped(_ text: String) -> String {
        guard let columns else { return text }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            if DisplayWidth.columns(of: String(line)) <= columns { return String(line) }
            let indent = line.prefix { $0 == " " }.count
            if indent >= Self.commandIndent { return String(line) }
            let space = String(repeating: " ", count: indent)
            return TextWrapping.lines(String(line), width: columns - indent, hanging: 2).map { space + $0 }.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    /// An error and what to do about it, in two lines that fit the terminal, each with its line feed.
    package func complaint(_ message: String, hint: String) -> String {
        labelled("error", .error, "error: \(message)") + labelled("hint", .good, "  hint: \(hint)")
    }

    private func labelled(_ label: String, _ emphasis: Emphasis, _ text: String) -> String {
        let lines = wrapped(text)
        guard let range = lines.firstRange(of: label) else { return lines + "\n" }
        return lines.replacingCharacters(in: range, with: paint(label, emphasis)) + "\n"
    }
}

private extension String {
    func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
