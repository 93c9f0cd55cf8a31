/// The order of many texts by their UTF-8.
package enum TextOrder {
    /// The places below `count` in order of `text(place)`, which holds no U+0000; those of equal texts in order of place.
    ///
    /// Sixteen bytes at a time are sorted as numbers, a byte at a time from the last one where there are many (a radix sort). O(count) for
    /// such texts as ids and file names; what all texts begin with is passed over sixteen bytes at a time, a call within a call each.
    package static func places(_ count: Int, by text: (Int) -> String) -> [UInt32] {
        places(Array(0..<UInt32(truncatingIfNeeded: count)), from: 0, by: text)
    }

    /// `places` in order of what their texts have from `offset` on; the bytes before are the same in all.
    private static func places(_ places: [UInt32], from offset: Int, by text: (Int) -> String) -> [UInt32] {
        var keys = places.map { Key(text(Int($0)), from: offset, place: $0) }
        sort(&keys)
        var places = keys.map(\.place)
        var start = 0
        while start < keys.count {
            var end = start + 1
            while end < keys.count, keys[start].hasSameBytes(as: keys[end]) { end += 1 }
            // Bytes that end before the sixteenth are the last of each.
            if end > start + 1, keys[start].isFull { places.replaceSubrange(start..<end, with: self.places(Array(places[start..<end]), from: offset + 16, by: text)) }
            start = end
        }
        return places
    }

    /// By the bytes; keys of the same bytes stay in order of place, in which they are.
    private static func sort(_ keys: inout [Key]) {
        guard let one = keys.first, keys.indices.dropFirst().contains(where: { keys[$0].precedes(keys[$0 - 1]) }) else { return }
        if keys.count < 64 { return keys.sort { $0.precedes($1) } }
        var sorted = keys
        for byte in (0..<16).reversed() where keys.contains(where: { $0[byte] != one[byte] }) {
            var target = sorted.mutableSpan
            distribute(keys.span, by: byte, into: &target)
            swap(&keys, &sorted)
        }
    }

    /// Puts `keys` into `sorted` in order of their byte number `byte`, those with the same in the order in which they are.
    private static func distribute(_ keys: Span<Key>, by byte: Int, into sorted: inout MutableSpan<Key>) {
        // Where the keys of each value begin, and the next of them goes.
        var starts = InlineArray<257, Int>(repeating: 0)
        for place in keys.indices { starts[Int(keys[place][byte]) + 1] += 1 }
        for value in 1...256 { starts[value] += starts[value - 1] }
        for place in keys.indices {
            let value = Int(keys[place][byte])
            sorted[starts[value]] = keys[place]
            starts[value] += 1
        }
    }
}

extension Array {
    /// Puts the element at `places[n]` into the place n, copying none. `places` has each of the array's places once. O(count).
    @inlinable
    package mutating func arrange(by places: [UInt32]) {
        var sources = places
        var elements = mutableSpan
        for start in sources.indices {
            var place = start
            while Int(sources[place]) != start {
                let source = Int(sources[place])
                elements.swapAt(place, source)
                sources[place] = UInt32(truncatingIfNeeded: place)
                place = source
            }
            sources[place] = UInt32(truncatingIfNeeded: place)
        }
    }
}

/// Sixteen bytes of a text as they are sorted.
private struct Key {
    /// As big-endian numbers, zeros after the last byte.
    let first: UInt64
    let second: UInt64
    let place: UInt32

    init(_ text: String, from offset: Int, place: UInt32) {
        var text = text
        (first, second) = text.withUTF8 { bytes in
            let bytes = UnsafeRawBufferPointer(bytes)
            func eight(_ offset: Int) -> UInt64 { offset < bytes.count ? WordScan.eightBytes(of: bytes, at: offset).byteSwapped : 0 }
            return (eight(offset), eight(offset + 8))
        }
        self.place = place
    }

    subscript(byte: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: byte < 8 ? first &>> UInt64(56 &- 8 &* byte) : second &>> UInt64(120 &- 8 &* byte))
    }

    /// Whether the text has all sixteen bytes, and perhaps more.
    var isFull: Bool { self[15] != 0 }

    func hasSameBytes(as other: Key) -> Bool { first == other.first && second == other.second }

    func precedes(_ other: Key) -> Bool {
        first != other.first ? first < other.first : second != other.second ? second < other.second : place < other.place
    }
}
