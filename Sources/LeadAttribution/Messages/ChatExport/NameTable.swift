import ByteText

/// Names by number, in the order in which they were first seen.
///
/// The names lie one after the other, so that looking one up touches no counted reference and allocates nothing.
struct NameTable: Sendable {
    /// Beyond so many names, and so many bytes of them, no new one is remembered, so that a file of nonsense cannot fill the memory.
    private static let limit = (names: 1 << 15, bytes: 1 << 20)

    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// The number of a name, from 1, below the upper half of its hash; 0 where there is none.
    private var slots = [UInt64](repeating: 0, count: 256)

    var count: Int { ends.count }

    subscript(number: Int) -> ArraySlice<UInt8> { bytes[range(number)] }

    /// The number of the name in `range`, which is added where it is new; nil once the table is full.
    @inline(__always)
    mutating func number(_ text: [UInt8], _ range: Range<Int>) -> Int? {
        let hash = Self.hash(text, range)
        return find(hash, text, range) ?? add(hash, text, range)
    }

    /// The number of the name in `range`; nil where it is none of these.
    func find(_ text: [UInt8], _ range: Range<Int>) -> Int? { find(Self.hash(text, range), text, range) }
}

private extension NameTable {
    func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

    @inline(__always)
    func find(_ hash: UInt64, _ text: [UInt8], _ range: Range<Int>) -> Int? {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 {
            if (slots[slot] ^ hash) >> 32 == 0 {
                let number = Int(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1
                if isEqual(number, text, range) { return number }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    @inline(never)
    mutating func add(_ hash: UInt64, _ text: [UInt8], _ range: Range<Int>) -> Int? {
        if count >= Self.limit.names || bytes.count >= Self.limit.bytes { return nil }
        bytes += text[range]
        ends.append(bytes.count)
        if count * 2 > slots.count {
            slots = [UInt64](repeating: 0, count: slots.count * 2)
            for number in 0..<count { place(number, Self.hash(bytes, self.range(number))) }
        } else {
            place(count - 1, hash)
        }
        return count - 1
    }

    mutating func place(_ number: Int, _ hash: UInt64) {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(number + 1)
    }

    /// Multiplies and folds eight bytes at a time. Names come from one's own phone; whoever made them collide would only slow down the
    /// reading of his own file.
    @inline(__always)
    static func hash(_ text: [UInt8], _ range: Range<Int>) -> UInt64 {
        var hash = UInt64(range.count)
        var offset = range.lowerBound
        while offset < range.upperBound {
            let left = range.upperBound - offset
            let word = text.eightBytes(at: offset)
            hash = (hash ^ (left >= 8 ? word : word & (1 &<< UInt64(left &* 8) &- 1))) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
            offset += 8
        }
        return hash
    }

    @inline(__always)
    func isEqual(_ number: Int, _ text: [UInt8], _ range: Range<Int>) -> Bool {
        let name = self.range(number)
        guard name.count == range.count else { return false }
        var offset = 0
        while offset + 8 <= range.count {
            if bytes.eightBytes(at: name.lowerBound + offset) != text.eightBytes(at: range.lowerBound + offset) { return false }
            offset += 8
        }
        let left = UInt64(range.count - offset)
        let mask: UInt64 = left == 0 ? 0 : 1 << (left * 8) &- 1
        return (bytes.eightBytes(at: name.lowerBound + offset) ^ text.eightBytes(at: range.lowerBound + offset)) & mask == 0
    }
}
