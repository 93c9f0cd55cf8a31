/// A word of a command line, told apart by its shape alone.
enum CommandWord: Equatable {
    case plain
    /// `--`: what follows are arguments, whatever they look like.
    case endOfOptions
    /// `--name` or `--name=value`.
    case long(name: String, value: String?)
    /// `-q`, or anything else that begins with one hyphen.
    case short(name: String, value: String?)
    /// An option typed with `–` or `—` in place of hyphens; `name` is what follows them.
    case longDashes(name: String, value: String?)

    /// Text with a space before any `=` is no option, so that `- Код: КТМ 482` of a chat is an argument; neither are `-`
    /// and a lone long dash.
    init(_ word: String) {
        let dashes = word.unicodeScalars.prefix { $0 == "-" || KeyboardSlip.isLongDash($0) }
        let rest = String(word.unicodeScalars.dropFirst(dashes.count))
        let parts = rest.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts.first.map(String.init) ?? ""
        let value = parts.count > 1 ? String(parts[1]) : nil
        if dashes.isEmpty || name.contains(where: \.isWhitespace) {
            self = .plain
        } else if rest.isEmpty {
            self = word == "--" ? .endOfOptions : .plain
        } else if dashes.contains(where: KeyboardSlip.isLongDash) {
            self = .longDashes(name: name, value: value)
        } else {
            self = dashes.count > 1 ? .long(name: name, value: value) : .short(name: name, value: value)
        }
    }

    /// Whether the word would be taken for an option, and so cannot be a value that merely follows one.
    var looksLikeOption: Bool { self != .plain }
}
