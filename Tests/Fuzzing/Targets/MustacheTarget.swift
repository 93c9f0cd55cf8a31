import Diagnostics
import Mustache

/// Templates, several in a text, each after the first behind a line `--- name`: whatever they are, they compile and are checked; what is in
/// order renders, to the same bytes every time.
enum MustacheTarget {
    static func complaint(_ bytes: [UInt8]) -> String? {
        let sources = sources(bytes)
        var names = NameTable()
        let shape = shape(&names)
        let (library, problems) = TemplateLibrary.compile(sources, names: &names)
        let all = problems + library.check("page", against: shape)
        let files = Dictionary(sources.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        if let complaint = DiagnosticsCheck.complaint(about: all, source: { files[$0] }) { return complaint }
        // With an error no page is made: of a template that includes itself twice there would be no end.
        if all.containsError { return nil }
        let record = record(shape)
        var first: [UInt8] = []
        library.render("page", record, into: &first)
        var second: [UInt8] = []
        library.render("page", record, into: &second)
        return first == second ? nil : "two pages of one template differ"
    }

    private static func sources(_ bytes: [UInt8]) -> [TemplateSource] {
        var sources: [(name: String, lines: [ArraySlice<UInt8>])] = [("page", [])]
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.starts(with: Array("--- ".utf8)), sources.count < 6 {
                sources.append((String(decoding: line.dropFirst(4), as: UTF8.self), []))
            } else {
                sources[sources.count - 1].lines.append(line)
            }
        }
        return sources.enumerated().map { number, source in
            TemplateSource(name: TemplateName(source.name), path: "\(number).mustache", bytes: Array(source.lines.joined(separator: [0x0A])))
        }
    }

    private static func shape(_ names: inout NameTable) -> RecordShape {
        let offer = RecordShape(["title": .text, "href": .url, "first": .flag], names: &names)
        let page = RecordShape(["title": .text, "style": .css, "script": .script, "data": .json, "drawing": .markup], names: &names)
        return RecordShape(
            ["page": .record(page), "offers": .list(.record(offer)), "words": .list(.text), "title": .text, "empty": .text, "active": .flag, "link": .url],
            names: &names)
    }

    private static func record(_ shape: RecordShape) -> TemplateRecord {
        var record = TemplateRecord(shape)
        record["title"] = .text(utf8: "<\"'&>")
        record["empty"] = .text([])
        record["words"] = .list([.text(utf8: "one"), .text(utf8: "two")])
        record["active"] = .flag(true)
        record["link"] = .url(utf8: "https://example.org/?a=1&b=2")
        return record
    }
}
