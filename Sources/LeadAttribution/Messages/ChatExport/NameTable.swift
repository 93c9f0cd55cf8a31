import ByteText

/// Names by number, in the order in which they were first seen.
///
/// The names lie one after the other, so that looking one up touches no counted reference and allocates nothing. They come from one's own
/// phone; whoever made their hashes collide would only slow down the reading of his own file.
struct NameTable: Sendable {
    /// Beyond so many names, and so many bytes of them, no new one is remembered, so that a file of nonsense cannot fill the memory.
    private static let limit = (names: 1 << 15, bytes: 1 << 20)

    private struct Slot {
        /// The upper half of the hash.
        var hash: UInt32 = 0
        /// Of the name, from 1; 0 where there is none.
        var number: UInt32 = 0
        /// Where the name is.
        var start: UInt32 = 0
        var end: UInt32 = 0
    }

    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var slots = [Slot](repeating: Slot(), count: 256)

    var count: Int { ends.count }

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
    func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

    @inline(__always)
    func find(_ hash: UInt64, _ text: [UInt8], _ range: Range<Int>) -> Int? {
        var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while true {
            let slot = slots[place]
            if slot.number == 0 { return nil }
            if slot.hash == UInt32(truncatingIfNeeded: hash &>> 32), text.hasSameBytes(in: range, as: bytes, in: Int(slot.start)..<Int(slot.end)) { return Int(slot.number) - 1 }
            place = (place + 1) & (slots.count - 1)
        }
    }

    @inline(never)
    mutating func add(_ hash: UInt64, _ text: [UInt8], _ range: Range<Int>) -> Int? {
        if count >= Self.limit.names || bytes.count >= Self.limit.bytes { return nil }
        bytes += text[range]
        ends.append(bytes.count)
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
        let range = range(number)
        slots[place] = Slot(
            hash: UInt32(truncatingIfNeeded: hash &>> 32), number: UInt32(truncatingIfNeeded: number + 1),
            start: UInt32(truncatingIfNeeded: range.lowerBound), end: UInt32(truncatingIfNeeded: range.upperBound))
    }
}
