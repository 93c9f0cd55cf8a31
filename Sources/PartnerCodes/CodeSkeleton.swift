import ByteText

/// The folded form of a code, in which it is compared: up to 14 symbols of 5 bits in two words, no heap.
///
/// A code has at most 12 symbols; the two more are room for a reader's slips. Two texts that a person could take for one
/// another by look have the same skeleton (see `Folding`).
package struct CodeSkeleton: Hashable, Sendable {
    /// The most symbols a skeleton holds.
    @inlinable package static var capacity: Int { 14 }

    /// The first twelve symbols, symbol `i` in bits 5i…5i+4.
    @usableFromInline internal var first: UInt64
    /// The others in the same way, and the count in bits 56…63.
    @usableFromInline internal var rest: UInt64
    @inlinable static var inFirst: Int { 12 }

    /// No symbols yet, to `append` to.
    package init() {
        first = 0
        rest = 0
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
    @inlinable package var count: Int { Int(truncatingIfNeeded: rest &>> 56) }

    /// The symbol at `index`, 0…31. `index` must be below `count`.
    package subscript(index: Int) -> UInt8 {
        precondition(index >= 0 && index < count, "a skeleton has no symbol at this index")
        let bits = index < Self.inFirst ? first &>> UInt64(5 &* index) : rest &>> UInt64(5 &* (index &- Self.inFirst))
        return UInt8(truncatingIfNeeded: bits) & 31
    }

    /// Adds `symbol` (0…31) at the end; false, and no change, when the skeleton is full.
    @inlinable @inline(__always) package mutating func append(_ symbol: UInt8) -> Bool {
        let count = count
        if count < Self.inFirst {
            first |= UInt64(symbol & 31) &<< UInt64(5 &* count)
        } else {
            if count == Self.capacity { return false }
            rest |= UInt64(symbol & 31) &<< UInt64(5 &* (count &- Self.inFirst))
        }
        rest &+= 1 &<< 56
        return true
    }

    /// Whether it has digits only, so that a plain number in a text would be it: of `2024`, but of `BILL` (8111) too.
    package var isNumber: Bool { (0..<count).allSatisfy { self[$0] < 10 } }
}

extension CodeSkeleton {
    /// The symbols alone.
    var bits: UInt128 { UInt128(first) | UInt128(rest & 0x3FF) << 60 }

    /// The symbols but the one at `index`, which must be below `count`.
    func without(_ index: Int) -> CodeSkeleton {
        precondition(index >= 0 && index < count)
        var shorter = self
        shorter.rest &-= 1 &<< 56
        let others = rest & 0x3FF
        let count = rest &>> 56 &- 1
        if index >= Self.inFirst {
            shorter.rest = count &<< 56 | (index == Self.inFirst ? others &>> 5 : others & 31)
        } else {
            let before = first & (1 &<< UInt64(5 &* index) &- 1)
            let after = (first &>> UInt64(5 &* index &+ 5)) &<< UInt64(5 &* index)
            shorter.first = before | after | (others & 31) &<< 55
            shorter.rest = count &<< 56 | others &>> 5
        }
        return shorter
    }

    /// A hash of which all bits can be used.
    var hash: UInt64 {
        var mixed = (first ^ rest &<< 32 ^ rest) &* 0x9E37_79B9_7F4A_7C15
        mixed ^= mixed &>> 29
        mixed = mixed &* 0xD6E8_FEB8_6659_FD93
        return mixed ^ mixed &>> 32
    }

    /// How many of the symbols are digits, or letters that are read as one.
    var digitCount: Int {
        var digits = 0
        for index in 0..<count where self[index] < 10 { digits &+= 1 }
        return digits
    }

    /// All of it in one 64-bit word for hashing, the count in the top four bits; nil above 12 symbols, where no code is.
    var key: UInt64? {
        count <= PartnerCode.lengths.upperBound ? first | UInt64(count) &<< 60 : nil
    }

    /// The `key` of a code's skeleton, which always has one.
    var codeKey: UInt64 {
        guard let key else { preconditionFailure("a code has more symbols than a code may have") }
        return key
    }

    /// The skeleton whose `key` this is.
    init(key: UInt64) {
        first = key & ((1 << 60) - 1)
        rest = (key >> 60) << 56
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
