import ByteText

/// A flat hash table from 64-bit keys to the numbers of codes: four bytes a slot, a number and eight bits of the key's hash.
///
/// It may name a wrong number (one slot in 256 that it looks at); whoever asks compares with the code itself. Linear probing,
/// any number of slots, nothing is ever removed.
struct SlotTable: Sendable {
    /// Numbers must stay below this, so that they fit beside the hash bits.
    static let numberLimit = 1 << 24 - 1

    private var slots: [UInt32]
    private(set) var entryCount = 0
    private let fullCount: Int

    /// Room for `entries` entries at two thirds of the slots, six bytes an entry, and for an eighth more.
    init(entries: Int) {
        let slotCount = max(16, entries + (entries + 1) / 2)
        slots = [UInt32](repeating: 0, count: slotCount)
        fullCount = slotCount * 3 / 4
    }

    /// Whether `entries` more still leave a quarter of the slots free.
    func hasRoom(for entries: Int) -> Bool { entryCount + entries <= fullCount }

    /// Twice its entries, or half as many again where that is a lot: the room for a larger one in its place.
    var largerRoom: Int { entryCount < 4_000_000 ? 2 * entryCount : entryCount / 2 * 3 }

    /// The bytes that the slots take.
    var byteCount: Int { slots.count * 4 }

    /// Adds an entry. There must be room for it.
    mutating func insert(_ number: Int, for key: UInt64) {
        let hash = Self.hash(key)
        var slots = slots.mutableSpan
        Self.insert(number, hash, from: Self.slot(of: hash, among: slots.count), into: &slots)
        entryCount += 1
    }

    /// Adds `number` under each of `keys`, for which there must be room. A large table is mostly beyond the processor's cache: so a slot of
    /// each key is looked at before any of them is written, and memory brings them all at the same time.
    mutating func insert(_ number: Int, for keys: Span<UInt64>) {
        var slots = slots.mutableSpan
        withScratch(words: keys.count) { places in
            for index in keys.indices {
                let place = Self.slot(of: Self.hash(keys[index]), among: slots.count)
                places[index] = UInt64(truncatingIfNeeded: slots[place] == 0 ? place : Self.slot(after: place, among: slots.count))
            }
            for index in keys.indices {
                Self.insert(number, Self.hash(keys[index]), from: Int(truncatingIfNeeded: places[index]), into: &slots)
            }
        }
        entryCount += keys.count
    }

    /// Gives every number under what may be one of `keys` to `isEnough`, until that returns true; whether it did. The first slots are
    /// looked at together, as in `insert`.
    func contains(anyOf keys: Span<UInt64>, where isEnough: (Int) -> Bool) -> Bool {
        if entryCount == 0 { return false }
        let slots = slots.span
        return withScratch(words: keys.count) { firstSlots in
            for index in keys.indices { firstSlots[index] = UInt64(slots[Self.slot(of: Self.hash(keys[index]), among: slots.count)]) }
            for index in keys.indices where firstSlots[index] != 0 && Self.contains(keys[index], in: slots, where: isEnough) { return true }
            return false
        }
    }

    /// Gives every number under what may be `key` to `isEnough`, until that returns true; whether it did.
    func contains(_ key: UInt64, where isEnough: (Int) -> Bool) -> Bool { Self.contains(key, in: slots.span, where: isEnough) }
}

private extension SlotTable {
    @inline(__always)
    static func contains(_ key: UInt64, in slots: Span<UInt32>, where isEnough: (Int) -> Bool) -> Bool {
        let hash = hash(key)
        var index = slot(of: hash, among: slots.count)
        while slots[index] != 0 {
            if number(in: slots[index], under: hash).map(isEnough) == true { return true }
            index = slot(after: index, among: slots.count)
        }
        return false
    }

    @inline(__always)
    static func insert(_ number: Int, _ hash: UInt64, from place: Int, into slots: inout MutableSpan<UInt32>) {
        var place = place
        while slots[place] != 0 { place = slot(after: place, among: slots.count) }
        slots[place] = slot(number, hash)
    }

    /// `number` as it stands under the key with `hash`.
    static func slot(_ number: Int, _ hash: UInt64) -> UInt32 { mark(hash) &<< 24 | UInt32(truncatingIfNeeded: number &+ 1) }

    static func hash(_ key: UInt64) -> UInt64 {
        var mixed = key &* 0x9E37_79B9_7F4A_7C15
        mixed ^= mixed >> 32
        mixed = mixed &* 0xD6E8_FEB8_6659_FD93
        return mixed ^ mixed >> 32
    }

    /// The number in `slot`, unless its mark says that it stands under another key.
    @inline(__always)
    static func number(in slot: UInt32, under hash: UInt64) -> Int? { slot >> 24 == mark(hash) ? Int(slot & 0xFF_FFFF) - 1 : nil }

    static func mark(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash) & 0xFF }

    static func slot(of hash: UInt64, among count: Int) -> Int {
        Int(truncatingIfNeeded: hash.multipliedFullWidth(by: UInt64(truncatingIfNeeded: count)).high)
    }

    static func slot(after place: Int, among count: Int) -> Int { place &+ 1 == count ? 0 : place &+ 1 }
}
