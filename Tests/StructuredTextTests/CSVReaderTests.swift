import Diagnostics
import StructuredText
import Testing

@Suite struct CSVReaderTests {
    /// The header and the rows of `source`, and what is said about it.
    private func read(
        _ source: String, _ unevenRows: CSVReader.UnevenRows = .refused, chunk: Int? = nil
    ) -> (table: [[String]], told: [String]) {
        read(Array(source.utf8), unevenRows, chunk: chunk)
    }

    private func read(
        _ bytes: [UInt8], _ unevenRows: CSVReader.UnevenRows = .refused, chunk: Int? = nil
    ) -> (table: [[String]], told: [String]) {
        var rows: CSVReader
        if let chunk {
            var offset = 0
            rows = CSVReader(path: "a.csv", unevenRows: unevenRows) {
                defer { offset = min(offset + chunk, bytes.count) }
                return offset < bytes.count ? Array(bytes[offset..<min(offset + chunk, bytes.count)]) : nil
            }
        } else {
            rows = CSVReader(bytes, path: "a.csv", unevenRows: unevenRows)
        }
        var table = [rows.columns.map(\.value)]
        while rows.nextRow() { table.append(rows.fields.indices.map { rows.string($0) }) }
        return (table, rows.diagnostics.map { summary($0, bytes) })
    }

    @Test(arguments: [
        ("id,name\na,b\n", [["id", "name"], ["a", "b"]]),
        ("\u{FEFF}id;name;x,y\r\na;b;c", [["id", "name", "x,y"], ["a", "b", "c"]]),
        ("id\tname\ra\tb\r\r", [["id", "name"], ["a", "b"]]),
        ("sep=|\r\nid|a,b;c\r\n1|2\r\n", [["id", "a,b;c"], ["1", "2"]]),
        ("\u{FEFF}SEP=;\nid;name\n1;2", [["id", "name"], ["1", "2"]]),
        ("\n \nid , name\n\n1, 2\n,\n  \n3,4\n", [["id", "name"], ["1", " 2"], ["3", "4"]]),
        ("a,b\n\"x, \"\"y\"\"\",\"line\r\nbreak\"\n\"\",z\n", [["a", "b"], ["x, \"y\"", "line\r\nbreak"], ["", "z"]]),
        ("\"a;b\",c\n1,5\" pipe\n\"\"\"\"  ,\"\"\"\"\"\"", [["a;b", "c"], ["1", "5\" pipe"], ["\"", "\"\""]]),
        ("\"a\nb\";c\n1;2", [["a\nb", "c"], ["1", "2"]]),
        ("one\n1\n\n\"2\"", [["one"], ["1"], ["2"]]),
        ("id,name\n1,2,,\n", [["id", "name"], ["1", "2", "", ""]]),
        ("имя,ชื่อ\nж,ก", [["имя", "ชื่อ"], ["ж", "ก"]]),
    ])
    func `what spreadsheets write is read`(source: String, table: [[String]]) {
        #expect(read(source).table == table)
        #expect(read(source).told == [])
        for chunk in 1...9 {
            #expect(read(source, chunk: chunk).table == table)
        }
    }

