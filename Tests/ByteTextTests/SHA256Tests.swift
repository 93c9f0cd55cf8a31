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

    @Test func `a million letters a, given in uneven pieces`() {
        var hash = SHA256()
        var left = 1_000_000
        var size = 0
        while left > 0 {
            size += 1
            let count = min(left, size % 1_009)
            hash.update([UInt8](repeating: 0x61, count: count))
            left -= count
        }
        #expect(hexadecimal(hash.finish()) == "CDC76E5C9914FB9281A1C7E284D73E67F1809A48A497200E046D39CCC7112CD0")
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.flatMap { [PercentEncoding.hexDigit($0 >> 4), PercentEncoding.hexDigit($0 & 15)] }, as: UTF8.self)
    }
}
