import ByteText
import Diagnostics
import StructuredText

/// JSON in both dialects: strict JSON means the same as JSON5, and what is written anew is read as the same.
enum JSONTarget {
    static func complaint(_ bytes: [UInt8]) -> String? {
        let (strict, strictProblems) = read(bytes, .strict)
        let (relaxed, relaxedProblems) = read(bytes, .json5)
        let source: (String) -> [UInt8]? = { _ in bytes }
        for problems in [strictProblems, relaxedProblems] {
            if let complaint = DiagnosticsCheck.complaint(about: problems, source: source) { return complaint }
        }
        if let strict, let relaxed, content(strict) != content(relaxed) { return "JSON and JSON5 differ" }
        if strict != nil, relaxed == nil, !relaxedProblems.allSatisfy({ $0.severity != .error || $0.id == "J013" }) { return "JSON5 refuses JSON" }
        for value in [strict, relaxed] {
            guard let value else { continue }
            if let range = outside(value, bytes.indices) { return "a value stands at \(range)" }
            guard isPlain(value) else { continue }
            var writer = JSONWriter()
            writer.value(value)
            guard let again = read(writer.bytes, .strict).0 else { return "what is written cannot be read" }
            if content(again) != content(value) { return "what is written is read as something else" }
        }
        var streamed: [JSONValue] = []
        var problems: [Diagnostic] = []
        let rest = JSONReader.read(bytes, path: "", dialect: .strict, into: &problems, elementsOf: "a") { streamed.append($0) }
        if let rest, let list = strict?.members?.first(where: { $0.key == "a" })?.value.array, rest.members?.count(where: { $0.key == "a" }) == 1, list != streamed {
            return "a list read element by element differs"
        }
        return nil
    }

    private static func read(_ bytes: [UInt8], _ dialect: JSONDialect) -> (JSONValue?, [Diagnostic]) {
        var problems: [Diagnostic] = []
        let value = JSONReader.read(bytes, path: "file", dialect: dialect, into: &problems)
        return (value, problems)
    }

    /// The value without its places.
    private static func content(_ value: JSONValue) -> JSONValue {
        switch value.content {
        case .array(let elements): JSONValue(.array(elements.map(content)), range: 0..<0)
        case .object(let members):
            JSONValue(.object(members.map { JSONMember(key: $0.key, keyRange: 0..<0, value: content($0.value)) }), range: 0..<0)
        default: JSONValue(value.content, range: 0..<0)
        }
    }

    /// Whether its numbers are those of plain JSON, which alone are written again.
    private static func isPlain(_ value: JSONValue) -> Bool {
        switch value.content {
        case .number(let number): read(Array(number.text.utf8), .strict).0 != nil
        case .array(let elements): elements.allSatisfy(isPlain)
        case .object(let members): members.allSatisfy { isPlain($0.value) }
        default: true
        }
    }

    private static func outside(_ value: JSONValue, _ limits: Range<Int>) -> Range<Int>? {
        if value.range.lowerBound < limits.lowerBound || value.range.upperBound > limits.upperBound { return value.range }
        for element in value.array ?? [] { if let found = outside(element, value.range) { return found } }
        for member in value.members ?? [] {
            if member.keyRange.lowerBound < value.range.lowerBound || member.keyRange.upperBound > member.value.range.lowerBound { return member.keyRange }
            if let found = outside(member.value, value.range) { return found }
        }
        return nil
    }
}

/// CSV: in one piece or in many, the rows are the same; and what is written is read as it was, but for the apostrophe before formulas.
enum CSVTarget {
    static func complaint(_ bytes: [UInt8]) -> String? {
        for uneven in [CSVReader.UnevenRows.refused, .padded] {
            let whole = read(CSVReader(bytes, path: "file", unevenRows: uneven))
            if let complaint = DiagnosticsCheck.complaint(about: whole.problems, source: { _ in bytes }) { return complaint }
            for count in [1, 3] where kept(CSVReader(bytes, path: "file", unevenRows: uneven), count) != whole.rows.dropFirst().map({ $0.filter { !$0.isEmpty } }) {
                return "kept \(count) at a time the rows differ"
            }
            for size in [1, 7] {
                var place = 0
                let pieces = read(CSVReader(path: "file", unevenRows: uneven) {
                    defer { place += size }
                    return place < bytes.count ? Array(bytes[place..<min(bytes.count, place + size)]) : nil
                })
                // A file that is cut where it stops being UTF-8 may end sooner in small pieces.
                if pieces.problems.contains(where: { $0.id == "V002" }) || whole.problems.contains(where: { $0.id == "V002" }) { continue }
                if pieces.rows != whole.rows || pieces.problems != whole.problems { return "in pieces of \(size) the rows differ" }
            }
            if uneven == .padded, let complaint = writtenAnew(whole.rows) { return complaint }
        }
        return nil
    }

    private static func read(_ start: CSVReader) -> (rows: [[String]], problems: [Diagnostic]) {
        var reader = start
        var rows = [reader.columns.map(\.value)]
        while reader.nextRow() { rows.append(reader.columns.indices.map { reader.string($0) }) }
        return (rows, reader.diagnostics)
    }

    /// What the rows hold that are kept, `count` at a time, and read later.
    private static func kept(_ start: CSVReader, _ count: Int) -> [[String]] {
        var reader = start
        var values: [[String]] = []
        while true {
            let rows = reader.next(count)
            if rows.indices.isEmpty { return values }
            for row in rows.indices { values.append(reader.columns.indices.compactMap { rows.value($0, ofRow: row)?.value }) }
        }
    }

    private static func writtenAnew(_ rows: [[String]]) -> String? {
        guard let width = rows.first?.count, width > 1 else { return nil }
        var writer = CSVWriter()
        let columns = (0..<width).map { "c\($0)" }
        writer.row(columns)
        // A row of empty values is none.
        let values = rows.dropFirst().filter { $0.contains { !$0.isEmpty } }
        for row in values { writer.row(row) }
        let again = read(CSVReader(writer.bytes, path: "again")).rows
        // Apostrophes disarm what a spreadsheet would run; nothing else is added or lost.
        func withoutApostrophes(_ rows: [[String]]) -> [[String]] { rows.map { $0.map { $0.replacing("'", with: "") } } }
        return withoutApostrophes(again) == withoutApostrophes([columns] + values) ? nil : "what is written is read as something else"
    }
}

/// Files of settings: whatever is in them, the lines are counted right.
enum SettingsTarget {
    static func complaint(_ bytes: [UInt8]) -> String? {
        let count = bytes.split(separator: UInt8.lineFeed, omittingEmptySubsequences: false).count
        let lines = SettingsText.lines(bytes)
        let numbers = lines.map(\.number)
        if numbers != numbers.sorted() || Set(numbers).count != numbers.count { return "lines out of order" }
        if let last = numbers.last, last > count { return "a line that is not there" }
        for case let setting? in lines.map(\.setting) where setting.name.utf8.contains(.lineFeed) || setting.value.utf8.contains(.lineFeed) {
            return "a setting over two lines"
        }
        return nil
    }
}
