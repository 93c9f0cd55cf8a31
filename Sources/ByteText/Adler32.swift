/// Adler-32, the checksum at the end of a zlib stream (RFC 1950 section 8.2).
package enum Adler32 {
    /// The checksum of `bytes`. One pass; the remainders are taken once in 5,552 bytes, the most that cannot overflow 32 bits. Zeros, which
    /// pictures are full of, go eight at a step.
    package static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 1
        var sumOfSums: UInt32 = 0
        var start = 0
        while start < bytes.count {
            let end = min(start + 5_552, bytes.count)
            var index = start
            while index < end {
                if index &+ 8 <= end, bytes.eightBytes(at: index) == 0 {
                    sumOfSums &+= 8 &* sum
                    index &+= 8
                } else {
                    sum &+= UInt32(bytes[index])
                    sumOfSums &+= sum
                    index &+= 1
                }
            }
            sum %= 65_521
            sumOfSums %= 65_521
            start = end
        }
        return sumOfSums << 16 | sum
    }
}
