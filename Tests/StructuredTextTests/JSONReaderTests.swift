import ByteText
import Diagnostics
import StructuredText
import Testing

@Suite struct JSONReaderTests {
    @Test func `every value knows the bytes it was read from`() {
        let value = readValue(" {\"имя\": [1, \"é\", null], b: true}")
        #expect(value == JSONValue(.object([
            JSONMember(key: "имя", keyRange: 2..<10, value: JSONValue(.array([
                JSONValue(.number(JSONNumber(text: "1")), range: 13..<14),
                JSONValue(.string("é"), range: 16..<20),
                JSONValue(.null, range: 22..<26),
            ]), range: 12..<27)),
            JSONMember(key: "b", keyRange: 29..<30, value: JSONValue(.bool(true), range: 32..<36)),
        ]), range: 1..<37))
    }

    @Test(arguments: [
        ("/* a */ {k: 1, // b\n}", "{\"k\":1}"),
        ("\u{FEFF}[1,2,]", "[1,2]"),
        ("{'a\\'b': 'c\"d', $_é1: 'x', \\u0061b: 0}", #"{"a'b":"c\"d","$_é1":"x","ab":0}"#),
        ("'a\\\nb\\\r\nc\\\u{2028}d\\x41\\v\\0\\/\\u20AC\\ud83d\\ude00'", "\"abcdA\\u000b\\u0000/€😀\""),
        ("\u{A0}\u{2003}[\u{0B}'\u{2028}']", "[\"\u{2028}\"]"),
        ("'\t'", "\"\\t\""),
        ("// only\r// comments\u{2029}null", "null"),
    ])
    func `json5 is read`(source: String, plain: String) throws {
        var writer = JSONWriter()
        writer.value(try #require(readValue(source)))
        #expect(String(decoding: writer.bytes, as: UTF8.self) == plain)
    }

    @Test(arguments: [
        ("0", 0, 0), ("-12", -12, -12), ("1e3", 1000, 1000), ("2.50", nil, 2.5), ("+7", 7, 7), (".5", nil, 0.5), ("5.", 5, 5),
        ("0x1F", 31, 31), ("-0Xff", -255, -255), ("9223372036854775807", .max, 9_223_372_036_854_775_808),
        ("9223372036854775808", nil, 9_223_372_036_854_775_808), ("1E-2", nil, 0.01), ("Infinity", nil, .infinity),
        ("-Infinity", nil, -.infinity), ("5.e1", 50, 50), ("1e999", nil, .infinity),
    ] as [(String, Int?, Double)])
    func `numbers keep their text and have values`(text: String, integer: Int?, double: Double) {
        let number = readValue(text)?.number
        #expect(number?.text == text)
        #expect(number?.integer == integer)
        #expect(number?.double == double)
    }

    @Test func `not a number is a number of json5`() {
        #expect(readValue("-NaN")?.number?.double?.isNaN == true)
    }

    @Test(arguments: [
        "// a\n1", "[1,]", "{\"a\":1,}", "{a:1}", "'a'", "+1", ".5", "5.", "0x10", "NaN", "Infinity", "-Infinity", "\"\\v\"", "\"\\x41\"", "\"\\\n\"",
        "\"\t\"", "\u{A0}1", "01", "-", "1e", "[1 2]", "\"\\q\"", "[,]", "{,}", "tru", "truex", "1a", "--1",
    ])
    func `plain json refuses what it does not have`(source: String) {
        #expect(complaints(source, .strict).count == 1)
    }

    @Test(arguments: ["[,]", "{,}", "[1,,2]", "01", "\"a\nb\"", "'\\1'", "'\\01'", "'\\u00g0'", "'\\x4'", "0x", "+", ".", "1.2.3", "\\u0031a: 1", "{\\u0031a: 1}", "{1a: 1}"])
    func `json5 has its own limits`(source: String) {
        #expect(complaints(source).count == 1)
    }

    @Test func `half of a surrogate pair is an error in what people write and a replacement character in logs`() {
        #expect(complaints("'a\\ud83dx'") == [
            "J013 error 2[\\ud83d] `\\ud83d` is only half of a character | write the character itself; the file is UTF-8",
        ])
        #expect(readValue("\"a\\ud83d\\u0041\\udc00\"", .strict)?.string == "a\u{FFFD}A\u{FFFD}")
    }

    @Test func `two hundred levels are read and one more is an error`() {
        func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(complaints(nested(200)) == [])
        #expect(complaints(nested(201)) == [
            "J012 error 200[[] objects and lists are nested more than 200 deep | remove the superfluous `[`",
        ])
        #expect(complaints(String(repeating: "{a:", count: 100_000)).count == 1)
    }

    @Test func `a line of a file is read in its own right with places of the whole file`() {
        let bytes = Array("{\"a\":1}\n{\"b\":2\n{\"c\":\"ж\"}".utf8)
        var diagnostics: [Diagnostic] = []
        #expect(JSONReader.read(bytes, in: 0..<7, path: "l", dialect: .strict, into: &diagnostics)?["a"]?.range == 5..<6)
        #expect(JSONReader.read(bytes, in: 8..<14, path: "l", dialect: .strict, into: &diagnostics) == nil)
        #expect(JSONReader.read(bytes, in: 15..<25, path: "l", dialect: .strict, into: &diagnostics)?["c"]?.range == 20..<24)
        #expect(JSONReader.read(bytes, in: 15..<22, path: "l", dialect: .strict, into: &diagnostics) == nil)
        #expect(diagnostics.map(\.id) == ["J008", "J002"])
        #expect(diagnostics.first?.message == "the line ends, but an object `{` is not closed")
    }

    @Test func `the elements of a streamed list are handed out in order and not kept`() throws {
        var diagnostics: [Diagnostic] = []
        var seen: [String] = []
        let bytes = Array("{\"a\":[1],\"list\":[{\"list\":[5]}, 2],\"b\":3}".utf8)
        let root = try #require(JSONReader.read(bytes, path: "m", dialect: .strict, into: &diagnostics, elementsOf: "list") { element in
            seen.append("\(element.kind) \(element.range)")
        })
        #expect(seen == ["an object `{…}` 17..<29", "a number 31..<32"])
        #expect(root["list"]?.array == [])
        #expect(root["a"]?.array?.count == 1)
        #expect(root["b"]?.number?.integer == 3)
    }

    @Test func `every beginning of a text is read or gives one error within it`() {
        let source = Array("{\"a\": [1.5e3, 'é\\u00e9', {b: -Infinity}], /* c */ \"d\": \"\\ud83d\\ude00\\n\", e: true, // f\n g: null,}".utf8)
        for length in 0..<source.count {
            var diagnostics: [Diagnostic] = []
            let value = JSONReader.read(Array(source.prefix(length)), path: "a", dialect: .json5, into: &diagnostics)
            #expect(value == nil)
            #expect(diagnostics.count == 1)
            #expect(diagnostics.allSatisfy { $0.location?.range.map { $0.upperBound <= length } == true })
        }
    }

    @Test func `a text changed at random never crashes the reader and what is written from a value reads as the same value`() {
        let source = Array("{\"a\": [1.5e3, 'é\\u00e9', {b: -1}], /* c */ \"d\": \"\\ud83d\\n\", e: true, // f\n g: null,}".utf8)
        let replacements = Array("{}[]:,\"'\\/* \n\u{0}0-+.eux«é$".utf8)
        var dice = Dice(state: 7)
        var readable = 0
        for _ in 0..<20_000 {
            var bytes = source
            for _ in 0..<Int.random(in: 1...3, using: &dice) {
                bytes[Int.random(in: 0..<bytes.count, using: &dice)] = replacements.randomElement(using: &dice) ?? 0
            }
            var diagnostics: [Diagnostic] = []
            let value = JSONReader.read(bytes, path: "a", dialect: .json5, into: &diagnostics)
            #expect((value == nil) == diagnostics.containsError)
            guard let value else { continue }
            readable += 1
            var writer = JSONWriter()
            writer.value(value)
            var again = JSONWriter()
            again.value(readValue(String(decoding: writer.bytes, as: UTF8.self)) ?? JSONValue(.null, range: 0..<0))
            #expect(again.bytes == writer.bytes)
        }
        #expect(readable > 100)
    }
}
