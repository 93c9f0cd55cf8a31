import ByteText
import Diagnostics

/// Thrown to leave the parser; what is wrong is the last of its diagnostics.
struct JSONSyntaxError: Error {}

/// What is said about the slips that people make. Each function records a diagnostic and returns what to throw.
extension JSONParser {
    enum NumberSlip { case zeroInFront, bareDot, plus, other }

    mutating func emptyText() -> JSONSyntaxError {
        fail("J001", start..<end, end < bytes.count ? "the line is empty" : "the file is empty", hint: "a value such as `{ }` is expected")
    }

    mutating func unexpectedValue() -> JSONSyntaxError {
        if let error = typographicQuotes() { return error }
        let (found, range) = found(at: offset)
        return fail("J003", range, "a value is expected here, found \(found)", hint: hintForValue(in: range))
    }

    mutating func unexpectedKey() -> JSONSyntaxError {
        if let error = typographicQuotes() { return error }
        let (found, range) = found(at: offset)
        let expected = dialect == .strict ? "a key in quotes" : "a key"
        let hint = switch bytes[offset] {
        case .comma: "remove this comma"
        case .ascii("#"): "a comment begins with `//`"
        default: "a key stands in quotes: `\"name\": …`"
        }
        return fail("J006", range, "\(expected) is expected here, found \(found)", hint: hint)
    }

    mutating func missingColon(after key: String, _ keyRange: Range<Int>) -> JSONSyntaxError {
        guard offset < end else {
            return fail("J005", offset..<offset, "the file ends after the key `\(key)`", hint: "write `:` and a value after the key")
        }
        let (found, range) = found(at: offset)
        let hint = switch bytes[offset] {
        case .ascii("="): "write `:` in place of `=`"
        case .quote where bytes[keyRange.lowerBound] != .quote && offset == keyRange.upperBound:
            "the quote before `\(key)` seems to be missing"
        case .quote: "write `:` between the key and its value"
        default:
            key.contains(":") ? "the quote after the key seems to be missing" : "a key is followed by `:` and a value"
        }
        return fail("J005", range, "a colon is expected after the key `\(key)`, found \(found)", hint: hint)
    }

    mutating func missingComma(after valueEnd: Int, openedAt opening: Int) -> JSONSyntaxError {
        let isObject = bytes[opening] == .openBrace
        let byte = bytes[offset]
        if byte == .closeBrace || byte == .closeBracket { return wrongBracket(openedAt: opening) }
        if let error = typographicQuotes() { return error }
        let (found, range) = found(at: offset)
        let isAdjacentText = offset == valueEnd && [.quote, .apostrophe].contains(bytes[valueEnd - 1])
        switch byte {
        case .semicolon:
            return fail("J004", range, "a comma is expected here, found `;`", hint: "write `,` in place of `;`")
        case .colon, .ascii("="):
            return fail("J004", range, "a comma is expected here, found \(found)", hint: isObject
                ? "is a comma or a quote missing on the line before?" : "keys with values stand in braces: `{\"key\": \"value\"}`")
        case .ascii("#"):
            return fail("J004", range, "a comma is expected here, found `#`", hint: "a comment begins with `//`")
        case _ where byte.isASCIIDigit && bytes[valueEnd - 1].isASCIIDigit:
            return fail("J004", range, "a comma is expected here, found \(found)", hint: "a phone number stands in quotes: `\"+66 …\"`")
        case _ where isAdjacentText:
            return fail("J004", range, "the text ended before \(found)", hint: "a quote within a text is written `\\\"`")
        default:
            return fail("J004", valueEnd..<valueEnd, "a comma is missing here, before \(found)", hint: "add `,` after the value")
        }
    }

    mutating func trailingComma() -> JSONSyntaxError {
        let comma = bytes[..<offset].lastIndex(of: .comma) ?? offset
        return onlyInJSON5("a comma after the last value", comma..<comma + 1, hint: "remove the comma")
    }

    mutating func onlyInJSON5(_ what: String, _ range: Range<Int>, hint: String) -> JSONSyntaxError {
        fail("J016", range, "\(what) is not allowed in this file, which is plain JSON", hint: hint)
    }

