/// One of the eight patterns that are laid over the data so that a symbol has no misleading shapes (ISO/IEC 18004, 7.8.2).
package struct QRMask: Hashable, Sendable {
    /// 0…7, the reference of table 10.
    package let number: Int

    static let all = (0..<8).map { QRMask(number: $0) }

    /// Whether the pattern changes the module at `row` and `column` (table 10).
    func inverts(row: Int, column: Int) -> Bool {
        switch number {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3) % 2 == 0
        default: ((row + column) % 2 + row * column % 3) % 2 == 0
        }
    }

    /// Twelve modules that repeat along each of twelve rows that repeat: every condition does within 12.
    var rows: ArraySlice<UInt16> { Self.patterns[number * 24..<number * 24 + 12] }
    /// The same down the columns.
    var columns: ArraySlice<UInt16> { Self.patterns[number * 24 + 12..<number * 24 + 24] }

    private static let patterns: [UInt16] = all.flatMap { mask in
        let rows = (0..<12).map { row in twelve { mask.inverts(row: row, column: $0) } }
        let columns = (0..<12).map { column in twelve { mask.inverts(row: $0, column: column) } }
        return rows + columns
    }

    private static func twelve(_ inverts: (Int) -> Bool) -> UInt16 {
        (0..<12).reduce(0) { inverts($1) ? $0 | 1 << UInt16($1) : $0 }
    }
}
