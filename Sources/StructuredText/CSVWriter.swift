import ByteText

/// Writes CSV (RFC 4180): CR LF at line ends, quotes where they are needed and only there.
///
/// What a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or a line break) gets an
/// apostrophe in front (OWASP, “CSV Injection”). That goes for a value, and for what stands in it behind a comma, a semicolon, a tab or a
/// line break: a spreadsheet of another country splits there, whatever the quotes say. Plain phone numbers (`+66 81 234 5678`) and numbers
/// (`-1.5`) stay as they are: they call nothing, and programs that read the file want them unchanged.
package struct CSVWriter: Sendable {
    /// What is written so far.
    package private(set) var bytes: [UInt8]
    private let delimiter: UInt8

    /// `marksEncoding`: begins with a byte order mark, without which Excel takes UTF-8 for something else.
    package init(delimiter: UInt8 = .comma, marksEncoding: Bool = false) {
        self.delimiter = delimiter
        bytes = marksEncoding ? [0xEF, 0xBB, 0xBF] : []
    }

    /// A row of `values`.
    package mutating func row(_ values: some Sequence<String>) {
        var isFirst = true
        for value in values {
            if !isFirst { bytes.append(delimiter) }
            isFirst = false
            append(value)
        }
        bytes.append(.carriageReturn)
        bytes.append(.lineFeed)
    }

    /// Hands over what is written and goes on with nothing, for output that is written in parts.
    package mutating func takeBytes() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }
}

private extension CSVWriter {
    mutating func append(_ value: String) {
        let text = Array(value.utf8)
        let needsQuotes = text.contains { $0 == delimiter || $0 == .quote || $0 == .lineFeed || $0 == .carriageReturn }
            || text.first == .space || text.last == .space
        if needsQuotes { bytes.append(.quote) }
        if let first = text.first, first == .tab || Self.endsLine(first) { bytes.append(.apostrophe) }
        var mayBeginCell = true
        for (index, byte) in text.enumerated() {
            if mayBeginCell, Self.wouldRun(text[index...]) { bytes.append(.apostrophe) }
            // A quote is no part of what a spreadsheet takes a cell to begin with.
            mayBeginCell = Self.separates(byte) || mayBeginCell && byte == .quote
            if byte == .quote { bytes.append(.quote) }
            bytes.append(byte)
        }
        if needsQuotes { bytes.append(.quote) }
    }

    static func endsLine(_ byte: UInt8) -> Bool { byte == .lineFeed || byte == .carriageReturn }
    static func separates(_ byte: UInt8) -> Bool { byte == .comma || byte == .semicolon || byte == .tab || endsLine(byte) }

    /// Whether a cell that begins like `text` is a formula.
    static func wouldRun(_ text: ArraySlice<UInt8>) -> Bool {
        switch text.first {
        case .ascii("="), .ascii("@"): true
        case .ascii("+"): !isPhoneNumber(text.dropFirst())
        case .hyphen: !isDecimal(text.dropFirst())
        // U+FF0B, U+FF0D, U+FF1D, U+FF20: Excel takes them for the others.
        case 0xEF: [[0xEF, 0xBC, 0x8B], [0xEF, 0xBC, 0x8D], [0xEF, 0xBC, 0x9D], [0xEF, 0xBC, 0xA0]].contains { text.starts(with: $0) }
        default: false
        }
    }

    /// Digits in groups: nothing that a formula could be made of but differences of numbers.
    static func isPhoneNumber(_ rest: ArraySlice<UInt8>) -> Bool {
        rest.first?.isASCIIDigit == true && rest.prefix { !separates($0) }.allSatisfy { $0.isASCIIDigit || " -()".utf8.contains($0) }
    }

    static func isDecimal(_ rest: ArraySlice<UInt8>) -> Bool {
        rest.first?.isASCIIDigit == true && rest.prefix { !separates($0) }.allSatisfy { $0.isASCIIDigit || $0 == .dot }
    }
}
