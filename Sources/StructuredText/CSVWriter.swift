import ByteText

/// Writes CSV (RFC 4180): CR LF at line ends, quotes where they are needed and only there.
///
/// A value that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, a tab or a line break) gets an apostrophe in front
/// (OWASP, “CSV Injection”). Plain phone numbers (`+66 81 234 5678`) and numbers (`-1.5`) stay as they are: they call nothing, and
/// programs that read the file want them unchanged.
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
        let isFormula = Self.wouldRun(value)
        let needsQuotes = value.utf8.contains { $0 == delimiter || $0 == .quote || $0 == .lineFeed || $0 == .carriageReturn }
            || value.utf8.first == .space || value.utf8.last == .space
        if needsQuotes { bytes.append(.quote) }
        if isFormula { bytes.append(.apostrophe) }
        for byte in value.utf8 {
            if byte == .quote { bytes.append(.quote) }
            bytes.append(byte)
        }
        if needsQuotes { bytes.append(.quote) }
    }

    static func wouldRun(_ value: String) -> Bool {
        switch value.utf8.first {
        case .ascii("="), .ascii("@"), .tab, .carriageReturn, .lineFeed: true
        case .ascii("+"): !isPhoneNumber(value.utf8.dropFirst())
        case .hyphen: !isDecimal(value.utf8.dropFirst())
        default: false
        }
    }

    /// Digits in groups: nothing that a formula could be made of but differences of numbers.
    static func isPhoneNumber(_ rest: Substring.UTF8View) -> Bool {
        rest.first?.isASCIIDigit == true && rest.allSatisfy { $0.isASCIIDigit || " -()".utf8.contains($0) }
    }

    static func isDecimal(_ rest: Substring.UTF8View) -> Bool {
        rest.first?.isASCIIDigit == true && rest.allSatisfy { $0.isASCIIDigit || $0 == .dot }
    }
}
