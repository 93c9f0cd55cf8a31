import ByteText

/// Prints diagnostics for machines: one JSON object a line.
///
/// `{"type":"diagnostic","id":"C004","severity":"error","file":"partners/a.json","line":12,"column":8,"offset":203,
/// "length":7,"message":"…","hint":"…","related":[…]}`. `line` and `column` count from 1 (the column in Unicode scalars),
/// `offset` and `length` are bytes; what does not apply is absent.
package struct DiagnosticJSONPrinter {
    private let readSource: (String) -> [UInt8]?
    private var lineIndexes: [String: LineIndex?] = [:]

    /// A printer that takes files from `readSource` to count their lines.
    package init(readSource: @escaping (String) -> [UInt8]?) {
        self.readSource = readSource
    }

    /// The object for `diagnostic`, with a line feed at its end.
    package mutating func line(for diagnostic: Diagnostic) -> [UInt8] {
        var line: [UInt8] = []
        line.append(literal: "{\"type\":\"diagnostic\",\"id\":")
        line.append(jsonString: diagnostic.id)
        line.append(literal: ",\"severity\":")
        line.append(jsonString: diagnostic.severity.rawValue)
        if let location = diagnostic.location { appendLocation(location, to: &line) }
        line.append(literal: ",\"message\":")
        line.append(jsonString: diagnostic.message)
        if let hint = diagnostic.hint {
            line.append(literal: ",\"hint\":")
            line.append(jsonString: hint)
        }
        if !diagnostic.related.isEmpty {
            line.append(literal: ",\"related\":[")
            for (index, related) in diagnostic.related.enumerated() {
                line.append(literal: index == 0 ? "{\"message\":" : ",{\"message\":")
                line.append(jsonString: related.message)
                appendLocation(related.location, to: &line)
                line.append(.closeBrace)
            }
            line.append(.closeBracket)
        }
        line.append(literal: "}\n")
        return line
    }
}

private extension DiagnosticJSONPrinter {
    mutating func appendLocation(_ location: SourceLocation, to line: inout [UInt8]) {
        line.append(literal: ",\"file\":")
        line.append(jsonString: location.path)
        if let number = location.line { line.append(utf8: ",\"line\":\(number)") }
        guard let range = location.range else { return }
        if let position = lineIndex(of: location.path)?.position(of: range.lowerBound) {
            line.append(utf8: ",\"line\":\(position.line),\"column\":\(position.column)")
        }
        line.append(utf8: ",\"offset\":\(range.lowerBound),\"length\":\(range.count)")
    }

    mutating func lineIndex(of path: String) -> LineIndex? {
        if let known = lineIndexes[path] { return known }
        let index = readSource(path).map(LineIndex.init)
        lineIndexes[path] = index
        return index
    }
}
