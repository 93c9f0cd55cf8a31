import ByteText

/// Texts in quotes: the fast path copies a slice, the slow path decodes escapes.
extension JSONParser {
    /// The text whose opening quote stands at `offset`.
    mutating func text(quotedBy quote: UInt8) throws(JSONSyntaxError) -> String {
        let opening = offset
        var index = opening + 1
        while index < end {
            let byte = bytes[index]
            if byte == quote {
                offset = index + 1
                return String(decoding: bytes[opening + 1..<index], as: UTF8.self)
            }
            if byte == .backslash { return try textWithEscapes(openedAt: opening, quotedBy: quote, firstEscape: index) }
            if byte < 0x20, !isAllowedInText(byte) { throw badByteInText(openedAt: opening, at: index) }
            index += 1
        }
        throw unclosedText(opening, end)
    }

    /// The four hexadecimal digits at `start`, as `\u` has them.
    func codeUnit(at start: Int) -> UInt32? { hexadecimal(at: start, count: 4) }

    /// Whether U+2028 or U+2029, which JSON5 counts among the line ends, stands at `index`.
    func isLineSeparator(at index: Int) -> Bool {
        index + 2 < end && bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] & 0xFE == 0xA8
    }
}

private extension JSONParser {
    func isAllowedInText(_ byte: UInt8) -> Bool {
        dialect == .json5 && byte != .lineFeed && byte != .carriageReturn
    }

    mutating func textWithEscapes(openedAt opening: Int, quotedBy quote: UInt8, firstEscape: Int) throws(JSONSyntaxError) -> String {
        var decoded: [UInt8] = []
        var copied = opening + 1
        var index = firstEscape
        while index < end {
            let byte = bytes[index]
            if byte == .backslash {
                decoded.append(contentsOf: bytes[copied..<index])
                index = try appendEscape(at: index, of: opening, to: &decoded)
                copied = index
                continue
            }
            if byte == quote {
                decoded.append(contentsOf: bytes[copied..<index])
                offset = index + 1
                return String(decoding: decoded, as: UTF8.self)
            }
            if byte < 0x20, !isAllowedInText(byte) { throw badByteInText(openedAt: opening, at: index) }
            index += 1
        }
        throw unclosedText(opening, end)
    }

    /// Decodes the escape whose backslash stands at `start`; the offset after it.
    mutating func appendEscape(at start: Int, of opening: Int, to decoded: inout [UInt8]) throws(JSONSyntaxError) -> Int {
        guard start + 1 < end else { throw unclosedText(opening, end) }
        switch bytes[start + 1] {
        case .quote, .backslash, .slash: decoded.append(bytes[start + 1])
        case .ascii("n"): decoded.append(.lineFeed)
        case .ascii("r"): decoded.append(.carriageReturn)
        case .ascii("t"): decoded.append(.tab)
        case .ascii("b"): decoded.append(0x08)
        case .ascii("f"): decoded.append(0x0C)
        case .ascii("u"): return try appendUnicodeEscape(at: start, to: &decoded)
        default:
            if dialect == .strict { throw badEscape(at: start) }
            return try appendRareEscape(at: start, to: &decoded)
        }
        return start + 2
    }

    /// The escapes that only JSON5 has (its section 5.1).
    mutating func appendRareEscape(at start: Int, to decoded: inout [UInt8]) throws(JSONSyntaxError) -> Int {
        let next = bytes[start + 1]
        switch next {
        case .apostrophe: decoded.append(next)
        case .ascii("v"): decoded.append(0x0B)
        case .ascii("x"):
            guard let value = hexadecimal(at: start + 2, count: 2), let scalar = Unicode.Scalar(value) else { throw badEscape(at: start) }
            decoded.append(contentsOf: String(scalar).utf8)
            return start + 4
        case .lineFeed: break
        case .carriageReturn:
            if start + 2 < end, bytes[start + 2] == .lineFeed { return start + 3 }
        case 0x30:
            if start + 2 < end, bytes[start + 2].isASCIIDigit { throw badEscape(at: start) }
            decoded.append(0)
        case 0x31...0x39:
            throw badEscape(at: start)
        case 0x80...:
            if isLineSeparator(at: start + 1) { return start + 4 }
            let length = UTF8Text.scalar(at: start + 1, in: bytes).length
            decoded.append(contentsOf: bytes[start + 1..<start + 1 + length])
            return start + 1 + length
        default:
            if next.isASCIILetter { warnOfLostBackslash(at: start) }
            decoded.append(next)
        }
        return start + 2
    }

    mutating func appendUnicodeEscape(at start: Int, to decoded: inout [UInt8]) throws(JSONSyntaxError) -> Int {
        guard let first = codeUnit(at: start + 2) else { throw badEscape(at: start) }
        var value = first
        var after = start + 6
        if first & 0xFC00 == 0xD800, after + 1 < end, bytes[after] == .backslash, bytes[after + 1] == .ascii("u"),
           let second = codeUnit(at: after + 2), second & 0xFC00 == 0xDC00 {
            value = 0x10000 + (first & 0x3FF) << 10 + second & 0x3FF
            after += 6
        }
        if let scalar = Unicode.Scalar(value) {
            decoded.append(contentsOf: String(scalar).utf8)
        } else if dialect == .strict {
            decoded.append(contentsOf: [0xEF, 0xBF, 0xBD])
        } else {
            throw halfOfPair(start..<after)
        }
        return after
    }

    func hexadecimal(at start: Int, count: Int) -> UInt32? {
        guard start + count <= end else { return nil }
        var value: UInt32 = 0
        for index in start..<start + count {
            guard let digit = PercentEncoding.hexValue(bytes[index]) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}
