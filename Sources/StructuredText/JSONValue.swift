/// A JSON value and the bytes it was read from.
package struct JSONValue: Equatable, Sendable {
    package enum Content: Equatable, Sendable {
        case null
        case bool(Bool)
        case number(JSONNumber)
        case string(String)
        case array([JSONValue])
        /// In the order of the file; a key may stand twice, which `JSONObjectReader` reports.
        case object([JSONMember])
    }

    package var content: Content
    /// Byte offsets from the start of the file; quotes, brackets and braces are included.
    package var range: Range<Int>

    package init(_ content: Content, range: Range<Int>) {
        self.content = content
        self.range = range
    }
}

/// A key of a JSON object with its value.
package struct JSONMember: Equatable, Sendable {
    package var key: String
    /// The bytes of the key, with its quotes if it has any.
    package var keyRange: Range<Int>
    package var value: JSONValue

    package init(key: String, keyRange: Range<Int>, value: JSONValue) {
        self.key = key
        self.keyRange = keyRange
        self.value = value
    }
}

extension JSONValue {
    package var string: String? {
        if case .string(let text) = content { text } else { nil }
    }

    package var bool: Bool? {
        if case .bool(let flag) = content { flag } else { nil }
    }

    package var number: JSONNumber? {
        if case .number(let number) = content { number } else { nil }
    }

    package var array: [JSONValue]? {
        if case .array(let elements) = content { elements } else { nil }
    }

    package var members: [JSONMember]? {
        if case .object(let members) = content { members } else { nil }
    }

    package var isNull: Bool { content == .null }

    /// The value of the last member called `key`, as JSON readers commonly take it; nil where this is no object. O(members).
    package subscript(key: String) -> JSONValue? {
        members?.last { $0.key == key }?.value
    }

    /// What kind of value this is, in words for a person: “a text in quotes”.
    package var kind: String {
        switch content {
        case .null: "`null`"
        case .bool(let flag): "`\(flag)`"
        case .number: "a number"
        case .string: "a text in quotes"
        case .array: "a list `[…]`"
        case .object: "an object `{…}`"
        }
    }
}
