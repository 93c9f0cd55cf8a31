import Diagnostics

@testable import Mustache

/// Templates under test as one text: each begins with a line `--- name`; what is before the first is the template `page`.
/// The line feed before such a line belongs to it, so a template that ends in one has an empty line there.
func templates(_ text: String) -> [TemplateSource] {
    var sources: [(name: String, lines: [Substring])] = [("page", [])]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.hasPrefix("--- ") {
            sources.append((String(line.dropFirst(4)), []))
        } else {
            sources[sources.count - 1].lines.append(line)
        }
    }
    return sources.map { source in
        TemplateSource(
            name: TemplateName(source.name), path: "\(source.name).mustache", bytes: Array(source.lines.joined(separator: "\n").utf8))
    }
}

/// A small site: a value of every kind.
struct SampleSite {
    var names = NameTable()
    let shape: RecordShape
    var record: TemplateRecord

    init() {
        let image = RecordShape(["href": .url, "width": .text], names: &names)
        let offer = RecordShape(["title": .text, "price": .text, "image": .record(image), "first": .flag], names: &names)
        let page = RecordShape(
            ["title": .text, "url": .url, "root": .url, "style": .css, "script": .script, "data": .json, "drawing": .markup],
            names: &names)
        shape = RecordShape(
            [
                "page": .record(page), "offers": .list(.record(offer)), "words": .list(.text), "title": .text, "empty": .text,
                "active": .flag, "paused": .flag, "none": .list(.text), "link": .url,
            ], names: &names)
        var pageRecord = TemplateRecord(page)
        pageRecord["title"] = .text(utf8: "<Page> & \"quotes\"")
        pageRecord["url"] = .url(utf8: "https://example.org/?a=1&b=2")
        pageRecord["root"] = .url(utf8: "../")
        pageRecord["style"] = .css(Array("a>b{color:red}".utf8))
        pageRecord["script"] = .script(Array("if(1<2){}".utf8))
        pageRecord["data"] = .json(Array("{\"a\":\"</script>\"}".utf8))
        pageRecord["drawing"] = .markup(Array("<svg></svg>".utf8))
        let offers = [("Economy", "900", true), ("Comfort", "1200", false)].map { title, price, first in
            var imageRecord = TemplateRecord(image)
            imageRecord["href"] = .url(utf8: "\(title).svg")
            imageRecord["width"] = .text(utf8: "320")
            var record = TemplateRecord(offer)
            record["title"] = .text(utf8: title)
            record["price"] = .text(utf8: price)
            record["image"] = .record(imageRecord)
            record["first"] = .flag(first)
            return TemplateValue.record(record)
        }
        record = TemplateRecord(shape)
        record["page"] = .record(pageRecord)
        record["offers"] = .list(offers)
        record["words"] = .list([.text(utf8: "one"), .text(utf8: "two")])
        record["title"] = .text(utf8: "Outer")
        record["empty"] = .text([])
        record["active"] = .flag(true)
        record["paused"] = .flag(false)
        record["none"] = .list([])
        record["link"] = .url(utf8: "tel:+66812345678")
    }

    /// The page that the templates in `text` make.
    func render(_ text: String) -> String {
        var names = names
        var output: [UInt8] = []
        TemplateLibrary.compile(templates(text), names: &names).library.render("page", record, into: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// What is wrong with the templates in `text`, a line each: `id file@marked bytes: message | hint`.
    func problems(_ text: String) -> [String] {
        var names = names
        let sources = templates(text)
        let (library, diagnostics) = TemplateLibrary.compile(sources, names: &names)
        let all = diagnostics + library.check("page", against: shape)
        return all.sortedForReading().map { describe($0, in: sources) }
    }

    private func describe(_ diagnostic: Diagnostic, in sources: [TemplateSource]) -> String {
        let location = diagnostic.location
        let source = sources.first { $0.path == location?.path }
        let marked = location?.range.map { source?.text($0) ?? "" } ?? ""
        let severity = diagnostic.severity == .warning ? " warning" : ""
        return "\(diagnostic.id)\(severity) \(location?.path ?? "")@\(marked): \(diagnostic.message) | \(diagnostic.hint ?? "")"
    }
}
