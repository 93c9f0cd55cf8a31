/// An argument that is known by its position: `NAME` of `sitegen new NAME`.
///
/// Declared as a `static let`, listed by its command, and read as `invocation[Arguments.name]`.
package struct Argument<Value: Sendable>: ArgumentDeclaration {
    /// What parsing, help and completion know of it.
    package let description: ArgumentDescription
    let value: @Sendable ([String]) -> Value
}

/// An argument of any type, as a command lists it.
package protocol ArgumentDeclaration: Sendable {
    var description: ArgumentDescription { get }
}

/// What is known of an argument without its type.
package struct ArgumentDescription: Sendable {
    let shape: ValueShape
    let summary: String
    /// How many are needed at least: 0 or 1.
    let minimum: Int
    let isRepeated: Bool

    /// As a usage line has it: `NAME`, `[NAME]`, `FILE…`, `[FILE…]`.
    var usage: String {
        let name = shape.placeholder.text + (isRepeated ? "…" : "")
        return minimum == 0 ? "[\(name)]" : name
    }
}

extension Argument {
    /// An argument that must be there.
    package init(_ reader: ValueReader<Value>, summary: String) {
        description = ArgumentDescription(shape: reader.shape, summary: summary, minimum: 1, isRepeated: false)
        value = { texts in
            guard let text = texts.first else { preconditionFailure("the parser lets no command through without it") }
            return accepted(text, by: reader)
        }
    }

    /// An argument that may be left out.
    package init<Element>(optional reader: ValueReader<Element>, summary: String) where Value == Element? {
        description = ArgumentDescription(shape: reader.shape, summary: summary, minimum: 0, isRepeated: false)
        value = { $0.first.map { accepted($0, by: reader) } }
    }

    /// All the arguments that are left, in the order given; the last argument of its command.
    package init<Element>(repeated reader: ValueReader<Element>, atLeastOne: Bool, summary: String) where Value == [Element] {
        description = ArgumentDescription(shape: reader.shape, summary: summary, minimum: atLeastOne ? 1 : 0, isRepeated: true)
        value = { $0.map { accepted($0, by: reader) } }
    }
}
