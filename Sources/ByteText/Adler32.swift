/// Adler-32, the checksum at the end of a zlib stream (RFC 1950 section 8.2).
package enum Adler32 {
    /// The checksum of `bytes`. One pass; the remainders are taken once in 5,552 bytes, the most that cannot overflow 32 bits. Eight
    /// at a step, and faster where they are zeros, which pictures are full of.
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
                    if index &+ 8 <= end {
                        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                        // Bytes 0, 2, 4 and 6 and the others, each with room for sums of 16 bits: the highest of a product's are all four.
                        let even = word & 0x00FF_00FF_00FF_00FF
                        let odd = word &>> 8 & 0x00FF_00FF_00FF_00FF
                        // In the sum of sums the first byte counts eight times and the last once.
                        let weighted = (even &* 0x0008_0006_0004_0002) &>> 48 &+ (odd &* 0x0007_0005_0003_0001) &>> 48
                        sumOfSums &+= 8 &* sum &+ UInt32(truncatingIfNeeded: weighted)
                        sum &+= UInt32(truncatingIfNeeded: ((even &+ odd) &* 0x0001_0001_0001_0001) &>> 48)
                        index &+= 8
                    } else {
                        while index < end {
                            sum &+= UInt32(bytes[index])
                            sumOfSums &+= sum
                            index &+= 1
                        }
                    }
                }
                sum %= 65_521
                sumOfSums %= 65_521
                start = end
            }
        }
        return sumOfSums << 16 | sum
    }
}
