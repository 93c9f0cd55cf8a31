import ByteText
import Testing

@Suite struct HMACTests {
    @Test("SHA-1: the examples of FIPS 180-4 come out", arguments: [
        ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
        ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "84983e441c3bd26ebaae4aa1f95129e5e54670f1"),
        ("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
         "a49b2446a02c645bf419f995b67091253a04a259"),
    ])
    func sha1(message: String, digest: String) {
        #expect(Hexadecimal.encode(SHA1.digest(Array(message.utf8))) == digest)
    }

    @Test func `a million letters a`() {
        let message = [UInt8](repeating: 0x61, count: 1_000_000)
        #expect(Hexadecimal.encode(SHA1.digest(message)) == "34aa973cd4c4daa4f61eeb2bdbad27316534016f")
    }

    @Test("HMAC-SHA1: the cases of RFC 2202", arguments: [
        ([UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8), "b617318655057264e28bc0b6fb378c8ef146be00"),
        (Array("Jefe".utf8), Array("what do ya want for nothing?".utf8), "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"),
        ([UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50), "125d7342b9ac11cd91a39af48aa17b4f63f175d3"),
        (Array(1...25), [UInt8](repeating: 0xcd, count: 50), "4c9007f4026250c6bc8414f9bf50c86c2d7235da"),
        ([UInt8](repeating: 0x0c, count: 20), Array("Test With Truncation".utf8), "4c1a03424b55e07fe7f27be1d58bb9324a9a5a04"),
        ([UInt8](repeating: 0xaa, count: 80), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8), "aa4ae5e15272d00e95705637ce8a3b55ed402112"),
        ([UInt8](repeating: 0xaa, count: 80), Array("Test Using Larger Than Block-Size Key and Larger Than One Block-Size Data".utf8),
         "e8e99d0f45237d786d6bbaa7965c7808bbff1a91"),
    ])
    func hmacSHA1(key: [UInt8], message: [UInt8], digest: String) {
        #expect(Hexadecimal.encode(HMAC.sha1(message, key: key)) == digest)
    }

    @Test("HMAC-SHA256: the cases of RFC 4231", arguments: [
        ([UInt8](repeating: 0x0b, count: 20), Array("Hi There".utf8), "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
        (Array("Jefe".utf8), Array("what do ya want for nothing?".utf8), "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
        ([UInt8](repeating: 0xaa, count: 20), [UInt8](repeating: 0xdd, count: 50), "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
        (Array(1...25), [UInt8](repeating: 0xcd, count: 50), "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
        ([UInt8](repeating: 0xaa, count: 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
         "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
        ([UInt8](repeating: 0xaa, count: 131),
         Array("This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.".utf8),
         "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"),
    ])
    func hmacSHA256(key: [UInt8], message: [UInt8], digest: String) {
        #expect(Hexadecimal.encode(HMAC.sha256(message, key: key)) == digest)
    }

    @Test func `the truncated case of RFC 4231 begins as published`() {
        let digest = HMAC.sha256(Array("Test With Truncation".utf8), key: [UInt8](repeating: 0x0c, count: 20))
        #expect(Hexadecimal.encode(digest.prefix(16)) == "a3b6167473100ee06e0c796c2955552b")
    }

    @Test func `a comparison in constant time tells every difference`() {
        let right = Array("sha256=0123456789".utf8)
        #expect(ConstantTime.areEqual(right, right))
        #expect(ConstantTime.areEqual([], []))
        #expect(!ConstantTime.areEqual([], right) && !ConstantTime.areEqual(right, []))
        for length in 0..<right.count { #expect(!ConstantTime.areEqual(Array(right[..<length]), right)) }
        #expect(!ConstantTime.areEqual(right + right, right) && !ConstantTime.areEqual([0], []))
        for index in right.indices {
            for bit in 0..<8 {
                var wrong = right
                wrong[index] ^= 1 << UInt8(bit)
                #expect(!ConstantTime.areEqual(wrong, right))
            }
        }
    }
}
