/// The codewords of a symbol laid out as modules, by rows and by columns, and the choice of its mask.
struct SymbolDrawing<Row: ModuleRow> {
    private let version: QRVersion
    private let level: QRLevel
    private let patterns: FixedPatterns<Row>
    /// Patterns and unmasked data.
    private var rows: [Row]
    private var columns: [Row]

    init(_ codewords: [UInt8], _ version: QRVersion, _ level: QRLevel) {
        self.version = version
        self.level = level
        patterns = FixedPatterns(version)
        rows = patterns.dark
        columns = patterns.dark
        place(codewords)
    }

    /// The symbol with `mask`, or the one of least penalty for nil; of equals the first.
    func symbol(mask: QRMask?) -> QRSymbol {
        var best: (mask: QRMask, rows: [Row], penalty: Int)?
        var maskedRows = rows
        var maskedColumns = rows
        for candidate in mask.map({ [$0] }) ?? QRMask.all {
            apply(candidate, rows: &maskedRows, columns: &maskedColumns)
            let limit = best?.penalty ?? Int.max
            let penalty = MaskPenalty.total(rows: maskedRows, columns: maskedColumns, limit: limit)
            if penalty < limit { best = (candidate, maskedRows, penalty) }
        }
        var words: [UInt64] = []
        words.reserveCapacity(version.size * Row.wordCount)
        for row in best?.rows ?? rows { row.appendWords(to: &words) }
        return QRSymbol(
            version: version, level: level, mask: best?.mask ?? QRMask.all[0], words: words, wordsPerRow: Row.wordCount)
    }
}

private extension SymbolDrawing {
    /// Two columns at a time from the right, up and down in turn, past the timing column (ISO/IEC 18004, 7.7.3). Modules left
    /// over at the end stay light.
    mutating func place(_ codewords: [UInt8]) {
        let size = version.size
        let bitCount = codewords.count * 8
        var bit = 0
        var goesUp = true
        var right = size - 1
        while right > 0 {
            if right == 6 { right = 5 }
            var rightColumn = columns[right]
            var leftColumn = columns[right - 1]
            for step in 0..<size {
                let row = goesUp ? size - 1 - step : step
                let free = patterns.free[row]
                if free.isDark(right), bit < bitCount {
                    if codewords[bit &>> 3] &<< UInt8(truncatingIfNeeded: bit & 7) >= 0x80 {
                        rows[row].darken(right)
                        rightColumn.darken(row)
                    }
                    bit += 1
                }
                if free.isDark(right - 1), bit < bitCount {
                    if codewords[bit &>> 3] &<< UInt8(truncatingIfNeeded: bit & 7) >= 0x80 {
                        rows[row].darken(right - 1)
                        leftColumn.darken(row)
                    }
                    bit += 1
                }
            }
            columns[right] = rightColumn
            columns[right - 1] = leftColumn
            goesUp.toggle()
            right -= 2
        }
    }

    func apply(_ mask: QRMask, rows maskedRows: inout [Row], columns maskedColumns: inout [Row]) {
        let rowPatterns = mask.rows.map { Row(repeating: $0) }
        let columnPatterns = mask.columns.map { Row(repeating: $0) }
        for index in 0..<version.size {
            maskedRows[index] = rows[index] ^ rowPatterns[index % 12] & patterns.free[index]
            maskedColumns[index] = columns[index] ^ columnPatterns[index % 12] & patterns.free[index]
        }
        drawFormat(mask, rows: &maskedRows, columns: &maskedColumns)
    }

    /// Both copies of the format information and the one module that is always dark (7.9, figure 25).
    func drawFormat(_ mask: QRMask, rows: inout [Row], columns: inout [Row]) {
        let format = CheckedInformation.format(level, mask)
        let size = version.size
        func darken(row: Int, column: Int) {
            rows[row].darken(column)
            columns[column].darken(row)
        }
        darken(row: size - 8, column: 8)
        for bit in 0..<15 where format >> UInt32(bit) & 1 == 1 {
            switch bit {
            case 0..<6: darken(row: bit, column: 8)
            case 6, 7: darken(row: bit + 1, column: 8)
            case 8: darken(row: 8, column: 7)
            default: darken(row: 8, column: 14 - bit)
            }
            if bit < 8 { darken(row: 8, column: size - 1 - bit) } else { darken(row: size - 15 + bit, column: 8) }
        }
    }
}
