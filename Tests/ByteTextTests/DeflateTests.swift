@testable import ByteText
import Testing

@Suite struct DeflateTests {
    @Test("small inputs have their known streams", arguments: [
        ([], [0x03, 0x00]),
        (Array("a".utf8), [0x4B, 0x04, 0x00]),
        (Array("aaaaaaaaaa".utf8), [0x4B, 0x84, 0x03, 0x00]),
    ] as [([UInt8], [UInt8])])
    func knownStream(bytes: [UInt8], stream: [UInt8]) {
        #expect(Deflate.compress(bytes) == stream)
    }

    @Test func `the zlib stream has its header and checksum`() {
        #expect(Deflate.zlib(Array("a".utf8)) == [0x78, 0xDA, 0x4B, 0x04, 0x00, 0x00, 0x62, 0x00, 0x62])
    }

    @Test func `whatever goes in comes out`() throws {
        var random = SplitMix(state: 1)
        for _ in 0..<400 {
            let alphabet = (0..<random.below(12) + 1).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            var bytes: [UInt8] = []
            for _ in 0..<random.below(40) {
                let piece = (0..<random.below(30)).map { _ in alphabet[random.below(alphabet.count)] }
                for _ in 0..<random.below(6) { bytes += piece }
            }
            #expect(try Inflater.inflate(Deflate.compress(bytes)) == bytes)
        }
    }

    @Test("repeats of every length and distance come out", arguments: [
        1, 2, 3, 4, 5, 8, 9, 255, 256, 257, 4_096, 24_577, 32_768, 32_769,
    ])
    func repeats(distance: Int) throws {
        var random = SplitMix(state: UInt64(distance))
        let piece = (0..<distance).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        for length in [0, 1, 2, 3, 10, 11, 18, 257, 258, 259, 1_000] where length <= distance * 400 {
            let bytes = piece + (0..<length).map { piece[$0 % distance] }
            #expect(try Inflater.inflate(Deflate.compress(bytes)) == bytes)
        }
    }

    @Test("what repeats with a change now and then stays small, however long it had gone on", arguments: [(226, 4_000), (1_000, 4_500), (5_000, 9_000), (20_000, 25_000)])
    func repeatsWithChanges(period: Int, limit: Int) throws {
        var random = SplitMix(state: UInt64(period))
        let piece = (0..<period).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        // The first 40,000 bytes, more than a reference reaches, repeat without a change; then every 250th is another.
        var bytes = (0..<240_000).map { piece[$0 % period] }
        for place in stride(from: 40_000, to: bytes.count, by: 250) { bytes[place] ^= 1 }
        let stream = Deflate.compress(bytes)
        #expect(stream.count <= limit)
        #expect(try Inflater.inflate(stream) == bytes)
    }

    @Test("bytes without pattern grow by five in 65,535 and no more", arguments: [0, 1, 65_534, 65_535, 65_536, 200_000])
    func noise(count: Int) throws {
        var random = SplitMix(state: 7)
        let bytes = (0..<count).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        let stream = Deflate.compress(bytes)
        #expect(stream.count <= count + 5 * (count / 65_535 + 1))
        #expect(try Inflater.inflate(stream) == bytes)
    }

    @Test("no code is longer than asked, and none of its bits are wasted", arguments: [7, 9, 15] as [UInt8])
    func limitedCode(longest: UInt8) {
        // Counts that grow like Fibonacci's numbers make Huffman's longest codes, here of 29 bits.
        var counts = [1, 1]
        while counts.count < 30 { counts.append(counts[counts.count - 1] + counts[counts.count - 2]) }
        let lengths = PrefixCode.lengths(for: counts, longest: longest)
        #expect(lengths.allSatisfy { 1...longest ~= $0 })
        #expect(lengths.reduce(0) { $0 + 1 << (15 - Int($1)) } == 1 << 15)
        #expect(zip(lengths, lengths.dropFirst()).allSatisfy { $0 >= $1 })
    }

    @Test("a code for few symbols is complete enough for every reader", arguments: [
        ([0, 0, 0], [0, 0, 0]), ([0, 5, 0], [0, 1, 0]), ([3, 0, 9], [1, 0, 1]), ([1, 1, 2, 4], [3, 3, 2, 1]),
    ] as [([Int], [UInt8])])
    func smallCode(counts: [Int], lengths: [UInt8]) {
        #expect(PrefixCode.lengths(for: counts, longest: 15) == lengths)
    }
}

/// Numbers that look random and are the same in every run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
