import ByteText
import Diagnostics

/// Walks a program as a rendering would, both ways at each section, with shapes for values: every name must exist, be something
/// that can be shown, and stand where its kind may stand in HTML.
///
/// A program holds all that a page includes in its place, so what is checked is what is published.
struct TemplateChecker {
    private let program: TemplateProgram
    private let sources: [TemplateSource]
    private let names: NameTable
    /// The shapes of the values that names are looked up in; nil in a section on an unknown name, where no name can be judged.
    private var scopes: [TemplateShape?]
    private var context = HTMLContext()
    private var sections: [OpenSection] = []
    private var reported: Set<SourceLocation> = []
    /// The value in the `content` of the tag at hand, which turns out wrong if the tag is a refresh.
    private var valueInContent: Int?
    private(set) var diagnostics: [Diagnostic] = []

    fileprivate struct OpenSection {
        let start: Int
        /// Where the section began.
        let before: HTMLContext
        /// For the `^` after a `#` on the same name: where that one ended.
        let alternative: HTMLContext?
        let isList: Bool
    }

    init(_ program: TemplateProgram, sources: [TemplateSource], names: NameTable, shape: RecordShape) {
        precondition(shape.agrees(with: names), "the shape and the library have different name tables")
        self.program = program
        self.sources = sources
        self.names = names
        scopes = [.record(shape)]
    }

    mutating func run() {
        /// Set between the end of a section and a `^` on the same name right after it.
        var ended: OpenSection?
        for index in program.instructions.indices {
            let previous = ended
            ended = nil
            switch program.instructions[index] {
            case .literal(let span): follow(program.text[span.range])
            case .variable(let path): checkVariable(path, at: index, escaped: true)
            case .unescaped(let path): checkVariable(path, at: index, escaped: false)
            case .section(let path, _): open(path, at: index)
            case .inverted(let path, _): openInverted(path, at: index, after: previous)
            case .end: ended = close(isFollowedByAlternative: isAlternative(index + 1, to: sections.last))
            case .endOfInverted: _ = close(isFollowedByAlternative: false)
            case .indentation, .call: break
            case .finish: return checkEnd(at: index)
            }
        }
    }
}

private extension TemplateChecker {
    mutating func follow(_ text: ArraySlice<UInt8>) {
        for byte in text {
            context.follow(byte)
            if !context.hasValueInContent {
                valueInContent = nil
            } else if context.isRefresh, let index = valueInContent {
                report(HTMLPlacement.refusalInRefresh(), at: index)
                valueInContent = nil
            }
        }
    }

    // MARK: Names

    mutating func checkVariable(_ path: Span, at index: Int, escaped: Bool) {
        defer { context.followValue() }
        guard let shape = resolve(path, at: index) else { return }
        switch shape {
        case .flag, .list, .record:
            return report(
                TemplateDiagnosticID.notShowable, .error, at: index, "\(text(path)) is \(shape.description) and cannot be shown",
                hint: "use it in a section, or name a value in it")
        case .text, .url, .markup, .css, .script, .json: break
        }
        if !escaped {
            report(
                TemplateDiagnosticID.unescaped, .warning, at: index, "\(text(path)) is published as it is, unescaped",
                hint: "write `{{\(name(path))}}`")
        }
        if let refusal = HTMLPlacement.refusal(of: shape, at: context) { report(refusal, at: index) }
        valueInContent = index
    }

    /// The shape of what the path leads to; nil, and a diagnostic, if it leads nowhere.
    mutating func resolve(_ path: Span, at index: Int) -> TemplateShape? {
        guard let first = program.paths[path.range].first else { return scopes.last ?? nil }
        for scope in scopes.reversed() {
            guard let scope else { return nil }
            if case .record(let record) = scope, let shape = record.shape(of: first) {
                return resolve(path, from: shape, at: index)
            }
        }
        let visible = scopes.reversed().flatMap { scope -> [String] in
            if case .record(let record) = scope { record.fieldNames } else { [] }
        }
        reportUnknown(path, at: index, prefix: "", part: names.name(of: first), among: visible)
        return nil
    }

