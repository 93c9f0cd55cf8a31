import Diagnostics
import LeadAttribution

/// The file of sales, and the account that is made of it: sums are those of their parts, and every amount is read as it is written.
enum SalesTarget {
    static func complaint(_ bytes: [UInt8]) -> String? {
        for monthFirst in [false, true] {
            let (sales, problems) = SalesReader.read(bytes, path: "sales.csv", monthFirst: monthFirst)
            if let complaint = DiagnosticsCheck.complaint(about: problems, source: { _ in bytes }) { return complaint }
            for sale in sales where Money(reading: sale.amount.text(grouped: false)) != sale.amount {
                return "\(sale.amount.text(grouped: false)) is read as something else"
            }
            guard let complaint = account(sales) else { continue }
            return complaint
        }
        return nil
    }

    private static func account(_ sales: [Sale]) -> String? {
        var attribution = Attribution(SampleManifest.manifest, sourceCount: 1)
        let chat = Array("[01.11.2026, 09:15:00] +66 81 234 5678: Код: KTM482\n[02.11.2026, 09:15:00] Ann: Code: KTM482\n".utf8)
        guard let reader = try? MessageSource.open(MemorySource(chat), name: "chat.txt", options: ReadingOptions()) else { return "memory failed" }  // It is memory.
        do { try attribution.read(reader) } catch { return "memory failed" }
        let months = Set(sales.map { Int($0.date.year) * 100 + Int($0.date.month) }).sorted().prefix(3)
        for month in months {
            let text = String(month / 100) + "-" + (month % 100 < 10 ? "0" : "") + String(month % 100)
            guard let month = Statement.Month(text), let commission = Commission(reading: "12.5 %") else { continue }
            let statement = Statement(
                partner: 0, of: attribution.matcher.directory, month: month, leads: attribution.leads, sales: sales, commission: commission)
            _ = StatementDocument.csv(statement)
            _ = StatementDocument.html(statement)
            _ = StatementDocument.headline(statement)
        }
        return nil
    }
}
