/// SHA-256 (FIPS 180-4, section 6.2), of four messages at a time: each has a lane of its own, and one instruction does a step for all.
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
        precondition((ends.last ?? 0) <= bytes.count, "a message ends beyond the bytes")
        var digests = [SIMD8<UInt32>](repeating: SIMD8(), count: ends.count)
        let bytes = bytes.span
        var messages = Messages(repeating: 0..<0)
        for first in stride(from: 0, to: ends.count, by: messages.count) {
            let used = min(messages.count, ends.count - first)
            for lane in 0..<used {
                let number = first + lane
                messages[lane] = (number == 0 ? 0 : ends[number - 1])..<ends[number]
            }
            var (state, block, unfinished) = (State(), 0, used)
            while unfinished > 0 {
                state.add(block, of: messages, in: bytes)
                for lane in 0..<used where block == lastBlock(of: messages[lane]) {
                    digests[first + lane] = state.words(lane)
                    unfinished -= 1
                }
                block += 1
            }
        }
        return digests
    }
}

private extension SHA256 {
    /// A word of each message.
    typealias Lanes = SIMD4<UInt32>
    /// Where the messages stand, each in its lane.
    typealias Messages = InlineArray<4, Range<Int>>

    static let blockSize = 64

    /// The number of the block with which `message` ends: behind it follow a byte, zeros, and the number of its bits in eight bytes.
    static func lastBlock(of message: Range<Int>) -> Int { (message.count + 8) / blockSize }

    /// What four messages have come to so far.
    struct State {
        private var sums: InlineArray<8, Lanes> = [
            Lanes(repeating: 0x6a09_e667), Lanes(repeating: 0xbb67_ae85), Lanes(repeating: 0x3c6e_f372), Lanes(repeating: 0xa54f_f53a),
            Lanes(repeating: 0x510e_527f), Lanes(repeating: 0x9b05_688c), Lanes(repeating: 0x1f83_d9ab), Lanes(repeating: 0x5be0_cd19),
        ]

        /// What the message in a lane has come to.
        func words(_ lane: Int) -> SIMD8<UInt32> {
            var words = SIMD8<UInt32>()
            for index in sums.indices { words[index] = sums[index][lane] }
            return words
        }

        /// Takes in block number `block` of each of `messages`; behind its last block a message comes to nothing of use.
        mutating func add(_ block: Int, of messages: Messages, in bytes: Span<UInt8>) {
            var schedule = InlineArray<64, Lanes>(repeating: Lanes())
            for index in 0..<16 {
                func word(_ lane: Int) -> UInt32 { SHA256.word(index, ofBlock: block, of: messages[lane], in: bytes) }
                schedule[index] = Lanes(word(0), word(1), word(2), word(3))
            }
            for index in 16..<64 {
                let (early, late) = (schedule[index &- 15], schedule[index &- 2])
                let sigma0 = rotateRight(early, 7) ^ rotateRight(early, 18) ^ early &>> 3
                let sigma1 = rotateRight(late, 17) ^ rotateRight(late, 19) ^ late &>> 10
                schedule[index] = schedule[index &- 16] &+ sigma0 &+ schedule[index &- 7] &+ sigma1
            }
            var (a, b, c, d, e, f, g, h) = (sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], sums[7])
            // Eight rounds, after which each sum is at its own place again.
            for index in stride(from: 0, to: 64, by: 8) {
                func addend(_ offset: Int) -> Lanes { schedule[index &+ offset] &+ Lanes(repeating: constants[index &+ offset]) }
                Self.round(a, b, c, &d, e, f, g, &h, addend(0))
                Self.round(h, a, b, &c, d, e, f, &g, addend(1))
                Self.round(g, h, a, &b, c, d, e, &f, addend(2))
                Self.round(f, g, h, &a, b, c, d, &e, addend(3))
                Self.round(e, f, g, &h, a, b, c, &d, addend(4))
                Self.round(d, e, f, &g, h, a, b, &c, addend(5))
                Self.round(c, d, e, &f, g, h, a, &b, addend(6))
                Self.round(b, c, d, &e, f, g, h, &a, addend(7))
            }
            for (index, sum) in [a, b, c, d, e, f, g, h].enumerated() { sums[index] &+= sum }
        }

        /// `d` and `h` are those that get new values, which are called e and a in the next round.
        @inline(__always)
        private static func round(
            _ a: Lanes, _ b: Lanes, _ c: Lanes, _ d: inout Lanes, _ e: Lanes, _ f: Lanes, _ g: Lanes, _ h: inout Lanes, _ addend: Lanes
        ) {
            let choice = g ^ (e & (f ^ g))
            let majority = (a & b) | (c & (a | b))
            let first = h &+ addend &+ choice &+ (rotateRight(e, 6) ^ rotateRight(e, 11) ^ rotateRight(e, 25))
            d &+= first
            h = first &+ majority &+ (rotateRight(a, 2) ^ rotateRight(a, 13) ^ rotateRight(a, 22))
        }
    }

    /// Word `index` of block number `block` of `message` and of what follows it.
    @inline(__always)
    static func word(_ index: Int, ofBlock block: Int, of message: Range<Int>, in bytes: Span<UInt8>) -> UInt32 {
        let offset = block &* blockSize &+ 4 &* index
        if offset &+ 4 <= message.count {
            // SAFETY: any four bytes are a number, and those of a message lie in the bytes: the last ends there, and ranges only rise.
            return UInt32(bigEndian: bytes.bytes.unsafeLoadUnaligned(fromByteOffset: message.lowerBound &+ offset, as: UInt32.self))
        }
        if offset <= message.count {
            return (0..<4).reduce(0) { word, place in
                let place = offset &+ place
                return word &<< 8 | (place < message.count ? UInt32(bytes[message.lowerBound &+ place]) : place == message.count ? 0x80 : 0)
            }
        }
        if block != lastBlock(of: message) || index < 14 { return 0 }
        let bitCount = UInt64(message.count) &* 8
        return UInt32(truncatingIfNeeded: index == 14 ? bitCount &>> 32 : bitCount)
    }

    /// A product by a power of two is made a shift of all lanes at once; of two shifts the compiler makes a rotation, which it does lane by lane.
    @inline(__always)
    static func rotateRight(_ words: Lanes, _ count: UInt32) -> Lanes { words &>> count &+ words &* (1 &<< (32 &- count)) }

    static let constants: InlineArray<64, UInt32> = [
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
