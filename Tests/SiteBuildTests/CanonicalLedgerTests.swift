import Diagnostics
import PartnerCodes
@testable import SiteBuild
import StructuredText
import Testing

/// The quick reader of the ledger's own form and the reader of any JSON agree.
@Suite struct CanonicalLedgerTests {
    private static let lines = [
        #"{"code":"PPB864","partner":"cafe","issued":"2026-11-22"}"#,
        #"{"code":"PPB864","partner":"cafe","name":"Кафе «Ы» — 1","slugs":["cafe"],"issued":"2026-11-22","current":true}"#,
        #"{"code":"SUNRISE5","partner":"a_b-1","name":"","slugs":["a","b-1"],"issued":"0001-01-01","retired":"2027-02-28","withdrawn":"9999-12-31"}"#,
    ]

    @Test(arguments: lines)
    func `a line as it is written needs no JSON, and is written again as it is`(line: String) throws {
        let bytes = Array(line.utf8)
        let entry = try #require(CanonicalLedgerLine.entry(bytes, bytes.indices))
        #expect(LedgerFile.write(Ledger(entries: [entry])) == bytes + [0x0A])
        // A space makes it a line for the other reader.
        let (ledger, diagnostics) = LedgerFile.read(Array((" " + line).utf8))
        #expect(ledger?.entries == [entry])
        #expect(diagnostics == [])
    }

    @Test(arguments: lines)
    func `of a line with any byte changed or cut, the quick reader says what the other says, or nothing`(line: String) {
        let bytes = Array(line.utf8)
        var variants: [[UInt8]] = bytes.indices.map { Array(bytes[..<$0]) }
        for place in bytes.indices {
            for byte in [UInt8(0), 0x20, 0x22, 0x2C, 0x5C, 0x41, 0x80, 0xFF] {
                var variant = bytes
                variant[place] = byte
                variants.append(variant)
            }
        }
        for variant in variants {
            guard let entry = CanonicalLedgerLine.entry(variant, variant.indices) else { continue }
            let (ledger, diagnostics) = LedgerFile.read([0x20] + variant)
            #expect(ledger?.entries == [entry], "\(String(decoding: variant, as: UTF8.self))")
            #expect(diagnostics == [])
        }
    }

    @Test func `a ledger to which entries are added is the one that is made of all of them`() throws {
        // Some partners have several codes, and some codes two owners.
        let day = try #require(CivilDate("2026-11-22"))
        let entries = try (0..<600).map { number in
            try Ledger.Entry(
                code: PartnerCode("KTM\(1_000 + number * 7_919 % 577)"), partner: PartnerID("partner-\(number * 104_729 % 431)"), name: "Partner \(number)",
                slugs: [], issued: day)
        }
        for first in [0, 1, 130, 131, 400, 599] {
            for count in [1, 2, 32, 33, 599] where first + count <= entries.count {
                var ledger = Ledger(entries: Array(entries[..<first] + entries[(first + count)...]))
                ledger.add(Array(entries[first..<first + count]))
                #expect(ledger == Ledger(entries: entries), "\(first) \(count)")
            }
        }
    }
}
