import ByteText

/// How the text of an option or an argument becomes a value: what it is called in the help, what a shell completes it
/// with, and how it is read.
package struct ValueReader<Value: Sendable>: Sendable {
    let shape: ValueShape
    let read: @Sendable (String) -> Result<Value, ValueProblem>

    /// A reader of its own kind; `read` never gets an empty text.
    package init(
        _ placeholder: Placeholder, completion: WordCompletion = .nothing,
        read: @escaping @Sendable (String) -> Result<Value, ValueProblem>
    ) {
        shape = ValueShape(placeholder: placeholder, completion: completion) { text in
            if case .failure(let problem) = read(text) { problem } else { nil }
        }
        self.read = read
    }
}

/// The word that stands for a value in the help, in capitals: `DIR`.
package struct Placeholder: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The word itself.
    package let text: String
    /// A word, or several joined by `|`.
    package init(stringLiteral text: String) { self.text = text }
    init(_ text: String) { self.text = text }
}

/// What a shell offers while a value is being typed.
package enum WordCompletion: Equatable, Sendable {
    case nothing, file, folder
    case words([String])
}

/// Why a text is not a value: `problem` continues the sentence "`--port` cannot be `x`: …", `hint` says what to do.
package struct ValueProblem: Error, Equatable, Sendable {
    /// What is wrong, as the end of a sentence.
    package let problem: String
    /// What to write instead.
    package let hint: String
    /// A problem with its remedy.
    package init(_ problem: String, hint: String) {
        self.problem = problem
        self.hint = hint
    }
}

/// What the parser, the help and the completion need to know of a value, whatever its type.
struct ValueShape: Sendable {
    let placeholder: Placeholder
    let completion: WordCompletion
    let problem: @Sendable (String) -> ValueProblem?
}

extension ValueReader where Value == String {
    /// Any text.
    package static func text(_ placeholder: Placeholder) -> Self { Self(placeholder) { .success($0) } }
    /// The path of a file; whether it exists is for the command to say.
    package static func file(_ placeholder: Placeholder = "FILE") -> Self { Self(placeholder, completion: .file) { .success($0) } }
    /// The path of a folder; whether it exists is for the command to say.
    package static func folder(_ placeholder: Placeholder = "DIR") -> Self { Self(placeholder, completion: .folder) { .success($0) } }
}

extension ValueReader where Value == Int {
    /// A whole number within `bounds`, in decimal digits.
    package static func integer(_ placeholder: Placeholder = "NUMBER", in bounds: ClosedRange<Int>) -> Self {
        let hint = if bounds.upperBound == .max { "write a whole number, \(bounds.lowerBound) or more" } else {
            "write a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
        }
        return Self(placeholder) { text in
            guard let number = Int(text) else { return .failure(ValueProblem("it is not a whole number", hint: hint)) }
            if number < bounds.lowerBound { return .failure(ValueProblem("it is too small", hint: hint)) }
            if number > bounds.upperBound { return .failure(ValueProblem("it is too large", hint: hint)) }
            return .success(number)
        }
    }
}

extension ValueReader where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    /// One of the cases of `type`, by raw value. The help shows the words themselves where no placeholder is given.
    package static func choice(_ type: Value.Type, _ placeholder: Placeholder? = nil) -> Self {
        let words = type.allCases.map(\.rawValue)
        return Self(placeholder ?? Placeholder(words.joined(separator: "|")), completion: .words(words)) { text in
            if let value = Value(rawValue: text) { return .success(value) }
            let list = "choose \(oneOf(words))"
            let meant = NameGuess.name(meantBy: text, among: words)
            return .failure(ValueProblem("there is no such choice", hint: meant.map { "did you mean `\($0)`? \(list)" } ?? list))
        }
    }
}
