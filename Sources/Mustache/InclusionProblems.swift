import ByteText
import Diagnostics

/// What is wrong between templates: includes of what does not exist, of themselves, blocks that a parent does not have.
struct InclusionProblems {
    private let templates: [ParsedTemplate]
    private let indexes: [TemplateName: Int]
    private let names: NameTable
    private var places: Set<SourceLocation> = []
    private var blocksOfParents: [Int: Set<NameID>] = [:]
    /// One for each place, however often it is included.
    private(set) var diagnostics: [Diagnostic] = []

    init(templates: [ParsedTemplate], indexes: [TemplateName: Int], names: NameTable) {
        self.templates = templates
        self.indexes = indexes
        self.names = names
    }

    /// For a page that is wanted and has no template.
    func missingPage(_ name: TemplateName) -> Diagnostic {
        Diagnostic(
            TemplateDiagnosticID.missingTemplate, .error, at: nil, "there is no template `\(name.text)`",
            hint: nearest(to: name).map { "rename `\($0).mustache` to `\(name.text).mustache` if it is the one" }
                ?? "add `\(name.text).mustache` to the templates")
    }

    mutating func reportMissing(_ name: TemplateName, _ node: TemplateNode, in fragment: Fragment, id: String) {
        report(
            id, fragment.template, node.range, "there is no template `\(name.text)`",
            hint: nearest(to: name).map { "did you mean `\($0)`?" } ?? "add `\(name.text).mustache`, or remove the tag")
    }

    mutating func reportUnknownBlocks(_ arguments: [BlockArgument], of parent: Int, in fragment: Fragment) {
        if arguments.isEmpty { return }
        let known = blocks(of: parent)
        for argument in arguments where !known.contains(argument.name) {
            let name = names.name(of: argument.name)
            let parentName = templates[parent].source.name.text
            let nearest = EditDistance.nearestName(to: name, among: known.map(names.name).sorted())
            report(
                TemplateDiagnosticID.missingBlock, fragment.template, argument.tag, "`\(parentName)` has no block `\(name)`",
                hint: nearest.map { "did you mean `\($0)`?" } ?? "add the block to `\(parentName)`, or remove this one")
        }
    }

    /// `chain` holds what is being put in place, `target` the part of it that comes again.
    mutating func reportRecursion(_ chain: [Fragment], to target: Fragment, _ node: TemplateNode) {
        guard let last = chain.last, let first = chain.firstIndex(of: target) else { return }
        var path: [String] = []
        for fragment in chain[first...] + [target] {
            let name = templates[fragment.template].source.name.text
            if path.last != name || fragment == target { path.append(name) }
        }
        let round = path.count > 2 ? ": " + path.map { "`\($0)`" }.joined(separator: " → ") : ""
        report(
            TemplateDiagnosticID.recursion, last.template, node.range, "`\(path.last ?? "")` includes itself\(round)",
            hint: "remove one of these tags: the page would never end")
    }

    mutating func reportTooLarge(_ node: TemplateNode, in fragment: Fragment) {
        report(
            TemplateDiagnosticID.tooLarge, fragment.template, node.range,
            "the page becomes too large here: templates include one another too deeply or too often",
            hint: "include fewer templates within templates")
    }
}

private extension InclusionProblems {
    func nearest(to name: TemplateName) -> String? {
        EditDistance.nearestName(to: name.text, among: indexes.keys.map(\.text).sorted())
    }

    mutating func report(_ id: String, _ template: Int, _ range: Range<Int>, _ message: String, hint: String) {
        let location = templates[template].source.location(range)
        if places.insert(location).inserted { diagnostics.append(Diagnostic(id, .error, at: location, message, hint: hint)) }
    }

    /// The blocks of a template and of all that it mentions.
    mutating func blocks(of index: Int) -> Set<NameID> {
        if let known = blocksOfParents[index] { return known }
        var blocks: Set<NameID> = []
        var seen: Set<Int> = [index]
        var pending = [index]
        while let next = pending.popLast() {
            blocks.formUnion(templates[next].blocks)
            for reference in templates[next].references {
                if let target = indexes[reference], seen.insert(target).inserted { pending.append(target) }
            }
        }
        blocksOfParents[index] = blocks
        return blocks
    }
}
