import ByteText
import Diagnostics

/// The one pass over the bytes of a JSON text, which `JSONReader` drives. Texts are in `JSONParser+Text.swift`, numbers, keys
/// and spaces in `JSONParser+Words.swift`, and what is said about errors in `JSONParser+Complaints.swift`.
struct JSONParser {
    /// A list of the root object whose elements are handed out instead of kept.
    struct StreamedList {
        let name: String
        let body: (JSONValue) -> Void
    }

    let bytes: [UInt8]
    let path: String
    let dialect: JSONDialect
    /// The text is `start..<end`; its bytes are valid UTF-8.
    let start: Int
    let end: Int
    var offset: Int
    /// Warnings, and the error that stopped the reading, last.
    var diagnostics: [Diagnostic] = []
    private var depth = 0
    /// How many members the last object of each of the outer levels had, up to 16: lists hold objects of one shape, and room
    /// that is made at once is made only once.
    private var memberCounts = SIMD8<UInt8>()

    init(bytes: [UInt8], range: Range<Int>, path: String, dialect: JSONDialect) {
        self.bytes = bytes
        self.path = path
        self.dialect = dialect
        let hasMark = bytes[range].starts(with: [0xEF, 0xBB, 0xBF])
        start = range.lowerBound + (hasMark ? 3 : 0)
        end = range.upperBound
        offset = start
    }

    /// The one value of the text.
    mutating func document(streaming: StreamedList?) throws(JSONSyntaxError) -> JSONValue {
        try skipSpace()
        if offset == end { throw emptyText() }
        let isObject = bytes[offset] == .openBrace
        let root = isObject ? try object(streaming: streaming) : try value()
        try skipSpace()
        if offset < end { throw textAfterEnd(of: root) }
        return root
    }

    /// The value that begins at `offset`.
    mutating func value() throws(JSONSyntaxError) -> JSONValue {
        let start = offset
        guard start < end else { throw unexpectedValue() }
        switch bytes[start] {
        case .quote:
            let text = try text(quotedBy: .quote)
            return JSONValue(.string(text), range: start..<offset)
        case .openBrace:
            return try object(streaming: nil)
        case .openBracket:
            return try array(each: nil)
        case 0x30...0x39, .hyphen:
            return try number()
        default:
            return try rareValue()
        }
    }
}

private extension JSONParser {
    mutating func object(streaming: StreamedList?) throws(JSONSyntaxError) -> JSONValue {
        let opening = offset
        try descend()
        var members: [JSONMember] = []
        if depth < memberCounts.scalarCount { members.reserveCapacity(Int(memberCounts[depth])) }
        while true {
            try skipSpace()
            guard offset < end else { throw unclosed(opening) }
            if bytes[offset] == .closeBrace {
                if !members.isEmpty, dialect == .strict { throw trailingComma() }
                break
            }
            let keyStart = offset
            let key = bytes[offset] == .quote ? try text(quotedBy: .quote) : try rareKey(openedAt: opening)
            let keyRange = keyStart..<offset
            try skipSpace()
            guard offset < end, bytes[offset] == .colon else { throw missingColon(after: key, keyRange) }
            offset += 1
            try skipSpace()
            let value: JSONValue
            if let streaming, offset < end, bytes[offset] == .openBracket, key == streaming.name {
                value = try array(each: streaming.body)
            } else {
                value = try self.value()
            }
            members.append(JSONMember(key: key, keyRange: keyRange, value: value))
            let valueEnd = offset
            try skipSpace()
            guard offset < end else { throw unclosed(opening) }
            if bytes[offset] == .closeBrace { break }
            if bytes[offset] != .comma { throw missingComma(after: valueEnd, openedAt: opening) }
            offset += 1
        }
        offset += 1
        if depth < memberCounts.scalarCount { memberCounts[depth] = UInt8(min(members.count, 16)) }
        depth -= 1
        return JSONValue(.object(members), range: opening..<offset)
    }

    mutating func array(each body: ((JSONValue) -> Void)?) throws(JSONSyntaxError) -> JSONValue {
        let opening = offset
        try descend()
        var elements: [JSONValue] = []
        var isFirst = true
        while true {
            try skipSpace()
            guard offset < end else { throw unclosed(opening) }
            if bytes[offset] == .closeBracket {
                if !isFirst, dialect == .strict { throw trailingComma() }
                break
            }
            if bytes[offset] == .closeBrace { throw wrongBracket(openedAt: opening) }
            let element = try value()
            if let body { body(element) } else { elements.append(element) }
            isFirst = false
            let elementEnd = offset
            try skipSpace()
            guard offset < end else { throw unclosed(opening) }
            if bytes[offset] == .closeBracket { break }
            if bytes[offset] != .comma { throw missingComma(after: elementEnd, openedAt: opening) }
            offset += 1
        }
        offset += 1
        depth -= 1
        return JSONValue(.array(elements), range: opening..<offset)
    }

    /// Steps over an opening bracket or brace.
    mutating func descend() throws(JSONSyntaxError) {
        depth += 1
        if depth > JSONReader.depthLimit { throw tooDeep() }
        offset += 1
    }
}
