@testable import LeadAttribution
import Testing

@Suite struct MoneyTests {
    @Test(arguments: [
        ("1500", "1,500.00"), ("1,500.50", "1,500.50"), ("1 500,50", "1,500.50"), ("1.500", "1,500.00"), ("฿ 12,600", "12,600.00"), ("0,5", "0.50"),
        ("-20", "-20.00"), ("1\u{A0}234\u{202F}567.05 THB", "1,234,567.05"), ("900 бат", "900.00"), ("1.234.567,89", "1,234,567.89"),
        ("1500 руб.", "1,500.00"), ("1 500,50 ₽", "1,500.50"), ("руб. 20", "20.00"), ("-$5.5", "-5.50"), ("$ -5.5", "-5.50"),
        ("1’234.00", "1,234.00"), ("12,34", "12.34"), ("0.05", "0.05"), ("\u{200E}99\u{200E}", "99.00"), ("900บาท", "900.00"),
        ("999999999999.99", "999,999,999,999.99"),

    ]) func `amounts are read as people write them`(_ text: String, _ expected: String) { #expect(Money(reading: text)?.text() == expected) }

    @Test(arguments: ["", "abc", "1,5000", "12x", "--5", "5-", ".5", "1e5", "99999999999999999999", "1500,125", "0.125", "0,125", "1.234.56", "1,234 567",
        "1,234.567", "1 50", "12 34", "1500 XYZ", "10 USD THB", "5 + 5", "9999999999999", "1500/2", "25.11.2026",
    ])
    func `what is no amount is refused`(_ text: String) { #expect(Money(reading: text) == nil) }

    @Test(arguments: [
        ("10 %", 12_600_50, 1_260_05), ("7,5%", 12_600_50, 945_04), ("12.3456 %", 1_00, 12), ("0.5%", 1_00, 1), ("0.5%", -1_00, -1), ("33.3333%", 3_00, 1_00),
        ("100", 999_99, 999_99), ("0%", 5_00, 0), ("10 процентов", 5, 1), ("50%", 999_999_999_999_99, 500_000_000_000_00),
    ]) func `commission is exact, halves away from zero`(_ share: String, _ price: Int, _ expected: Int) {
        #expect(Commission(reading: share)?.of(Money(hundredths: price)).hundredths == expected)
    }

    @Test(arguments: ["", "%", "101 %", "ten", "10 % + 500", "1.23456 %", "-5 %"])
    func `what is no percentage is refused`(_ text: String) { #expect(Commission(reading: text) == nil) }

    @Test func `a percentage is shown as short as it is`() {
        #expect(["10 %", "7,50%", "0.05"].map { Commission(reading: $0)?.text } == ["10 %", "7.5 %", "0.05 %"])
    }

    @Test(arguments: [
        ("+7 912 345-67-89", "+7 912 ***-**-89"), ("89123456789", "8912*****89"), ("Анна", "Анна"), ("25.11.2026 14:30", "25.11.2026 14:30"),
        ("2026-11-25 10:30", "2026-11-25 10:30"), ("зв. 081-234-5678!", "зв. 081-2**-**78!"), ("900 THB", "900 THB"), ("+66\u{A0}81\u{A0}234\u{A0}5678", "+66\u{A0}81\u{A0}***\u{A0}**78"),
        ("رقم ٠٨١٢٣٤٥٦٧٨", "رقم ٠٨١٢٭٭٭٭٧٨"), ("โทร ๐๘๑ ๒๓๔ ๕๖๗๘", "โทร ๐๘๑ ๒∗∗ ∗∗๗๘"), ("карта 4276 5940 1234 5678", "карта 4276 **** **** **78"),
    ]) func `numbers are masked and dates are not`(_ text: String, _ expected: String) { #expect(Masking.numbers(in: text) == expected) }

    @Test func `names are masked for partners`() {
        #expect(Masking.person("Анна Петрова") == "Ан…")
        #expect(Masking.person("+7 912 345-67-89") == "+7 912 ***-**-89")
        #expect(Masking.person("US.13491208655302741918") == "US.***")
        #expect(Masking.person("") == "?")
    }
}
