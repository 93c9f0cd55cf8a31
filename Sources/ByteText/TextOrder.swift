extension Collection where Element == String {
    /// The places of the texts, which hold no U+0000, in order of their UTF-8, equal ones in order of place. The first bytes are compared as numbers, which for
    /// many texts takes a fifth of the time that whole texts take.
    package func placesInOrder() -> [UInt32] {
        var keys: [Key] = []
        keys.reserveCapacity(count)
        for text in self { keys.append(Key(text, place: UInt32(keys.count))) }
        if keys.indices.dropFirst().allSatisfy({ keys[$0 - 1].precedes(keys[$0]) }) { return keys.map(\.place) }
        keys.sort { $0.precedes($1) }
        return keys.map(\.place)
    }
}

/// A text as it is sorted.
private struct Key {
    /// The first sixteen bytes, zeros after the last.
    let first: UInt64
    let second: UInt64
    /// The whole of a text that has more.
    let rest: String?
    let place: UInt32

    init(_ text: String, place: UInt32) {
        var text = text
        let (first, second) = text.withUTF8 { bytes in
            var (first, second): (UInt64, UInt64) = (0, 0)
            var index = 0
            while index < Swift.min(16, bytes.count) {
                let byte = UInt64(bytes[index])
                if index < 8 { first |= byte &<< UInt64(56 &- 8 &* index) } else { second |= byte &<< UInt64(120 &- 8 &* index) }
                index &+= 1
            }
            return (first, second)
        }
        (self.first, self.second, self.place) = (first, second, place)
        rest = text.utf8.count > 16 ? text : nil
    }

    func precedes(_ other: Key) -> Bool {
        if first != other.first { return first < other.first }
        if second != other.second { return second < other.second }
        // One without a rest is the beginning of the other.
        guard let rest, let otherRest = other.rest else { return (rest == nil && other.rest == nil) ? place < other.place : rest == nil }
        return rest.utf8.elementsEqual(otherRest.utf8) ? place < other.place : rest.utf8.lexicographicallyPrecedes(otherRest.utf8)
    }
}
