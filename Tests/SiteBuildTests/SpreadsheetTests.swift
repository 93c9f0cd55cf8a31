import Diagnostics
import Foundation
import SiteBuild
import TestSupport
import Testing

/// Spreadsheets as programs save them.
@Suite struct SpreadsheetTests {
    private static let table = "id;name;greeting.ru;private.notes\r\nrassvet;Отель «Рассвет»;\"Скидка 5 %;\nна всё\";\"a \"\"b\"\"\"\r\n;;;\r\n"

    private func check(_ bytes: [UInt8]) throws -> BuildReport {
        let disk = SiteText.site("")
        disk.put(bytes, at: "partners/partners.csv")
        return try SiteBuilder.on(disk).run(.check)
    }

    @Test(arguments: [
        "\u{FEFF}" + table, table.replacing("\r\n", with: "\n"), table.replacing("\r\n", with: "\r"), "sep=;\r\n" + table, table.replacing("id;name", with: "ID;Name"),
        table.replacing(";", with: ",").replacing("5 %,", with: "5 %;"), table.replacing(";", with: "\t").replacing("5 %\t", with: "5 %;"),
    ])
    func `Excel, Google Sheets and Numbers are read alike`(text: String) throws {
        let report = try check(Array(text.utf8))
        #expect(report.diagnostics == [])
        #expect(report.result?.partners.map(\.name) == ["Отель «Рассвет»"])
    }

    @Test(arguments: [
        (String.Encoding.windowsCP1251, "the file looks like Windows-1251"), (.utf16LittleEndian, "the file is in UTF-16"), (.utf16BigEndian, "the file is in UTF-16"),
        (.utf16, "the file is in UTF-16"),
    ])
    func `other encodings are recognised and refused with the remedy`(encoding: String.Encoding, words: String) throws {
        let report = try check([UInt8](try #require(Self.table.data(using: encoding))))
        #expect(report.result == nil)
        #expect(report.diagnostics.count == 1)
        #expect(report.diagnostics.first?.message.contains(words) == true)
        #expect(report.diagnostics.first?.hint?.contains("CSV UTF-8") == true)
    }

    @Test func `what is wrong in a long spreadsheet is told row by row, and whose rows are right are read`() throws {
        let wrong = [0, 498, 499, 500, 999, 1_000, 1_001, 2_499]
        var lines = ["id,name,new"]
        for number in 0..<2_500 { lines.append("p\(2_499 - number),Partner \(number),\(wrong.contains(number) ? "perhaps" : "")") }
        let report = try check(Array(lines.joined(separator: "\n").utf8))
        #expect(report.diagnostics.map(\.id) == wrong.map { _ in "P013" })
        let places = report.diagnostics.compactMap { $0.location?.range?.lowerBound }
        #expect(places == wrong.map { number in lines[...number].reduce(0) { $0 + $1.utf8.count + 1 } + lines[number + 1].utf8.count - "perhaps".utf8.count })
        let right = try check(Array(lines.map { $0.replacing("perhaps", with: "yes") }.joined(separator: "\n").utf8))
        #expect(right.result?.partners.map(\.slug.text) == (0..<2_500).map { "p\($0)" }.sorted())
    }

    @Test(arguments: [[0x50, 0x4B, 0x03, 0x04, 0x14], [0xD0, 0xCF, 0x11, 0xE0, 0xA1] as [UInt8]])
    func `a workbook that was merely renamed is recognised`(bytes: [UInt8]) throws {
        #expect(try check(bytes).diagnostics.map(\.id) == ["P015"])
    }
}
