/// A person who can be asked.
package struct Keyboard: Sendable {
    private let nextLine: @Sendable () -> String?

    /// A keyboard that gives the lines of `nextLine`; nil is the end.
    package init(nextLine: @escaping @Sendable () -> String?) { self.nextLine = nextLine }

    /// The answer to `question`, without spaces around it; nil when the person ended the input (Ctrl-D).
    package func answer(to question: String, on console: Console) -> String? {
        console.ask(console.messageStyle.paint(console.messageStyle.wrapped(question), .strong) + " ")
        guard let line = nextLine() else {
            console.complain("")
            return nil
        }
        let words = line.drop { $0.isWhitespace }
        return words.lastIndex { !$0.isWhitespace }.map { String(words[...$0]) } ?? ""
    }
}
