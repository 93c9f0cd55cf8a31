import Diagnostics
import Disk
import LeadAttribution
import Manifest
import PartnerCodes
import Testing

/// A partner's account: whose a sale was on its day, to the cent, and nobody's name given away.
@Suite struct StatementTests {
    private func statement(
        _ partner: String, _ chat: String, sales: String, rules: LeadRules = LeadRules(), name: String = "chat.txt"
    ) throws -> (Statement, [Diagnostic]) {
        var attribution = Attribution(try SampleSite.small(), rules: rules, sourceCount: 1)
        let source = MemorySource(Array(LeadBookTests.chat(chat).utf8))
        try attribution.read(try MessageSource.open(source, name: name, options: ReadingOptions(ownNames: ["Shiba Cars"])))
        let (sold, diagnostics) = SalesReader.read(Array(("customer,date,amount\n" + sales).utf8), path: "sales.csv")
        let directory = attribution.matcher.directory
        let number = try #require(directory.number(of: try PartnerID(partner)))
        let statement = Statement(
            partner: number, of: directory, month: try #require(Statement.Month("2026-11")), leads: attribution.leads, sales: sold,
            commission: Commission(reading: "7.5 %"))
        return (statement, diagnostics)
    }

    private func lines(_ statement: Statement) -> [String] {
        statement.sales.map { "\($0.sale.line): \($0.sale.amount.text()) \($0.commission?.text() ?? "") by \($0.touch.source):\($0.touch.line)" }
    }

    private static let twoPartners = """
        10.11.2026, 09:15 - Мария: Код: KTM482. Здравствуйте!
        12.11.2026, 09:15 - Мария: Код: KTM482, ещё раз
        20.11.2026, 10:00 - Мария: Код: XHB731
        25.11.2026, 10:00 - Мария: Код: KTM482
        """
    private static let purchases = """
        Мария,2026-11-09,1
        Мария,2026-11-10,100
        Мария,2026-11-19,200
        Мария,2026-11-20,300
        Мария,2026-11-24,400
        Мария,2026-11-25,500

        """

    @Test func `by the last touch, a sale is that of whoever brought the customer last by its day`() throws {
        let rules = LeadRules(touch: .last)
        let (sunrise, _) = try statement("hotel-sunrise", Self.twoPartners, sales: Self.purchases, rules: rules)
        #expect(lines(sunrise) == ["3: 100.00 7.50 by chat.txt:1", "4: 200.00 15.00 by chat.txt:2", "7: 500.00 37.50 by chat.txt:4"])
        let (anna, _) = try statement("anna-guide", Self.twoPartners, sales: Self.purchases, rules: rules)
        #expect(lines(anna) == ["5: 300.00 22.50 by chat.txt:3", "6: 400.00 30.00 by chat.txt:3"])
        #expect(sunrise.unmatchedSales == 1 && anna.unmatchedSales == 1)
    }

    @Test func `by the first touch, all sales from then on are that partner's`() throws {
        let (sunrise, _) = try statement("hotel-sunrise", Self.twoPartners, sales: Self.purchases)
        #expect(sunrise.sales.map(\.sale.line) == [3, 4, 5, 6, 7])
        #expect(sunrise.salesTotal.text() == "1,500.00" && sunrise.commissionTotal?.text() == "112.50")
        #expect(try statement("anna-guide", Self.twoPartners, sales: Self.purchases).0.sales.isEmpty)
    }

    @Test func `with a window, a sale on its last day counts and one after it does not`() throws {
        let chat = "01.10.2026, 09:15 - Мария: Код: KTM482. Здравствуйте!"
        let sales = "Мария,2026-11-05,100\nМария,2026-11-06,200\n"
        let (found, _) = try statement("hotel-sunrise", chat, sales: sales, rules: LeadRules(windowDays: 35))
        #expect(lines(found) == ["2: 100.00 7.50 by chat.txt:1"])
        #expect(found.unmatchedSales == 1)
    }

    @Test func `each line is rounded to the hundredth and the total is the sum of the lines`() throws {
        let sales = String(repeating: "Мария,2026-11-12,\"0,20\"\n", count: 3)
        let (found, _) = try statement("hotel-sunrise", Self.twoPartners, sales: sales)
        #expect(found.sales.map { $0.commission?.text() } == ["0.02", "0.02", "0.02"])
        #expect(found.commissionTotal?.text() == "0.06" && found.salesTotal.text() == "0.60")
    }

