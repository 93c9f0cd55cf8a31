import StructuredText
import Testing

@Suite struct JSONWriterTests {
    @Test func `commas and line breaks stand where they belong`() {
        var json = JSONWriter()
        json.object { json in
            json.member("version", 1)
            json.member("text", "a\"b\\c\n\u{1}é")
            json.member("codes", ["A", "B"])
            json.key("empty")
            json.object { _ in }
            json.memberOrNull("id", nil)
            json.key("rows")
            json.array { json in
                for number in 1...2 {
                    json.lineBreak()
                    json.object { $0.member("n", number) }
                }
            }
            json.member("last", true)
        }
        #expect(String(decoding: json.bytes, as: UTF8.self) == """
            {"version":1,"text":"a\\"b\\\\c\\n\\u0001é","codes":["A","B"],"empty":{},"id":null,"rows":[
            {"n":1},
            {"n":2}],"last":true}
            """)
    }
}
