import ByteText

/// The strings that are left of each code by deleting up to two symbols, hashed, with the numbers of the codes.
///
/// Two skeletons within two slips have such a string in common: where they have as many symbols, one that leaves out two of each; where one
/// has a symbol more, one that leaves out two of it and one of the other; where it has two more, the other itself. So there is a table for
/// the codes of each length and each number of symbols left out, and only those that can tell are looked at.
struct DeletionIndex: Sendable {
    private var tables: [SlotTable]

    /// An empty index with room for `keys` and for so many others, counted by their symbols.
    init(roomFor keys: [UInt64] = [], and others: [Int: Int] = [:]) {
        var counts = [Int](repeating: 0, count: PartnerCode.lengths.upperBound + 1)
        for key in keys { counts[Self.symbolCount(of: key)] += 1 }
        for (symbols, codes) in others { counts[symbols] += codes }
        tables = counts.enumerated().flatMap { symbols, codes in
            (0...2).map { SlotTable(entries: codes == 0 ? 0 : codes * Self.variantCount(symbols: symbols, deleted: $0)) }
        }
    }

    /// An index of `keys`, numbered by their places, with room for so many others, counted by their symbols.
    init(_ keys: [UInt64], roomFor others: [Int: Int] = [:]) {
        self.init(roomFor: keys, and: others)
        for (number, key) in keys.enumerated() {
            for deleted in 0...2 { add(number, key, deleted: deleted) }
        }
    }

    /// Adds the last of `keys` under its place.
    mutating func insertLast(of keys: [UInt64]) {
        let key = keys[keys.count - 1]
        let symbols = Self.symbolCount(of: key)
        for deleted in 0...2 {
            if !tables[3 * symbols + deleted].hasRoom(for: Self.variantCount(symbols: symbols, deleted: deleted)) {
                grow(symbols, deleted, keys: keys.dropLast())
            }
            add(keys.count - 1, key, deleted: deleted)
        }
    }

    /// Gives the number of every code that may be within two slips of `key` to `isEnough`, some more than once, until that returns true;
    /// whether it did. Codes with as many symbols are looked at only on demand.
    func visitCandidates(near key: UInt64, includingSameLength: Bool = true, where isEnough: (Int) -> Bool) -> Bool {
        let symbols = Self.symbolCount(of: key)
        // Lent, not held: holding one that all cores look at makes them wait for each other.
        let tables = tables.span
        // Most neighbours have as many symbols, or one less.
        if symbols >= 2, Self.withVariants(of: key, deleted: 2, { variants in
            for left in [2, 1, 0] where left < 2 || includingSameLength {
                if tables[3 * (symbols - 2 + left) + left].contains(anyOf: variants, where: isEnough) { return true }
            }
            return false
        }) { return true }
        for deleted in [1, 0] where symbols >= deleted && symbols + 2 - deleted <= PartnerCode.lengths.upperBound {
            let table = 3 * (symbols + 2 - deleted) + 2
            if Self.withVariants(of: key, deleted: deleted, { tables[table].contains(anyOf: $0, where: isEnough) }) { return true }
        }
        return false
    }

    /// The bytes that the tables take.
    var byteCount: Int { tables.reduce(0) { $0 + $1.byteCount } }
}

private extension DeletionIndex {
    mutating func add(_ number: Int, _ key: UInt64, deleted: Int) {
        let table = 3 * Self.symbolCount(of: key) + deleted
        Self.withVariants(of: key, deleted: deleted) { tables[table].insert(number, for: $0) }
    }

    /// Twice the room for what codes of so many symbols leave, or half as much again where that is a lot; `keys` are the codes so far.
    mutating func grow(_ symbols: Int, _ deleted: Int, keys: ArraySlice<UInt64>) {
        let table = 3 * symbols + deleted
        let count = tables[table].entryCount
        let room = (count < 4_000_000 ? 2 * count : count / 2 * 3) + Self.variantCount(symbols: symbols, deleted: deleted)
        // Never both at the same time.
        tables[table] = SlotTable(entries: 0)
        tables[table] = SlotTable(entries: room)
        for (number, key) in keys.enumerated() where Self.symbolCount(of: key) == symbols { add(number, key, deleted: deleted) }
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
