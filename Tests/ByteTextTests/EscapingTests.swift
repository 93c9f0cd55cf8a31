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

    @Test func `any byte at any place, and the next one after it, is escaped as one by itself is`() {
        func escaped(_ byte: UInt8) -> [UInt8] {
            let references: [UInt8: String] = [0x22: "&quot;", 0x26: "&amp;", 0x27: "&#39;", 0x3C: "&lt;", 0x3E: "&gt;"]
            return references[byte].map { Array($0.utf8) } ?? [byte]
        }
        for byte in UInt8.min...UInt8.max {
            for length in 1...19 {
                for place in 0..<length {
                    var text = [UInt8](repeating: 0x61, count: length)
                    text[place] = byte
                    if place + 1 < length { text[place + 1] = byte ^ 1 }
                    var bytes: [UInt8] = []
                    bytes.append(htmlEscaping: text)
                    #expect(bytes == text.flatMap(escaped))
                    let end = text.firstIndex { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F } ?? length
                    #expect(text.endOfPlainJSON(in: 0..<length) == end)
                }
            }
        }
    }

    @Test func `a text is read where its bytes are valid, equal to one read otherwise, and joined with others`() {
        for text in ["", "a", "hotel-sunrise-of-many-letters", "Отель «Рассвет»", "🏝 beach", "1234567é"] {
            let bytes = Array("<".utf8) + Array(text.utf8) + Array(">".utf8)
            let range = 1..<bytes.count - 1
            #expect(UTF8Text.string(bytes, range) == text && UTF8Text.validString(bytes, range) == text)
            #expect(UTF8Text.string(bytes, range).hashValue == Optional(text).hashValue)
            #expect(UTF8Text.joined(text, "/", text) == text + "/" + text)
            if text.utf8.last ?? 0 >= 0x80 { #expect(UTF8Text.string(bytes, 1..<bytes.count - 2) == nil) }
        }
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
