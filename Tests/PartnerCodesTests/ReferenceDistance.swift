/// The slow, plain form of the measure: unrestricted Damerau-Levenshtein by Lowrance and Wagner's recurrence, and optimal
/// string alignment, over arrays of symbols.
enum ReferenceDistance {
    static func unrestricted(_ first: [UInt8], _ second: [UInt8]) -> Int {
        let far = first.count + second.count
        var lastRow: [UInt8: Int] = [:]
        var cost = [[Int]](repeating: [Int](repeating: far, count: second.count + 2), count: first.count + 2)
        for row in 0...first.count { cost[row + 1][1] = row }
        for column in 0...second.count { cost[1][column + 1] = column }
        for row in 0..<first.count {
            var lastColumn = 0
            for column in 0..<second.count {
                let matchRow = lastRow[second[column]] ?? 0
                let matchColumn = lastColumn
                let isSame = first[row] == second[column]
                if isSame { lastColumn = column + 1 }
                cost[row + 2][column + 2] = min(
                    cost[row + 1][column + 1] + (isSame ? 0 : 1),
                    cost[row + 2][column + 1] + 1,
                    cost[row + 1][column + 2] + 1,
                    cost[matchRow][matchColumn] + (row - matchRow) + 1 + (column - matchColumn))
            }
            lastRow[first[row]] = row + 1
        }
        return cost[first.count + 1][second.count + 1]
    }
}

/// The same numbers in the same order on every machine (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
