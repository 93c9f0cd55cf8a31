/// A set of words as 64-bit numbers that is asked for nearly every word of a message: a flat table with linear probing, most of it empty, where
/// `Set` would work out a hash against attackers each time.
struct WordSet: Sendable {
    /// Zero where there is none.
    private var slots: [UInt64]
    private let shift: UInt64

    /// `words` must not hold zero.
    init(_ words: some Collection<UInt64>) {
        var bits: UInt64 = 4
        while 1 << bits < words.count * 4 { bits += 1 }
        slots = [UInt64](repeating: 0, count: 1 << Int(bits))
        shift = 64 - bits
        for word in words {
            precondition(word != 0)
            var place = slot(word)
            while slots[place] != 0, slots[place] != word { place = (place + 1) & (slots.count - 1) }
            slots[place] = word
        }
    }

    /// The hashes of `words`.
    init(_ words: [String]) { self.init(words.map(WordHash.of)) }

    @inline(__always)
    func contains(_ word: UInt64) -> Bool {
        var place = slot(word)
        while slots[place] != 0 {
            if slots[place] == word { return true }
            place = (place &+ 1) & (slots.count &- 1)
        }
        return false
    }

    @inline(__always)
    private func slot(_ word: UInt64) -> Int { Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) &>> shift) }
}
