/// Tells that texts are all different, by their hashes alone: that is so of nearly every list, and keeping the texts takes far longer.
package struct DistinctTexts {
    /// Hashes, 0 where there is none; at most half of them are taken.
    private var slots: [UInt64]
    private let mask: Int

    /// Room for `count` texts.
    package init(count: Int) {
        var size = 16
        while size < 2 * count { size *= 2 }
        slots = [UInt64](repeating: 0, count: size)
        mask = size - 1
    }

    /// Adds `text`; false where it, or one of the same hash, was there before.
    package mutating func insert(_ text: String) -> Bool {
        let hash = max(1, Self.hash(text))
        var slot = Int(truncatingIfNeeded: hash &>> 20) & mask
        while slots[slot] != 0 {
            if slots[slot] == hash { return false }
            slot = (slot + 1) & mask
        }
        slots[slot] = hash
        return true
    }

    /// FNV-1a, 64 bits.
    private static func hash(_ text: String) -> UInt64 {
        var text = text
        return text.withUTF8 { bytes in
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            return hash
        }
    }
}
