import ByteText

/// Names by number, in the order in which they were first seen.
///
/// The names lie one after the other, so that looking one up touches no counted reference and allocates nothing.
struct NameTable: Sendable {
    /// Beyond so many names, and so many bytes of them, no new one is remembered, so that a file of nonsense cannot fill the memory.
    private static let limit = (names: 1 << 15, bytes: 1 << 20)

    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var slots = [Int32](repeating: -1, count: 256)
    private var last: Int32 = -1
    private var beforeLast: Int32 = -1

    var count: Int { ends.count }

    subscript(number: Int) -> ArraySlice<UInt8> { bytes[range(number)] }

    /// The number of the name in `range`, which is added where it is new; nil once the table is full.
    @inline(__always)
    mutating func number(_ text: [UInt8], _ range: Range<Int>) -> Int? {
        if last >= 0, isEqual(last, text, range) { return Int(last) }
        if beforeLast >= 0, isEqual(beforeLast, text, range) {
            swap(&last, &beforeLast)
            return Int(last)
        }
        return search(text, range)
    }
}

private extension NameTable {
    func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

    @inline(never)
    mutating func search(_ text: [UInt8], _ range: Range<Int>) -> Int? {
        var slot = Self.hash(text, range) & (slots.count - 1)
        while slots[slot] >= 0 {
            if isEqual(slots[slot], text, range) { return remember(slots[slot]) }
            slot = (slot + 1) & (slots.count - 1)
        }
        if count >= Self.limit.names || bytes.count >= Self.limit.bytes { return nil }
        bytes += text[range]
        ends.append(bytes.count)
        slots[slot] = Int32(count - 1)
        if count * 2 > slots.count { grow() }
        return remember(Int32(count - 1))
    }

    mutating func remember(_ number: Int32) -> Int {
        beforeLast = last
        last = number
        return Int(number)
    }

    mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for number in 0..<count {
            var slot = Self.hash(bytes, range(number)) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }

    /// Multiplies and folds eight bytes at a time. Names come from one's own phone; whoever made them collide would only slow down the
    /// reading of his own file.
    static func hash(_ text: [UInt8], _ range: Range<Int>) -> Int {
        var hash = UInt64(range.count)
        var offset = range.lowerBound
        while offset < range.upperBound {
            let left = range.upperBound - offset
            let word = text.eightBytes(at: offset)
            hash = (hash ^ (left >= 8 ? word : word & (1 << UInt64(left * 8) &- 1))) &* 0x9E37_79B9_7F4A_7C15
            hash ^= hash >> 32
            offset += 8
        }
        return Int(truncatingIfNeeded: hash) & .max
    }

    @inline(__always)
    func isEqual(_ number: Int32, _ text: [UInt8], _ range: Range<Int>) -> Bool {
        let name = self.range(Int(number))
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
