/// What every symbol of a version has in common (ISO/IEC 18004, 6.3 and 7.10): finder, timing and alignment patterns and the
/// version information. All of it is the same by rows as by columns.
struct FixedPatterns<Row: ModuleRow> {
    /// The dark modules, by row.
    private(set) var dark: [Row]
    /// The modules left for codewords: neither in a pattern nor kept for the format information.
    private(set) var free: [Row]

    init(_ version: QRVersion) {
        let size = version.size
        dark = [Row](repeating: Row(), count: size)
        free = [Row](repeating: Row(), count: size)
        var everywhere = Row()
        for column in 0..<size { everywhere.darken(column) }

        var taken = [Row](repeating: Row(), count: size)
        drawTiming(size: size, taken: &taken)
        // Nine modules cover a finder pattern, its separator and the format information beside it; at the far ends eight do.
        for row in 0..<9 { taken[row] = taken[row] | Row(0x1FF, at: 0) | Row(0xFF, at: size - 8) }
        for row in size - 8..<size { taken[row] = taken[row] | Row(0x1FF, at: 0) }
        for (top, left) in [(0, 0), (0, size - 7), (size - 7, 0)] { draw(Self.finder, top: top, left: left) }

        let centres = version.alignmentCentres
        for row in centres {
            for column in centres where !standsOnFinder(row, column, size) {
                draw(Self.alignment, top: row - 2, left: column - 2)
                for row in row - 2...row + 2 { taken[row] = taken[row] | Row(0x1F, at: column - 2) }
            }
        }
        if version.number >= 7 { drawVersionInformation(version, taken: &taken) }
        for row in 0..<size { free[row] = everywhere & ~taken[row] }
    }
}

private extension FixedPatterns {
    static var finder: [UInt64] { [0x7F, 0x41, 0x5D, 0x5D, 0x5D, 0x41, 0x7F] }
    static var alignment: [UInt64] { [0x1F, 0x11, 0x15, 0x11, 0x1F] }

    /// Whether a centre is that of a corner which has a finder pattern instead.
    func standsOnFinder(_ row: Int, _ column: Int, _ size: Int) -> Bool {
        row == 6 && column == 6 || row == 6 && column == size - 7 || row == size - 7 && column == 6
    }

    mutating func draw(_ pattern: [UInt64], top: Int, left: Int) {
        for (offset, bits) in pattern.enumerated() { dark[top + offset] = dark[top + offset] | Row(bits, at: left) }
    }

    mutating func drawTiming(size: Int, taken: inout [Row]) {
        for index in 0..<size {
            taken[6].darken(index)
            taken[index].darken(6)
        }
        for index in stride(from: 8, to: size - 8, by: 2) {
            dark[6].darken(index)
            dark[index].darken(6)
        }
    }

    mutating func drawVersionInformation(_ version: QRVersion, taken: inout [Row]) {
        let information = CheckedInformation.version(version)
        let start = version.size - 11
        for bit in 0..<18 {
            let (along, across) = (start + bit % 3, bit / 3)
            taken[along].darken(across)
            taken[across].darken(along)
            guard information >> UInt32(bit) & 1 == 1 else { continue }
            dark[along].darken(across)
            dark[across].darken(along)
        }
    }
}
