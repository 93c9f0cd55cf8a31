import ByteText

/// Prints diagnostics for people: `file:line:column: severity: message [id]`, the source line with a caret, the hint.
///
/// Never more than one screen line of source; terminal control characters in file names and source are shown as `·`.
package struct DiagnosticTextPrinter {
    /// Whether to use ANSI colours.
    package var color: Bool
    /// Reads a file again for its source line; nil when it cannot.
    private let readSource: (String) -> [UInt8]?
    private var lineIndexes: [String: LineIndex?] = [:]

    /// A printer that takes source lines from `readSource`.
    package init(color: Bool, readSource: @escaping (String) -> [UInt8]?) {
        self.color = color
        self.readSource = readSource
    }

    /// The text for `diagnostic`, with a line feed at its end.
    package mutating func text(for diagnostic: Diagnostic) -> String {
        var text = heading(diagnostic)
        if let location = diagnostic.location { text += excerpt(at: location) }
        for related in diagnostic.related {
            text += paint(place(related.location), "1") + ": " + paint("note", "36") + ": \(visible(related.message))\n"
            text += excerpt(at: related.location)
        }
        if let hint = diagnostic.hint {
            let lines = hint.split(separator: "\n", omittingEmptySubsequences: false)
            text += paint("  hint", "32") + ": " + lines.map { visible(String($0)) }.joined(separator: "\n        ") + "\n"
        }
        return text
    }
}

private extension DiagnosticTextPrinter {
    mutating func heading(_ diagnostic: Diagnostic) -> String {
        let prefix = diagnostic.location.map { paint(place($0), "1") + ": " } ?? ""
        let color = diagnostic.severity == .error ? "1;31" : diagnostic.severity == .warning ? "1;33" : "36"
        return prefix + paint(diagnostic.severity.rawValue, color) + ": \(visible(diagnostic.message)) [\(diagnostic.id)]\n"
    }

    mutating func place(_ location: SourceLocation) -> String {
        if let line = location.line { return "\(visible(location.path)):\(line)" }
        guard let range = location.range, let index = lineIndex(of: location.path) else { return visible(location.path) }
        let position = index.position(of: range.lowerBound)
        return "\(visible(location.path)):\(position.line):\(position.column)"
    }

    mutating func excerpt(at location: SourceLocation) -> String {
        guard let range = location.range, let index = lineIndex(of: location.path) else { return "" }
        let start = index.position(of: range.lowerBound)
        let end = index.position(of: range.upperBound)
        let line = visible(String(decoding: index.contents(ofLine: start.line), as: UTF8.self))
        let window = ExcerptWindow(
            line: line, column: start.column - 1, length: end.line == start.line ? end.column - start.column : .max)
        let gutter = String(repeating: " ", count: String(start.line).count)
        return "  \(start.line) | \(window.text)\n  \(gutter) | \(window.indent)" + paint(window.caret, "1;32") + "\n"
    }

    mutating func lineIndex(of path: String) -> LineIndex? {
        if let known = lineIndexes[path] { return known }
        let index = readSource(path).map(LineIndex.init)
        lineIndexes[path] = index
        return index
    }

    func paint(_ text: String, _ code: String) -> String { color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}

/// The part of a long source line that is shown, and the caret under it.
private struct ExcerptWindow {
    let text: String
    let indent: String
    let caret: String

    init(line: String, column: Int, length: Int) {
        let scalars = Array(line.unicodeScalars)
        let width = 100
        let first = max(0, min(column - width / 2, scalars.count - width))
        let last = min(scalars.count, first + width)
        var shown = String.UnicodeScalarView()
        shown.append(contentsOf: scalars[first..<last])
        text = (first > 0 ? "…" : "") + String(shown) + (last < scalars.count ? "…" : "")
        let before = scalars[min(first, scalars.count)..<min(column, scalars.count)]
        indent = String(repeating: " ", count: before.count(where: { !Self.isCombining($0) }) + (first > 0 ? 1 : 0))
        let marked = scalars[min(column, last)..<min(last, column + min(length, scalars.count))]
        let count = max(1, marked.count(where: { !Self.isCombining($0) }))
        caret = "^" + String(repeating: "~", count: count - 1)
    }

    static func isCombining(_ scalar: Unicode.Scalar) -> Bool {
        let category = scalar.properties.generalCategory
        return category == .nonspacingMark || category == .enclosingMark || category == .format
    }
}

/// `text` with control characters and bidirectional controls, which could rewrite a terminal's line, as `·`; a tab as a space.
package func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isInvisibleControl) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        shown.append(scalar == "\t" ? " " : isInvisibleControl(scalar) ? "·" : scalar)
    }
    return String(shown)
}

private func isInvisibleControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
}
