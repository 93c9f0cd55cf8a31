import Foundation
import Testing

@testable import Mustache

/// The official specification's cases, where its folder is at hand: beside the checkout, or where `SITEGEN_SHARED` says.
@Suite struct SpecificationTests {
    static let folder: URL = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let shared =
            ProcessInfo.processInfo.environment["SITEGEN_SHARED"].map { URL(filePath: $0) } ?? root.appending(path: "../shared")
        return shared.appending(path: "spec/mustache")
    }()

    static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

    @Test(
        .enabled(if: isPresent, "the official cases are not here; the project's own are in EngineTests"),
        arguments: [
            ("comments", 12), ("delimiters", 14), ("inheritance", 27), ("interpolation", 42), ("inverted", 22), ("partials", 12),
            ("sections", 34),
        ])
    func `every official case of a module passes`(module: String, count: Int) throws {
        let data = try Data(contentsOf: Self.folder.appending(path: "\(module).json"))
        let specification = try JSONDecoder().decode(Specification.self, from: data)
        #expect(specification.tests.count >= count)
        for test in specification.tests {
            var names = NameTable()
            let partials = (test.partials ?? [:]).sorted { $0.key < $1.key }
            var sources = partials.map { TemplateSource(name: TemplateName($0.key), path: $0.key, bytes: Array($0.value.utf8)) }
            sources.append(TemplateSource(name: "the test", path: "the test", bytes: Array(test.template.utf8)))
            let (library, _) = TemplateLibrary.compile(sources, names: &names)
            let value = test.data.value(as: JSONValue.shape(of: [test.data], names: &names))
            var output: [UInt8] = []
            library.render("the test", value: value, into: &output)
            #expect(String(decoding: output, as: UTF8.self) == test.expected, "\(module): \(test.name): \(test.template)")
        }
    }
}

private struct Specification: Decodable {
    struct Case: Decodable {
        let name: String
        let data: JSONValue
        let template: String
        let expected: String
        let partials: [String: String]?
    }

    let tests: [Case]
}

/// Data of a case. Items of one list may differ, so their shape is that of all their fields together.
private enum JSONValue: Decodable {
    case null
    case flag(Bool)
    case text(String)
    case list([JSONValue])
    case record([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {  // The kind of a value is found by trying.
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .text(number == number.rounded() ? String(Int(number)) : String(number))
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([JSONValue].self) {
            self = .list(list)
        } else {
            self = .record(try container.decode([String: JSONValue].self))
        }
    }

    static func shape(of values: [JSONValue], names: inout NameTable) -> TemplateShape {
        var items: [JSONValue] = []
        var fields: [String: [JSONValue]] = [:]
        var shape = TemplateShape.text
        for value in values {
            switch value {
            case .null, .text: break
            case .flag: shape = .flag
            case .list(let list):
                items += list
                shape = .list(.text)
            case .record(let record):
                for (name, field) in record { fields[name, default: []].append(field) }
                shape = .record(RecordShape([], names: &names))
            }
        }
        if case .list = shape { return .list(Self.shape(of: items, names: &names)) }
        guard case .record = shape else { return shape }
        let sorted = fields.sorted { $0.key < $1.key }
        return .record(RecordShape(sorted.map { ($0.key, Self.shape(of: $0.value, names: &names)) }, names: &names))
    }

    func value(as shape: TemplateShape) -> TemplateValue {
        switch (self, shape) {
        case (.text(let text), _): return .text(utf8: text)
        case (.flag(let flag), _): return .flag(flag)
        case (.list(let items), .list(let item)): return .list(items.map { $0.value(as: item) })
        case (.record(let fields), .record(let shape)):
            var record = TemplateRecord(shape)
            for (name, field) in fields {
                record[name] = field.value(as: shape.fieldShapes[shape.slot(name).index])
            }
            return .record(record)
        default: return .absent
        }
    }
}
