import ByteText
import Diagnostics

/// Template bytes to nodes: tokens, pairs of tags, lines that vanish, nodes. Each step is one linear pass.
///
/// A template with errors is still parsed, to find all of its errors in one run; its nodes are never published.
struct TemplateParser {
    private let source: TemplateSource
    private var nodes: [TemplateNode] = []
    private var open: [Int] = []
    private var blocks: [NameID] = []
    private var references: [TemplateName] = []

    static func parse(_ source: TemplateSource, names: inout NameTable) -> (template: ParsedTemplate, diagnostics: [Diagnostic]) {
        var tokenizer = TemplateTokenizer(source)
        tokenizer.run()
        var pairing = TagPairing(tokenizer.tokens, of: source)
        pairing.run()
        var lines = StandaloneLines(pairing.tokens, of: source)
        lines.run()
        var parser = TemplateParser(source: source)
        for token in lines.tokens { parser.append(token, names: &names) }
        parser.measureBlocks()
        let template = ParsedTemplate(
            source: source, nodes: parser.nodes, blocks: parser.blocks, references: parser.references)
        return (template, tokenizer.diagnostics + pairing.diagnostics)
    }

    private init(source: TemplateSource) {
        self.source = source
    }
}

private extension TemplateParser {
    mutating func append(_ token: TemplateToken, names: inout NameTable) {
        switch token.kind {
        case .silent: return
        case .text:
            if continuesLiteral(token) {
                nodes[nodes.count - 1].range = nodes[nodes.count - 1].range.lowerBound..<token.range.upperBound
            } else {
                append(.literal, token)
            }
        case .variable: append(.variable(path(token, &names), escaped: true), token)
        case .unescaped: append(.variable(path(token, &names), escaped: false), token)
        case .section: begin(.section(path(token, &names), inverted: false, end: 0), token)
        case .inverted: begin(.section(path(token, &names), inverted: true, end: 0), token)
        case .partial:
            references.append(TemplateName(source.text(token.name)))
            append(.partial(TemplateName(source.text(token.name))), token)
        case .parent:
            references.append(TemplateName(source.text(token.name)))
            begin(.parent(TemplateName(source.text(token.name)), end: 0), token)
        case .block:
            let name = names.intern(source.text(token.name))
            if !token.isDirectlyInParent { blocks.append(name) }
            begin(.block(name, end: 0), token)
        case .close: end(token)
        }
    }

    /// Whether the text follows a literal without a gap, and a line that it starts is seen from the line feed before it.
    func continuesLiteral(_ token: TemplateToken) -> Bool {
        guard let last = nodes.last, case .literal = last.kind, last.range.upperBound == token.range.lowerBound else { return false }
        return token.startsLine == (source.bytes[last.range.upperBound - 1] == .lineFeed)
    }

    mutating func append(_ kind: TemplateNode.Kind, _ token: TemplateToken) {
        nodes.append(
            TemplateNode(
                kind: kind, range: token.range, startsLine: token.startsLine, isStandalone: token.isStandalone,
                indentation: token.indentation, contentIndentation: token.endsLine ? token.indentation : nil))
    }

    mutating func begin(_ kind: TemplateNode.Kind, _ token: TemplateToken) {
        open.append(nodes.count)
        append(kind, token)
    }

    mutating func end(_ token: TemplateToken) {
        guard let opening = open.popLast() else { preconditionFailure("closing tags are paired before") }
        let end = nodes.count
        switch nodes[opening].kind {
        case .section(let path, let inverted, _): nodes[opening].kind = .section(path, inverted: inverted, end: end)
        case .parent(let name, _): nodes[opening].kind = .parent(name, end: end)
        case .block(let name, _): nodes[opening].kind = .block(name, end: end)
        case .literal, .variable, .partial, .end: preconditionFailure("only sections, parents and blocks are opened")
        }
        append(.end(opening: opening), token)
    }

    func path(_ token: TemplateToken, _ names: inout NameTable) -> [NameID] {
        let bytes = source.bytes[token.name]
        if bytes.elementsEqual([.dot]) { return [] }
        return bytes.split(separator: .dot).map { names.intern(String(decoding: $0, as: UTF8.self)) }
    }

    /// Sets each block's `contentIndentation` from its first line, once everything in it is known.
    mutating func measureBlocks() {
        for index in nodes.indices {
            guard case .block(_, let end) = nodes[index].kind, nodes[index].contentIndentation != nil, end > index + 1 else { continue }
            let first = nodes[index + 1]
            if first.isStandalone {
                nodes[index].contentIndentation = first.indentation
            } else if case .literal = first.kind {
                nodes[index].contentIndentation = leadingSpace(of: first.range)
            } else {
                nodes[index].contentIndentation = first.range.lowerBound..<first.range.lowerBound
            }
        }
    }

    /// The white space before the first line of `range` that is not blank.
    func leadingSpace(of range: Range<Int>) -> Range<Int> {
        var lineStart = range.lowerBound
        var index = lineStart
        while index < range.upperBound, source.bytes[index].isASCIIWhitespace {
            index += 1
            if source.bytes[index - 1] == .lineFeed { lineStart = index }
        }
        return lineStart..<index
    }
}
