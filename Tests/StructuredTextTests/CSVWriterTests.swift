import StructuredText
import Testing

@Suite struct CSVWriterTests {
    @Test func `quotes stand where they are needed and formulas are disarmed`() {
        var csv = CSVWriter(marksEncoding: true)
        csv.row(["plain", "a,b", "say \"hi\"", "two\nlines", " padded", ""])
        csv.row(["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "+66 (81) 234-5678", "-1.5"])
        #expect(String(decoding: csv.bytes, as: UTF8.self) == "\u{FEFF}plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\" padded\",\r\n"
            + "'=1+1,'@SUM(A1),'+cmd|' /C calc'!A0,'-2+3,+66 (81) 234-5678,-1.5\r\n")
    }

    @Test func `a formula behind a sign where another country's spreadsheet begins a cell is disarmed as well`() {
        var csv = CSVWriter()
        csv.row(["x;=1+1", "a;\"@b", "one\n- two", "Ann; +66 81 234 5678", "1;-2.5", "＝1", "a;b=c"])
        #expect(String(decoding: csv.bytes, as: UTF8.self) == "x;'=1+1,\"a;\"\"'@b\",\"one\n'- two\",Ann; +66 81 234 5678,1;-2.5,'＝1,a;b=c\r\n")
    }

    @Test func `the delimiter decides what needs quotes`() {
        var csv = CSVWriter(delimiter: 0x3B)
        csv.row(["a;b", "a,b"])
        let bytes = csv.takeBytes()
        #expect(String(decoding: bytes, as: UTF8.self) == "\"a;b\";a,b\r\n")
        #expect(csv.bytes.isEmpty)
    }
}
