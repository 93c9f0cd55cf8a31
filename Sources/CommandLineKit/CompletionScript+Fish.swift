extension CompletionScript {
    /// For fish 3. The words before the cursor are read by a function, since a name may be a command on two levels.
    static func fish(program: String, pages: [Page]) -> String {
        let function = "__\(program.replacing("-", with: "_"))_at"
        let values = valueOptions(pages)
        let paths = pages.dropFirst().map { quoted($0.path) }.joined(separator: " ")
        var text = """
            # Completion for \(program) in fish. To use it:  \(program) completion fish > ~/.config/fish/completions/\(program).fish
            function \(function)
                set -l reached ''
                set -l skips 0
                set -l typed (commandline -opc)
                set -e typed[1]
                for word in $typed
                    if test $skips = 1
                        set skips 0
                        continue
                    end
                    if contains -- $word \(values.joined(separator: " "))
                        set skips 1
                    else if contains -- "$reached $word" \(paths)
                        set reached "$reached $word"
                    end
                end
                test "$reached" = "$argv[1]"
            end
            complete -c \(program) -f
            complete -c \(program) -l help -s h -d 'Show the help'
            complete -c \(program) -n "\(function) ''" -l version -d 'Show the version'

            """
        for page in pages {
            let start = "complete -c \(program) -n \"\(function) '\(page.path)'\""
            for (name, summary) in page.subcommands { text += "\(start) -a \(name) -d \(quoted(summary))\n" }
            for option in page.options {
                let short = option.short.map { " -s \($0)" } ?? ""
                let value = option.shape.map { " -r" + completer($0, isValue: true) } ?? ""
                text += "\(start) -l \(option.name.text)\(short)\(value) -d \(quoted(option.summary))\n"
            }
            if let last = page.arguments.last, last.shape.completion != .nothing { text += start + completer(last.shape) + "\n" }
        }
        return text
    }
}

private extension CompletionScript {
    /// `isValue`: fish would offer files besides, where the value of an option is one of a few words.
    static func completer(_ shape: ValueShape, isValue: Bool = false) -> String {
        switch shape.completion {
        case .nothing: " -f"
        case .file: " -F"
        case .folder: (isValue ? " -f" : "") + " -a '(__fish_complete_directories)'"
        case .words(let words): (isValue ? " -f" : "") + " -a \(quoted(words.joined(separator: " ")))"
        }
    }

    static func quoted(_ text: String) -> String {
        "'" + text.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }
}
