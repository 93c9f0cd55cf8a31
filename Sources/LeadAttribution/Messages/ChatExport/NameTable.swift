import ByteText

/// Names by number, in the order in which they were first seen.
///
/// The names lie one after the other, so that looking one up touches no counted reference and allocates nothing. They come from one's own
/// phone; whoever made their hashes collide would only slow down the reading of his own file.
struct NameTable: Sendable {
    /// Beyond so many names, and so many bytes of them, no new one is remembered, so that a file of nonsense cannot fill the memory.
    private static let limit = (names: 1 << 15, bytes: 1 << 20)

    /// Small, so that the table of a chat of a thousand people stays in the nearest cache.
    private struct Slot {
        /// The upper bits of the hash.
        var hash: UInt16 = 0
        /// Of the name, from 1; 0 where there is none.
        var number: UInt16 = 0
    }

    private var bytes: [UInt8] = []
    /// Where the names begin, and where the last one ends.
    private var borders: [UInt32] = [0]
    private var slots = [Slot](repeating: Slot(), count: 256)

    var count: Int { borders.count - 1 }

    subscript(number: Int) -> ArraySlice<UInt8> { bytes[range(number)] }

    /// The number of the name in `range`, which is added where it is new; nil once the table is full.
    @inline(__always)
    mutating func number(_ text: [UInt8], _ range: Range<Int>) -> Int? {
        let hash = text.wordHash(in: range)
        return find(hash, text, range) ?? add(hash, text, range)
    }

    /// The number of the name in `range`; nil where it is none of these.
    func find(_ text: [UInt8], _ range: Range<Int>) -> Int? { find(text.wordHash(in: range), text, range) }
}

private extension NameTable {
    @inline(__always)
    func range(_ number: Int) -> Range<Int> { Int(borders[number])..<Int(borders[number + 1]) }

    static func upper(_ hash: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: hash &>> 48) }

    /// Nearly every name stands in the first slot that is looked at.
    @inline(__always)
    func find(_ hash: UInt64, _ text: [UInt8], _ range: Range<Int>) -> Int? {
        let place = Int(truncatingIfNeeded: hash) & (slots.count &- 1)
        return stands(in: slots[place], hash, text, range) ? Int(slots[place].number) - 1 : findFurther(hash, text, range)
    }

    @inline(never)
    func findFurther(_ hash: UInt64, _ text: [UInt8], _ range: Range<Int>) -> Int? {
        var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[place].number > 0 {
            if stands(in: slots[place], hash, text, range) { return Int(slots[place].number) - 1 }
            place = (place + 1) & (slots.count - 1)
        }
        return nil
    }

    /// Whether the name of `slot` is the one in `range`.
    @inline(__always)
    private func stands(in slot: Slot, _ hash: UInt64, _ text: [UInt8], _ range: Range<Int>) -> Bool {
        slot.number > 0 && slot.hash == Self.upper(hash) && text.hasSameBytes(in: range, as: bytes, in: self.range(Int(slot.number) - 1))
    }

    @inline(never)
    mutating func add(_ hash: UInt64, _ text: [UInt8], _ range: Range<Int>) -> Int? {
        if count >= Self.limit.names || bytes.count >= Self.limit.bytes { return nil }
        bytes += text[range]
        borders.append(UInt32(truncatingIfNeeded: bytes.count))
        if count * 2 > slots.count {
            slots = [Slot](repeating: Slot(), count: slots.count * 2)
            for number in 0..<count { place(number, bytes.wordHash(in: self.range(number))) }
        } else {
            place(count - 1, hash)
        }
        return count - 1
    }

    mutating func place(_ number: Int, _ hash: UInt64) {
        var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[place].number > 0 { place = (place + 1) & (slots.count - 1) }
        slots[place] = Slot(hash: Self.upper(hash), number: UInt16(truncatingIfNeeded: number + 1))
    }
}
