/// Finding bytes of some kind eight at a time, as the bytes of a 64-bit number (“SIMD within a register”).
///
/// A test gives a number with the highest bit set of the first such byte, little-endian, and of none before it; of what comes after, some
/// may be set that should not be. Tests are joined by `|`.
enum WordScan {
    /// `byte` eight times.
    @inline(__always) static func eight(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// The test for zero bytes.
    @inline(__always) static func zeros(_ word: UInt64) -> UInt64 { (word &- eight(1)) & ~word & eight(0x80) }

    /// The test for `byte`.
    @inline(__always) static func bytes(_ word: UInt64, equalTo byte: UInt8) -> UInt64 { zeros(word ^ eight(byte)) }

    /// The test for bytes below `limit`, which is 128 at most.
    @inline(__always) static func bytes(_ word: UInt64, below limit: UInt8) -> UInt64 { (word &- eight(limit)) & ~word & eight(0x80) }

    /// The offset of the first byte of `buffer` from `start` on that `test` finds; the end if there is none.
    @inline(__always) static func firstOffset(in buffer: UnsafeRawBufferPointer, from start: Int, where test: (UInt64) -> UInt64) -> Int {
        var offset = start
        while offset < buffer.count {
            let found = test(eightBytes(of: buffer, at: offset))
            if found != 0 { return min(offset &+ found.trailingZeroBitCount &>> 3, buffer.count) }
            offset &+= 8
        }
        return buffer.count
    }

    /// The eight bytes of `buffer` from `offset` on, which lies within it, zeros past its end.
    @inline(__always) static func eightBytes(of buffer: UnsafeRawBufferPointer, at offset: Int) -> UInt64 {
        // SAFETY: `offset` lies within the buffer; eight bytes are loaded only where there are so many, one byte only below its end.
        if offset &+ 8 <= buffer.count { return UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
        if buffer.count >= 8 {
            let last = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: buffer.count &- 8, as: UInt64.self))
            return last &>> UInt64(truncatingIfNeeded: 8 &* (offset &+ 8 &- buffer.count))
        }
        var word: UInt64 = 0
        for place in offset..<buffer.count { word |= UInt64(buffer[place]) &<< UInt64(truncatingIfNeeded: 8 &* (place &- offset)) }
        return word
    }
}
