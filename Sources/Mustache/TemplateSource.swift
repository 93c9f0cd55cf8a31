/// The name by which pages and other templates call a template: its path without the ending, `parts/offer`.
package struct TemplateName: Hashable, Sendable, ExpressibleByStringLiteral {
    package let text: String

    package init(_ text: String) { self.text = text }
    package init(stringLiteral text: String) { self.text = text }
}

/// A template as it was read: its name, the path for messages, and its bytes (UTF-8, with or without a byte order mark).
package struct TemplateSource: Sendable {
    package let name: TemplateName
    package let path: String
    package let bytes: [UInt8]

    package init(name: TemplateName, path: String, bytes: [UInt8]) {
        self.name = name
        self.path = path
        self.bytes = bytes
    }
}
