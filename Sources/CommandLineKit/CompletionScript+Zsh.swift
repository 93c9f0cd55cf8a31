extension CompletionScript {
    /// For zsh 5, on `_arguments` and `_describe`; works from a folder of `fpath` and by `source` alike.
    static func zsh(program: String, pages: [Page]) -> String {
        let function = "_" + program
        var text = """
            #compdef \(program)
            # Completion for \(program) in zsh. To use it, add to ~/.zshrc after compinit:  source <(\(program) completion zsh)
            \(function)() {
                local reached="" index
                local -a offered
                for ((index = 2; index < CURRENT; index++)); do
                    case "$reached ${words[index]}" in

            """
        let values = valueOptions(pages)
        if !values.isEmpty { text += "            \(values.map { "*\" \($0)\"" }.joined(separator: "|"))) ((index++)) ;;\n" }
        for page in pages.dropFirst() { text += "            \"\(page.path)\") reached=\"\(page.path)\" ;;\n" }
        text += "        esac\n    done\n    case \"$reached\" in\n"
        for page in pages {
            text += "        \"\(page.path)\")\n"
            if !page.isLeaf {
                let list = page.subcommands.map { quoted("\($0.name):\($0.summary.replacing(":", with: "\\:"))") }
                text += "            offered=(\(list.joined(separator: " ")))\n"
                text += "            [[ \"$PREFIX\" == -* ]] || { _describe command offered; return; }\n"
            }
            text += "            _arguments \(specifications(page).joined(separator: " \\\n                "))\n            ;;\n"
        }
        return text + """
                esac
            }
            if [[ "${funcstack[1]}" == "\(function)" ]]; then \(function) "$@"; else compdef \(function) \(program); fi

            """
    }
}

private extension CompletionScript {
    static func specifications(_ page: Page) -> [String] {
        var list: [String] = []
        for option in page.options {
            let value = option.shape.map { ":\(escaped($0.placeholder.text)):\(completer($0.completion))" } ?? ""
            for spelling in option.spellings {
                let joint = option.shape == nil ? "" : spelling.hasPrefix("--") ? "=" : "+"
                list.append(quoted("\(option.isRepeated ? "*" : "")\(spelling)\(joint)[\(escaped(option.summary))]\(value)"))
            }
        }
        list.append(quoted("--help[Show the help]"))
        if page.path.isEmpty { list.append(quoted("--version[Show the version]")) }
        if page.isLeaf {
            let offer = page.arguments.last.map { completer($0.shape.completion) } ?? " "
            list.append(quoted("*:\(escaped(page.arguments.last?.shape.placeholder.text ?? " ")):\(offer)"))
        }
        return list
    }

    static func completer(_ completion: WordCompletion) -> String {
        switch completion {
        case .nothing: " "
        case .file: "_files"
        case .folder: "_files -/"
        case .words(let words): "(\(words.joined(separator: " ")))"
        }
    }

    /// For `_arguments`, to which brackets and colons mean something.
    static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("[", with: "\\[").replacing("]", with: "\\]").replacing(":", with: "\\:")
    }

    static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}
