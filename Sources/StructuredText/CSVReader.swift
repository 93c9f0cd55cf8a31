import ByteText
package import Diagnostics

/// Reads CSV as spreadsheets and services write it, row by row and in one buffer of fields:
///
///     var rows = CSVReader(bytes, path: path)
///     let name = rows.column("name")
///     while rows.nextRow() { … rows.string(name) … }
///     diagnostics += rows.diagnostics
///
/// The first line that is not blank names the columns. Values are separated by what separates most of those names: comma,
/// semicolon or tab, or what a first line `sep=;` says. Rows of nothing but empty values are skipped. Bytes that are not UTF-8
/// and a quote that nothing closes end the reading with an error. One pass; memory is that of the input window and a row.
package struct CSVReader {
    /// What becomes of a row with more or fewer values than there are columns, or with text after a closing quote.
    package enum UnevenRows: Sendable {
        /// An error, and the row is passed over.
        case refused
        /// A warning, and the row is read, missing values as empty. For logs, of which nothing should be lost.
        case padded
    }

    /// The file's name for diagnostics.
    package let path: String
    /// The names of the columns, white space around them removed, with their places; an empty one where the file has none.
    package private(set) var columns: [Located<String>] = []
    package var delimiter: UInt8 { scanner.delimiter }
    /// The values of the current row.
    package private(set) var fields: [CSVField] = []
    /// What was found so far; complete once `nextRow` has returned false.
    package private(set) var diagnostics: [Diagnostic] = []

    private let unevenRows: UnevenRows
    private var input: CSVInput
    private var scanner = CSVScanner()
    private var untoldRows = 0
    /// The columns without a name, until the first of them that holds something is told: spreadsheets write empty ones beside the table.
    private var nameless: [Int] = []
    private var isFinished = false

    /// A reader of `bytes`, which has read the header.
    package init(_ bytes: [UInt8], path: String, unevenRows: UnevenRows = .refused) {
        self.init(path: path, unevenRows: unevenRows, input: CSVInput(bytes))
    }

    /// A reader of what `nextChunk` returns, until it returns nil; it has read the header. For files that should not stand in memory
    /// whole; a failure to read is the caller's to report.
    package init(path: String, unevenRows: UnevenRows = .refused, nextChunk: @escaping () -> [UInt8]?) {
        self.init(path: path, unevenRows: unevenRows, input: CSVInput(nextChunk: nextChunk))
    }

    private init(path: String, unevenRows: UnevenRows, input: CSVInput) {
        self.path = path
        self.unevenRows = unevenRows
        self.input = input
        readHeader()
    }

    /// Moves to the next row; false when there is none. O(row).
    package mutating func nextRow() -> Bool {
        while nextRecord() {
            reportNamelessColumns()
            if fields.count == columns.count { return true }
            if hasOnlyEmptySurplus { return true }
            reportUnevenRow()
            if unevenRows == .padded { return true }
        }
        return false
    }

    /// The next rows, `count` of them at most; none after the last. For a reader of a whole file's bytes.
    package mutating func next(_ count: Int) -> CSVRows {
        var rows = input.rows(room: count, width: columns.count)
        while rows.indices.count < count, nextRow() { rows.append(fields) }
        return rows
    }

    /// The column called `name`; nil where the header has none.
    package func column(_ name: String) -> Int? {
        columns.firstIndex { $0.value == name }
    }

    /// The value of the current row in `column`; empty where the row is too short or `column` is nil. O(value).
    package func string(_ column: Int?) -> String {
        guard let column, column < fields.count else { return "" }
        return input.string(of: fields[column])
    }

    /// The value of the current row in `column` with its place; nil where it is empty.
    package func value(_ column: Int?) -> Located<String>? {
        guard let column, column < fields.count, !fields[column].range.isEmpty else { return nil }
        return Located(input.string(of: fields[column]), range: fields[column].range)
    }

    /// From the first value of the current row to the end of its last.
    package var rowRange: Range<Int> {
        (fields.first?.range.lowerBound ?? 0)..<(fields.last?.range.upperBound ?? 0)
    }

    /// The place of `range` in this file.
    package func location(_ range: Range<Int>) -> SourceLocation {
        SourceLocation(path: path, range: range)
    }
}

private extension CSVReader {
    /// How many rows are told one by one before they are only counted.
    static let toldRowLimit = 20

