import ByteText

/// A command of a program: a leaf that does something, or a group of commands such as `sitegen codes`.
///
/// `Action` is what the program makes of it, usually a function from an `Invocation` and the world to an `RunStatus`.
package struct Command<Action: Sendable>: Sendable {
    let name: CommandName
    /// One line, without a full stop.
    let summary: String
    /// Paragraphs separated by an empty line; wrapped when printed.
    let discussion: String
    let examples: [Example]
    let options: [any OptionDeclaration]
    let arguments: [any ArgumentDeclaration]
    let subcommands: [Command]
    /// Other words that people type when they mean this command: never accepted, always understood.
    let alsoTyped: [String]
    /// Options of which one at most may be given: two ways to print the same thing.
    let alternatives: [OptionName]
    /// nil for a group.
    let action: Action?

    /// A command that does something.
    package init(
        _ name: CommandName, summary: String, discussion: String = "", examples: [Example],
        options: [any OptionDeclaration] = [], arguments: [any ArgumentDeclaration] = [], alternatives: [any OptionDeclaration] = [],
        alsoTyped: [String] = [], action: Action
    ) {
        self.name = name
        self.summary = summary
        self.discussion = discussion
        self.examples = examples
        self.options = options
        self.arguments = arguments
        self.subcommands = []
        self.alsoTyped = alsoTyped
        self.alternatives = alternatives.map(\.description.name)
        self.action = action
    }

    /// A group of commands, of which one must be named.
    package init(
        group name: CommandName, summary: String, discussion: String = "", examples: [Example], alsoTyped: [String] = [],
        subcommands: [Command]
    ) {
        self.name = name
        self.summary = summary
        self.discussion = discussion
        self.examples = examples
        self.options = []
        self.arguments = []
        self.subcommands = subcommands
        self.alsoTyped = alsoTyped
        self.alternatives = []
        self.action = nil
    }
}

extension Command {
    /// Whether it is about one thing that must be named.
    var takesOneArgument: Bool { arguments.count == 1 && arguments[0].description.minimum == 1 }
}

/// The name of a command or a program: small letters, digits and hyphens.
package struct CommandName: Hashable, Sendable, ExpressibleByStringLiteral {
    /// As it is typed.
    package let text: String

    /// A name; one of other characters is a precondition failure.
    package init(stringLiteral text: String) {
        precondition(!text.isEmpty && text.utf8.allSatisfy { $0 == .hyphen || $0.isASCIILowercase || $0.isASCIIDigit })
        self.text = text
    }
}

/// A command line that works as it stands, and what it does.
package struct Example: Sendable {
    let line: String
    let effect: String

    /// `effect` is one sentence without a full stop.
    package init(_ line: String, effect: String) {
        self.line = line
        self.effect = effect
    }
}
