import Disk
import LeadAttribution
import Manifest
import PartnerCodes
import Testing

/// People are found in a sales file whichever way their number is written.
@Suite struct SalesMatchingTests {
    private static let chat = LeadBookTests.chat("""
        14.11.2026, 09:15 - +66 81 777 88 99: Код: KTM482. Здравствуйте!
        14.11.2026, 09:16 - +7 912 345-67-89: Код: KTM482. Здравствуйте!
        14.11.2026, 09:17 - +49 171 1234567: Код: KTM482. Здравствуйте!
        14.11.2026, 09:18 - +44 171 1234567: Код: KTM482. Здравствуйте!
        14.11.2026, 09:19 - Мария: Код: KTM482. Здравствуйте!
        """)

    private func sold(to customer: String) throws -> [String] {
        var attribution = Attribution(try SampleSite.small(), sourceCount: 1)
        let reader = try MessageSource.open(MemorySource(Array(Self.chat.utf8)), name: "chat.txt", options: ReadingOptions(ownNames: ["Shiba"]))
        try attribution.read(reader)
        let (sales, diagnostics) = SalesReader.read(Array("customer,date,amount\n\"\(customer)\",2026-11-20,100\n".utf8), path: "sales.csv")
        #expect(diagnostics == [])
        let directory = attribution.matcher.directory
        let number = try #require(directory.number(of: try PartnerID("hotel-sunrise")))
        let month = try #require(Statement.Month("2026-11"))
        let statement = Statement(partner: number, of: directory, month: month, leads: attribution.leads, sales: sales, commission: nil)
        #expect(statement.sales.count + statement.unmatchedSales == 1)
        return statement.sales.map { "\($0.touch.line)" }
    }

    @Test(arguments: [
        ("0817778899", ["1"]), ("081-777-8899", ["1"]), ("+66 81 777 8899", ["1"]), ("66817778899", ["1"]), ("0066817778899", ["1"]), ("81 777 8899", ["1"]),
        ("8 912 345-67-89", ["2"]), ("912 345 67 89", ["2"]), ("+7(912)345-67-89", ["2"]), ("+49 171 1234567", ["3"]), ("Мария", ["5"]),
        ("0171 1234567", []), ("0817778890", []), ("7778899", []), ("Иван", []),
    ]) func `a number is that of the one lead that it can be`(_ customer: String, _ lines: [String]) throws {
        #expect(try sold(to: customer) == lines)
    }
}
