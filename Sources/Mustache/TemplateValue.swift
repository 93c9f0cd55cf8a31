/// A value for a template: the cases follow `TemplateShape`, texts are UTF-8 bytes.
///
/// Copies share their storage, so a value that every page has (a style sheet, the business's record) costs a page two words.
package enum TemplateValue: Sendable {
    /// No value: falsy, written as nothing. Stands for any shape.
    case absent
    case text([UInt8])
    case url([UInt8])
    case markup([UInt8])
    /// Must not hold `</style`; see `RawTextElement`.
    case css([UInt8])
    /// Must not hold `</script`; see `RawTextElement`.
    case script([UInt8])
    case json([UInt8])
    case flag(Bool)
    case list([TemplateValue])
    case record(TemplateRecord)
}

extension TemplateValue {
    /// `string` as a text.
    package static func text(utf8 string: String) -> TemplateValue { .text(Array(string.utf8)) }

    /// `string`, an address that has been checked.
    package static func url(utf8 string: String) -> TemplateValue { .url(Array(string.utf8)) }

    /// Whether a section on the value is rendered: not for an empty text, no, an empty list, and no value.
    var isTruthy: Bool {
        switch self {
        case .absent: false
        case .text(let bytes), .url(let bytes), .markup(let bytes), .css(let bytes), .script(let bytes), .json(let bytes):
            !bytes.isEmpty
        case .flag(let flag): flag
        case .list(let items): !items.isEmpty
        case .record: true
        }
    }

    /// Whether the value is of `shape`; records by the identity of their shape.
    func matches(_ shape: TemplateShape) -> Bool {
        switch (self, shape) {
        case (.absent, _), (.text, .text), (.url, .url), (.markup, .markup), (.css, .css), (.script, .script), (.json, .json),
            (.flag, .flag):
            true
        case (.list(let items), .list(let item)): items.allSatisfy { $0.matches(item) }
        case (.record(let record), .record(let shape)): record.shape === shape
        default: false
        }
    }
}