    mutating func resolve(_ path: Span, from first: TemplateShape, at index: Int) -> TemplateShape? {
        var shape = first
        var prefix = ""
        for (previous, id) in zip(program.paths[path.range], program.paths[path.range].dropFirst()) {
            prefix += names.name(of: previous) + "."
            guard case .record(let record) = shape else {
                report(
                    TemplateDiagnosticID.unknownName, .error, at: index,
                    "there is no \(text(path)): `\(prefix.dropLast())` is \(shape.description)",
                    hint: "write `\(prefix.dropLast())`")
                return nil
            }
            guard let next = record.shape(of: id) else {
                reportUnknown(path, at: index, prefix: prefix, part: names.name(of: id), among: record.fieldNames)
                return nil
            }
            shape = next
        }
        return shape
    }

    mutating func reportUnknown(_ path: Span, at index: Int, prefix: String, part: String, among visible: [String]) {
        let nearest = EditDistance.nearestName(to: part, among: visible)
        let rest = name(path).dropFirst(prefix.count + part.count)
        let known = visible.prefix(12).map { "`\(prefix)\($0)`" }.joined(separator: ", ")
        report(
            TemplateDiagnosticID.unknownName, .error, at: index, "there is no \(text(path)) here",
            hint: nearest.map { "did you mean `\(prefix)\($0)\(rest)`?" } ?? "names that exist here: \(known)")
    }

    func name(_ path: Span) -> String {
        path.range.isEmpty ? "." : program.paths[path.range].map(names.name).joined(separator: ".")
    }

    func text(_ path: Span) -> String { "`\(name(path))`" }

    // MARK: Sections

    mutating func open(_ path: Span, at index: Int) {
        let shape = resolve(path, at: index)
        var isList = false
        if case .list(let item) = shape {
            scopes.append(item)
            isList = true
        } else {
            scopes.append(shape)
        }
        sections.append(OpenSection(start: index, before: context, alternative: nil, isList: isList))
    }

    mutating func openInverted(_ path: Span, at index: Int, after previous: OpenSection?) {
        _ = resolve(path, at: index)
        if let previous {
            sections.append(OpenSection(start: index, before: previous.before, alternative: context, isList: false))
            context = previous.before
        } else {
            sections.append(OpenSection(start: index, before: context, alternative: nil, isList: false))
        }
    }

    /// Whether the instruction is a `^` on the name of `section`, so that one of the two is rendered and never both.
    func isAlternative(_ index: Int, to section: OpenSection?) -> Bool {
        guard let section, !section.isList, case .section(let path, _) = program.instructions[section.start],
            case .inverted(let other, _) = program.instructions[index]
        else { return false }
        return program.paths[path.range] == program.paths[other.range]
    }

    mutating func close(isFollowedByAlternative: Bool) -> OpenSection? {
        guard let section = sections.popLast() else { preconditionFailure("sections nest") }
        if case .section = program.instructions[section.start] { scopes.removeLast() }
        if isFollowedByAlternative { return section }
        let other = section.alternative ?? section.before
        if !context.isAtSamePlace(as: other) {
            report(
                TemplateDiagnosticID.unevenSection, .error, at: section.start,
                "this section begins in one place of the HTML and ends in another",
                hint: "open and close tags, quotes and comments within one section")
        }
        context.merge(other)
        return nil
    }

    mutating func checkEnd(at index: Int) {
        let place: String
        switch context.place {
        case .content: return
        case .comment, .declaration: place = "a comment"
        case .rawText: place = "`<\(String(decoding: context.element, as: UTF8.self))>`"
        default: place = "a tag"
        }
        let source = sources[Int(program.origins[index].template)]
        diagnostics.append(
            Diagnostic(
                TemplateDiagnosticID.unfinishedPage, .error, at: SourceLocation(path: source.path), "the page ends inside \(place)",
                hint: "close it"))
    }

    // MARK: Reports

    mutating func report(_ refusal: HTMLPlacement.Refusal, at index: Int) {
        switch program.instructions[index] {
        case .variable(let path), .unescaped(let path):
            report(refusal.id, .error, at: index, "\(text(path)) \(refusal.message)", hint: refusal.hint)
        default: preconditionFailure("only variables are refused")
        }
    }

    /// Once for a place in a file, however often the file is included.
    mutating func report(_ id: String, _ severity: Diagnostic.Severity, at index: Int, _ message: String, hint: String) {
        let origin = program.origins[index]
        let location = sources[Int(origin.template)].location(origin.range.range)
        let key = SourceLocation(path: id + location.path, range: location.range)
        if reported.insert(key).inserted { diagnostics.append(Diagnostic(id, severity, at: location, message, hint: hint)) }
    }
}
