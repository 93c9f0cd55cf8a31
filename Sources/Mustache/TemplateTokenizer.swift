import ByteText
import Diagnostics

/// Cuts template bytes into text lines and tags, delimiter changes obeyed. One pass; a broken tag is reported and read as text.
struct TemplateTokenizer {
    private let source: TemplateSource
    private let bytes: [UInt8]
    private var opening: [UInt8] = [.openBrace, .openBrace]
    private var closing: [UInt8] = [.closeBrace, .closeBrace]
    private var position: Int
    private var textStart: Int
    /// Terminators that do not occur after some offset, so that broken tags cost no second search.
    private var exhausted: [[UInt8]: Int] = [:]
    private(set) var tokens: [TemplateToken] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ source: TemplateSource) {
        self.source = source
        bytes = source.bytes
        position = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        textStart = position
    }

    mutating func run() {
        if let offset = UTF8Text.firstInvalidOffset(in: bytes) {
            report(
                TemplateDiagnosticID.invalidUTF8, offset..<offset + 1, "the file is not UTF-8 text from here on",
                hint: "save it as UTF-8 in your editor")
        }
        while position < bytes.count {
            if isAt(opening, position) {
                endText(at: position)
                readTag()
            } else {
                position += 1
                if bytes[position - 1] == .lineFeed { endText(at: position) }
            }
        }
        endText(at: bytes.count)
    }
}

private extension TemplateTokenizer {
    mutating func endText(at end: Int) {
        if end > textStart { tokens.append(TemplateToken(kind: .text, range: textStart..<end, name: end..<end)) }
        textStart = end
    }

    mutating func readTag() {
        let start = position
        var cursor = start + opening.count
        while cursor < bytes.count, bytes[cursor].isASCIIWhitespace { cursor += 1 }
        let sigil = cursor < bytes.count ? bytes[cursor] : .space
        let kind = Self.kind(of: sigil)
        if kind != .variable { cursor += 1 }
        var terminator = closing
        if sigil == .openBrace { terminator.insert(.closeBrace, at: 0) }
        if sigil == .ascii("=") { terminator.insert(.ascii("="), at: 0) }
        guard let end = endOfTag(terminator, from: cursor, mayHoldOpening: kind == .silent) else {
            reportUnclosed(start)
            position = start + opening.count
            return
        }
        position = end + terminator.count
        textStart = position
        var token = TemplateToken(kind: kind, range: start..<position, name: trimmed(cursor..<end))
        if sigil == .ascii("=") {
            readDelimiters(token)
        } else if kind != .silent, !isNameSound(token) {
            token.kind = .silent
        }
        tokens.append(token)
    }

    static func kind(of sigil: UInt8) -> TemplateToken.Kind {
        switch sigil {
        case .ascii("#"): .section
        case .ascii("^"): .inverted
        case .ascii("/"): .close
        case .ascii(">"): .partial
        case .ascii("<"): .parent
        case .ascii("$"): .block
        case .ascii("&"), .openBrace: .unescaped
        case .ascii("!"), .ascii("="): .silent
        default: .variable
        }
    }

    /// Where `terminator` begins. A tag with a name ends before the next opening delimiter; a comment may hold one.
    mutating func endOfTag(_ terminator: [UInt8], from start: Int, mayHoldOpening: Bool) -> Int? {
        if let limit = exhausted[terminator], start >= limit { return nil }
        var index = start
        while index < bytes.count {
            if isAt(terminator, index) { return index }
            if !mayHoldOpening, opening != closing, isAt(opening, index) { return nil }
            index += 1
        }
        exhausted[terminator] = start
        return nil
    }

    mutating func readDelimiters(_ token: TemplateToken) {
        let parts = bytes[token.name].split(whereSeparator: \.isASCIIWhitespace)
        guard parts.count == 2, !bytes[token.name].contains(.ascii("=")) else {
            return report(
                TemplateDiagnosticID.malformedDelimiters, token.range,
                "this tag should hold two new delimiters with a space between them",
                hint: "write it like `{{=<% %>=}}`, or remove it")
        }
        opening = Array(parts[0])
        closing = Array(parts[1])
    }

    mutating func isNameSound(_ token: TemplateToken) -> Bool {
        let name = bytes[token.name]
        if name.isEmpty {
            report(
                TemplateDiagnosticID.emptyTag, token.range, "this tag has no name in it", hint: "write a name into it, or remove the tag")
            return false
        }
        let isPath = token.kind == .variable || token.kind == .unescaped || token.kind == .section || token.kind == .inverted
        let parts = name.split(separator: .dot, omittingEmptySubsequences: false)
        let hasEmptyPart = isPath && name.count > 1 && parts.contains(where: \.isEmpty)
        if name.contains(where: \.isASCIIWhitespace) || hasEmptyPart {
            report(
                TemplateDiagnosticID.malformedName, token.range, "`\(source.text(token.name))` is not a name",
                hint: "a name has no spaces; its parts are joined by single dots, like `page.title`")
            return false
        }
        return true
    }

    mutating func reportUnclosed(_ start: Int) {
        let limit = min(start + 80, bytes.count)
        let end = bytes[start..<limit].firstIndex { $0 == .lineFeed || $0 == .carriageReturn } ?? limit
        let closer = String(decoding: closing, as: UTF8.self)
        report(
            TemplateDiagnosticID.unclosedTag, start..<end, "this tag has no end: its `\(closer)` is missing",
            hint: "end the tag with `\(closer)`")
    }

    mutating func report(_ id: String, _ range: Range<Int>, _ message: String, hint: String) {
        diagnostics.append(Diagnostic(id, .error, at: source.location(range), message, hint: hint))
    }

    func isAt(_ text: [UInt8], _ offset: Int) -> Bool {
        if bytes[offset] != text[0] || offset + text.count > bytes.count { return false }
        var index = 1
        while index < text.count {
            if bytes[offset + index] != text[index] { return false }
            index += 1
        }
        return true
    }

    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start].isASCIIWhitespace { start += 1 }
        while end > start, bytes[end - 1].isASCIIWhitespace { end -= 1 }
        return start..<end
    }
}

extension TemplateSource {
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    func location(_ range: Range<Int>) -> SourceLocation { SourceLocation(path: path, range: range) }
}
