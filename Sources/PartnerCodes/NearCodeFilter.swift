/// Tells at once that a candidate is taken because an automatic code of the same length is near it: it differs in at most two
/// places, or one symbol of its letters or digits has moved.
///
/// In a large ledger most candidates fail, and nearly all of them for one of these reasons. A bit for each pair of places and each
/// content of the other places is exact and needs no code to compare with; so is one for each code without one symbol. They take
/// 4 MB for the lengths of three to five digits, and 41 MB for six digits, where there are very many such codes.
struct NearCodeFilter: Sendable {
    /// The digits that a code may have here; of longer ones nothing is kept.
    static let digitCounts = 3...6

    private var planes: [Plane<SIMD8<UInt32>>]
    /// Of codes with six digits, once there are enough of them.
    private var longPlane: Plane<SIMD16<UInt32>>?
    private var longCodes: [CodePlaces] = []
    private static let longCodesWorthPlane = 50_000

    /// A filter that knows `codes`.
    init(_ codes: [PartnerCode]) {
        planes = (3...5).map { Plane(digitCount: $0) }
        for code in codes where code.isAutomaticShape {
            let digitCount = code.text.utf8.count - 3
            if Self.digitCounts.contains(digitCount) { insert(CodePlaces(code), digitCount: digitCount) }
        }
    }

    /// Adds an automatic code.
    mutating func insert(_ places: CodePlaces, digitCount: Int) {
        if digitCount < 6 { return planes[digitCount - 3].insert(places.firstEight) }
        if longPlane?.insert(places.all) != nil { return }
        longCodes.append(places)
        if longCodes.count < Self.longCodesWorthPlane { return }
        var plane = Plane<SIMD16<UInt32>>(digitCount: 6)
        for places in longCodes { plane.insert(places.all) }
        (longPlane, longCodes) = (plane, [])
    }

    /// Whether a code that is near is known.
    func blocks(_ places: CodePlaces, digitCount: Int) -> Bool {
        digitCount < 6 ? planes[digitCount - 3].blocks(places.firstEight) : longPlane?.blocks(places.all) == true
    }
}

/// An automatic code of at most six digits, place by place: the letters as places in `CodeCandidates.letters`, then the digits.
struct CodePlaces: Sendable {
    private var values = SIMD16<UInt8>()

    init() {}

    init(_ code: PartnerCode) {
        for (place, byte) in code.text.utf8.enumerated() {
            self[place] = place < 3 ? UInt8(CodeCandidates.letters.firstIndex(of: byte) ?? 0) : byte - 0x30
        }
    }

    subscript(place: Int) -> UInt8 {
        get { values[place] }
        set { values[place] = newValue }
    }

    var firstEight: SIMD8<UInt32> { SIMD8(truncatingIfNeeded: values.lowHalf) }
    var all: SIMD16<UInt32> { SIMD16(truncatingIfNeeded: values) }
}

/// The bits for the codes of one length, with a lane of `Places` for each place.
private struct Plane<Places: SIMD & Sendable>: Sendable where Places.Scalar == UInt32 {
    /// A code with some places left out, as a number: where its bits begin, and what each place adds for each unit of its value.
    private struct View: Sendable {
        let start: UInt32
        let weights: Places
        let size: UInt32

        @inline(__always) func bit(of places: Places) -> Int { Int(start &+ (weights &* places).wrappedSum()) }
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
            for place in group {
                views.append(View(start: bitCount, weights: Self.weights(length: length, without: [place]).weights, size: size))
            }
            bitCount += size
        }
        // The smaller one is, the more of its bits are set, and one that is set ends the search.
        self.views = views.sorted { $0.size < $1.size }
        words = [UInt64](repeating: 0, count: Int(bitCount) / 64 + 1)
    }

    mutating func insert(_ places: Places) {
        let views = views
        // One loan for all the bits, not one a bit.
        var words = words.mutableSpan
        for view in views {
            let bit = view.bit(of: places)
            words[bit &>> 6] |= 1 &<< UInt64(bit & 63)
        }
    }

    func blocks(_ places: Places) -> Bool {
        for view in views {
            let bit = view.bit(of: places)
            if words[bit &>> 6] &>> UInt64(bit & 63) & 1 == 1 { return true }
        }
        return false
    }

    private static func weights(length: Int, without left: [Int]) -> (weights: Places, size: UInt32) {
        var weights = Places()
        var weight: UInt32 = 1
        for place in 0..<length where !left.contains(place) {
            weights[place] = weight
            weight *= place < 3 ? UInt32(CodeCandidates.letters.count) : 10
        }
        return (weights, weight)
    }
}
