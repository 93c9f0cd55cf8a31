import ByteText
package import Diagnostics

/// Reads an object key by key into typed values and collects what is wrong with it, so that reading looks like a declaration:
///
///     var object = JSONObjectReader(root, path: path)
///     let name = object.string("name", required: true)
///     let phone = object.string("phone")
///     let contact = object.object("private") { $0.string("contact")?.value }
///     diagnostics += object.finish()
///
/// `null` counts as absent. Keys that begin with `$`, such as `$schema`, are always allowed and never read.
package struct JSONObjectReader {
    /// Who wrote the object: a person, whose slips are reported, or a program, which may know more keys than this one does.
    package enum Author: Sendable {
        /// A key that stands twice is an error, an unknown one a warning.
        case person
        /// Unknown keys are ignored; the last of two equal keys counts.
        case program
    }

    /// The file's name for diagnostics.
    package let path: String
    /// The bytes of the object, its braces included.
    package let range: Range<Int>
    /// What was found so far; `finish` adds the rest.
    package private(set) var diagnostics: [Diagnostic] = []
    private let author: Author
    private let members: [JSONMember]
    /// Whether there is an object at all; where not, no key is missing and none unknown.
    private let isObject: Bool
    /// The keys that lead to this object, each with a dot: `business.`
    private let prefix: String
    private var asked: [String] = []

    /// A reader of `value`. Where that is no object, an error is recorded and no key is reported as missing.
    /// - Parameter name: the keys that lead to the value, with dots between them, where it is not the whole file.
    package init(_ value: JSONValue, path: String, author: Author = .person, name: String = "") {
        self.init(value, path: path, author: author, prefix: name.isEmpty ? "" : name + ".")
    }

    private init(_ value: JSONValue, path: String, author: Author, prefix: String) {
        self.path = path
        self.author = author
        self.prefix = prefix
        range = value.range
        members = value.members ?? []
        isObject = value.members != nil
        if !isObject {
            let subject = prefix.isEmpty ? "the file" : "`\(prefix.dropLast())`"
            diagnostics.append(Diagnostic(
                "J030", .error, at: location(value.range), "\(subject) must be \(Kind.object.rawValue), found \(value.kind)"))
        } else if author == .person {
            reportDuplicates(in: members, prefix: prefix)
        }
    }

    /// The value of `key`, of any type. `required`: a missing one is an error.
    package mutating func value(_ key: String, required: Bool = false) -> JSONValue? {
        if author == .person, !asked.contains(key) { asked.append(key) }
        if let value = members.last(where: { $0.key == key })?.value, !value.isNull { return value }
        if required, isObject {
            diagnostics.append(Diagnostic(
                "J031", .error, at: location(range.prefix(1)), "`\(prefix)\(key)` is missing", hint: hintForMissing(key)))
        }
        return nil
    }

    /// A text.
    package mutating func string(_ key: String, required: Bool = false) -> Located<String>? {
        typed(key, required, .string, \.string)
    }

    /// `true` or `false`.
    package mutating func bool(_ key: String, required: Bool = false) -> Located<Bool>? {
        typed(key, required, .bool, \.bool)
    }

    /// A whole number.
    package mutating func integer(_ key: String, required: Bool = false) -> Located<Int>? {
        typed(key, required, .integer) { $0.number?.integer }
    }

    /// A number.
    package mutating func number(_ key: String, required: Bool = false) -> Located<Double>? {
        typed(key, required, .number) { $0.number?.double }
    }

    /// A list of values of any type.
    package mutating func array(_ key: String, required: Bool = false) -> Located<[JSONValue]>? {
        typed(key, required, .array, \.array)
    }

    /// A list of texts; an element of another type is an error and left out.
    package mutating func strings(_ key: String, required: Bool = false) -> Located<[Located<String>]>? {
        guard let list = array(key, required: required) else { return nil }
        let texts = list.value.compactMap { element in
            if element.string == nil { reportType(of: element, key, .string) }
            return element.string.map { Located($0, range: element.range) }
        }
        return Located(texts, range: list.range)
    }

    /// An object with any keys, such as a text by language, in the order of the file. Duplicate keys are reported as everywhere.
    package mutating func members(_ key: String, required: Bool = false) -> Located<[JSONMember]>? {
        let found = typed(key, required, .object, \.members)
        if let found, author == .person { reportDuplicates(in: found.value, prefix: "\(prefix)\(key).") }
        return found
    }

    /// An object, read by `read` and then finished; nil where it is absent or no object.
    package mutating func object<Result>(
        _ key: String, required: Bool = false, _ read: (inout JSONObjectReader) -> Result?
    ) -> Result? {
        guard let value = value(key, required: required) else { return nil }
        return nested(value, key, read)
    }

    /// A list of objects, each read by `read` and then finished; those that are no objects or that `read` gives up are left out.
    package mutating func objects<Result>(
        _ key: String, required: Bool = false, _ read: (inout JSONObjectReader) -> Result?
    ) -> [Result]? {
        array(key, required: required)?.value.compactMap { nested($0, key, read) }
    }

    /// Whether the object has `key`, with whatever value but `null`; asks for nothing and reports nothing.
    package func has(_ key: String) -> Bool {
        members.contains { $0.key == key && !$0.value.isNull }
    }

    /// Adds what the caller found out about a value.
    package mutating func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }

    /// The place of `range` in this file.
    package func location(_ range: Range<Int>) -> SourceLocation {
        SourceLocation(path: path, range: range)
    }

    /// Everything that is wrong with the object, the keys that nobody asked for included; to be called last.
    package mutating func finish() -> [Diagnostic] {
        guard author == .person, isObject else { return diagnostics }
        for member in members where !asked.contains(member.key) && !member.key.hasPrefix("$") {
            let nearest = EditDistance.nearestName(to: member.key, among: asked)
            diagnostics.append(Diagnostic(
                "J032", .warning, at: location(member.keyRange), "`\(prefix)\(member.key)` is not a key that is known here",
                hint: nearest.map { "did you mean `\($0)`?" } ?? "the keys are \(asked.map { "`\($0)`" }.joined(separator: ", "))"))
        }
        return diagnostics
    }
}

