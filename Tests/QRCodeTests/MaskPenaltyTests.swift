@testable import QRCode
import Testing

@Suite struct MaskPenaltyTests {
    @Test("words and modules give the same penalty", arguments: [21, 25, 29, 37, 45, 61])
    func narrow(size: Int) {
        var random = SplitMix(state: UInt64(size))
        for _ in 0..<40 {
            let modules = randomModules(size: size, &random)
            #expect(fast(modules, UInt64.self) == slow(modules))
        }
    }

    @Test("wide rows and modules give the same penalty", arguments: [21, 61, 65, 125, 129, 177])
    func wide(size: Int) {
        var random = SplitMix(state: UInt64(size))
        for _ in 0..<8 {
            let modules = randomModules(size: size, &random)
            #expect(fast(modules, WideRow.self) == slow(modules))
        }
    }

    @Test("the mask of a symbol is the first of least penalty", arguments: [1, 4, 11, 12, 28])
    func choice(number: Int) throws {
        let version = try #require(QRVersion(number))
        for text in 0..<6 {
            let bytes = Array("https://example.com/\(text)".utf8)
            let penalties = try QRMask.all.map { mask in
                slow(modules(of: try QRCode.encode(
                    bytes, declaresUTF8: false, level: .low, minimumVersion: version, raisesLevel: false, mask: mask)))
            }
            let chosen = try QRCode.encode(bytes, level: .low, minimumVersion: version, raisesLevel: false)
            #expect(chosen.mask.number == penalties.firstIndex(of: penalties.min() ?? 0))
        }
    }

    @Test func `an all-dark square costs what the rules say`() {
        // 42 lines of 21: 3 + 16 each; 400 blocks of 3; all dark is ten steps of 5 % away from half.
        let modules = [[Bool]](repeating: [Bool](repeating: true, count: 21), count: 21)
        #expect(fast(modules, UInt64.self) == 42 * 19 + 1_200 + 100)
    }
}

private extension MaskPenaltyTests {
    /// Long runs beside noise, and finder patterns more often than chance has them.
    func randomModules(size: Int, _ random: inout SplitMix) -> [[Bool]] {
        let bias = random.below(5) + 1
        var modules = (0..<size).map { _ in
            var isDark = false
            return (0..<size).map { _ in
                if random.below(bias) == 0 { isDark.toggle() }
                return isDark
            }
        }
        let finder = [true, false, true, true, true, false, true]
        for _ in 0..<6 {
            let (along, across) = (random.below(size - 6), random.below(size))
            for offset in 0..<7 {
                modules[across][along + offset] = finder[offset]
                modules[along + offset][size - 1 - across] = finder[offset]
            }
        }
        return modules
    }

    func modules(of symbol: QRSymbol) -> [[Bool]] {
        (0..<symbol.size).map { row in (0..<symbol.size).map { symbol.isDark(row: row, column: $0) } }
    }

    func transposed(_ modules: [[Bool]]) -> [[Bool]] {
        modules.indices.map { column in modules.map { $0[column] } }
    }

    func fast<Row: ModuleRow>(_ modules: [[Bool]], _: Row.Type) -> Int {
        func words(_ lines: [[Bool]]) -> [Row] {
            lines.map { line in
                var row = Row()
                for (column, isDark) in line.enumerated() where isDark { row.darken(column) }
                return row
            }
        }
        return MaskPenalty.total(rows: words(modules), columns: words(transposed(modules)), limit: .max)
    }

    /// The four rules read out module by module.
    func slow(_ modules: [[Bool]]) -> Int {
        let size = modules.count
        var penalty = 0
        for line in modules + transposed(modules) {
            var run = 0
            for index in 0..<size {
                run = index > 0 && line[index] == line[index - 1] ? run + 1 : 1
                if run == 5 { penalty += 3 } else if run > 5 { penalty += 1 }
            }
            for start in 0...size - 7 where Array(line[start..<start + 7]) == [true, false, true, true, true, false, true] {
                let before = (start - 4..<start).allSatisfy { $0 < 0 || !line[$0] }
                let after = (start + 7..<start + 11).allSatisfy { $0 >= size || !line[$0] }
                if before || after { penalty += 40 }
            }
        }
        for row in 1..<size {
            for column in 1..<size {
                let corner = modules[row][column]
                if corner == modules[row - 1][column], corner == modules[row][column - 1], corner == modules[row - 1][column - 1] {
                    penalty += 3
                }
            }
        }
        let darkCount = modules.joined().count { $0 }
        var steps = 0
        while abs(darkCount * 2 - size * size) * 10 >= (steps + 1) * size * size { steps += 1 }
        return penalty + steps * 10
    }
}
