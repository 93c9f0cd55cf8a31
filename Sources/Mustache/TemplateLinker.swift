import ByteText
import Diagnostics

/// Puts a template and all that it includes together as one program.
///
/// A block's replacement is bound to the arguments of the template that it is written in, so the same names in unrelated
/// parents do not meet; of several replacements of one block the outermost counts (specification, inheritance).
struct TemplateLinker {
    private let templates: [ParsedTemplate]
    private let indexes: [TemplateName: Int]
    private var program = TemplateProgram()
    private var problems: InclusionProblems
    /// Arguments by block name. The first is empty; equal ones are stored once.
    private var environments: [[NameID: Fragment]] = [[:]]
    private var environmentIndexes: [[NameID: Fragment]: Int] = [[:]: 0]
    private var routines: [Fragment: Int] = [:]
    private var pendingRoutines: [Fragment] = []
    /// What is being put in place at the moment, outermost first.
    private var chain: [Fragment] = []
    private var openSections: [Int] = []
    private var literalStart = 0
    private var includes = 0

    init(templates: [ParsedTemplate], indexes: [TemplateName: Int], names: NameTable) {
        self.templates = templates
        self.indexes = indexes
        problems = InclusionProblems(templates: templates, indexes: indexes, names: names)
    }

    /// The program of the template at `index`, and what a page made of it would suffer from.
    mutating func link(_ index: Int) -> (program: TemplateProgram, problems: [Diagnostic]) {
        emit(whole(index, environment: 0), Margin())
        append(.finish, at: index, 0..<0)
        while let fragment = pendingRoutines.popLast() {
            guard let routine = routines[fragment] else { continue }
            program.routines[routine] = program.instructions.count
            emit(fragment, Margin(isDynamic: true))
            append(.finish, at: fragment.template, 0..<0)
        }
        return (program, problems.diagnostics)
    }
}

/// White space that goes before each line.
private struct Margin {
    var space: [UInt8] = []
    /// Whether the margin of the call goes before `space`.
    var isDynamic = false
}

private extension TemplateLinker {
    mutating func emit(_ fragment: Fragment, _ margin: Margin) {
        chain.append(fragment)
        let nodes = templates[fragment.template].nodes
        var index = fragment.nodes.lowerBound
        while index < fragment.nodes.upperBound {
            index = emit(nodes[index], at: index, in: fragment, margin)
        }
        chain.removeLast()
    }

    /// Returns the index of the node to go on with.
    mutating func emit(_ node: TemplateNode, at index: Int, in fragment: Fragment, _ margin: Margin) -> Int {
        if case .literal = node.kind {
            emitLiteral(node, in: fragment, margin)
            return index + 1
        }
        if node.startsLine { emitMargin(margin) }
        switch node.kind {
        case .literal: break
        case .variable(let path, let escaped):
            let span = span(of: path)
            append(escaped ? .variable(span) : .unescaped(span), at: fragment.template, node.range)
        case .section(let path, let inverted, _):
            let span = span(of: path)
            append(inverted ? .inverted(span, end: 0) : .section(span, end: 0), at: fragment.template, node.range)
            openSections.append(program.instructions.count - 1)
        case .end: endSection(node, in: fragment)
        case .partial(let name):
            include(name, node, in: fragment, margin, arguments: [], missing: TemplateDiagnosticID.missingPartial)
        case .parent(let name, let end):
            let arguments = blocks(in: index + 1..<end, of: fragment)
            include(name, node, in: fragment, margin, arguments: arguments, missing: TemplateDiagnosticID.missingParent)
            return end + 1
        case .block(let name, let end):
            guard let replacement = environments[fragment.environment][name] else { break }
            replaceBlock(node, isEmpty: end == index + 1, by: replacement, in: fragment, margin)
            return end + 1
        }
        return index + 1
    }

    mutating func endSection(_ node: TemplateNode, in fragment: Fragment) {
        guard case .end(let opening) = node.kind, case .section = templates[fragment.template].nodes[opening].kind else { return }
        guard let start = openSections.popLast() else { preconditionFailure("sections nest") }
        let end = program.instructions.count + (literalStart < program.text.count ? 1 : 0)
        if case .inverted(let path, _) = program.instructions[start] {
            append(.endOfInverted(start: start), at: fragment.template, node.range)
            program.instructions[start] = .inverted(path, end: end)
        } else if case .section(let path, _) = program.instructions[start] {
            append(.end(start: start), at: fragment.template, node.range)
            program.instructions[start] = .section(path, end: end)
        }
    }

    mutating func replaceBlock(_ node: TemplateNode, isEmpty: Bool, by replacement: Fragment, in fragment: Fragment, _ margin: Margin) {
        guard node.isStandalone else { return place(replacement, Margin(), from: fragment, node) }
        var inner = margin
        let indentation = isEmpty ? node.indentation : node.contentIndentation ?? node.indentation
        inner.space += templates[fragment.template].source.bytes[indentation].dropFirst(fragment.removedSpace)
        let startsOnNextLine = templates[replacement.template].nodes[replacement.nodes.lowerBound - 1].contentIndentation != nil
        if !startsOnNextLine, !replacement.nodes.isEmpty { emitMargin(inner) }
        place(replacement, inner, from: fragment, node)
    }

