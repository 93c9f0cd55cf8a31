import ByteText
import Testing

@Suite struct EscapingTests {
    @Test(arguments: [
        ("", ""), ("plain", "plain"), ("a<b>&\"c\"'d'", "a&lt;b&gt;&amp;&quot;c&quot;&#39;d&#39;"), ("<<", "&lt;&lt;"), ("Привет & пока", "Привет &amp; пока"),
    ])
    func `the five characters that HTML reads as markup become references`(text: String, escaped: String) {
        var bytes: [UInt8] = []
        bytes.append(htmlEscaping: text.utf8)
        #expect(String(decoding: bytes, as: UTF8.self) == escaped)
        var slow: [UInt8] = []
        slow.append(htmlEscaping: AnySequence(Array(text.utf8)))
        #expect(slow == bytes)
    }

    @Test func `every byte survives percent-encoding, and only unreserved ones stay as they are`() {
        let all = (0...255).map { UInt8($0) }
        var encoded: [UInt8] = []
        for byte in all { encoded.append(percentEncoding: byte) }
        #expect(PercentEncoding.decode(encoded) == all)
        for byte in encoded { #expect(PercentEncoding.isUnreserved(byte) || byte == 0x25) }
    }

    @Test(arguments: [("a%20b+c", false, "a b+c"), ("a%20b+c", true, "a b c"), ("100%", false, "100%"), ("%zz%4", false, "%zz%4"), ("%d0%9A", false, "К")])
    func `percent-encoding is read in either case, and a lone percent sign stays`(text: String, plusIsSpace: Bool, decoded: String) {
        #expect(String(decoding: PercentEncoding.decode(text.utf8, plusIsSpace: plusIsSpace), as: UTF8.self) == decoded)
    }

    @Test func `a JSON string escapes quotes, backslashes and controls, and leaves letters`() {
        var bytes: [UInt8] = []
        bytes.append(jsonString: "a\"b\\c\n\r\t\u{1}\u{7F}Ж")
        #expect(String(decoding: bytes, as: UTF8.self) == "\"a\\\"b\\\\c\\n\\r\\t\\u0001\\u007fЖ\"")
    }

    @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")])
    func `the vectors of RFC 4648 come out in Base64`(text: String, encoded: String) {
        #expect(Base64.encode(Array(text.utf8)) == encoded)
    }
}
