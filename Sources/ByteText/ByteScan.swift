/// Finding one byte in a long buffer, sixteen bytes at a step: the line scan of logs of a gigabyte.
extension [UInt8] {
    /// The offset of the first `byte` in `range`, or `range.upperBound` when there is none.
    ///
    /// `range` must lie within the array. Linear, about an eighth of a nanosecond a byte; no allocation.
    @inlinable package func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return withUnsafeBytes { buffer in
            // SAFETY: `range` lies within the buffer, and 16 or eight bytes are loaded only where so many are left in it.
            let end = range.upperBound
            var offset = range.lowerBound
            let sixteen = SIMD16(repeating: byte)
            while offset &+ 16 <= end {
                let isByte = buffer.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self) .== sixteen
                let found = unsafeBitCast(isByte, to: SIMD2<UInt64>.self)
                if found[0] != 0 { return offset &+ found[0].trailingZeroBitCount &>> 3 }
                if found[1] != 0 { return offset &+ 8 &+ found[1].trailingZeroBitCount &>> 3 }
                offset &+= 16
            }
            if offset &+ 8 <= end {
                let word = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) ^ UInt64(byte) &* 0x0101_0101_0101_0101
                let found = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
                if found != 0 { return offset &+ found.trailingZeroBitCount &>> 3 }
                offset &+= 8
            }
            while offset < end {
                if buffer[offset] == byte { return offset }
                offset &+= 1
            }
            return end
        }
    }

    /// The offset of the first byte in `range` whose entry of `classes`, a table of 256, has a bit of `mask`; `range.upperBound` when
    /// there is none. Linear; no allocation.
    @inlinable @inline(__always) package func firstOffset(in range: Range<Int>, where classes: [UInt8], has mask: UInt8) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= count && classes.count == 256)
        return withUnsafeBytes { buffer in
            classes.withUnsafeBytes { classes in
                // SAFETY: every load from `buffer` is of a byte in `range`, which lies within it, and the table has an entry for every byte.
                let end = range.upperBound
                var offset = range.lowerBound
                @inline(__always) func at(_ place: Int) -> UInt8 {
                    classes.load(fromByteOffset: Int(buffer.load(fromByteOffset: place, as: UInt8.self)), as: UInt8.self)
                }
                while offset &+ 4 <= end {
                    if at(offset) & mask != 0 { return offset }
                    if at(offset &+ 1) & mask != 0 { return offset &+ 1 }
                    if at(offset &+ 2) & mask != 0 { return offset &+ 2 }
                    if at(offset &+ 3) & mask != 0 { return offset &+ 3 }
                    offset &+= 4
                }
                while offset < end {
                    if at(offset) & mask != 0 { return offset }
                    offset &+= 1
                }
                return end
            }
        }
    }

    /// The offset of the last `byte` in `range`; nil where there is none. Linear from the end, one byte at a time.
    package func lastOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
        var offset = range.upperBound
        while offset > range.lowerBound {
            offset -= 1
            if self[offset] == byte { return offset }
        }
        return nil
    }

    /// How often `byte` occurs in `range`, which must lie within the array. About a sixteenth of a nanosecond a byte.
    package func count(of byte: UInt8, in range: Range<Int>) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return withUnsafeBytes { buffer in
            // SAFETY: 16 bytes are loaded only where so many are left in `range`, which lies within the buffer.
            let pattern = SIMD16(repeating: byte)
            var total = 0
            var offset = range.lowerBound
            while offset &+ 16 <= range.upperBound {
                // No more steps than a byte can count.
                let end = Swift.min(range.upperBound, offset &+ 16 &* 255)
                var counts = SIMD16<UInt8>()
                while offset &+ 16 <= end {
                    let isByte = buffer.loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self) .== pattern
                    counts.replace(with: counts &+ 1, where: isByte)
                    offset &+= 16
                }
                for index in 0..<16 { total &+= Int(counts[index]) }
            }
            while offset < range.upperBound {
                if buffer[offset] == byte { total &+= 1 }
                offset &+= 1
            }
            return total
        }
    }

    /// The offset of the first place where all of `part` stands; nil where there is none. `part` must not be empty.
    package func firstOffset(of part: [UInt8]) -> Int? {
        var place = firstOffset(of: part[0], in: indices)
        while place + part.count <= count {
            if part.indices.allSatisfy({ self[place + $0] == part[$0] }) { return place }
            place = firstOffset(of: part[0], in: place + 1..<count)
        }
        return nil
    }

    /// Whether both hold the same bytes: eight at a step, where `==` takes them one by one.
    package func hasSameBytes(as other: [UInt8]) -> Bool { hasSameBytes(as: [other]) }

    /// The same for bytes in pieces.
    package func hasSameBytes(as pieces: [[UInt8]]) -> Bool {
        if count != pieces.reduce(0, { $0 + $1.count }) { return false }
        var start = 0
        return pieces.allSatisfy { piece in
            defer { start += piece.count }
            return hasSameBytes(in: start..<start + piece.count, as: piece, in: piece.indices)
        }
    }

    /// A hash of the bytes of `range`, which must lie within the array: multiplies and folds eight of them at a step, the last eight as they
    /// are even where some of them were taken before. Every bit of it tells of all bytes. Not for what somebody could make collide to his
    /// advantage.
    @inlinable @inline(__always) package func wordHash(in range: Range<Int>, seed: UInt64 = 0) -> UInt64 {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        @inline(__always) func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
            let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
            return product.low ^ product.high
        }
        let start = seed ^ UInt64(range.count) &* 0xD6E8_FEB8_6659_FD93
        if range.count < 8 { return mixed(start, eightBytes(at: range.lowerBound) & (1 &<< UInt64(range.count &* 8) &- 1)) }
        return withUnsafeBytes { bytes in
            // SAFETY: the range has eight bytes, and each load is of eight bytes that lie within it.
            var hash = start
            var offset = range.lowerBound
            while offset &+ 8 < range.upperBound {
                hash = mixed(hash, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
                offset &+= 8
            }
            return mixed(hash, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: range.upperBound &- 8, as: UInt64.self)))
        }
    }

    /// Whether the bytes of `range` are those of `otherRange` of `other`; each range must lie within its array. Eight at a step.
    @inlinable @inline(__always) package func hasSameBytes(in range: Range<Int>, as other: [UInt8], in otherRange: Range<Int>) -> Bool {
        precondition(range.lowerBound >= 0 && range.upperBound <= count && otherRange.lowerBound >= 0 && otherRange.upperBound <= other.count)
        let length = range.count
        if length != otherRange.count { return false }
        if length < 8 {
            return (eightBytes(at: range.lowerBound) ^ other.eightBytes(at: otherRange.lowerBound)) & (1 &<< UInt64(length &* 8) &- 1) == 0
        }
        return withUnsafeBytes { bytes in
            other.withUnsafeBytes { other in
                // SAFETY: both ranges have eight bytes, and each load is of eight bytes that lie within its range.
                @inline(__always) func areSame(_ offset: Int) -> Bool {
                    bytes.loadUnaligned(fromByteOffset: range.lowerBound &+ offset, as: UInt64.self)
                        == other.loadUnaligned(fromByteOffset: otherRange.lowerBound &+ offset, as: UInt64.self)
                }
                var offset = 0
                while offset &+ 8 < length {
                    if !areSame(offset) { return false }
                    offset &+= 8
                }
                return areSame(length &- 8)
            }
        }
    }

    /// Whether the bytes of `range`, which must lie within the array, are those of `text`. Eight at a step.
    package func hasSameBytes(in range: Range<Int>, as text: String) -> Bool {
        var text = text
        return text.withUTF8 { hasSameBytes(in: range, as: UnsafeRawBufferPointer($0)) }
    }

    /// The same for a text of the program.
    @inline(__always) package func hasSameBytes(in range: Range<Int>, as literal: StaticString) -> Bool {
        literal.withUTF8Buffer { hasSameBytes(in: range, as: UnsafeRawBufferPointer($0)) }
    }

    @inline(__always) private func hasSameBytes(in range: Range<Int>, as other: UnsafeRawBufferPointer) -> Bool {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        if other.count != range.count { return false }
        return withUnsafeBytes { bytes in
            // SAFETY: the lengths are the same; eight bytes are loaded only where so many are left of both.
            var offset = 0
            while offset &+ 8 <= other.count {
                let word = other.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                if bytes.loadUnaligned(fromByteOffset: range.lowerBound &+ offset, as: UInt64.self) != word { return false }
                offset &+= 8
            }
            while offset < other.count {
                if bytes[range.lowerBound &+ offset] != other[offset] { return false }
                offset &+= 1
            }
            return true
        }
    }

    /// The eight bytes from `offset` as a little-endian number, zeros past the end. `offset` must not be negative.
    @inlinable @inline(__always) package func eightBytes(at offset: Int) -> UInt64 {
        precondition(offset >= 0)
        if offset &+ 8 <= count {
            // SAFETY: `offset` is not negative and eight bytes are left.
            return withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
        }
        var word: UInt64 = 0
        var index = offset
        while index < count {
            word |= UInt64(self[index]) << UInt64((index - offset) * 8)
            index += 1
        }
        return word
    }
}
