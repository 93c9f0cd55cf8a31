/// The two prefix codes of a deflate block: one for bytes and lengths, one for distances (RFC 1951 section 3.2).
struct DeflateCode {
    private let literals: PrefixCode
    private let distances: PrefixCode
    /// What a block with this code begins with; the fixed code goes without.
    let header: DeflateHeader

    /// The code that every reader knows by heart (section 3.2.6).
    static let fixed = DeflateCode(
        literalLengths: (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 },
        distanceLengths: [UInt8](repeating: 5, count: 30)
    )

    /// The code that makes `tokens` shortest.
    init(fitting tokens: DeflateTokens) {
        self.init(
            literalLengths: PrefixCode.lengths(for: tokens.literalCounts, longest: 15),
            distanceLengths: PrefixCode.lengths(for: tokens.distanceCounts, longest: 15)
        )
    }

    private init(literalLengths: [UInt8], distanceLengths: [UInt8]) {
        literals = PrefixCode(lengths: literalLengths)
        distances = PrefixCode(lengths: distanceLengths)
        header = DeflateHeader(literalLengths: literalLengths, distanceLengths: distanceLengths)
    }

    /// How long `write` makes `tokens`, in bits.
    func bitCount(of tokens: DeflateTokens) -> Int {
        var count = 3
        for (symbol, times) in tokens.literalCounts.enumerated() where times > 0 {
            let extra = symbol < 265 || symbol == 285 ? 0 : (symbol - 261) / 4
            count += times * (Int(literals.lengths[symbol]) + extra)
        }
        for (symbol, times) in tokens.distanceCounts.enumerated() where times > 0 {
            count += times * (Int(distances.lengths[symbol]) + max(0, symbol / 2 - 1))
        }
        return count
    }

    /// Appends `tokens` and the end of the block.
    func write(_ tokens: DeflateTokens, to output: inout DeflateBits) {
        for token in tokens.tokens {
            if token.distance == 0 {
                literals.write(Int(token.length), to: &output)
                continue
            }
            let length = token.lengthSymbol
            literals.write(length.symbol, to: &output)
            output.append(length.extra, count: length.extraCount)
            let distance = token.distanceSymbol
            distances.write(distance.symbol, to: &output)
            output.append(distance.extra, count: distance.extraCount)
        }
        literals.write(256, to: &output)
    }
}

/// The lengths of both codes in their own packed form (RFC 1951 section 3.2.7).
struct DeflateHeader {
    private let literalCount: Int
    private let distanceCount: Int
    /// Symbols 0…18 with the bits that follow them.
    private var steps: [(symbol: Int, extra: UInt32)] = []
    private let code: PrefixCode
    private let lengthCount: Int

    private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    private static let extraCounts = [Int](repeating: 0, count: 16) + [2, 3, 7]

    init(literalLengths: [UInt8], distanceLengths: [UInt8]) {
        literalCount = max(257, (literalLengths.lastIndex { $0 > 0 } ?? 0) + 1)
        distanceCount = max(1, (distanceLengths.lastIndex { $0 > 0 } ?? 0) + 1)
        let lengths = literalLengths.prefix(literalCount) + distanceLengths.prefix(distanceCount)
        var index = lengths.startIndex
        while index < lengths.endIndex {
            let length = lengths[index]
            let run = lengths[index...].prefix { $0 == length }.count
            if length == 0, run >= 3 {
                let taken = min(run, 138)
                steps.append(taken < 11 ? (17, UInt32(taken - 3)) : (18, UInt32(taken - 11)))
                index += taken
                continue
            }
            steps.append((Int(length), 0))
            index += 1
            if length > 0, run >= 4 {
                let taken = min(run - 1, 6)
                steps.append((16, UInt32(taken - 3)))
                index += taken
            }
        }
        var counts = [Int](repeating: 0, count: 19)
        for step in steps { counts[step.symbol] += 1 }
        let codeLengths = PrefixCode.lengths(for: counts, longest: 7)
        code = PrefixCode(lengths: codeLengths)
        lengthCount = max(4, (Self.order.lastIndex { codeLengths[$0] > 0 } ?? 0) + 1)
    }

    var bitCount: Int {
        steps.reduce(14 + lengthCount * 3) { $0 + Int(code.lengths[$1.symbol]) + Self.extraCounts[$1.symbol] }
    }

    func write(to output: inout DeflateBits) {
        output.append(UInt32(literalCount - 257), count: 5)
        output.append(UInt32(distanceCount - 1), count: 5)
        output.append(UInt32(lengthCount - 4), count: 4)
        for symbol in Self.order.prefix(lengthCount) { output.append(UInt32(code.lengths[symbol]), count: 3) }
        for step in steps {
            code.write(step.symbol, to: &output)
            output.append(step.extra, count: Self.extraCounts[step.symbol])
        }
    }
}
