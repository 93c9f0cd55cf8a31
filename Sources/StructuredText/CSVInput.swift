import ByteText
import Diagnostics

/// The bytes that a `CSVReader` works on: a window that moves over the file, all of whose complete lines are known to be UTF-8.
struct CSVInput {
    private let nextChunk: () -> [UInt8]?
    private var window: [UInt8]
    /// Where the next record begins in the window.
    private var start = 0
    /// The window's place in the file.
    private var base = 0
    /// The bytes of the window below this one are UTF-8; they end a line, or the file.
    private var checked = 0
    private var isLast: Bool
    /// The offset in the file of the first byte that is not UTF-8. No record is read any more.
    private(set) var invalidOffset: Int?

    /// The whole file.
    init(_ bytes: [UInt8]) {
        nextChunk = { nil }
        window = bytes
        isLast = true
        check()
    }

    /// A file in chunks.
    init(nextChunk: @escaping () -> [UInt8]?) {
        self.nextChunk = nextChunk
        window = []
        isLast = false
    }

    /// Skips a byte order mark and a line `sep=;`, and finds what separates values: that line says so, or the header.
    mutating func readPrologue() -> UInt8 {
        while window.count < 3, !isLast { refill() }
        if window.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
        let line = firstLine()
        let declaration = Array(window[line])
        if declaration.count == 5, declaration[..<4].map(\.asciiLowercased) == Array("sep=".utf8) {
            start = line.upperBound
            return declaration[4]
        }
        return delimiter(of: line)
    }

    /// The next record, with more of the file taken into the window as it is needed.
    mutating func nextRecord(_ scanner: CSVScanner, into fields: inout [CSVField]) -> CSVScanner.Outcome {
        if invalidOffset != nil { return .end }
        var outcome = scanner.nextRecord(of: window, at: &start, base: base, isLast: isLast, into: &fields)
        while outcome == .incomplete {
            refill()
            if invalidOffset != nil { return .end }
            outcome = scanner.nextRecord(of: window, at: &start, base: base, isLast: isLast, into: &fields)
        }
        return outcome
    }

    /// The text of `field`, which is of the record that was read last.
    func string(of field: CSVField) -> String { Self.string(of: field, in: window, from: base) }

    /// The text of `field` in `window`, which begins at `base` of the file.
    static func string(of field: CSVField, in window: [UInt8], from base: Int) -> String {
        let range = field.range.lowerBound - base..<field.range.upperBound - base
        // Every line that a record is of was checked, and a field ends where a character does: at a separator, a quote or a line end.
        guard field.hasDoubledQuotes else { return UTF8Text.validString(window, range) }
        let bytes = window[range]
        var value: [UInt8] = []
        value.reserveCapacity(bytes.count)
        var isSecondOfPair = false
        for byte in bytes {
            isSecondOfPair = byte == .quote && !isSecondOfPair
            if byte != .quote || isSecondOfPair { value.append(byte) }
        }
        return String(decoding: value, as: UTF8.self)
    }

    /// None yet of the rows of this file, which stands in the window whole; with room for `count` of `width` values.
    func rows(room count: Int, width: Int) -> CSVRows {
        precondition(isLast && base == 0, "a part of a file is not kept")
        return CSVRows(of: window, room: count, width: width)
    }

    func encodingComplaint(at offset: Int, path: String) -> Diagnostic {
        EncodingCheck.complaint(
            about: window[(offset - base)...], at: offset, isStart: offset == 0, path: path, id: "V002", from: .spreadsheet)
    }
}

private extension CSVInput {
    /// Drops what was read and at least doubles what has not, so that a record of any length is scanned O(1) times.
    mutating func refill() {
        window.removeSubrange(..<start)
        base += start
        checked -= min(start, checked)
        start = 0
        let wanted = max(2 * window.count, 1)
        while window.count < wanted, !isLast {
            if let chunk = nextChunk() { window += chunk } else { isLast = true }
        }
        check()
    }

    /// Checks that lines that are now complete are UTF-8; a line break is never part of a longer sequence.
    mutating func check() {
        let end = isLast ? window.count : (window.lastIndex { $0 == .lineFeed || $0 == .carriageReturn }).map { $0 + 1 } ?? 0
        guard end > checked else { return }
        if base == 0, checked == 0, EncodingCheck.looksLikeUTF16(window, in: window.indices) {
            invalidOffset = 0
        } else if let offset = UTF8Text.firstInvalidOffset(in: window, checked..<end) {
            invalidOffset = base + offset
        }
        checked = end
    }

    /// The first line that is not blank, outside quotes, without its line end.
    mutating func firstLine() -> Range<Int> {
        while true {
            let line = lineOutsideQuotes()
            if line.upperBound < window.count || isLast { return line }
            refill()
        }
    }

    func lineOutsideQuotes() -> Range<Int> {
        var first = start
        while first < window.count, window[first].isASCIIWhitespace, window[first] != .tab { first += 1 }
        var isQuoted = false
        var index = first
        while index < window.count {
            let byte = window[index]
            if byte == .quote { isQuoted.toggle() }
            if !isQuoted, byte == .lineFeed || byte == .carriageReturn { break }
            index += 1
        }
        return first..<index
    }

    /// Comma, semicolon or tab: what stands most often in the header, outside quotes.
    func delimiter(of header: Range<Int>) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in window[header] {
            if byte == .quote { isQuoted.toggle() }
            if !isQuoted { counts[byte, default: 0] += 1 }
        }
        var best = UInt8.comma
        for candidate in [UInt8.semicolon, .tab] where counts[candidate, default: 0] > counts[best, default: 0] { best = candidate }
        return best
    }
}