    @Test func `rows that are kept hold the same values at the same places as those read one by one`() {
        let bytes = Array("id,name,note\n\n1,\"a \"\"b\"\"\",\n2,,x,,\n3,я,\"c\nd\"\n".utf8)
        var one = CSVReader(bytes, path: "a.csv")
        var many = CSVReader(bytes, path: "a.csv")
        var count = 0
        while true {
            let rows = many.next(2)
            if rows.indices.isEmpty { break }
            for row in rows.indices {
                let isThere = one.nextRow()
                #expect(isThere)
                #expect(rows.range(ofRow: row) == one.rowRange)
                for column in 0..<4 { #expect(rows.value(column, ofRow: row) == one.value(column)) }
                count += 1
            }
        }
        let hasMore = one.nextRow()
        #expect(count == 3 && !hasMore)
    }

    @Test(arguments: [
        ("", "V001 error - the file is empty | the first line names the columns, such as `id,name,code`"),
        ("\u{FEFF}\n;;\n  \n;\n", "V001 error - the file is empty | the first line names the columns, such as `id,name,code`"),
        ("a,b,c,d,e\n1,2\n", "V005 error 10[1,2] the row has 2 values, the header names 5 columns | there is nothing for `c`, `d`, `e`; an empty value needs its `,`, too"),
        ("a\tb\n1", "V005 error 4[1] the row has 1 value, the header names 2 columns | there is nothing for `b`; an empty value needs its tab, too"),
        ("a;b\n1;2;3;4\n5;6", "V005 error 8[3;4] the row has 4 values, the header names 2 columns | a value that contains a `;` stands in quotes: `\"…\"`"),
        ("a,b\n1,\"2\n3,4\n", "V003 error 6[\"] the value that begins with this quote has no closing quote | add `\"` at its end; a quote within a value is doubled"),
        ("a,b\n1,\"say \"hi\" now\"\n", "V004 error 12[h] there is text after the closing quote of a value | a quote within a value is doubled: `\"say \"\"hi\"\"\"`"),
        ("a,b,a\n1,2,3", "V006 error 4[a] two columns are called `a` | rename or remove one; 0[a] the first is here"),
        ("a,,b\n1,2,3", "V007 warning 2[] column 2 has no name, and what is in there is not read | name it in the first line, or remove it"),
        ("a,,\n1,2,3", "V007 warning 2[] 2 columns have no name, and what is in there is not read | name it in the first line, or remove it"),
    ])
    func `a slip is told with its place and its remedy`(source: String, told: String) {
        #expect(read(source).told == [told])
        #expect(read(source, chunk: 3).told == [told])
    }

    @Test func `empty columns beside the table are worth no word`() {
        #expect(read("a,,\n1,,\n2,,\n").told == [])
    }

    @Test(arguments: [
        (Array("id,name\n1,Caf".utf8) + [0xE9, 0x0D, 0x0A], "V002 error 13[\u{FFFD}] the file is not in UTF-8: byte 13 cannot be read"),
        (Array("id,name\n1,".utf8) + [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2],
         "V002 error 10[\u{FFFD}] the file looks like Windows-1251 (Cyrillic), not UTF-8: byte 10 cannot be read"),
        (Array("id,name\n1,".utf8) + [0x92, 0x41], "V002 error 10[\u{FFFD}] the file is not in UTF-8: byte 10 cannot be read"),
        ([0xFF, 0xFE, 0x41, 0x00, 0x2C, 0x00], "V002 error 0[\u{FFFD}\u{FFFD}] the file is in UTF-16, not in UTF-8"),
        ([0x41, 0x00, 0x2C, 0x00], "V002 error 0[A\0] the file is in UTF-16, not in UTF-8"),
    ] as [([UInt8], String)])
    func `other encodings are named`(bytes: [UInt8], told: String) {
        let remedy = " | save the file again as UTF-8; in Excel: the file type “CSV UTF-8 (Comma delimited)”"
        #expect(read(bytes).told == [told + remedy])
        #expect(read(bytes, chunk: 2).told == [told + remedy])
    }

    @Test func `an uneven row is passed over in a definition and padded in a log`() {
        let source = "a,b\n1\n2,3\n4,5,6\n\"7\"8,9\n"
        #expect(read(source).table == [["a", "b"], ["2", "3"]])
        #expect(read(source, .padded).table == [["a", "b"], ["1"], ["2", "3"], ["4", "5", "6"], ["7", "9"]])
        #expect(read(source).told.map { $0.prefix(10) } == ["V005 error", "V005 error", "V004 error"])
        #expect(read(source, .padded).told.map { $0.prefix(10) } == ["V005 warni", "V005 warni", "V004 warni"])
    }

    @Test func `a thousand broken rows are told in a score of errors`() {
        let told = read("a,b\n" + String(repeating: "1\n", count: 1_000)).told
        #expect(told.count == 21)
        #expect(told.last == "V005 error - 980 more rows have such errors")
    }

    @Test func `values know the bytes they were read from, in chunks too`() {
        let source = "id,name\n1,\"Отель \"\"Ж\"\"\"\n2,\n"
        for chunk in [1, 4, 100] {
            var parts = Array(source.utf8)[...]
            var rows = CSVReader(path: "a.csv") {
                defer { parts = parts.dropFirst(chunk) }
                return parts.isEmpty ? nil : Array(parts.prefix(chunk))
            }
            #expect(rows.columns == [Located("id", range: 0..<2), Located("name", range: 3..<7)])
            let name = rows.column("name")
            var advanced = rows.nextRow()
            #expect(advanced)
            #expect(rows.value(name) == Located("Отель \"Ж\"", range: 11..<28))
            #expect(rows.rowRange == 8..<28)
            advanced = rows.nextRow()
            #expect(advanced)
            #expect(rows.value(name) == nil)
            #expect(rows.value(rows.column("nmae")) == nil)
            advanced = rows.nextRow()
            #expect(!advanced)
            advanced = rows.nextRow()
            #expect(!advanced)
        }
    }

    @Test func `what the writer writes is read as the same values, whole and in chunks`() {
        let pieces = ["a", "ж", "\"", ",", ";", "\t", "\n", "\r", "\r\n", " ", "=", "+", "-1", "ก", "é"]
        var dice = Dice(state: 3)
        for round in 0..<2_000 {
            let delimiter: UInt8 = round.isMultiple(of: 2) ? 0x2C : 0x3B
            var table = [["first", "second", "third"]]
            for _ in 0..<Int.random(in: 0...4, using: &dice) {
                table.append((0..<3).map { column in
                    column == 0 ? "x" : (0..<Int.random(in: 0...4, using: &dice)).map { _ in pieces.randomElement(using: &dice) ?? "" }.joined()
                })
            }
            var writer = CSVWriter(delimiter: delimiter, marksEncoding: round % 3 == 0)
            for row in table { writer.row(row) }
            let whole = read(writer.bytes)
            let chunked = read(writer.bytes, chunk: Int.random(in: 1...20, using: &dice))
            #expect(whole.told == [])
            // Apostrophes disarm what a spreadsheet would run (`CSVWriterTests`); nothing else is added or lost.
            #expect(whole.table.map { $0.map { $0.replacing("'", with: "") } } == table)
            #expect(chunked.table == whole.table)
        }
    }

    @Test func `every beginning of a file is read or told, never a crash`() {
        let source = Array("\u{FEFF}sep=;\r\nid;\"na\r\nme\";имя\r\n1;\"a \"\"b\"\"\";ж\r\n\r\n2;;\"ก\"".utf8)
        for length in 0...source.count {
            let beginning = Array(source.prefix(length))
            let whole = read(beginning)
            let chunked = read(beginning, chunk: 1)
            #expect(chunked.told == whole.told)
            let isCutThroughCharacter = whole.told.first?.hasPrefix("V002") == true
            #expect(isCutThroughCharacter ? whole.table == [[]] : chunked.table == whole.table)
        }
        #expect(read(source).told == [])
    }
}
