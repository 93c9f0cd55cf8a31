import ByteText
import Diagnostics
import Disk
import Mustache

/// Compiles the templates and checks each page against the values that it will get.
enum TemplateCheck {
    /// The compiled templates. Pages are checked only if the interface texts `areWhole`: a name that is missing there would
    /// otherwise be an error at each of its mentions.
    static func compile(
        _ folder: TemplateFolder, _ shapes: PageShapes, stringsAreWhole: Bool, into diagnostics: inout [Diagnostic]
    ) -> TemplateLibrary {
        var names = shapes.names
        let sources = folder.sources.map { TemplateSource(name: TemplateName($0.name), path: $0.path, bytes: $0.bytes) }
        let (library, problems) = TemplateLibrary.compile(sources, names: &names)
        var found = problems
        for page in SiteRenderer.Page.allCases where stringsAreWhole && (!page.isOptional || library.contains(TemplateName(page.rawValue))) {
            for problem in library.check(TemplateName(page.rawValue), against: page.shape(shapes)) where !found.contains(problem) {
                found.append(problem)
            }
        }
        diagnostics += found + folder.sources.flatMap { missingAssets(in: $0.bytes, path: $0.path, folder) }
        return library
    }

    /// Links to files of `assets/` that are not there: `{{page.root}}assets/icon.svg`.
    private static func missingAssets(in bytes: [UInt8], path: String, _ folder: TemplateFolder) -> [Diagnostic] {
        let start = Array("}}assets/".utf8)
        let known = Set(folder.assets.map(\.text))
        var diagnostics: [Diagnostic] = []
        for offset in bytes.indices where bytes[offset] == .closeBrace && bytes[offset...].starts(with: start) {
            let nameStart = offset + start.count
            let end = bytes[nameStart...]
                .firstIndex { $0 == .quote || $0 == .apostrophe || $0 <= .space || $0 == .openBrace || $0 == 0x29 } ?? bytes.count
            let name = String(decoding: bytes[nameStart..<end], as: UTF8.self)
            if known.contains(name) || (end < bytes.count && bytes[end] == .openBrace) { continue }
            diagnostics.append(Diagnostic(
                "T104", .warning, at: SourceLocation(path: path, range: nameStart..<end), "there is no file `templates/assets/\(name)`",
                hint: didYouMean(name, known.sorted()) + "put the file there, or take the link out"))
        }
        return diagnostics
    }
}