    // MARK: Includes

    mutating func include(
        _ name: TemplateName, _ node: TemplateNode, in fragment: Fragment, _ margin: Margin, arguments: [BlockArgument], missing: String
    ) {
        guard let index = indexes[name] else { return problems.reportMissing(name, node, in: fragment, id: missing) }
        problems.reportUnknownBlocks(arguments, of: index, in: fragment)
        var environment = environments[fragment.environment]
        for argument in arguments where environment[argument.name] == nil { environment[argument.name] = argument.value }
        let target = whole(index, environment: intern(environment))
        var inner = Margin()
        if node.isStandalone {
            inner = margin
            inner.space += templates[fragment.template].source.bytes[node.indentation].dropFirst(fragment.removedSpace)
        }
        place(target, inner, from: fragment, node)
    }

    /// Puts `target` here, or calls it where it would never end or grow too large.
    mutating func place(_ target: Fragment, _ margin: Margin, from fragment: Fragment, _ node: TemplateNode) {
        let repeats = chain.contains(target)
        includes += 1
        let isLarge = includes > TemplateLimits.inlinedIncludes || program.text.count > TemplateLimits.inlinedText
        if !repeats, !isLarge, chain.count < TemplateLimits.inlineDepth { return emit(target, margin) }
        if repeats { problems.reportRecursion(chain, to: target, node) } else { problems.reportTooLarge(node, in: fragment) }
        if routines[target] == nil, routines.count < TemplateLimits.routines {
            routines[target] = program.routines.count
            program.routines.append(0)
            pendingRoutines.append(target)
        }
        guard let routine = routines[target] else { return }
        flushLiteral()
        let start = program.text.count
        program.text += margin.space
        literalStart = program.text.count
        append(
            .call(routine: routine, indentation: Span(start..<program.text.count), keepsOuter: margin.isDynamic),
            at: fragment.template, node.range)
    }

    func whole(_ index: Int, environment: Int) -> Fragment {
        Fragment(template: index, nodes: 0..<templates[index].nodes.count, environment: environment)
    }

    /// The blocks directly in a parent: its arguments, the first of each name.
    func blocks(in range: Range<Int>, of fragment: Fragment) -> [BlockArgument] {
        var blocks: [BlockArgument] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let node = templates[fragment.template].nodes[index]
            switch node.kind {
            case .block(let name, let end):
                let value = Fragment(
                    template: fragment.template, nodes: index + 1..<end, environment: fragment.environment,
                    removedSpace: node.contentIndentation?.count ?? 0)
                blocks.append(BlockArgument(name: name, value: value, tag: node.range))
                index = end + 1
            case .section(_, _, let end), .parent(_, let end): index = end + 1
            case .literal, .variable, .partial, .end: index += 1
            }
        }
        return blocks
    }

    mutating func intern(_ environment: [NameID: Fragment]) -> Int {
        if let known = environmentIndexes[environment] { return known }
        environments.append(environment)
        environmentIndexes[environment] = environments.count - 1
        return environments.count - 1
    }

    // MARK: Instructions

    mutating func append(_ instruction: TemplateInstruction, at template: Int, _ range: Range<Int>) {
        flushLiteral()
        program.instructions.append(instruction)
        program.origins.append(TemplateProgram.Origin(template: Int32(template), range: Span(range)))
    }

    mutating func flushLiteral() {
        guard literalStart < program.text.count else { return }
        program.instructions.append(.literal(Span(literalStart..<program.text.count)))
        program.origins.append(TemplateProgram.Origin(template: 0, range: Span(0..<0)))
        literalStart = program.text.count
    }

    mutating func span(of path: [NameID]) -> Span {
        program.paths += path
        return Span(program.paths.count - path.count..<program.paths.count)
    }

    mutating func emitMargin(_ margin: Margin) {
        if margin.isDynamic { append(.indentation, at: 0, 0..<0) }
        program.text += margin.space
    }

    mutating func emitLiteral(_ node: TemplateNode, in fragment: Fragment, _ margin: Margin) {
        let bytes = templates[fragment.template].source.bytes
        if margin.space.isEmpty, !margin.isDynamic, fragment.removedSpace == 0 {
            program.text += bytes[node.range]
            return
        }
        var index = node.range.lowerBound
        var startsLine = node.startsLine
        while index < node.range.upperBound {
            if startsLine {
                emitMargin(margin)
                let limit = min(index + fragment.removedSpace, node.range.upperBound)
                while index < limit, bytes[index] == .space || bytes[index] == .tab { index += 1 }
            }
            let end = bytes[index..<node.range.upperBound].firstIndex(of: .lineFeed).map { $0 + 1 } ?? node.range.upperBound
            program.text += bytes[index..<end]
            index = end
            startsLine = true
        }
    }
}
