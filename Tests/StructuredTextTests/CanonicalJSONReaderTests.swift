import StructuredText
import Testing

@Suite struct CanonicalJSONReaderTests {
    @Test func `literals and plain texts are read in turn`() {
        let bytes = Array(#"{"id":"anna","name":"Анна на острове"}"#.utf8)
        var reader = CanonicalJSONReader(bytes, 0..<bytes.count)
        let read = [reader.skip("{\"id\":"), reader.text() == "anna", reader.skip(",\"name\":"), reader.text() == "Анна на острове", reader.skip("}"), reader.isAtEnd]
        #expect(read == Array(repeating: true, count: 6))
    }

    @Test(arguments: [#""a\"b""#, "\"a\u{1}b\"", #""open"#, "", "a", #"'a'"#])
    func `whatever is not plain is left alone, and the reader stays where it was`(text: String) {
        var reader = CanonicalJSONReader(Array(text.utf8), 0..<text.utf8.count)
        let read = (text: reader.text(), skipped: reader.skip("longer than what is left"))
        #expect(read.text == nil && !read.skipped)
        #expect(reader.offset == 0)
    }

    @Test func `a text is stepped over only where it stands whole and alone`() {
        let bytes = Array(#""hotel-sunrise","x""#.utf8)
        for (text, offset) in [("hotel-sunrise", 15), ("hotel-sunris", 0), ("hotel-sunrise2", 0), ("hotel-sunrisf", 0), ("", 0)] {
            var reader = CanonicalJSONReader(bytes, bytes.indices)
            let isThere = reader.skip(text: text)
            #expect(isThere == (offset > 0) && reader.offset == offset, "\(text)")
        }
        var part = CanonicalJSONReader(bytes, 0..<14)
        let isThere = part.skip(text: "hotel-sunrise")
        #expect(!isThere)
    }

    @Test func `a text that is no UTF-8 is none, and nothing is read past the end`() {
        var broken = CanonicalJSONReader([0x22, 0xFF, 0x22], 0..<3)
        var part = CanonicalJSONReader(Array(#""abc""#.utf8), 0..<4)
        let read = [broken.text(), part.text()]
        #expect(read == [nil, nil])
    }
}
