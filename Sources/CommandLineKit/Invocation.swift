/// A command line that was understood: the typed values of a command's options and arguments.
package struct Invocation: Sendable {
    /// As it was called, without options: `sitegen codes list`.
    package let command: String
    private let options: [OptionName: [String]]
    private let arguments: [Placeholder: [String]]

    init(command: String, options: [OptionName: [String]], arguments: [Placeholder: [String]]) {
        self.command = command
        self.options = options
        self.arguments = arguments
    }

    /// The value of an option that the command lists.
    package subscript<Value>(option: Option<Value>) -> Value {
        guard let texts = options[option.description.name] else {
            preconditionFailure("\(option.description.name.spelled) is not listed by \(command)")
        }
        return option.value(texts)
    }

    /// The value of an argument that the command lists.
    package subscript<Value>(argument: Argument<Value>) -> Value {
        guard let texts = arguments[argument.description.shape.placeholder] else {
            preconditionFailure("\(argument.description.shape.placeholder.text) is not listed by \(command)")
        }
        return argument.value(texts)
    }

    /// Whether the command takes `option` at all: for options that only some commands list.
    package func lists(_ option: some OptionDeclaration) -> Bool { options[option.description.name] != nil }
}
