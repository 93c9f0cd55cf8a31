import ByteText

/// What is neither bracket nor text: spaces and comments, numbers, the words `true`, `false`, `null`, and keys without quotes.
extension JSONParser {
    /// Moves to the next byte that is part of a value.
    mutating func skipSpace() throws(JSONSyntaxError) {
        while offset < end {
            switch bytes[offset] {
            case .space, .lineFeed, .carriageReturn, .tab: offset += 1
            case .slash, 0x0B, 0x0C, 0x80...: guard try skipRareSpace() else { return }
            default: return
            }
        }
    }

    /// A number, which begins with a digit or `-`; in JSON5 also with `+` or a dot.
    mutating func number() throws(JSONSyntaxError) -> JSONValue {
        let start = offset
        if bytes[offset] == .hyphen || bytes[offset] == .ascii("+") { offset += 1 }
        let magnitude = offset
        if dialect == .json5, let value = try rareNumber(from: start) { return value }
        let wholeDigits = skipDigits()
        var hasDigits = wholeDigits > 0
        if wholeDigits > 1, bytes[magnitude] == 0x30 { throw badNumber(from: start, .zeroInFront) }
        if offset < end, bytes[offset] == .dot {
            if dialect == .strict, wholeDigits == 0 { throw badNumber(from: start, .bareDot) }
            offset += 1
            let fraction = skipDigits()
            if dialect == .strict, fraction == 0 { throw badNumber(from: start, .bareDot) }
            hasDigits = hasDigits || fraction > 0
        }
        guard hasDigits else { throw badNumber(from: start, .other) }
        if offset < end, bytes[offset] | 0x20 == .ascii("e") {
            offset += 1
            if offset < end, bytes[offset] == .hyphen || bytes[offset] == .ascii("+") { offset += 1 }
            if skipDigits() == 0 { throw badNumber(from: start, .other) }
        }
        return try finishedNumber(from: start)
    }

    /// A value that begins with another byte than the common ones.
    mutating func rareValue() throws(JSONSyntaxError) -> JSONValue {
        let start = offset
        switch bytes[start] {
        case .apostrophe where dialect == .json5:
            let text = try text(quotedBy: .apostrophe)
            return JSONValue(.string(text), range: start..<offset)
        case .ascii("+"), .dot:
            if dialect == .json5 { return try number() }
            throw badNumber(from: start, bytes[start] == .dot ? .bareDot : .plus)
        default:
            break
        }
        let word = wordEnd(from: start)
        let content: JSONValue.Content
        switch String(decoding: bytes[start..<word], as: UTF8.self) {
        case "true": content = .bool(true)
        case "false": content = .bool(false)
        case "null": content = .null
        case "Infinity" where dialect == .json5: content = .number(JSONNumber(text: "Infinity"))
        case "NaN" where dialect == .json5: content = .number(JSONNumber(text: "NaN"))
        default: throw unexpectedValue()
        }
        offset = word
        return JSONValue(content, range: start..<word)
    }

    /// A key that does not begin with `"`.
    mutating func rareKey(openedAt opening: Int) throws(JSONSyntaxError) -> String {
        let first = bytes[offset]
        if first == .closeBracket { throw wrongBracket(openedAt: opening) }
        if dialect == .strict { throw unexpectedKey() }
        if first == .apostrophe { return try text(quotedBy: .apostrophe) }
        var key = String.UnicodeScalarView()
        while offset < end {
            let start = offset
            var (scalar, length) = UTF8Text.scalar(at: offset, in: bytes)
            if scalar == "\\" {
                guard offset + 1 < end, bytes[offset + 1] == .ascii("u"), let unit = codeUnit(at: offset + 2),
                      let escaped = Unicode.Scalar(unit) else { throw badEscape(at: offset) }
                (scalar, length) = (escaped, 6)
            }
            guard Self.isPartOfName(scalar, isFirst: key.isEmpty) else {
                if bytes[start] == .backslash { throw badEscape(at: start) }
                break
            }
            key.append(scalar)
            offset += length
        }
        if key.isEmpty { throw unexpectedKey() }
        return String(key)
    }