private extension JSONObjectReader {
    /// What a value must be, in words.
    enum Kind: String {
        case string = "a text in quotes"
        case bool = "`true` or `false`"
        case integer = "a whole number"
        case number = "a number"
        case array = "a list `[…]`"
        case object = "an object `{…}`"
    }

    mutating func typed<Value>(
        _ key: String, _ required: Bool, _ kind: Kind, _ convert: (JSONValue) -> Value?
    ) -> Located<Value>? {
        guard let value = value(key, required: required) else { return nil }
        if let converted = convert(value) { return Located(converted, range: value.range) }
        reportType(of: value, key, kind)
        return nil
    }

    mutating func nested<Result>(_ value: JSONValue, _ key: String, _ read: (inout JSONObjectReader) -> Result?) -> Result? {
        var inner = JSONObjectReader(value, path: path, author: author, prefix: "\(prefix)\(key).")
        let result = value.members == nil ? nil : read(&inner)
        diagnostics += inner.finish()
        return result
    }

    mutating func reportType(of value: JSONValue, _ key: String, _ kind: Kind) {
        var hint: String?
        switch (kind, value.content) {
        case (.string, .number(let number)): hint = "put it in quotes: `\"\(number.text)\"`"
        case (.string, .bool(let flag)): hint = "put it in quotes: `\"\(flag)\"`"
        case (.bool, .string), (.integer, .string), (.number, .string): hint = "write it without quotes"
        case (.array, .string), (.array, .number), (.array, .object): hint = "put it in square brackets: `[…]`"
        default: break
        }
        diagnostics.append(Diagnostic(
            "J030", .error, at: location(value.range), "`\(prefix)\(key)` must be \(kind.rawValue), found \(value.kind)", hint: hint))
    }

    func hintForMissing(_ key: String) -> String {
        let written = members.map(\.key).filter { !asked.contains($0) && !$0.hasPrefix("$") }
        guard let nearest = EditDistance.nearestName(to: key, among: written) else { return "add `\"\(key)\": …`" }
        return "is `\(nearest)` meant to be `\(key)`?"
    }

    mutating func reportDuplicates(in members: [JSONMember], prefix: String) {
        var first: [String: Range<Int>] = [:]
        for member in members {
            guard let earlier = first[member.key] else {
                first[member.key] = member.keyRange
                continue
            }
            diagnostics.append(Diagnostic(
                "J033", .error, at: location(member.keyRange), "`\(prefix)\(member.key)` stands here for the second time",
                hint: "remove one of the two",
                related: [Diagnostic.Related(location: location(earlier), message: "the first is here")]))
        }
    }
}
