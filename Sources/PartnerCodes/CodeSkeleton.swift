import ByteText

/// The folded form of a code, in which it is compared: up to 14 symbols of 5 bits in one word, no heap.
///
/// A code has at most 12 symbols; the two more are room for a reader's slips. Two texts that a person could take for one
/// another by look have the same skeleton (see `Folding`).
package struct CodeSkeleton: Hashable, Sendable {
    /// The most symbols a skeleton holds.
    package static let capacity = 14

    /// Symbol `i` in bits 5i…5i+4, the count in bits 120…127.
    private var storage: UInt128

    /// No symbols yet, to `append` to.
    package init() {
        storage = 0
    }

    /// The skeleton of `text` as a whole. Nil where it has no symbol, more than `capacity`, or a character that cannot be
    /// in a code.
    package init?(folding text: String) {
        self.init()
        for scalar in text.unicodeScalars where !appendFolding(scalar) { return nil }
        if count == 0 { return nil }
    }

    /// The skeleton of the UTF-8 in `range` of `bytes` (all of it by default), nil as for text. O(range), no allocation.
    package init?(folding bytes: [UInt8], in range: Range<Int>? = nil) {
        self.init()
        let range = range ?? bytes.indices
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (scalar, length) = UTF8Text.scalar(at: offset, in: bytes)
            if !appendFolding(scalar) { return nil }
            offset += length
        }
        if count == 0 { return nil }
    }

    /// The number of symbols.
    package var count: Int { Int(truncatingIfNeeded: storage >> 120) }

    /// The symbol at `index`, 0…31. `index` must be below `count`.
    package subscript(index: Int) -> UInt8 {
        precondition(index >= 0 && index < count, "a skeleton has no symbol at this index")
        return UInt8(truncatingIfNeeded: storage >> UInt128(5 * index)) & 31
    }

    /// Adds `symbol` (0…31) at the end; false, and no change, when the skeleton is full.
    package mutating func append(_ symbol: UInt8) -> Bool {
        let count = count
        if count == Self.capacity { return false }
        storage = (storage | UInt128(symbol & 31) << UInt128(5 * count)) &+ 1 << 120
        return true
    }

    /// Whether it has digits only, so that a plain number in a text would be it: of `2024`, but of `BILL` (8111) too.
    package var isNumber: Bool { (0..<count).allSatisfy { self[$0] < 10 } }
}

extension CodeSkeleton {
    /// The symbols alone.
    var bits: UInt128 { storage & ((1 << 120) - 1) }

    /// All of it in one 64-bit word for hashing, the count in the top four bits; nil above 12 symbols, where no code is.
    var key: UInt64? {
        count <= PartnerCode.lengths.upperBound ? UInt64(truncatingIfNeeded: storage) | UInt64(count) << 60 : nil
    }

    /// The skeleton whose `key` this is.
    init(key: UInt64) {
        storage = UInt128(key & ((1 << 60) - 1)) | UInt128(key >> 60) << 120
    }
}

extension CodeSkeleton: CustomStringConvertible {
    /// One character a symbol, the digit of each merged class: `8TM482` for `BTM482`.
    package var description: String {
        String(decoding: (0..<count).map { Folding.symbolCharacters[Int(self[$0])] }, as: UTF8.self)
    }
}

private extension CodeSkeleton {
    mutating func appendFolding(_ scalar: Unicode.Scalar) -> Bool {
        switch Folding.classify(scalar) {
        case .symbol(let symbol): append(symbol)
        case .separator, .invisible: true
        case .other: false
        }
    }
}
