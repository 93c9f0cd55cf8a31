/// Where each line of a text begins, to turn a byte offset into the line and column that an editor shows.
///
/// Lines end at LF, CR LF or a lone CR. Built only when a position is printed.
package struct LineIndex: Sendable {
    /// A place as an editor counts: both from 1, the column in Unicode scalars.
    package struct Position: Equatable, Sendable {
        package var line: Int
        package var column: Int
        package init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }
    }

    private let bytes: [UInt8]
    private let lineStarts: [Int]

    /// One pass over `bytes`.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        var offset = 0
        while offset < bytes.count {
            let byte = bytes[offset]
            offset += 1
            if byte == .carriageReturn, offset < bytes.count, bytes[offset] == .lineFeed { offset += 1 }
            if byte == .lineFeed || byte == .carriageReturn { starts.append(offset) }
        }
        lineStarts = starts
    }

    /// The line and column of the byte at `offset`; offsets past the end count as the end. O(log lines + column).
    package func position(of offset: Int) -> Position {
        let offset = min(max(offset, 0), bytes.count)
        let line = lineContaining(offset)
        var start = lineStarts[line]
        if line == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, offset) }
        return Position(line: line + 1, column: scalarCount(in: start..<max(start, offset)) + 1)
    }

    /// The bytes of the 1-based line `line`, without its line ending.
    package func contents(ofLine line: Int) -> ArraySlice<UInt8> {
        guard line >= 1, line <= lineStarts.count else { return [] }
        let start = lineStarts[line - 1]
        var end = line < lineStarts.count ? lineStarts[line] : bytes.count
        while end > start, bytes[end - 1] == .lineFeed || bytes[end - 1] == .carriageReturn { end -= 1 }
        return bytes[start..<end]
    }
}

private extension LineIndex {
    func lineContaining(_ offset: Int) -> Int {
        max(1, firstPlace(below: lineStarts.count) { lineStarts[$0] > offset }) - 1
    }

    func scalarCount(in range: Range<Int>) -> Int {
        var count = 0
        for byte in bytes[range] where byte & 0xC0 != 0x80 { count += 1 }
        return count
    }
}
