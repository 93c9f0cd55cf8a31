/// The strings of a `DeletionIndex`, with those of codes of each length and of each number of symbols deleted apart: so codes of a length can be
/// left alone.
///
/// Of two skeletons within two slips, those are the same that are left by deleting two symbols of each where they have as many; two of the
/// longer and one of the shorter where it has one more; and two of the longer, where it has two more, are what is left by deleting none.
struct DeletionTables: Sendable {
    /// That for codes of `symbols` symbols of which `deleted` are deleted is number 3 × `symbols` + `deleted`.
    private var tables: [SlotTable]

    /// Empty, with room for so many codes, counted by their symbols; more make it grow.
    init(roomFor lengths: [Int: Int]) {
        tables = (0...PartnerCode.lengths.upperBound).flatMap { symbols in
            (0...2).map { SlotTable(entries: (lengths[symbols] ?? 0) * Deletions.variantCount(symbols: symbols, deleted: $0)) }
        }
    }

    /// Adds the last of `keys` under its place.
    mutating func insertLast(of keys: [UInt64]) {
        let key = keys[keys.count - 1]
        let symbols = Deletions.symbolCount(of: key)
        for deleted in 0...2 {
            if !tables[3 * symbols + deleted].hasRoom(for: Deletions.variantCount(symbols: symbols, deleted: deleted)) {
                grow(symbols, deleted, keys: keys.dropLast())
            }
            add(keys.count - 1, key, deleted: deleted)
        }
    }

    /// Gives the number of every code that may be within two slips of `key` to `isEnough`, some more than once, until that returns true;
    /// whether it did. `onlyShorter` leaves out those with as many symbols or more.
    func visitCandidates(near key: UInt64, onlyShorter: Bool, where isEnough: (Int) -> Bool) -> Bool {
        let tables = tables.span
        let symbols = Deletions.symbolCount(of: key)
        func hold(_ symbols: Int, _ deleted: Int) -> Bool { tables[3 * symbols + deleted].entryCount > 0 }
        // Most neighbours have as many symbols, or one less.
        if !onlyShorter && hold(symbols, 2) || hold(symbols - 1, 1) || hold(symbols - 2, 0), Deletions.withVariants(of: key, deleted: 2, { variants in
            for left in [2, 1, 0] where left < 2 || !onlyShorter {
                if tables[3 * (symbols - 2 + left) + left].contains(anyOf: variants, where: isEnough) { return true }
            }
            return false
        }) { return true }
        if onlyShorter { return false }
        for deleted in [1, 0] where symbols + 2 - deleted <= PartnerCode.lengths.upperBound && hold(symbols + 2 - deleted, 2) {
            let table = 3 * (symbols + 2 - deleted) + 2
            if Deletions.withVariants(of: key, deleted: deleted, { tables[table].contains(anyOf: $0, where: isEnough) }) { return true }
        }
        return false
    }

    /// The bytes that the tables take.
    var byteCount: Int { tables.reduce(0) { $0 + $1.byteCount } }
}

private extension DeletionTables {
    mutating func add(_ number: Int, _ key: UInt64, deleted: Int) {
        let table = 3 * Deletions.symbolCount(of: key) + deleted
        Deletions.withVariants(of: key, deleted: deleted) { tables[table].insert(number, for: $0) }
    }

    /// Twice the room for what codes of so many symbols leave, or half as much again where that is a lot; `keys` are the codes so far.
    mutating func grow(_ symbols: Int, _ deleted: Int, keys: ArraySlice<UInt64>) {
        let table = 3 * symbols + deleted
        let room = tables[table].largerRoom + Deletions.variantCount(symbols: symbols, deleted: deleted)
        // Never both at the same time.
        tables[table] = SlotTable(entries: 0)
        tables[table] = SlotTable(entries: room)
        for (number, key) in keys.enumerated() where Deletions.symbolCount(of: key) == symbols { add(number, key, deleted: deleted) }
    }
}
