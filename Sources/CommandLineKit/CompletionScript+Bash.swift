extension CompletionScript {
    /// For bash 3.2 (macOS) and later. Where nothing is offered, bash completes file names, which also serves values that
    /// are files and folders.
    static func bash(program: String, pages: [Page]) -> String {
        let function = "_" + program.replacing("-", with: "_")
        var text = """
            # Completion for \(program) in bash. To use it, add to ~/.bashrc:  eval "$(\(program) completion bash)"
            \(function)() {
                local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" reached="" index offered=""
                if [ "$word" = "=" ]; then word=""; elif [ "$before" = "=" ]; then before="${COMP_WORDS[COMP_CWORD-2]}"; fi
                for ((index = 1; index < COMP_CWORD; index++)); do
                    case "$reached ${COMP_WORDS[index]}" in

            """
        let values = valueOptions(pages)
        if !values.isEmpty { text += "            \(values.map { "*\" \($0)\"" }.joined(separator: "|"))) ((index++)) ;;\n" }
        for page in pages.dropFirst() { text += "            \"\(page.path)\") reached=\"\(page.path)\" ;;\n" }
        text += """
                    esac
                done
                case "$reached $before" in

            """
        for page in pages {
            for option in page.options {
                guard let shape = option.shape else { continue }
                let patterns = option.spellings.map { "\"\(page.path) \($0)\"" }.joined(separator: "|")
                text += "        \(patterns)) offered=\"\(words(shape))\" ;;\n"
            }
        }
        text += "        *) case \"$reached\" in\n"
        for page in pages {
            let options = page.options.map(\.name.spelled) + ["--help"] + (page.path.isEmpty ? ["--version"] : [])
            let all = page.subcommands.map(\.name) + page.arguments.map { words($0.shape) }.filter { !$0.isEmpty }
            text += "            \"\(page.path)\") case \"$word\" in -*) offered=\"\(options.joined(separator: " "))\" ;;"
                + " *) offered=\"\(all.joined(separator: " "))\" ;; esac ;;\n"
        }
        return text + """
                    esac ;;
                esac
                COMPREPLY=($(compgen -W "$offered" -- "$word"))
            }
            complete -o default -F \(function) \(program)

            """
    }

    private static func words(_ shape: ValueShape) -> String {
        if case .words(let words) = shape.completion { words.joined(separator: " ") } else { "" }
    }
}
