/// A canonical prefix code: of each symbol a row of bits that begins no other's (RFC 1951 section 3.2.2).
struct PrefixCode {
    /// In bits; 0 for a symbol that does not occur.
    let lengths: [UInt8]
    /// The bits in the order of writing, the first one lowest.
    private let codes: [UInt16]

    init(lengths: [UInt8]) {
        var countOfLength = [Int](repeating: 0, count: 16)
        for length in lengths where length > 0 { countOfLength[Int(length)] += 1 }
        var next = [UInt16](repeating: 0, count: 16)
        for length in 1..<16 { next[length] = (next[length - 1] &+ UInt16(truncatingIfNeeded: countOfLength[length - 1])) &<< 1 }
        self.lengths = lengths
        codes = lengths.map { length in
            guard length > 0 else { return 0 }
            defer { next[Int(length)] &+= 1 }
            return reversed(next[Int(length)], count: Int(length))
        }
    }

    func write(_ symbol: Int, to output: inout DeflateBits) {
        output.append(UInt32(codes[symbol]), count: Int(lengths[symbol]))
    }

    /// Lengths of a code for symbols that occur `counts` times: Huffman's, with the counts flattened until no code is longer
    /// than `longest`, which for 286 symbols and 15 bits happens only in freak data.
    static func lengths(for counts: [Int], longest: UInt8) -> [UInt8] {
        var counts = counts
        while true {
            let lengths = huffmanLengths(for: counts)
            if lengths.allSatisfy({ $0 <= longest }) { return lengths }
            counts = counts.map { ($0 + 1) / 2 }
        }
    }
}

private extension PrefixCode {
    /// Huffman's method with two queues: symbols by count, and the nodes made of them, which come out in order by themselves.
    static func huffmanLengths(for counts: [Int]) -> [UInt8] {
        var lengths = [UInt8](repeating: 0, count: counts.count)
        let symbols = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$0], $0) < (counts[$1], $1) }
        guard symbols.count > 1 else {
            if let only = symbols.first { lengths[only] = 1 }
            return lengths
        }
        var weights = symbols.map { counts[$0] }
        var parents = [Int](repeating: 0, count: symbols.count * 2 - 1)
        var leaf = 0
        var node = symbols.count
        func takeLightest() -> Int {
            let takesLeaf = leaf < symbols.count && (node >= weights.count || weights[leaf] <= weights[node])
            defer { if takesLeaf { leaf += 1 } else { node += 1 } }
            return takesLeaf ? leaf : node
        }
        while weights.count < parents.count {
            let first = takeLightest()
            let second = takeLightest()
            parents[first] = weights.count
            parents[second] = weights.count
            weights.append(weights[first] + weights[second])
        }
        var depths = [UInt8](repeating: 0, count: parents.count)
        for index in (0..<parents.count - 1).reversed() { depths[index] = depths[parents[index]] + 1 }
        for (index, symbol) in symbols.enumerated() { lengths[symbol] = depths[index] }
        return lengths
    }
}

private func reversed(_ bits: UInt16, count: Int) -> UInt16 {
    (0..<count).reduce(0) { $0 | (bits >> UInt16($1) & 1) << UInt16(count - 1 - $1) }
}
