/// How the codewords of a version and level are split into blocks for error correction (ISO/IEC 18004, table 9).
package struct CodewordLayout {
    package let blockCount: Int
    /// Error-correction codewords in each block.
    let correctionCount: Int
    /// Data codewords in all blocks together.
    package let dataCount: Int

    package init(_ version: QRVersion, _ level: QRLevel) {
        blockCount = Int(Self.blockCounts[level.rawValue][version.number - 1])
        correctionCount = Int(Self.correctionCounts[level.rawValue][version.number - 1])
        dataCount = version.codewordCount - blockCount * correctionCount
    }

    /// `data` in the order of the symbol: the first codeword of every block, the second of every block, and so on, then
    /// the same for error correction (7.6). The first blocks are a codeword shorter where the division leaves a rest.
    func addingErrorCorrection(to data: [UInt8]) -> [UInt8] {
        precondition(data.count == dataCount)
        let shortLength = dataCount / blockCount
        let shortCount = blockCount - dataCount % blockCount
        var codewords = [UInt8](repeating: 0, count: dataCount + blockCount * correctionCount)
        let generator = ReedSolomon(correctionCount: correctionCount)
        var start = 0
        for block in 0..<blockCount {
            let length = block < shortCount ? shortLength : shortLength + 1
            for index in 0..<shortLength { codewords[index * blockCount + block] = data[start + index] }
            if length > shortLength {
                codewords[shortLength * blockCount + block - shortCount] = data[start + shortLength]
            }
            let correction = generator.remainder(of: data[start..<start + length])
            for index in 0..<correctionCount { codewords[dataCount + index * blockCount + block] = correction[index] }
            start += length
        }
        return codewords
    }
}

private extension CodewordLayout {
    static let blockCounts: [[UInt8]] = [
        [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8,
         8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25],
        [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16,
         17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49],
        [1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20,
         23, 23, 25, 27, 29, 34, 34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68],
        [1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25,
         25, 34, 30, 32, 35, 37, 40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81],
    ]

    static let correctionCounts: [[UInt8]] = [
        [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28,
         28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30],
        [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
         26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28],
        [13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30,
         28, 30, 30, 30, 30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30],
        [17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28,
         30, 24, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30],
    ]
}
