import ByteText

/// Writes compact JSON: no spaces, members in the order of the calls, the same bytes for the same calls. Commas are its business.
///
///     var json = JSONWriter()
///     json.object { json in
///         json.member("code", "KTM482")
///         json.member("partner", "hotel-sunrise")
///     }
///     // json.bytes: {"code":"KTM482","partner":"hotel-sunrise"}
package struct JSONWriter: Sendable {
    /// What is written so far. A caller may add line breaks between values; JSON allows them.
    package var bytes: [UInt8]
    private var needsComma = false

    /// Writes to the end of `bytes`.
    package init(_ bytes: [UInt8] = []) {
        self.bytes = bytes
    }

    /// An object whose members `write` adds.
    package mutating func object(_ write: (inout JSONWriter) -> Void) {
        open(.openBrace)
        write(&self)
        close(.closeBrace)
    }

    /// A list whose elements `write` adds.
    package mutating func array(_ write: (inout JSONWriter) -> Void) {
        open(.openBracket)
        write(&self)
        close(.closeBracket)
    }

    /// The key of the value that is written next.
    package mutating func key(_ key: String) {
        separate()
        bytes.append(jsonString: key)
        bytes.append(.colon)
        needsComma = false
    }

    package mutating func string(_ text: String) {
        separate()
        bytes.append(jsonString: text)
    }

    package mutating func integer(_ number: Int) {
        separate()
        bytes.append(decimal: number)
    }

    package mutating func bool(_ flag: Bool) {
        separate()
        flag ? bytes.append(literal: "true") : bytes.append(literal: "false")
    }

    package mutating func null() {
        separate()
        bytes.append(literal: "null")
    }

    /// Says that members were written straight into `bytes`, so that a comma is due before the next.
    package mutating func continueObject() { needsComma = true }

    /// A line break before the next value: after the comma, if one is due. For lists with an element a line.
    package mutating func lineBreak() {
        if needsComma { bytes.append(.comma) }
        needsComma = false
        bytes.append(.lineFeed)
    }

    /// A value read elsewhere, written anew: keys in their order, numbers with their own characters, which must be plain JSON.
    package mutating func value(_ value: JSONValue) {
        switch value.content {
        case .null: null()
        case .bool(let flag): bool(flag)
        case .number(let number):
            separate()
            bytes.append(utf8: number.text)
        case .string(let text): string(text)
        case .array(let elements): array { for element in elements { $0.value(element) } }
        case .object(let members): object { for member in members { $0.key(member.key); $0.value(member.value) } }
        }
    }
}

extension JSONWriter {
    package mutating func member(_ key: String, _ text: String) {
        self.key(key)
        string(text)
    }

    package mutating func member(_ key: String, _ number: Int) {
        self.key(key)
        integer(number)
    }

    package mutating func member(_ key: String, _ flag: Bool) {
        self.key(key)
        bool(flag)
    }

    package mutating func member(_ key: String, _ texts: [String]) {
        self.key(key)
        array { for text in texts { $0.string(text) } }
    }

    /// The member, with `null` where there is no text.
    package mutating func memberOrNull(_ key: String, _ text: String?) {
        self.key(key)
        if let text { string(text) } else { null() }
    }
}

private extension JSONWriter {
    mutating func separate() {
        if needsComma { bytes.append(.comma) }
        needsComma = true
    }

    mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        needsComma = false
    }

    mutating func close(_ bracket: UInt8) {
        bytes.append(bracket)
        needsComma = true
    }
}
