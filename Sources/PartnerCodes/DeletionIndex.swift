/// The strings that are left of each code by deleting up to two symbols, hashed, with the numbers of the codes.
///
/// Two skeletons within two slips have such a string in common: a substitution or a swap takes one deletion on each side, an
/// insertion one on one side. The strings of each length have a table of their own, so that those of the few short codes are looked
/// for in a table that fits the processor's cache.
struct DeletionIndex: Sendable {
    private var tables: [SlotTable]

    /// An empty index with room for `keys`.
    init(roomFor keys: [UInt64]) {
        var counts = [Int](repeating: 0, count: PartnerCode.lengths.upperBound + 1)
        for symbols in keys.lazy.map(Deletions.symbolCount(of:)) {
            for deleted in 0...2 { counts[symbols - deleted] += Deletions.variantCount(symbols: symbols, deleted: deleted) }
        }
        tables = counts.map(SlotTable.init(entries:))
    }

    /// An index of `keys`, numbered by their places.
    init(_ keys: [UInt64]) {
        self.init(roomFor: keys)
        for (number, key) in keys.enumerated() {
            for deleted in 0...2 { add(number, key, deleted: deleted) }
        }
    }

    /// Adds the last of `keys` under its place.
    mutating func insertLast(of keys: [UInt64]) {
        let key = keys[keys.count - 1]
        for deleted in 0...2 {
            let length = Deletions.symbolCount(of: key) - deleted
            if !tables[length].hasRoom(for: Deletions.variantCount(symbols: Deletions.symbolCount(of: key), deleted: deleted)) { grow(length, keys: keys.dropLast()) }
            add(keys.count - 1, key, deleted: deleted)
        }
    }

    /// Gives the number of every code that may be within two slips of `key` to `isEnough`, some more than once, until that
    /// returns true; whether it did.
    func visitCandidates(near key: UInt64, where isEnough: (Int) -> Bool) -> Bool {
        // Lent, not held: holding one that all cores look at makes them wait for each other.
        let tables = tables.span
        // Most neighbours are two substitutions away and are found under two deletions.
        for deleted in [2, 1, 0] where Deletions.symbolCount(of: key) >= deleted {
            let length = Deletions.symbolCount(of: key) - deleted
            if Deletions.withVariants(of: key, deleted: deleted, { tables[length].contains(anyOf: $0, where: isEnough) }) { return true }
        }
        return false
    }

    /// The bytes that the tables take.
    var byteCount: Int { tables.reduce(0) { $0 + $1.byteCount } }
}

private extension DeletionIndex {
    mutating func add(_ number: Int, _ key: UInt64, deleted: Int) {
        let length = Deletions.symbolCount(of: key) - deleted
        Deletions.withVariants(of: key, deleted: deleted) { tables[length].insert(number, for: $0) }
    }

    /// Twice the room for strings of `length` symbols, or half as much again where that is a lot; `keys` are the codes so far.
    mutating func grow(_ length: Int, keys: ArraySlice<UInt64>) {
        let room = tables[length].largerRoom + Deletions.variantCount(symbols: length + 2, deleted: 2)
        // Never both at the same time.
        tables[length] = SlotTable(entries: 0)
        tables[length] = SlotTable(entries: room)
        for (number, key) in keys.enumerated() {
            let deleted = Deletions.symbolCount(of: key) - length
            if (0...2).contains(deleted) { add(number, key, deleted: deleted) }
        }
    }
}
