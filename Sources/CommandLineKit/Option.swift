import ByteText

/// An option of the command line: one declaration serves parsing, help, completion and the typed look-up of its value.
///
/// Declared once as a `static let`, listed in every command that takes it, and read as `invocation[Options.root]`.
package struct Option<Value: Sendable>: OptionDeclaration {
    /// What parsing, help and completion know of it.
    package let description: OptionDescription
    let value: @Sendable ([String]) -> Value
}

/// An option of any type, as a command lists it.
package protocol OptionDeclaration: Sendable {
    var description: OptionDescription { get }
}

/// The name of an option without its hyphens: `dry-run`.
package struct OptionName: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The name alone.
    package let text: String
    /// As it is typed: `--dry-run`.
    package var spelled: String { "--" + text }

    /// Small letters, digits and hyphens inside; anything else is a precondition failure.
    package init(stringLiteral text: String) {
        precondition(!text.isEmpty && !text.hasPrefix("-"))
        precondition(text.utf8.allSatisfy { $0 == .hyphen || $0.isASCIILowercase || $0.isASCIIDigit })
        self.text = text
    }
}

/// What is known of an option without its type.
package struct OptionDescription: Sendable {
    /// The long name, which every option has.
    package let name: OptionName
    let short: Character?
    /// nil for a flag.
    let shape: ValueShape?
    let isRepeated: Bool
    let summary: String
    /// What stands for the value when the option is not given, as the help says it.
    let fallback: String?
    /// The environment variable that gives the value when the command line does not.
    let environment: EnvironmentName?
    /// Other names that people type when they mean this option: never accepted, always understood.
    var alsoTyped: [String] = []
}

extension Option {
    /// The same option, understood where one of `names` is typed in its place.
    package func alsoTyped(_ names: String...) -> Option {
        var description = description
        description.alsoTyped = names
        return Option(description: description, value: value)
    }
}

extension Option where Value == Bool {
    /// A flag: there or not. Given twice it means the same.
    package init(flag name: OptionName, short: Character? = nil, summary: String) {
        description = OptionDescription(
            name: name, short: short, shape: nil, isRepeated: false, summary: summary, fallback: nil, environment: nil)
        value = { !$0.isEmpty }
    }
}

extension Option {
    /// An option that is nil when neither the command line nor the environment gives it; `fallback` tells the reader of the
    /// help what happens then.
    package init<Element>(
        _ name: OptionName, short: Character? = nil, _ reader: ValueReader<Element>, summary: String, fallback: String? = nil,
        environment: EnvironmentName? = nil
    ) where Value == Element? {
        description = OptionDescription(
            name: name, short: short, shape: reader.shape, isRepeated: false, summary: summary, fallback: fallback,
            environment: environment)
        value = { $0.last.map { accepted($0, by: reader) } }
    }

    /// An option with a value to fall back on; `fallback` is how the help writes it.
    package init(
        _ name: OptionName, short: Character? = nil, _ reader: ValueReader<Value>, default usual: Value, fallback: String,
        summary: String, environment: EnvironmentName? = nil
    ) {
        description = OptionDescription(
            name: name, short: short, shape: reader.shape, isRepeated: false, summary: summary, fallback: fallback,
            environment: environment)
        value = { $0.last.map { accepted($0, by: reader) } ?? usual }
    }

    /// An option that may be given several times; the values are in the order given.
    package init<Element>(
        repeated name: OptionName, short: Character? = nil, _ reader: ValueReader<Element>, summary: String,
        fallback: String? = nil
    ) where Value == [Element] {
        description = OptionDescription(
            name: name, short: short, shape: reader.shape, isRepeated: true, summary: summary, fallback: fallback,
            environment: nil)
        value = { $0.map { accepted($0, by: reader) } }
    }
}

/// The value of `text`, which the parser has let through.
func accepted<Value>(_ text: String, by reader: ValueReader<Value>) -> Value {
    switch reader.read(text) {
    case .success(let value): return value
    case .failure: preconditionFailure("a value that was accepted before is refused now: readers must be functions of the text")
    }
}
