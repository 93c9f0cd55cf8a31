import ByteText
import Diagnostics

/// Joins every opening tag with its closing tag. What has no partner is reported and made silent, so that the rest can be read on.
struct TagPairing {
    private let source: TemplateSource
    private(set) var tokens: [TemplateToken]
    private(set) var diagnostics: [Diagnostic] = []
    private var open: [Int] = []
    /// How often each name is open, so that a closing tag with no opening one is known at once.
    private var openCount: [ArraySlice<UInt8>: Int] = [:]

    init(_ tokens: [TemplateToken], of source: TemplateSource) {
        self.source = source
        self.tokens = tokens
    }

    mutating func run() {
        for index in tokens.indices {
            if tokens[index].opens {
                open.append(index)
                openCount[name(of: index), default: 0] += 1
            } else if tokens[index].kind == .close {
                close(index)
            }
        }
        while let last = popOpen() { reportUnclosed(last, before: nil) }
        markContentOfParents()
    }
}

private extension TagPairing {
    mutating func close(_ index: Int) {
        if openCount[name(of: index), default: 0] == 0 { return closeUnknown(index) }
        while let last = popOpen() {
            if name(of: last) == name(of: index) { return join(last, index) }
            reportUnclosed(last, before: index)
        }
    }

    mutating func closeUnknown(_ index: Int) {
        tokens[index].kind = .silent
        guard let last = open.last else {
            return report(
                TemplateDiagnosticID.unopenedSection, index, "\(tag(index)) closes nothing: nothing is open here",
                hint: "remove it, or write the opening tag above it")
        }
        let opened = Diagnostic.Related(location: source.location(tokens[last].range), message: "\(tag(last)) is open")
        let wanted = source.text(tokens[last].name)
        if EditDistance.nearestName(to: source.text(tokens[index].name), among: [wanted]) != nil {
            report(
                TemplateDiagnosticID.mismatchedSection, index, "\(tag(index)) does not close \(tag(last))",
                hint: "did you mean `\(tag(index, named: wanted))`?", related: [opened])
            tokens[index].kind = .close
            if let last = popOpen() { join(last, index) }
        } else {
            report(
                TemplateDiagnosticID.unopenedSection, index, "\(tag(index)) closes nothing of that name",
                hint: "close \(tag(last)) first, or remove this tag", related: [opened])
        }
    }

    mutating func reportUnclosed(_ index: Int, before closer: Int?) {
        tokens[index].kind = .silent
        let related = closer.map {
            [Diagnostic.Related(location: source.location(tokens[$0].range), message: "\(tag($0)) closes what is around it")]
        }
        report(
            TemplateDiagnosticID.unclosedSection, index, "\(tag(index)) is never closed",
            hint: "write `\(closingTag(index))` where it ends", related: related ?? [])
    }

    mutating func popOpen() -> Int? {
        guard let last = open.popLast() else { return nil }
        openCount[name(of: last), default: 1] -= 1
        return last
    }

    mutating func join(_ opening: Int, _ closing: Int) {
        tokens[opening].partner = closing
        tokens[closing].partner = opening
    }

    mutating func markContentOfParents() {
        var enclosing: [TemplateToken.Kind] = []
        for index in tokens.indices {
            if tokens[index].kind == .close { enclosing.removeLast() }
            let isInParent = enclosing.last == .parent
            tokens[index].isDirectlyInParent = isInParent
            if isInParent, isLost(index) { reportLost(index) }
            if tokens[index].opens { enclosing.append(tokens[index].kind) }
        }
    }

    /// Whether someone who wrote it between a parent's tags may expect to see it.
    func isLost(_ index: Int) -> Bool {
        switch tokens[index].kind {
        case .text: !source.bytes[tokens[index].range].allSatisfy(\.isASCIIWhitespace)
        case .variable, .unescaped, .section, .inverted, .partial, .parent: true
        case .block, .close, .silent: false
        }
    }

    mutating func reportLost(_ index: Int) {
        diagnostics.append(
            Diagnostic(
                TemplateDiagnosticID.ignoredContent, .warning, at: source.location(tokens[index].range),
                "this stands between the tags of a parent but in none of its blocks, and is not published",
                hint: "move it into a block, or remove it"))
    }

    mutating func report(_ id: String, _ index: Int, _ message: String, hint: String, related: [Diagnostic.Related] = []) {
        diagnostics.append(
            Diagnostic(id, .error, at: source.location(tokens[index].range), message, hint: hint, related: related))
    }

    func name(of index: Int) -> ArraySlice<UInt8> { source.bytes[tokens[index].name] }
    func tag(_ index: Int) -> String { "`\(source.text(tokens[index].range))`" }

    /// The tag with another name in it.
    func tag(_ index: Int, named name: String) -> String {
        let token = tokens[index]
        return source.text(token.range.lowerBound..<token.name.lowerBound) + name
            + source.text(token.name.upperBound..<token.range.upperBound)
    }

    /// The tag that closes an opening one, in its delimiters.
    func closingTag(_ index: Int) -> String {
        let token = tokens[index]
        var before = source.bytes[token.range.lowerBound..<token.name.lowerBound]
        while let last = before.last, last.isASCIIWhitespace { before.removeLast() }
        return String(decoding: before.dropLast(), as: UTF8.self) + "/"
            + source.text(token.name.lowerBound..<token.range.upperBound)
    }
}
