/// Writing of compressed data (RFC 1951), for files whose readers all understand it: PNG, ZIP, gzip.
///
/// A compressor for small files that repeat themselves: one block, greedy matches, and whichever of stored bytes, the
/// fixed code and a code made for the data is the shortest.
package enum Deflate {
    /// `bytes` as a raw stream of blocks, never more than 5 bytes per 65,535 longer than they are. Linear time.
    package static func compress(_ bytes: [UInt8]) -> [UInt8] {
        let tokens = DeflateTokens(of: bytes)
        let fixed = DeflateCode.fixed
        let fitted = DeflateCode(fitting: tokens)
        let fixedBits = fixed.bitCount(of: tokens)
        let fittedBits = fitted.header.bitCount + fitted.bitCount(of: tokens)
        let storedBits = bytes.count * 8 + (bytes.count / 65_535 + 1) * 40
        guard min(fixedBits, fittedBits) < storedBits else { return stored(bytes) }

        var output = DeflateBits(capacity: min(fixedBits, fittedBits) / 8 + 8)
        output.append(1, count: 1)
        if fixedBits <= fittedBits {
            output.append(1, count: 2)
            fixed.write(tokens, to: &output)
        } else {
            output.append(2, count: 2)
            fitted.header.write(to: &output)
            fitted.write(tokens, to: &output)
        }
        return output.finish()
    }

    /// `bytes` as a zlib stream (RFC 1950): two bytes in front, the Adler-32 checksum behind.
    package static func zlib(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = [0x78, 0xDA]
        stream.append(contentsOf: compress(bytes))
        stream.append(bigEndian: Adler32.checksum(bytes))
        return stream
    }

    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        var start = 0
        repeat {
            let end = min(start + 65_535, bytes.count)
            let count = UInt16(end - start)
            output.append(end == bytes.count ? 1 : 0)
            for half in [count, ~count] {
                output.append(UInt8(truncatingIfNeeded: half))
                output.append(UInt8(truncatingIfNeeded: half >> 8))
            }
            output.append(contentsOf: bytes[start..<end])
            start = end
        } while start < bytes.count
        return output
    }
}

extension [UInt8] {
    /// Appends the four bytes of `word`, the highest first.
    package mutating func append(bigEndian word: UInt32) {
        for shift in [24, 16, 8, 0] as [UInt32] { append(UInt8(truncatingIfNeeded: word >> shift)) }
    }
}

/// A growing row of bits, filled from the low bit of each byte (RFC 1951 section 3.1.1).
struct DeflateBits {
    private var bytes: [UInt8] = []
    private var pending: UInt64 = 0
    private var pendingCount: UInt64 = 0

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// Appends the low `count` bits of `value`, which has no others; at most 32.
    mutating func append(_ value: UInt32, count: Int) {
        pending |= UInt64(value) &<< pendingCount
        pendingCount &+= UInt64(count)
        if pendingCount < 32 { return }
        withUnsafeBytes(of: UInt32(truncatingIfNeeded: pending).littleEndian) { bytes.append(contentsOf: $0) }
        pending &>>= 32
        pendingCount &-= 32
    }

    /// The bytes, the last one filled up with zeros.
    func finish() -> [UInt8] {
        bytes + (0..<(pendingCount + 7) / 8).map { UInt8(truncatingIfNeeded: pending &>> (8 &* $0)) }
    }
}
