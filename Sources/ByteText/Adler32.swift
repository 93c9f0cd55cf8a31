/// Adler-32, the checksum at the end of a zlib stream (RFC 1950 section 8.2).
package enum Adler32 {
    /// The checksum of `bytes`. One pass; the remainders are taken once in 5,552 bytes, the most that cannot overflow 32 bits. Zeros, which
    /// pictures are full of, go eight at a step.
    package static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 1
        var sumOfSums: UInt32 = 0
        bytes.withUnsafeBytes { bytes in
            var start = 0
            while start < bytes.count {
                let end = min(start + 5_552, bytes.count)
                var index = start
                while index < end {
                    // SAFETY: no byte from `end` on is read, which is at most the count.
                    let zeros = index
                    while index &+ 8 <= end, bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) == 0 { index &+= 8 }
                    sumOfSums &+= UInt32(truncatingIfNeeded: index &- zeros) &* sum
                    for place in index..<min(index &+ 8, end) {
                        sum &+= UInt32(bytes[place])
                        sumOfSums &+= sum
                    }
                    index = min(index &+ 8, end)
                }
                sum %= 65_521
                sumOfSums %= 65_521
                start = end
            }
        }
        return sumOfSums << 16 | sum
    }
}
