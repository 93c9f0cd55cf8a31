/// The text of a deflate block before it is coded: bytes, and references to bytes seen before.
struct DeflateTokens {
    /// One step: a byte when `distance` is 0, else `length` bytes that stood `distance` bytes before.
    struct Token {
        var length: UInt16
        var distance: UInt16

        /// 257…285 of RFC 1951 section 3.2.5, with the bits that follow it.
        var lengthSymbol: (symbol: Int, extra: UInt32, extraCount: Int) {
            let rest = Int(length) - 3
            if rest == 255 { return (285, 0, 0) }
            if rest < 8 { return (257 + rest, 0, 0) }
            let count = 61 - rest.leadingZeroBitCount
            return (257 + count * 4 + rest >> count, UInt32(rest & (1 << count - 1)), count)
        }

        /// 0…29 of the same section, with the bits that follow it.
        var distanceSymbol: (symbol: Int, extra: UInt32, extraCount: Int) {
            let rest = Int(distance) - 1
            if rest < 4 { return (rest, 0, 0) }
            let count = 62 - rest.leadingZeroBitCount
            return (count * 2 + rest >> count, UInt32(rest & (1 << count - 1)), count)
        }
    }

    private(set) var tokens: [Token] = []
    /// How often each byte, the end of the block (256) and each length symbol occurs.
    private(set) var literalCounts = [Int](repeating: 0, count: 286)
    private(set) var distanceCounts = [Int](repeating: 0, count: 30)

    private static let longest = 258
    private static let furthest = 32_768
    /// How many earlier places are tried for each reference: the price of a bad case.
    private static let tries = 24
    /// How many places of a reference later ones may refer to: all of a short one, the start of a long one, whose rest repeats.
    private static let remembered = 32
    private static let hashBits: UInt32 = 12

    /// Takes at each place the longest earlier run of 3…258 equal bytes among the `tries` nearest that begin alike. What was repeated last is
    /// tried before them, and taken at once where it goes on for all of 258 bytes or to the end, as in the lines of a picture.
    init(of bytes: [UInt8]) {
        var latest = [Int32](repeating: -1, count: 1 << Self.hashBits)
        bytes.withUnsafeBytes { bytes in
            latest.withUnsafeMutableBufferPointer { latest in
                // By place, for the places that can be referred to: before one is forgotten, it is too far away.
                withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.furthest) { earlier in add(bytes, latest, earlier) }
            }
        }
        count()
    }

    // SAFETY: places are below `bytes.count`, candidates are earlier places, a hash has `hashBits` bits, and `earlier` is asked for
    // places modulo its length. What it says of a candidate was written when that was remembered, and of one that is near enough it was
    // not written over yet: the first place to do so stands `furthest` bytes on, which is here or later, and is remembered after the
    // candidates were tried.
    private mutating func add(_ bytes: UnsafeRawBufferPointer, _ latest: UnsafeMutableBufferPointer<Int32>, _ earlier: UnsafeMutableBufferPointer<Int32>) {
        let lastStart = bytes.count - 3
        let mask = Self.furthest - 1
        /// Of the three bytes at `place`, which is at most `lastStart`.
        func hash(_ place: Int) -> Int {
            let three = UInt32(bytes[place]) | UInt32(bytes[place &+ 1]) << 8 | UInt32(bytes[place &+ 2]) << 16
            return Int(truncatingIfNeeded: (three &* 0x9E37_79B1) &>> (32 - Self.hashBits))
        }
        var place = 0
        var distance = 0
        while place < bytes.count {
            var bestLength = 2
            var bestPlace = 0
            var goesOn = false
            if place <= lastStart {
                let limit = min(Self.longest, bytes.count - place)
                if distance > 0 {
                    let length = Self.equalCount(in: bytes, at: place - distance, and: place, limit: limit)
                    if length > bestLength { (bestLength, bestPlace) = (length, place - distance) }
                    goesOn = length == limit
                }
                var candidate = Int(latest[hash(place)])
                var left = Self.tries
                while candidate >= 0, place &- candidate <= Self.furthest, left > 0, bestLength < limit {
                    if bytes[candidate &+ bestLength] == bytes[place &+ bestLength] {
                        let length = Self.equalCount(in: bytes, at: candidate, and: place, limit: limit)
                        if length > bestLength { (bestLength, bestPlace) = (length, candidate) }
                    }
                    candidate = Int(earlier[candidate & mask])
                    left &-= 1
                }
            }
            let end = bestLength >= 3 ? place + bestLength : place + 1
            if bestLength >= 3 {
                distance = place - bestPlace
                tokens.append(Token(length: UInt16(bestLength), distance: UInt16(distance)))
            } else {
                tokens.append(Token(length: UInt16(bytes[place]), distance: 0))
            }
            // What goes on as before can be found where it was before.
            var start = goesOn ? end : place
            let rememberedEnd = min(end, place + Self.remembered, max(place, lastStart + 1))
            while start < rememberedEnd {
                let slot = hash(start)
                earlier[start & mask] = latest[slot]
                latest[slot] = Int32(truncatingIfNeeded: start)
                start &+= 1
            }
            place = end
        }
    }

    /// How many bytes from `first` on are the same as from `second` on, which is the later place; at most `limit`, and so many are there.
    @inline(__always)
    private static func equalCount(in bytes: UnsafeRawBufferPointer, at first: Int, and second: Int, limit: Int) -> Int {
        // SAFETY: `second + limit` is at most `bytes.count` and `first` is smaller, so eight bytes at a `length` of up to
        // `limit - 8` lie inside.
        var length = 0
        while length &+ 8 <= limit {
            let difference = bytes.loadUnaligned(fromByteOffset: first &+ length, as: UInt64.self)
                ^ bytes.loadUnaligned(fromByteOffset: second &+ length, as: UInt64.self)
            if difference != 0 { return length &+ UInt64(littleEndian: difference).trailingZeroBitCount / 8 }
            length &+= 8
        }
        while length < limit, bytes[first &+ length] == bytes[second &+ length] { length &+= 1 }
        return length
    }

    /// Counts what `tokens` has; in one go, not with each token, which would make sure each time that the lists are nobody else's.
    private mutating func count() {
        var (literals, distances) = (literalCounts, distanceCounts)
        literals[256] = 1
        for token in tokens {
            if token.distance == 0 {
                literals[Int(token.length)] += 1
            } else {
                literals[token.lengthSymbol.symbol] += 1
                distances[token.distanceSymbol.symbol] += 1
            }
        }
        (literalCounts, distanceCounts) = (literals, distances)
    }
}
