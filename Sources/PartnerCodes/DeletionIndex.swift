import ByteText

/// The strings that are left of each code by deleting up to two symbols, hashed, with the numbers of the codes.
///
/// Two skeletons within two slips have such a string in common: a substitution or a swap takes one deletion on each side, an
/// insertion one on one side. The strings of each length have a table of their own, so that the few short codes, which every
/// new partner tries first, are looked for in a table that fits the processor's cache.
struct DeletionIndex: Sendable {
    private var tables: [SlotTable]

    /// An empty index with room for `keys` and for so many others, counted by their symbols.
    init(roomFor keys: [UInt64], and others: [Int: Int] = [:]) {
        var counts = [Int](repeating: 0, count: PartnerCode.lengths.upperBound + 1)
        func add(_ codes: Int, symbols: Int) {
            for deleted in 0...2 { counts[symbols - deleted] += codes * Self.variantCount(symbols: symbols, deleted: deleted) }
        }
        for key in keys { add(1, symbols: Self.symbolCount(of: key)) }
        for (symbols, codes) in others { add(codes, symbols: symbols) }
        tables = counts.map(SlotTable.init(entries:))
    }

    /// An index of `keys`, numbered by their places, with room for so many others, counted by their symbols.
    init(_ keys: [UInt64], roomFor others: [Int: Int]) {
        self.init(roomFor: keys, and: others)
        for (number, key) in keys.enumerated() {
            for deleted in 0...2 { add(number, key, deleted: deleted) }
        }
    }

    /// Adds the last of `keys` under its place.
    mutating func insertLast(of keys: [UInt64]) {
        let key = keys[keys.count - 1]
        for deleted in 0...2 {
            let length = Self.symbolCount(of: key) - deleted
            if !tables[length].hasRoom(for: Self.variantCount(symbols: Self.symbolCount(of: key), deleted: deleted)) { grow(length, keys: keys.dropLast()) }
            add(keys.count - 1, key, deleted: deleted)
        }
    }

    /// Adds `key` as `number`, for which there must be room, and gives the number of every code that may be within two slips of it, its own
    /// too, to `isEnough`, until that returns true; whether it did, and then the index is spent.
    mutating func add(_ number: Int, _ key: UInt64, meeting isEnough: (Int) -> Bool) -> Bool {
        for deleted in 0...2 {
            let length = Self.symbolCount(of: key) - deleted
            if Self.withVariants(of: key, deleted: deleted, { tables[length].insert(number, for: $0, meeting: isEnough) }) { return true }
        }
        return false
    }

    /// Gives the number of every code that may be within two slips of `key` to `isEnough`, some more than once, until that
    /// returns true; whether it did.
    func visitCandidates(near key: UInt64, where isEnough: (Int) -> Bool) -> Bool {
        // Lent, not held: holding one that all cores look at makes them wait for each other.
        let tables = tables.span
        // Most neighbours are two substitutions away and are found under two deletions.
        for deleted in [2, 1, 0] where Self.symbolCount(of: key) >= deleted {
            let length = Self.symbolCount(of: key) - deleted
            if Self.withVariants(of: key, deleted: deleted, { tables[length].contains(anyOf: $0, where: isEnough) }) { return true }
        }
        return false
    }

    /// The bytes that the tables take.
    var byteCount: Int { tables.reduce(0) { $0 + $1.byteCount } }
}

private extension DeletionIndex {
    mutating func add(_ number: Int, _ key: UInt64, deleted: Int) {
        let length = Self.symbolCount(of: key) - deleted
        Self.withVariants(of: key, deleted: deleted) { tables[length].insert(number, for: $0) }
    }

    /// Twice the room for strings of `length` symbols, or half as much again where that is a lot; `keys` are the codes so far.
    mutating func grow(_ length: Int, keys: ArraySlice<UInt64>) {
        let count = tables[length].entryCount
        let room = (count < 4_000_000 ? 2 * count : count / 2 * 3) + Self.variantCount(symbols: length + 2, deleted: 2)
        // Never both at the same time.
        tables[length] = SlotTable(entries: 0)
        tables[length] = SlotTable(entries: room)
        for (number, key) in keys.enumerated() {
            let deleted = Self.symbolCount(of: key) - length
            if (0...2).contains(deleted) { add(number, key, deleted: deleted) }
        }
    }

    static func symbolCount(of key: UInt64) -> Int { Int(truncatingIfNeeded: key >> 60) }

    static func variantCount(symbols: Int, deleted: Int) -> Int {
        deleted == 0 ? 1 : deleted == 1 ? symbols : symbols * (symbols - 1) / 2
    }

    /// Gives the keys left by deleting `deleted` symbols to `body`, all at once.
    @inline(__always)
    static func withVariants<Result>(of key: UInt64, deleted: Int, _ body: (Span<UInt64>) -> Result) -> Result {
        withScratch(words: variantCount(symbols: symbolCount(of: key), deleted: deleted)) { variants in
            var count = 0
            visitVariants(of: key, deleted: deleted) { variant in
                variants[count] = variant
                count &+= 1
            }
            return body(variants.span.extracting(..<count))
        }
    }

    @inline(__always)
    static func visitVariants(of key: UInt64, deleted: Int, _ visit: (UInt64) -> Void) {
        if deleted == 0 { return visit(key) }
        let count = key >> 60
        for first in 0..<count {
            // Of a run of the same symbol, deleting any one leaves the same.
            if first > 0, symbol(first, of: key) == symbol(first - 1, of: key) { continue }
            let shorter = deleting(first, from: key)
            if deleted == 1 {
                visit(shorter)
                continue
            }
            for second in first..<count - 1 {
                if second > first, symbol(second, of: shorter) == symbol(second - 1, of: shorter) { continue }
                visit(deleting(second, from: shorter))
            }
        }
    }

    static func symbol(_ index: UInt64, of key: UInt64) -> UInt64 { key >> (5 * index) & 31 }

    static func deleting(_ index: UInt64, from key: UInt64) -> UInt64 {
        let below = UInt64(1) << (5 * index) - 1
        let symbols = key & (1 << 60 - 1)
        let count = key >> 60 - 1
        return (symbols & below) | (symbols >> 5 & ~below) | count << 60
    }
}
