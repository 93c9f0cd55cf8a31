/// Tells at once that a candidate is taken because an automatic code of the same length differs from it in at most two places.
///
/// In a large ledger most candidates fail, and nearly all of them for this reason. A bit for each pair of places and each content
/// of the other places is exact and needs no code to compare with. It takes 2 MB for the lengths of three to five digits, and
/// with it a hundred thousand partners get their codes in half the time.
struct SubstitutionFilter: Sendable {
    private var planes: [Plane]

    /// A filter that knows `codes`.
    init(_ codes: [PartnerCode]) {
        planes = (6...8).map(Plane.init(length:))
        for code in codes where code.isAutomaticShape { insert(code.skeleton) }
    }

    /// Adds an automatic code; of codes with more than five digits nothing is kept.
    mutating func insert(_ automatic: CodeSkeleton) {
        guard let plane = planes.firstIndex(where: { $0.length == automatic.count }) else { return }
        planes[plane].insert(automatic)
    }

    /// Whether a code that differs in at most two places is known; `automatic` has the shape of an automatic code.
    func blocks(_ automatic: CodeSkeleton) -> Bool {
        planes.first { $0.length == automatic.count }?.blocks(automatic) ?? false
    }
}

/// The bits for the codes of one length.
private struct Plane: Sendable {
    let length: Int
    private var words: [UInt64]
    /// For each pair of places `length` + 1 numbers: where its bits begin, then what each place adds to the number of a bit for
    /// each unit of its value, 0 for the pair itself.
    private let weights: [Int]

    init(length: Int) {
        self.length = length
        var weights: [Int] = []
        var bitCount = 0
        for first in 0..<length {
            for second in first + 1..<length {
                weights.append(bitCount)
                var weight = 1
                for place in 0..<length {
                    let isKept = place != first && place != second
                    weights.append(isKept ? weight : 0)
                    if isKept { weight *= place < 3 ? CodeCandidates.letters.count : 10 }
                }
                bitCount += weight
            }
        }
        self.weights = weights
        words = [UInt64](repeating: 0, count: bitCount / 64 + 1)
    }

    mutating func insert(_ skeleton: CodeSkeleton) {
        let values = Self.values(of: skeleton)
        for pair in stride(from: 0, to: weights.count, by: length + 1) {
            let bit = bit(of: pair, values)
            words[bit / 64] |= 1 << UInt64(bit % 64)
        }
    }

    func blocks(_ skeleton: CodeSkeleton) -> Bool {
        let values = Self.values(of: skeleton)
        for pair in stride(from: 0, to: weights.count, by: length + 1) {
            let bit = bit(of: pair, values)
            if words[bit / 64] >> UInt64(bit % 64) & 1 == 1 { return true }
        }
        return false
    }

    private func bit(of pair: Int, _ values: UInt64) -> Int {
        var bit = weights[pair]
        var rest = values
        for place in 1...length {
            bit += weights[pair + place] * Int(rest & 15)
            rest >>= 4
        }
        return bit
    }

    /// Four bits a place: of a letter its place in the alphabet, of a digit its value.
    private static func values(of skeleton: CodeSkeleton) -> UInt64 {
        var values: UInt64 = 0
        for place in (0..<skeleton.count).reversed() {
            let symbol = skeleton[place]
            values = values << 4 | UInt64(place < 3 ? letterValues[Int(symbol)] : symbol)
        }
        return values
    }

    private static let letterValues: [UInt8] = {
        var values = [UInt8](repeating: 0, count: 32)
        for (value, letter) in CodeCandidates.letters.enumerated() { values[Int(Folding.symbol(ofTwin: letter))] = UInt8(value) }
        return values
    }()
}