    /// Where the run of letters, digits, `_` and `$` that begins at `start` ends; `start` itself where there is none.
    func wordEnd(from start: Int) -> Int {
        var index = start
        while index < end {
            let (scalar, length) = UTF8Text.scalar(at: index, in: bytes)
            guard Self.isPartOfName(scalar, isFirst: false) else { break }
            index += length
        }
        return index
    }
}

private extension JSONParser {
    /// A comment, or one of the spaces that only JSON5 knows (its section 8). False where there is none.
    mutating func skipRareSpace() throws(JSONSyntaxError) -> Bool {
        let first = bytes[offset]
        if first == .slash {
            let second = offset + 1 < end ? bytes[offset + 1] : 0
            guard second == .slash || second == .ascii("*") else { return false }
            if dialect == .strict { throw onlyInJSON5("a comment", offset..<offset + 2, hint: "remove the comment") }
            second == .slash ? skipLineComment() : try skipBlockComment()
            return true
        }
        let (scalar, length) = UTF8Text.scalar(at: offset, in: bytes)
        guard dialect == .json5, Self.isRareSpace(scalar) else { return false }
        offset += length
        return true
    }

    mutating func skipLineComment() {
        while offset < end, bytes[offset] != .lineFeed, bytes[offset] != .carriageReturn {
            if isLineSeparator(at: offset) { return }
            offset += 1
        }
    }

    mutating func skipBlockComment() throws(JSONSyntaxError) {
        let opening = offset
        offset += 2
        while offset + 1 < end {
            if bytes[offset] == .ascii("*"), bytes[offset + 1] == .slash {
                offset += 2
                return
            }
            offset += 1
        }
        throw unclosedComment(opening)
    }

    /// After the sign of a JSON5 number: hexadecimal digits, `Infinity` or `NaN`; nil where it is a decimal one.
    mutating func rareNumber(from start: Int) throws(JSONSyntaxError) -> JSONValue? {
        guard offset < end else { return nil }
        if bytes[offset] == 0x30, offset + 1 < end, bytes[offset + 1] | 0x20 == .ascii("x") {
            offset += 2
            let digits = offset
            while offset < end, PercentEncoding.hexValue(bytes[offset]) != nil { offset += 1 }
            if offset == digits { throw badNumber(from: start, .other) }
            return try finishedNumber(from: start)
        }
        for word in ["Infinity", "NaN"] where bytes[offset..<end].starts(with: word.utf8) {
            offset += word.utf8.count
            return try finishedNumber(from: start)
        }
        return nil
    }

    mutating func finishedNumber(from start: Int) throws(JSONSyntaxError) -> JSONValue {
        if offset < end, wordEnd(from: offset) > offset || bytes[offset] == .dot || bytes[offset] == .hyphen {
            throw badNumber(from: start, .other)
        }
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        return JSONValue(.number(JSONNumber(text: text)), range: start..<offset)
    }

    mutating func skipDigits() -> Int {
        let start = offset
        while offset < end, bytes[offset].isASCIIDigit { offset += 1 }
        return offset - start
    }

    static func isRareSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0B, 0x0C, 0xA0, 0xFEFF, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// ECMAScript 5.1, section 7.6: what an identifier is made of.
    static func isPartOfName(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
        if scalar.isASCII {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            return byte.isASCIILetter || scalar == "_" || scalar == "$" || (!isFirst && byte.isASCIIDigit)
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .letterNumber: return true
        case .nonspacingMark, .spacingMark, .decimalNumber, .connectorPunctuation: return !isFirst
        default: return !isFirst && (scalar == "\u{200C}" || scalar == "\u{200D}")
        }
    }
}
