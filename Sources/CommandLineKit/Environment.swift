/// The environment variables of the process, passed in so that tests need no process.
package struct Environment: Sendable {
    private let look: @Sendable (String) -> String?

    /// An environment that asks `look` for the value of a name.
    init(look: @escaping @Sendable (String) -> String?) { self.look = look }

    /// A made-up environment.
    package init(_ values: [String: String]) { look = { values[$0] } }

    /// The value of `name`; nil when it is missing or empty, which people mean to be the same.
    package subscript(name: EnvironmentName) -> String? {
        look(name.text).flatMap { $0.isEmpty ? nil : $0 }
    }
}

/// The name of an environment variable: `NO_COLOR`.
package struct EnvironmentName: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The name itself.
    package let text: String
    /// A name as the system has it.
    package init(stringLiteral text: String) { self.text = text }
}
