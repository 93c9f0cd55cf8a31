/// Tells at once that a candidate is taken because an automatic code of the same length is near it: it differs in at most two
/// places, or one symbol of its letters or digits has moved.
///
/// In a large ledger most candidates fail, and nearly all of them for one of these reasons. A bit for each pair of places and each
/// content of the other places is exact and needs no code to compare with; so is one for each code without one symbol. They take
/// 4 MB for the lengths of three to five digits.
struct NearCodeFilter: Sendable {
    /// The digits that a code may have here; of longer ones nothing is kept.
    static let digitCounts = 3...5

    private var planes: [Plane]

    /// A filter that knows `codes`.
    init(_ codes: [PartnerCode]) {
        planes = Self.digitCounts.map(Plane.init(digitCount:))
        for code in codes where code.isAutomaticShape {
            let bytes = Array(code.text.utf8)
            guard Self.digitCounts.contains(bytes.count - 3) else { continue }
            var places = SIMD8<UInt32>()
            for (place, byte) in bytes.enumerated() {
                places[place] = place < 3 ? UInt32(CodeCandidates.letters.firstIndex(of: byte) ?? 0) : UInt32(byte - 0x30)
            }
            insert(places, digitCount: bytes.count - 3)
        }
    }

    /// Adds an automatic code, as `CodeCandidates.places` gives it.
    mutating func insert(_ places: SIMD8<UInt32>, digitCount: Int) {
        planes[digitCount - Self.digitCounts.lowerBound].insert(places)
    }

    /// Whether a code that is near is known.
    func blocks(_ places: SIMD8<UInt32>, digitCount: Int) -> Bool {
        planes[digitCount - Self.digitCounts.lowerBound].blocks(places)
    }
}

/// The bits for the codes of one length.
private struct Plane: Sendable {
    /// A code with some places left out, as a number: where its bits begin, and what each place adds for each unit of its value.
    private struct View {
        let start: UInt32
        let weights: SIMD8<UInt32>
        let size: UInt32

        @inline(__always) func bit(of places: SIMD8<UInt32>) -> Int { Int(start &+ (weights &* places).wrappedSum()) }
    }

    private var words: [UInt64]
    private let views: [View]

    init(digitCount: Int) {
        let length = 3 + digitCount
        var views: [View] = []
        var bitCount: UInt32 = 0
        for first in 0..<length {
            for second in first + 1..<length {
                let (weights, size) = Self.weights(length: length, without: [first, second])
                views.append(View(start: bitCount, weights: weights, size: size))
                bitCount += size
            }
        }
        // Whichever letter is left out, what is left is compared with the same; so it is with digits.
        for group in [0..<3, 3..<length] {
            let size = Self.weights(length: length, without: [group.lowerBound]).size
            for place in group { views.append(View(start: bitCount, weights: Self.weights(length: length, without: [place]).weights, size: size)) }
            bitCount += size
        }
        // The smaller one is, the more of its bits are set, and one that is set ends the search.
        self.views = views.sorted { $0.size < $1.size }
        words = [UInt64](repeating: 0, count: Int(bitCount) / 64 + 1)
    }

    mutating func insert(_ places: SIMD8<UInt32>) {
        for view in views {
            let bit = view.bit(of: places)
            words[bit &>> 6] |= 1 &<< UInt64(bit & 63)
        }
    }

    func blocks(_ places: SIMD8<UInt32>) -> Bool {
        for view in views {
            let bit = view.bit(of: places)
            if words[bit &>> 6] &>> UInt64(bit & 63) & 1 == 1 { return true }
        }
        return false
    }

    private static func weights(length: Int, without left: [Int]) -> (weights: SIMD8<UInt32>, size: UInt32) {
        var weights = SIMD8<UInt32>()
        var weight: UInt32 = 1
        for place in 0..<length where !left.contains(place) {
            weights[place] = weight
            weight *= place < 3 ? UInt32(CodeCandidates.letters.count) : 10
        }
        return (weights, weight)
    }
}
