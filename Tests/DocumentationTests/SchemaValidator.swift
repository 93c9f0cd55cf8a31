import Foundation

/// A small reader of JSON Schema (draft 2020-12): the words that the schemas of `docs/schema` use, and a complaint about any other.
struct SchemaValidator {
    let schema: [String: Any]

    init(_ name: String) throws {
        let file = Package.root.appending(path: "docs/schema/\(name).schema.json")
        schema = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
    }

    /// What is wrong with `value`, each with its path.
    func complaints(_ value: Any) -> [String] { check(value, schema, "") }

    private static let annotations: Set<String> = ["$schema", "$defs", "title", "description", "examples"]

    private func check(_ value: Any, _ schema: [String: Any], _ path: String) -> [String] {
        schema.sorted { $0.key < $1.key }.flatMap { key, rule -> [String] in
            if Self.annotations.contains(key) { return [] }
            switch (key, rule) {
            case ("$ref", let rule as String):
                let names = rule.dropFirst(2).split(separator: "/").map(String.init)
                var target: Any? = self.schema
                for name in names { target = (target as? [String: Any])?[name] }
                return (target as? [String: Any]).map { check(value, $0, path) } ?? ["\(path): no \(rule)"]
            case ("type", let rule as String): return isType(value, rule) ? [] : ["\(path): not \(rule)"]
            case ("type", let rule as [String]): return rule.contains { isType(value, $0) } ? [] : ["\(path): not \(rule)"]
            case ("const", _): return (rule as? String == value as? String) && (rule as? Int).map(Double.init) == value as? Double ? [] : ["\(path): not \(rule)"]
            case ("enum", let rule as [Any]): return rule.contains { $0 as? String == value as? String } ? [] : ["\(path): not one of \(rule)"]
            case ("pattern", let rule as String):
                guard let text = value as? String else { return [] }
                return text.range(of: rule, options: .regularExpression) == nil ? ["\(path): `\(text)` is not \(rule)"] : []
            case ("minimum", let rule as NSNumber): return (value as? Double).map { $0 < rule.doubleValue } == true ? ["\(path): too small"] : []
            case ("maxLength", let rule as Int): return (value as? String).map { $0.count > rule } == true ? ["\(path): too long"] : []
            case ("minItems", let rule as Int): return (value as? [Any]).map { $0.count < rule } == true ? ["\(path): too few"] : []
            case ("minProperties", let rule as Int): return (value as? [String: Any]).map { $0.count < rule } == true ? ["\(path): too few"] : []
            case ("uniqueItems", _): return (value as? [String]).map { Set($0).count < $0.count } == true ? ["\(path): repeated"] : []
            case ("items", let rule as [String: Any]): return (value as? [Any] ?? []).enumerated().flatMap { check($0.element, rule, "\(path)/\($0.offset)") }
            case ("required", let rule as [String]):
                guard let object = value as? [String: Any] else { return [] }
                return rule.filter { object[$0] == nil }.map { "\(path): no \($0)" }
            case ("properties", let rule as [String: [String: Any]]):
                guard let object = value as? [String: Any] else { return [] }
                return rule.flatMap { name, rule in object[name].map { check($0, rule, "\(path)/\(name)") } ?? [] }
            case ("propertyNames", let rule as [String: Any]): return (value as? [String: Any] ?? [:]).keys.flatMap { check($0, rule, "\(path)/\($0)") }
            case ("additionalProperties", _):
                let known = Set((schema["properties"] as? [String: Any] ?? [:]).keys)
                let more = (value as? [String: Any] ?? [:]).filter { !known.contains($0.key) }
                if let rule = rule as? [String: Any] { return more.flatMap { check($0.value, rule, "\(path)/\($0.key)") } }
                return (rule as? Bool) == false ? more.keys.map { "\(path): unknown \($0)" } : []
            case ("anyOf", let rule as [[String: Any]]): return rule.contains { check(value, $0, path).isEmpty } ? [] : ["\(path): none of its forms"]
            case ("oneOf", let rule as [[String: Any]]): return rule.count { check(value, $0, path).isEmpty } == 1 ? [] : ["\(path): not one of its forms"]
            default: return ["the validator does not know `\(key)`"]
            }
        }
    }

    private func isType(_ value: Any, _ name: String) -> Bool {
        switch name {
        case "object": value is [String: Any]
        case "array": value is [Any]
        case "string": value is String
        case "null": value is NSNull
        case "boolean": value is Bool
        case "integer": (value as? Double).map { $0 == $0.rounded() } ?? false
        default: false
        }
    }
}

/// The package's own files.
enum Package {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func text(_ path: String) throws -> String { try String(contentsOf: root.appending(path: path), encoding: .utf8) }
}
