import Diagnostics
import Mustache

/// Compiles the templates and checks each page against the values that it will get.
enum TemplateCheck {
    static func compile(_ folder: TemplateFolder, _ shapes: PageShapes, into diagnostics: inout [Diagnostic]) -> TemplateLibrary {
        var names = shapes.names
        let sources = folder.sources.map { TemplateSource(name: TemplateName($0.name), path: $0.path, bytes: $0.bytes) }
        let (library, problems) = TemplateLibrary.compile(sources, names: &names)
        var found = problems
        for page in SiteRenderer.Page.allCases where !page.isOptional || library.contains(TemplateName(page.rawValue)) {
            for problem in library.check(TemplateName(page.rawValue), against: page.shape(shapes)) where !found.contains(problem) { found.append(problem) }
        }
        diagnostics += found
        return library
    }
}
