/// SHA-256 (FIPS 180-4, section 6.2).
package enum SHA256 {
    /// The digest of `message`, 32 bytes.
    @inlinable package static func digest(_ message: some Collection<UInt8>) -> [UInt8] { digest(Array(message)) }

    /// The digest of `message`, 32 bytes.
    package static func digest(_ message: [UInt8]) -> [UInt8] {
        let words = words(ofDigestsOf: message, ends: [message.count])[0]
        return words.indices.flatMap { index in (0..<4).map { UInt8(truncatingIfNeeded: words[index] &>> UInt32(24 - 8 * $0)) } }
    }

    /// The digests of messages that stand one after the other in `bytes`, up to each of `ends`: eight words each, the first byte highest in the
    /// first. Nothing is allocated for any one of them.
    package static func words(ofDigestsOf bytes: [UInt8], ends: [Int]) -> [SIMD8<UInt32>] {
        var digests = [SIMD8<UInt32>](repeating: start, count: ends.count)
        bytes.withUnsafeBytes { bytes in
            withUnsafeTemporaryAllocation(byteCount: 2 * blockSize, alignment: 8) { end in
                withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
                    constants.withUnsafeBufferPointer { constants in
                        // SAFETY: `rebasing` traps where a part does not lie within what it is of. The schedule and the constants have 64
                        // words, all of which are written before they are read; so are the bytes of `end`. None of them leaves the closure.
                        var begin = 0
                        for (number, next) in ends.enumerated() {
                            let message = UnsafeRawBufferPointer(rebasing: bytes[begin..<next])
                            begin = next
                            for block in 0..<message.count / blockSize { compress(message, block, schedule, constants, &digests[number]) }
                            let blockCount = fill(end, for: message)
                            for block in 0..<blockCount { compress(UnsafeRawBufferPointer(end), block, schedule, constants, &digests[number]) }
                        }
                    }
                }
            }
        }
        return digests
    }
}

private extension SHA256 {
    static let start = SIMD8<UInt32>(0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)
    static let blockSize = 64

    /// Fills `end` with what is left of `message` after the last whole block and what follows a message: a byte, zeros, and eight bytes with the
    /// number of its bits. The number of blocks, one or two.
    static func fill(_ end: UnsafeMutableRawBufferPointer, for message: UnsafeRawBufferPointer) -> Int {
        let left = message.count % blockSize
        let blockCount = left + 9 <= blockSize ? 1 : 2
        _ = end.initializeMemory(as: UInt8.self, repeating: 0)
        UnsafeMutableRawBufferPointer(rebasing: end[..<left]).copyMemory(from: UnsafeRawBufferPointer(rebasing: message[(message.count - left)...]))
        end[left] = 0x80
        end.storeBytes(of: UInt64(message.count * 8).bigEndian, toByteOffset: blockCount * blockSize - 8, as: UInt64.self)
        return blockCount
    }

    /// Takes in block number `block` of `message`.
    static func compress(
        _ message: UnsafeRawBufferPointer, _ block: Int, _ schedule: UnsafeMutableBufferPointer<UInt32>, _ constants: UnsafeBufferPointer<UInt32>,
        _ state: inout SIMD8<UInt32>
    ) {
        for index in 0..<16 {
            schedule[index] = UInt32(bigEndian: message.loadUnaligned(fromByteOffset: blockSize &* block &+ 4 &* index, as: UInt32.self))
        }
        for index in 16..<64 {
            let early = schedule[index &- 15]
            let late = schedule[index &- 2]
            let sigma0 = rotateRight(early, 7) ^ rotateRight(early, 18) ^ (early &>> 3)
            let sigma1 = rotateRight(late, 17) ^ rotateRight(late, 19) ^ (late &>> 10)
            schedule[index] = schedule[index &- 16] &+ sigma0 &+ schedule[index &- 7] &+ sigma1
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for index in 0..<64 {
            let sum1 = rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25)
            let choice = g ^ (e & (f ^ g))
            let first = h &+ sum1 &+ choice &+ constants[index] &+ schedule[index]
            let sum0 = rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22)
            let majority = (a & b) | (c & (a | b))
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ sum0 &+ majority)
        }
        state &+= SIMD8(a, b, c, d, e, f, g, h)
    }

    @inline(__always)
    static func rotateRight(_ word: UInt32, _ count: UInt32) -> UInt32 { word &>> count | word &<< (32 &- count) }

    static let constants: [UInt32] = [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ]
}