    @Test func `amounts of two currencies are not added up`() throws {
        let sales = "Мария,2026-11-12,100\nМария,2026-11-13,1500 THB\nМария,2026-11-14,$20\nМария,2026-11-15,30 бат\n"
        let (found, diagnostics) = try statement("hotel-sunrise", Self.twoPartners, sales: sales)
        #expect(found.sales.map(\.sale.line) == [2, 3, 5])
        #expect(diagnostics.map(\.id) == ["A023"])
        #expect(diagnostics.first?.message == "`$20` is in USD, but the amount in line 3 is in THB, and the two cannot be added up")
    }

    @Test func `a column may name the currency`() {
        let table = "customer,date,amount,currency\nA,2026-11-12,1,THB\nB,2026-11-12,2,baht\nC,2026-11-12,3,USD\nD,2026-11-12,4,\n"
        let (sales, diagnostics) = SalesReader.read(Array(table.utf8), path: "s.csv")
        #expect(sales.map(\.customer) == ["A", "B", "D"] && diagnostics.map(\.id) == ["A023"])
        #expect(sales.map(\.currency) == ["THB", "THB", "THB"], "a row that names none has that of the file")
    }

    @Test func `sums name the currency of the file, if it names one`() throws {
        let (named, _) = try statement("hotel-sunrise", Self.twoPartners, sales: "Мария,2026-11-12,100 ฿\n")
        #expect(StatementDocument.headline(named) == "1 lead, 1 sale for 100.00 THB, commission 7.5 %: 7.50.")
        #expect(String(decoding: StatementDocument.html(named), as: UTF8.self).contains("<tfoot><tr><td>Total, THB</td>"))
        let (plain, _) = try statement("hotel-sunrise", Self.twoPartners, sales: "Мария,2026-11-12,100\n")
        #expect(StatementDocument.headline(plain) == "1 lead, 1 sale for 100.00, commission 7.5 %: 7.50.")
    }

    @Test func `the page says what is in no month`() throws {
        let (found, _) = try statement("hotel-sunrise", "4 Oct 18:00 - Мария: Код: KTM482", sales: "")
        #expect(String(decoding: StatementDocument.html(found), as: UTF8.self).contains("<p>1 lead whose message has no date, in no month.</p>"))
    }

    @Test func `the same row twice counts twice, and is told`() throws {
        let sales = "Мария,2026-11-12,100\nМария,12.11.2026,100.00\nМария,2026-11-13,100\n"
        let (found, diagnostics) = try statement("hotel-sunrise", Self.twoPartners, sales: sales)
        #expect(found.sales.count == 3)
        #expect(diagnostics.map { "\($0.id) \($0.severity)" } == ["A024 warning"])
    }

    @Test func `years of the Thai calendar are the years that they are`() {
        let (sales, diagnostics) = SalesReader.read(
            Array("customer,date,amount\nA,22/11/2569,1\nB,2569-11-22,1\nC,22.11.26,1\n".utf8), path: "s.csv")
        #expect(diagnostics == [])
        #expect(sales.map { String($0.date.iso8601.prefix(10)) } == Array(repeating: "2026-11-22", count: 3))
    }

    @Test(arguments: [
        ("Анна Петрова", "ex/WhatsApp Chat with Анна Петрова.txt", "Ан…", "ex/WhatsApp Chat with Ан….txt"),
        ("~ Анна", "Чат WhatsApp с контактом ~Анна.txt", "Ан…", "Чат WhatsApp с контактом ~Ан….txt"),
        ("+7 912 345-67-89", "WhatsApp Chat with +7 912 345-67-89.txt", "+7 912 ***-**-89", "WhatsApp Chat with +7 912 ***-**-89.txt"),
    ])
    func `neither lines nor the names of files give a customer away`(_ sender: String, _ file: String, _ person: String, _ shown: String) throws {
        let (found, _) = try statement("hotel-sunrise", "10.11.2026, 09:15 - \(sender): Код: KTM482. Здравствуйте!", sales: "", name: file)
        #expect(found.leads.map { "\($0.person) \($0.touch.source)" } == ["\(person) \(shown)"])
    }

    @Test func `whoever sent another partner's code in another lead or in a conflicting message is told of`() throws {
        let chat = """
            10.11.2026, 09:15 - Мария: Код: KTM482. Здравствуйте!
            10.11.2026, 09:15 - Олег: Код: KTM482. Здравствуйте!
            10.11.2026, 09:16 - Олег: KTM482 или XHB731?
            10.11.2026, 09:17 - Иван: Код: KTM482. Здравствуйте!
            20.12.2026, 09:15 - Мария: Код: XHB731
            """
        let (found, _) = try statement("hotel-sunrise", chat, sales: "", rules: LeadRules(windowDays: 30))
        #expect(found.leads.map { "\($0.touch.line) \($0.isContested)" } == ["1 true", "2 true", "4 false"])
    }
}
