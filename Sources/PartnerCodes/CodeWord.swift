/// A skeleton of up to twelve symbols in one machine word, for what is done millions of times.
struct CodeWord: Sendable {
    /// Symbol `i` in bits 5i…5i+4, the count in the top four.
    let key: UInt64

    init(key: UInt64) {
        self.key = key
    }

    /// Nil for a longer skeleton, which no code has.
    init?(_ skeleton: CodeSkeleton) {
        guard let key = skeleton.key else { return nil }
        self.key = key
    }

    var count: Int { Int(truncatingIfNeeded: key &>> 60) }

    /// The symbol at `index`, which must be below `count`.
    subscript(index: Int) -> Int { Int(truncatingIfNeeded: key &>> UInt64(truncatingIfNeeded: 5 &* index)) & 31 }

    /// Without the symbol at `index`.
    func without(_ index: Int) -> CodeWord {
        let below = UInt64(1) &<< UInt64(truncatingIfNeeded: 5 &* index) &- 1
        let symbols = key & (1 &<< 60 &- 1)
        return CodeWord(key: (symbols & below) | (symbols &>> 5 & ~below) | (key &>> 60 &- 1) &<< 60)
    }

    /// With the symbols at `index` and after it swapped.
    func swapped(_ index: Int) -> CodeWord {
        let difference = UInt64(truncatingIfNeeded: self[index] ^ self[index &+ 1])
        let shift = UInt64(truncatingIfNeeded: 5 &* index)
        return CodeWord(key: key ^ (difference | difference &<< 5) &<< shift)
    }
}
