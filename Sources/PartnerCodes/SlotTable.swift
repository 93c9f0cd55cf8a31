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

    /// Room for `entries` entries at three fifths of the slots: about seven bytes an entry.
    init(entries: Int) {
        let slotCount = max(16, entries + entries / 3 * 2)
        slots = [UInt32](repeating: 0, count: slotCount)
        fullCount = slotCount / 4 * 3
    }

    /// Whether `entries` more still leave a quarter of the slots free.
    func hasRoom(for entries: Int) -> Bool { entryCount + entries <= fullCount }

    /// The bytes that the slots take.
    var byteCount: Int { slots.count * 4 }

    /// Adds an entry. There must be room for it.
    mutating func insert(_ number: Int, for key: UInt64) {
        let hash = Self.hash(key)
        var index = slot(of: hash)
        while slots[index] != 0 {
            index = index + 1 < slots.count ? index + 1 : 0
        }
        slots[index] = Self.mark(hash) << 24 | UInt32(number + 1)
        entryCount += 1
    }

    /// Gives every number under what may be `key` to `isEnough`, until that returns true; whether it did.
    func contains(_ key: UInt64, where isEnough: (Int) -> Bool) -> Bool {
        let hash = Self.hash(key)
        var index = slot(of: hash)
        while slots[index] != 0 {
            if slots[index] >> 24 == Self.mark(hash), isEnough(Int(slots[index] & 0xFF_FFFF) - 1) { return true }
            index += 1
            if index == slots.count { index = 0 }
        }
        return false
    }
}

private extension SlotTable {
    static func hash(_ key: UInt64) -> UInt64 {
        var mixed = key &* 0x9E37_79B9_7F4A_7C15
        mixed ^= mixed >> 32
        mixed = mixed &* 0xD6E8_FEB8_6659_FD93
        return mixed ^ mixed >> 32
    }

    static func mark(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash) & 0xFF }

    func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash.multipliedFullWidth(by: UInt64(slots.count)).high) }
}
