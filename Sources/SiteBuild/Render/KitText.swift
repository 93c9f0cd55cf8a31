import ByteText
import Diagnostics
import StructuredText

/// A ready text of the kit as `templates/strings.json` has it: `{{business}} … {{page}} … {{code}}`, parsed once, filled for each
/// partner.
struct KitText: Sendable {
    /// What can be filled in.
    enum Field: String, CaseIterable {
        case business, partner, page, code, phone, greeting, description, headline
    }

    /// What the fields stand for, as UTF-8.
    struct Values: Sendable {
        private var texts: [[UInt8]] = Array(repeating: [], count: Field.allCases.count)

        subscript(field: Field) -> String {
            get { String(decoding: texts[field.place], as: UTF8.self) }
            set { texts[field.place] = Array(newValue.utf8) }
        }

        fileprivate func bytes(_ field: Field) -> [UInt8] { texts[field.place] }
    }

    /// The keys of the texts.
    static let keys = ["chatText", "postText", "emailText"]

    private enum Piece: Sendable {
        case words([UInt8])
        case field(Field)
    }

    private let pieces: [Piece]

    init(_ text: String) {
        pieces = Self.parts(of: text).map { part in
            if part.isName, let field = Field(rawValue: part.name) { .field(field) } else { .words(Array(part.text.utf8)) }
        }
    }

    /// The text with `values`. What an empty one leaves behind goes: double spaces, spaces at either end of a line, empty lines at
    /// either end of the text, and all but one of several between its parts.
    func filled(with values: Values) -> [UInt8] {
        var raw: [UInt8] = []
        for piece in pieces {
            switch piece {
            case .words(let bytes): raw += bytes
            case .field(let field): raw += values.bytes(field)
            }
        }
        return Self.tidied(raw)
    }

    /// Names in `text` that stand for nothing.
    static func problems(_ text: Located<String>, path: String) -> [Diagnostic] {
        parts(of: text.value).filter { $0.isName && Field(rawValue: $0.name) == nil }.map { part in
            let known = Field.allCases.map(\.rawValue)
            return Diagnostic(
                "T113", .error, at: SourceLocation(path: path, range: text.range), "`\(part.text)` stands for nothing in a text of the kit",
                hint: didYouMean(part.name, known) + "there are " + known.map { "`{{\($0)}}`" }.joined(separator: ", "))
        }
    }
}

private extension KitText.Field {
    var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

private extension [UInt8] {
    var hasEmptyLastLine: Bool { count > 1 && last == .lineFeed && self[count - 2] == .lineFeed }
}

private extension KitText {
    /// A stretch of words, or `{{name}}`.
    struct Part {
        let text: Substring
        let isName: Bool

        var name: String { text.dropFirst(2).dropLast(2).trimmingSpaces() }
    }

    static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
            if open.lowerBound > rest.startIndex { parts.append(Part(text: rest[..<open.lowerBound], isName: false)) }
            parts.append(Part(text: rest[open.lowerBound..<close.upperBound], isName: true))
            rest = rest[close.upperBound...]
        }
        if !rest.isEmpty { parts.append(Part(text: rest, isName: false)) }
        return parts
    }

    static func tidied(_ raw: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(raw.count)
        for byte in raw {
            switch byte {
            case .space:
                if let last = text.last, last != .space, last != .lineFeed { text.append(byte) }
            case .lineFeed:
                if text.last == .space { text.removeLast() }
                if !text.isEmpty, !text.hasEmptyLastLine { text.append(byte) }
            default:
                text.append(byte)
            }
        }
        while let last = text.last, last == .space || last == .lineFeed { text.removeLast() }
        return text
    }
}
