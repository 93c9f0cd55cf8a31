import ByteText

/// The dark areas of a symbol as one SVG path of their edges.
///
/// Areas drawn whole have no seams, where rows drawn one by one show hairlines in some viewers and printers; and they are shorter.
enum ModuleOutline {
    /// Appends the path's data, the symbol's corner at (4, 4). Dark lies on the right of every edge; areas that touch at a corner
    /// are drawn in one go. Linear in the number of modules.
    static func append(of symbol: QRSymbol, to output: inout [UInt8]) {
        let size = symbol.size
        var upperEdges = Self.upperEdges(of: symbol)
        var (lastColumn, lastRow) = (0, 0)
        for row in 0..<size {
            for word in 0..<symbol.wordsPerRow {
                let index = row * symbol.wordsPerRow + word
                while upperEdges[index] != 0 {
                    let column = word * 64 + upperEdges[index].trailingZeroBitCount
                    let quietZone = output.last == .quote ? QRSymbol.quietZone : 0
                    output.append(quietZone > 0 ? .ascii("M") : .ascii("m"))
                    appendNumber(column - lastColumn + quietZone, to: &output)
                    if row - lastRow + quietZone >= 0 { output.append(.space) }
                    appendNumber(row - lastRow + quietZone, to: &output)
                    (lastColumn, lastRow) = (column, row)
                    trace(symbol, from: (row, column), upperEdges: &upperEdges, to: &output)
                    output.append(.ascii("z"))
                }
            }
        }
    }
}

private extension ModuleOutline {
    enum Direction { case right, down, left, up }

    /// Of every dark module with a light one above, a 1; each is passed once, to the right, by exactly one outline.
    static func upperEdges(of symbol: QRSymbol) -> [UInt64] {
        symbol.words.indices.map { index in
            index < symbol.wordsPerRow ? symbol.words[index] : symbol.words[index] & ~symbol.words[index - symbol.wordsPerRow]
        }
    }

    /// Follows one outline from the left end of an upper edge until it is back; the last side is left to the `z`.
    static func trace(
        _ symbol: QRSymbol, from start: (row: Int, column: Int), upperEdges: inout [UInt64], to output: inout [UInt8]
    ) {
        var (row, column) = start
        var direction = Direction.right
        var length = 0
        while true {
            switch direction {
            case .right:
                upperEdges[row * symbol.wordsPerRow + column / 64] &= ~(1 << UInt64(column % 64))
                column += 1
            case .down: row += 1
            case .left: column -= 1
            case .up: row -= 1
            }
            length += 1
            let next = turn(direction, symbol, row, column)
            if (row, column) == start, next == .right { return }
            guard next != direction else { continue }
            output.append(direction == .right || direction == .left ? .ascii("h") : .ascii("v"))
            appendNumber(direction == .left || direction == .up ? -length : length, to: &output)
            (direction, length) = (next, 0)
        }
    }

    /// Appends a whole number under 1,000 in size, which are all there are, without making a `String` of it.
    static func appendNumber(_ number: Int, to output: inout [UInt8]) {
        if number < 0 { output.append(.hyphen) }
        let size = abs(number)
        if size >= 100 { output.append(.ascii("0") + UInt8(size / 100)) }
        if size >= 10 { output.append(.ascii("0") + UInt8(size / 10 % 10)) }
        output.append(.ascii("0") + UInt8(size % 10))
    }

    /// Where an outline goes on from the corner at the top left of (`row`, `column`).
    static func turn(_ direction: Direction, _ symbol: QRSymbol, _ row: Int, _ column: Int) -> Direction {
        switch direction {
        case .right:
            if symbol.isDark(row: row - 1, column: column) { return .up }
            return symbol.isDark(row: row, column: column) ? .right : .down
        case .down:
            if symbol.isDark(row: row, column: column) { return .right }
            return symbol.isDark(row: row, column: column - 1) ? .down : .left
        case .left:
            if symbol.isDark(row: row, column: column - 1) { return .down }
            return symbol.isDark(row: row - 1, column: column - 1) ? .left : .up
        case .up:
            if symbol.isDark(row: row - 1, column: column - 1) { return .left }
            return symbol.isDark(row: row - 1, column: column) ? .up : .right
        }
    }
}
