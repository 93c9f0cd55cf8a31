/// Running text in lines of a terminal.
package enum TextWrapping {
    /// `text` in lines of at most `width` columns, broken at spaces; a longer word stands alone on its line and is not cut.
    /// Lines after the first begin with `hanging` spaces. Code between backticks is not broken where it fits a line.
    package static func lines(_ text: String, width: Int, hanging: Int = 0) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in pieces(text, width: width - hanging) {
            let longer = line.isEmpty ? word : line + " " + word
            if line.isEmpty || DisplayWidth.columns(of: longer) <= width {
                line = longer
            } else {
                lines.append(line)
                line = String(repeating: " ", count: hanging) + word
            }
        }
        return lines + (line.isEmpty ? [] : [line])
    }

    /// The words of `text`, those between two backticks together.
    private static func pieces(_ text: String, width: Int) -> [String] {
        var pieces: [String] = []
        var isInCode = false
        for word in text.split(separator: " ") {
            if isInCode, let open = pieces.last, DisplayWidth.columns(of: open) + word.count < width {
                pieces[pieces.count - 1] = open + " " + word
            } else {
                pieces.append(String(word))
            }
            if word.count(where: { $0 == "`" }).isMultiple(of: 2) == false { isInCode.toggle() }
        }
        return pieces
    }
}
