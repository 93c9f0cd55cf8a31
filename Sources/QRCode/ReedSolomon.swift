/// Error-correction codewords of one block (ISO/IEC 18004, 7.5.2): the remainder of the data divided by a generator polynomial
/// over GF(256), the field made by x⁸ + x⁴ + x³ + x² + 1.
///
/// Up to 30 coefficients lie in 256 bits, the highest in the lowest byte, so that a step of the division is a shift and four
/// exclusive ors with the generator's multiple from a table.
struct ReedSolomon {
    let correctionCount: Int
    /// The generator without its leading 1, times each of 0…255: four words each.
    private let multiples: [UInt64]

    /// For a number of error-correction codewords that table 9 knows.
    init(correctionCount: Int) {
        self.correctionCount = correctionCount
        multiples = Self.multiplesByCount[correctionCount]
        precondition(!multiples.isEmpty)
    }

    /// The error-correction codewords of `data`, `correctionCount` of them.
    func remainder(of data: ArraySlice<UInt8>) -> [UInt8] {
        var (first, second, third, fourth): (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        for byte in data {
            let row = Int(byte ^ UInt8(truncatingIfNeeded: first)) * 4
            first = (first >> 8 | second << 56) ^ multiples[row]
            second = (second >> 8 | third << 56) ^ multiples[row + 1]
            third = (third >> 8 | fourth << 56) ^ multiples[row + 2]
            fourth = fourth >> 8 ^ multiples[row + 3]
        }
        let words = [first, second, third, fourth]
        return (0..<correctionCount).map { UInt8(truncatingIfNeeded: words[$0 / 8] >> UInt64($0 % 8 * 8)) }
    }
}

extension ReedSolomon {
    /// The product in the field.
    static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var product: UInt8 = 0
        for bit in (0..<8).reversed() {
            let carry = product >> 7
            product = product << 1 ^ carry * 0x1D
            if right >> UInt8(bit) & 1 == 1 { product ^= left }
        }
        return product
    }

    /// (x − 2⁰)(x − 2¹)…(x − 2ⁿ⁻¹) without its leading 1, the highest coefficient first (annex A).
    static func generator(degree: Int) -> [UInt8] {
        var coefficients = [UInt8](repeating: 0, count: degree - 1) + [1]
        var root: UInt8 = 1
        for _ in 0..<degree {
            for index in 0..<degree {
                let next = index + 1 < degree ? coefficients[index + 1] : 0
                coefficients[index] = product(coefficients[index], root) ^ next
            }
            root = product(root, 2)
        }
        return coefficients
    }
}

private extension ReedSolomon {
    static let multiplesByCount: [[UInt64]] = (0...30).map { count in
        [7, 10, 13, 15, 16, 17, 18, 20, 22, 24, 26, 28, 30].contains(count) ? multiples(of: generator(degree: count)) : []
    }

    /// Multiplication distributes over exclusive or, so eight products make all 256.
    static func multiples(of coefficients: [UInt8]) -> [UInt64] {
        var words = [UInt64](repeating: 0, count: 256 * 4)
        for bit in 0..<8 {
            for (index, coefficient) in coefficients.enumerated() {
                let product = UInt64(product(coefficient, 1 << UInt8(bit)))
                words[(1 << bit) * 4 + index / 8] |= product << UInt64(index % 8 * 8)
            }
        }
        for factor in 3..<256 where factor & (factor - 1) != 0 {
            let (lowestBit, rest) = (factor & -factor, factor & (factor - 1))
            for word in 0..<4 { words[factor * 4 + word] = words[rest * 4 + word] ^ words[lowestBit * 4 + word] }
        }
        return words
    }
}
