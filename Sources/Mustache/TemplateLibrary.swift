package import Diagnostics

/// All templates of a site, each compiled once: the entry to this module.
///
/// `compile` reads them, `check` tells what is wrong with a page for a given shape, `render` makes the page. A library is an
/// immutable value; any number of threads may render from it at once.
package struct TemplateLibrary: Sendable {
    private let templates: [ParsedTemplate]
    private let indexes: [TemplateName: Int]
    private let names: NameTable
    private let programs: [TemplateProgram]
    /// By template: what is wrong between it and what it includes.
    private let inclusionProblems: [[Diagnostic]]

    /// Compiles `sources`; linear in their size and in that of the pages put together from them.
    ///
    /// The diagnostics are those of the texts alone (T001–T010), all of them; what a page lacks is told by `check`.
    package static func compile(
        _ sources: [TemplateSource], names: inout NameTable
    ) -> (library: TemplateLibrary, diagnostics: [Diagnostic]) {
        var templates: [ParsedTemplate] = []
        var indexes: [TemplateName: Int] = [:]
        var diagnostics: [Diagnostic] = []
        for source in sources {
            if let first = indexes[source.name] {
                diagnostics.append(duplicate(source, of: templates[first].source))
                continue
            }
            let parsed = TemplateParser.parse(source, names: &names)
            indexes[source.name] = templates.count
            templates.append(parsed.template)
            diagnostics += parsed.diagnostics
        }
        return (TemplateLibrary(templates, indexes, names), diagnostics)
    }

    private init(_ templates: [ParsedTemplate], _ indexes: [TemplateName: Int], _ names: NameTable) {
        var programs: [TemplateProgram] = []
        var problems: [[Diagnostic]] = []
        for index in templates.indices {
            var linker = TemplateLinker(templates: templates, indexes: indexes, names: names)
            let linked = linker.link(index)
            programs.append(linked.program)
            problems.append(linked.problems)
        }
        self.templates = templates
        self.indexes = indexes
        self.names = names
        self.programs = programs
        inclusionProblems = problems
    }

    /// Appends the page that the template `name`, which must exist, makes of `record`. Linear in the page; literals are copied whole.
    package func render(_ name: TemplateName, _ record: TemplateRecord, into output: inout [UInt8]) {
        render(name, value: .record(record), into: &output)
    }

    /// The same for a value of any kind, which `{{.}}` then stands for.
    func render(_ name: TemplateName, value: TemplateValue, into output: inout [UInt8]) {
        guard let index = indexes[name] else { preconditionFailure("there is no template `\(name.text)`") }
        var renderer = TemplateRenderer(programs[index], value)
        renderer.run(into: &output)
    }

    /// Whether there is a template `name`.
    package func contains(_ name: TemplateName) -> Bool { indexes[name] != nil }

    /// What is wrong with the HTML page `name` for records of `shape` (T020–T048): names, includes, and values where they must not
    /// stand. Without an error among them, and among those of `compile`, the page renders and no value can break out of its place.
    ///
    /// `shape` and the library must share their `NameTable`.
    package func check(_ name: TemplateName, against shape: RecordShape) -> [Diagnostic] {
        guard let index = indexes[name] else {
            return [InclusionProblems(templates: templates, indexes: indexes, names: names).missingPage(name)]
        }
        var checker = TemplateChecker(programs[index], sources: templates.map(\.source), names: names, shape: shape)
        checker.run()
        return (inclusionProblems[index] + checker.diagnostics).sortedForReading()
    }
}

private extension TemplateLibrary {
    static func duplicate(_ source: TemplateSource, of first: TemplateSource) -> Diagnostic {
        Diagnostic(
            TemplateDiagnosticID.duplicateTemplate, .error, at: SourceLocation(path: source.path),
            "there are two templates `\(source.name.text)`", hint: "rename or remove one of the two files",
            related: [Diagnostic.Related(location: SourceLocation(path: first.path), message: "the other is here")])
    }
}
