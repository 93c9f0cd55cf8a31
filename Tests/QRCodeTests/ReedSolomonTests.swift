@testable import QRCode
import Testing

@Suite struct ReedSolomonTests {
    @Test("generator polynomials are those of annex A", arguments: [
        (7, [87, 229, 146, 149, 238, 102, 21]),
        (10, [251, 67, 46, 61, 118, 70, 64, 94, 32, 45]),
        (13, [74, 152, 176, 100, 86, 100, 106, 104, 130, 218, 206, 140, 78]),
    ])
    func generator(degree: Int, exponents: [Int]) {
        let powers = exponents.map { exponent in (0..<exponent).reduce(1 as UInt8) { power, _ in ReedSolomon.product(power, 2) } }
        #expect(ReedSolomon.generator(degree: degree) == powers)
    }

    @Test("a block with its correction has every root of the generator", arguments: [
        7, 10, 13, 15, 16, 17, 18, 20, 22, 24, 26, 28, 30,
    ])
    func roots(count: Int) {
        var random = SplitMix(state: UInt64(count))
        let reedSolomon = ReedSolomon(correctionCount: count)
        for length in 1...123 {
            let data = (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            let block = data + reedSolomon.remainder(of: data[...])
            #expect(block.count == length + count)
            var root: UInt8 = 1
            for _ in 0..<count {
                #expect(block.reduce(0) { ReedSolomon.product($0, root) ^ $1 } == 0)
                root = ReedSolomon.product(root, 2)
            }
        }
    }

    @Test func `blocks are dealt out and short ones come first`() throws {
        let version = try #require(QRVersion(5))
        let layout = CodewordLayout(version, .quartile)
        let data = (0..<62).map { UInt8($0) }
        let codewords = layout.addingErrorCorrection(to: data)
        // Two blocks of 15 and two of 16, as in the standard's table for 5-Q.
        #expect(Array(codewords[..<8]) == [0, 15, 30, 46, 1, 16, 31, 47])
        #expect(Array(codewords[56..<62]) == [14, 29, 44, 60, 45, 61])
        let third = ReedSolomon(correctionCount: 18).remainder(of: data[30..<46])
        let dealt: [UInt8] = (0..<18).map { codewords[64 + $0 * 4] }
        #expect(dealt == third)
    }
}
