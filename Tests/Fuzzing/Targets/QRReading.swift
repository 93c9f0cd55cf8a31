import QRCode

/// A symbol read back, by the standard and not by the code that drew it (ISO/IEC 18004): modules in the order of 7.7.3, codewords put back into
/// their blocks, segments of 7.4. Nothing is corrected, since nothing is damaged.
struct QRReading {
    /// What the symbol says; nil where it is no symbol of this standard.
    let content: [UInt8]?

    init(_ symbol: QRSymbol) {
        let layout = CodewordLayout(symbol.version, symbol.level)
        let codewords = Self.codewords(of: symbol)
        guard codewords.count >= layout.dataCount else {
            content = nil
            return
        }
        content = Self.content(of: Self.data(codewords, layout), version: symbol.version.number)
    }
}

private extension QRReading {
    static func codewords(of symbol: QRSymbol) -> [UInt8] {
        let size = symbol.size
        var bits: [Bool] = []
        var isUpward = true
        var right = size - 1
        while right > 0 {
            if right == 6 { right -= 1 }
            for step in 0..<size {
                let row = isUpward ? size - 1 - step : step
                for column in [right, right - 1] where !isFixed(row, column, symbol.version.number, size) {
                    bits.append(symbol.isDark(row: row, column: column) != isMasked(row, column, symbol.mask.number))
                }
            }
            isUpward.toggle()
            right -= 2
        }
        return stride(from: 0, to: bits.count - 7, by: 8).map { start in bits[start..<start + 8].reduce(0) { $0 << 1 | ($1 ? 1 : 0) } }
    }

    /// Finder, timing and alignment patterns, format and version.
    static func isFixed(_ row: Int, _ column: Int, _ version: Int, _ size: Int) -> Bool {
        if row == 6 || column == 6 { return true }
        if row < 9, column < 9 || column >= size - 8 { return true }
        if row >= size - 8, column < 9 { return true }
        if version >= 7, row < 6 && column >= size - 11 || column < 6 && row >= size - 11 { return true }
        let centres = centres(version, size)
        guard let down = centres.first(where: { abs($0 - row) <= 2 }), let across = centres.first(where: { abs($0 - column) <= 2 }) else { return false }
        return ![(6, 6), (6, size - 7), (size - 7, 6)].contains { $0 == (down, across) }
    }

    /// Annex E.
    static func centres(_ version: Int, _ size: Int) -> [Int] {
        if version == 1 { return [] }
        let count = version / 7 + 2
        let step = version == 32 ? 26 : (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2
        return [6] + (0..<count - 1).map { size - 7 - $0 * step }
    }

    /// Table 10.
    static func isMasked(_ row: Int, _ column: Int, _ mask: Int) -> Bool {
        switch mask {
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

    /// The data of the blocks, one after the other; the last blocks are a codeword longer where the division leaves a rest.
    static func data(_ codewords: [UInt8], _ layout: CodewordLayout) -> [UInt8] {
        let short = layout.dataCount / layout.blockCount
        let firstLong = layout.blockCount - layout.dataCount % layout.blockCount
        return (0..<layout.blockCount).flatMap { block in
            let common = (0..<short).map { codewords[$0 * layout.blockCount + block] }
            return block < firstLong ? common : common + [codewords[short * layout.blockCount + block - firstLong]]
        }
    }

    static func content(of data: [UInt8], version: Int) -> [UInt8]? {
        var place = 0
        func take(_ count: Int) -> Int? {
            guard place + count <= data.count * 8 else { return nil }
            defer { place += count }
            return (place..<place + count).reduce(0) { $0 << 1 | Int(data[$1 / 8] >> UInt8(7 - $1 % 8) & 1) }
        }
        let group = version < 10 ? 0 : version < 27 ? 1 : 2
        let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8)
        var content: [UInt8] = []
        while let mode = data.count * 8 - place < 4 ? 0 : take(4), mode != 0 {
            switch mode {
            case 7:
                guard take(8) == 26 else { return nil }
            case 1:
                guard var left = take([10, 12, 14][group]) else { return nil }
                while left > 0 {
                    let count = min(left, 3)
                    guard let number = take(count * 3 + 1) else { return nil }
                    let digits = Array(String(number).utf8)
                    guard digits.count <= count else { return nil }
                    content += [UInt8](repeating: 0x30, count: count - digits.count) + digits
                    left -= count
                }
            case 2:
                guard var left = take([9, 11, 13][group]) else { return nil }
                while left > 0 {
                    guard let number = take(left == 1 ? 6 : 11), number < (left == 1 ? 45 : 45 * 45) else { return nil }
                    content += left == 1 ? [letters[number]] : [letters[number / 45], letters[number % 45]]
                    left -= min(left, 2)
                }
            case 4:
                guard let count = take([8, 16, 16][group]) else { return nil }
                for _ in 0..<count {
                    guard let byte = take(8) else { return nil }
                    content.append(UInt8(byte))
                }
            default: return nil
            }
        }
        return content
    }
}