    mutating func readHeader() {
        scanner.delimiter = input.readPrologue()
        guard nextRecord() else {
            if !diagnostics.containsError {
                diagnostics.append(Diagnostic(
                    "V001", .error, at: SourceLocation(path: path), "the file is empty",
                    hint: "the first line names the columns, such as `id,name,code`"))
            }
            return
        }
        columns = fields.map { Located(trimmed(input.string(of: $0)), range: $0.range) }
        fields = []
        var first: [String: Range<Int>] = [:]
        for (number, column) in columns.enumerated() {
            if column.value.isEmpty {
                nameless.append(number)
            } else if let earlier = first[column.value] {
                diagnostics.append(Diagnostic(
                    "V006", .error, at: location(column.range), "two columns are called `\(column.value)`", hint: "rename or remove one",
                    related: [Diagnostic.Related(location: location(earlier), message: "the first is here")]))
            } else {
                first[column.value] = column.range
            }
        }
    }

    /// Tells, once, that columns have no name, if the current row has something there.
    mutating func reportNamelessColumns() {
        guard let first = nameless.first, nameless.contains(where: { $0 < fields.count && !fields[$0].range.isEmpty }) else { return }
        let which = nameless.count == 1 ? "column \(first + 1) has" : "\(nameless.count) columns have"
        nameless = []
        diagnostics.append(Diagnostic(
            "V007", .warning, at: location(columns[first].range), "\(which) no name, and what is in there is not read",
            hint: "name it in the first line, or remove it"))
    }

    /// The next record that is not blank.
    mutating func nextRecord() -> Bool {
        while !isFinished {
            switch input.nextRecord(scanner, into: &fields) {
            case .record:
                if !isBlank { return true }
            case .recordWithTextAfterQuote(let offset):
                report(Diagnostic(
                    "V004", severity, at: location(offset..<offset + 1), "there is text after the closing quote of a value",
                    hint: "a quote within a value is doubled: `\"say \"\"hi\"\"\"`"))
                if unevenRows == .padded || columns.isEmpty { return true }
            case .unclosedQuote(let opening):
                diagnostics.append(Diagnostic(
                    "V003", .error, at: location(opening..<opening + 1), "the value that begins with this quote has no closing quote",
                    hint: "add `\"` at its end; a quote within a value is doubled"))
                finish()
            case .incomplete, .end:
                finish()
            }
        }
        return false
    }

    var severity: Diagnostic.Severity { unevenRows == .refused ? .error : .warning }

    var isBlank: Bool {
        if !fields.contains(where: { !$0.range.isEmpty }) { return true }
        return fields.count == 1 && trimmed(input.string(of: fields[0])).isEmpty
    }

    /// Whether the row is longer than the header only by empty values, as where a spreadsheet writes cells beside the table.
    var hasOnlyEmptySurplus: Bool {
        fields.count > columns.count && fields[columns.count...].allSatisfy(\.range.isEmpty)
    }

    mutating func reportUnevenRow() {
        let sign = delimiter == .tab ? "tab" : "`\(String(UnicodeScalar(delimiter)))`"
        let isShort = fields.count < columns.count
        let range = isShort ? rowRange : fields[columns.count].range.lowerBound..<rowRange.upperBound
        let missing = isShort ? columns[fields.count...].prefix(3).map { "`\($0.value)`" }.joined(separator: ", ") : ""
        let more = columns.count - fields.count > 3 ? " and others" : ""
        let values = fields.count == 1 ? "1 value" : "\(fields.count) values"
        let names = columns.count == 1 ? "1 column" : "\(columns.count) columns"
        report(Diagnostic(
            "V005", severity, at: location(range),
            "the row has \(values), the header names \(names)",
            hint: isShort
                ? "there is nothing for \(missing)\(more); an empty value needs its \(sign), too"
                : "a value that contains a \(sign) stands in quotes: `\"…\"`"))
    }

    mutating func report(_ diagnostic: Diagnostic) {
        if diagnostics.count < Self.toldRowLimit { diagnostics.append(diagnostic) } else { untoldRows += 1 }
    }

    mutating func finish() {
        isFinished = true
        fields = []
        if let offset = input.invalidOffset {
            diagnostics.append(input.encodingComplaint(at: offset, path: path))
        }
        if untoldRows > 0 {
            diagnostics.append(Diagnostic(
                "V005", severity, at: SourceLocation(path: path),
                "\(untoldRows) more rows have such errors"))
        }
    }

    func trimmed(_ text: String) -> String {
        var text = text[...]
        while let first = text.utf8.first, first.isASCIIWhitespace { text.removeFirst() }
        while let last = text.utf8.last, last.isASCIIWhitespace { text.removeLast() }
        return String(text)
    }
}
