import ByteText
import Testing

@Suite struct SHA256Tests {
    @Test("the examples of FIPS 180-4 come out", arguments: [
        ("", "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"),
        ("abc", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"),
        ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248D6A61D20638B8E5C026930C3E6039A33CE45964FF2167F6ECEDD419DB06C1"),
    ])
    func publishedVector(message: String, hex: String) {
        #expect(hexadecimal(SHA256.digest(Array(message.utf8))) == hex)
    }

    @Test func `a million letters a`() {
        let digest = SHA256.digest([UInt8](repeating: 0x61, count: 1_000_000))
        #expect(hexadecimal(digest) == "CDC76E5C9914FB9281A1C7E284D73E67F1809A48A497200E046D39CCC7112CD0")
    }

    /// Where a message ends within its last block decides what follows it; the digest of all these digests is that of Python's hashlib.
    @Test func `messages of every length up to three blocks, one after the other in the same bytes`() {
        let messages = (0...192).map { count in (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7 + count) } }
        var (bytes, ends) = ([UInt8](), [Int]())
        for message in messages {
            bytes += message
            ends.append(bytes.count)
        }
        let digests = SHA256.words(ofDigestsOf: bytes, ends: ends).map { words in
            words.indices.flatMap { index in (0..<4).map { UInt8(truncatingIfNeeded: words[index] >> UInt32(24 - 8 * $0)) } }
        }
        #expect(digests == messages.map { SHA256.digest($0) })
        #expect(hexadecimal(SHA256.digest(digests.flatMap { $0 })) == "B41DE3C83A90FD08577B6F0E3AB114F8B9316E89C456945A59657030C810D592")
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.flatMap { [PercentEncoding.hexDigit($0 >> 4), PercentEncoding.hexDigit($0 & 15)] }, as: UTF8.self)
    }
}