    mutating func unclosed(_ opening: Int) -> JSONSyntaxError {
        let isObject = bytes[opening] == .openBrace
        return fail(
            "J008", end..<end, "the \(endName) ends, but \(isObject ? "an object `{`" : "a list `[`") is not closed",
            hint: "add the missing `\(isObject ? "}" : "]")`", related: [(opening..<opening + 1, "opened here")])
    }

    mutating func wrongBracket(openedAt opening: Int) -> JSONSyntaxError {
        let isObject = bytes[opening] == .openBrace
        return fail(
            "J018", offset..<offset + 1, isObject ? "`]` cannot close an object" : "`}` cannot close a list",
            hint: "close it with `\(isObject ? "}" : "]")` first", related: [(opening..<opening + 1, "opened here")])
    }

    mutating func textAfterEnd(of root: JSONValue) -> JSONSyntaxError {
        let byte = bytes[offset]
        if byte == .closeBrace || byte == .closeBracket {
            let bracket = byte == .closeBrace ? "}" : "]"
            return fail("J009", offset..<offset + 1, "one `\(bracket)` too many",
                        hint: "remove it, or look above for a `\(bracket)` that closes too early",
                        related: [(root.range.upperBound - 1..<root.range.upperBound, "everything was closed here")])
        }
        let (found, range) = found(at: offset)
        return fail("J009", range, "nothing more is expected after the end, found \(found)",
                    hint: root.members == nil ? "is `{` missing at the start?" : "remove it, or look for a `}` that closes too early",
                    related: [(root.range.upperBound - 1..<root.range.upperBound, "everything was closed here")])
    }

    mutating func unclosedText(_ opening: Int, _ lineEnd: Int) -> JSONSyntaxError {
        let mark = bytes[opening] == .quote ? "\"" : "'"
        return fail("J007", opening..<lineEnd, "the text that begins here has no closing quote",
                    hint: "add `\(mark)` at its end; a line break within a text is written `\\n`")
    }

    mutating func badByteInText(openedAt opening: Int, at index: Int) -> JSONSyntaxError {
        if bytes[index] == .lineFeed || bytes[index] == .carriageReturn { return unclosedText(opening, index) }
        let name = bytes[index] == .tab ? "a tab" : "an invisible control character"
        return fail("J007", index..<index + 1, "\(name) cannot stand in a text as it is",
                    hint: bytes[index] == .tab ? "write `\\t`" : "remove it", related: [(opening..<opening + 1, "the text begins here")])
    }

    mutating func badEscape(at start: Int) -> JSONSyntaxError {
        let shown = bytes[start..<min(start + 2, end)]
        let length = shown.last.map { $0 < 0x80 } == true ? shown.count : 1
        let escape = length == 2 && bytes[start + 1] >= 0x20 ? String(decoding: shown, as: UTF8.self) : "\\"
        return fail("J010", start..<start + length, "`\(escape)` has no meaning in a text",
                    hint: "a backslash is written `\\\\`; in the path of a file write `/`")
    }

    mutating func halfOfPair(_ range: Range<Int>) -> JSONSyntaxError {
        fail("J013", range, "`\(String(decoding: bytes[range], as: UTF8.self))` is only half of a character",
             hint: "write the character itself; the file is UTF-8")
    }

    mutating func badNumber(from start: Int, _ slip: NumberSlip) -> JSONSyntaxError {
        var last = max(offset, start + 1)
        while last < end, bytes[last].isASCIIDigit || bytes[last].isASCIILetter || [.dot, .hyphen, .ascii("+")].contains(bytes[last]) {
            last += 1
        }
        let text = String(decoding: bytes[start..<last], as: UTF8.self)
        let hint = switch slip {
        case .zeroInFront: "a number has no zeros in front; a phone number or a code stands in quotes: `\"\(text)\"`"
        case .bareDot: "a number has a digit before and after the dot"
        case .plus: "a number has no `+`; a phone number stands in quotes: `\"\(text)…\"`"
        case .other: "if it is meant as text, put it in quotes: `\"\(text)\"`"
        }
        return fail("J011", start..<last, "`\(text)` is not a number", hint: hint)
    }

    mutating func tooDeep() -> JSONSyntaxError {
        fail("J012", offset..<offset + 1, "objects and lists are nested more than \(JSONReader.depthLimit) deep",
             hint: "remove the superfluous `\(bytes[offset] == .openBrace ? "{" : "[")`")
    }

    mutating func unclosedComment(_ opening: Int) -> JSONSyntaxError {
        fail("J015", opening..<opening + 2, "the comment that begins here is not closed", hint: "add `*/` at its end")
    }

    mutating func warnOfLostBackslash(at start: Int) {
        let letter = String(decoding: bytes[start + 1..<start + 2], as: UTF8.self)
        diagnostics.append(Diagnostic(
            "J017", .warning, at: SourceLocation(path: path, range: start..<start + 2), "`\\\(letter)` is read as `\(letter)`",
            hint: "a backslash is written `\\\\`; in the path of a file write `/`"))
    }
}

private extension JSONParser {
    mutating func fail(
        _ id: String, _ range: Range<Int>, _ message: String, hint: String, related: [(Range<Int>, String)] = []
    ) -> JSONSyntaxError {
        let related = related.map { Diagnostic.Related(location: SourceLocation(path: path, range: $0), message: $1) }
        diagnostics.append(Diagnostic(id, .error, at: SourceLocation(path: path, range: range), message, hint: hint, related: related))
        return JSONSyntaxError()
    }

    var endName: String { end < bytes.count ? "line" : "file" }

    /// What stands at `index`, in words: a word or number as a whole, or one character.
    func found(at index: Int) -> (String, Range<Int>) {
        guard index < end else { return ("the end of the \(endName)", end..<end) }
        if bytes[index] == .quote { return ("a text in quotes", index..<index + 1) }
        let word = wordEnd(from: index)
        if word > index {
            let text = String(decoding: bytes[index..<word], as: UTF8.self)
            return (text.count <= 40 ? "`\(text)`" : "`\(text.prefix(40))…`", index..<word)
        }
        let (scalar, length) = UTF8Text.scalar(at: index, in: bytes)
        let invisible: [Unicode.GeneralCategory] = [.control, .format, .spaceSeparator, .lineSeparator, .paragraphSeparator]
        let isVisible = !invisible.contains(scalar.properties.generalCategory)
        return (isVisible ? "`\(scalar)`" : "the invisible character U+\(codePoint(scalar))", index..<index + length)
    }

    func codePoint(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// An error when a typographic quote stands at `offset`.
    mutating func typographicQuotes() -> JSONSyntaxError? {
        guard offset < end else { return nil }
        let (scalar, length) = UTF8Text.scalar(at: offset, in: bytes)
        switch scalar {
        case "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{2018}", "\u{2019}", "\u{201A}", "«", "»", "`", "\u{2033}":
            return fail("J014", offset..<offset + length, "`\(scalar)` is not the quote that is expected here",
                        hint: "write the straight quote `\"`, at the start and at the end of the text")
        default:
            return nil
        }
    }

    func hintForValue(in range: Range<Int>) -> String {
        guard range.lowerBound < end else { return "write a value; text stands in quotes" }
        switch bytes[range.lowerBound] {
        case .comma: return "write a value before the comma, or remove the comma"
        case .closeBrace, .closeBracket: return "write a value after the colon, or remove the key"
        case .ascii("#"): return "a comment begins with `//`"
        case .colon: return "remove one of the two colons"
        case .apostrophe: return "use the straight double quote `\"`"
        case _ where wordEnd(from: range.lowerBound) == range.lowerBound: return "remove it, or write a value in its place"
        default: break
        }
        let word = String(decoding: bytes[range], as: UTF8.self)
        switch word.lowercased() {
        case "true", "yes", "on": return "write `true`, without quotes and in small letters"
        case "false", "no", "off": return "write `false`, without quotes and in small letters"
        case "null", "none", "nil", "undefined": return "write `null`, or remove the key"
        default: return "text stands in quotes: `\"\(word)…\"`"
        }
    }
}
