import ByteText
package import Diagnostics
import StructuredText

/// What a customer bought, as a row of the sales file says.
package struct Sale: Equatable, Sendable {
    /// As written: a telephone number or a name.
    package var customer: String
    /// At midnight.
    package var date: MessageTime
    package var amount: Money
    /// As the file calls it, `THB`; nil where it names none.
    package var currency: String?
    package var source: String
    /// From 1.
    package var line: Int
}

/// Reads the sales file: CSV with the columns `customer`, `date` and `amount`, or their Russian names.
///
/// | id   | severity | says                                              |
/// |------|----------|---------------------------------------------------|
/// | A020 | error    | a column is missing                               |
/// | A021 | error    | a date cannot be read                             |
/// | A022 | error    | an amount cannot be read                          |
/// | A023 | error    | an amount is in another currency than those above |
/// | A024 | warning  | a row says word for word what another says        |
package enum SalesReader {
    private static let customerNames = ["customer", "client", "phone", "name", "клиент", "покупатель", "телефон", "имя"]
    private static let dateNames = ["date", "дата"]
    private static let currencyNames = ["currency", "валюта"]
    private static let amountNames = ["amount", "sum", "total", "price", "сумма", "итого", "цена"]

    /// The sales of `bytes`. A row with an error is left out and told. `monthFirst`: `03/04/2026` is the fourth of March.
    package static func read(_ bytes: [UInt8], path: String, monthFirst: Bool = false) -> ([Sale], [Diagnostic]) {
        var rows = CSVReader(bytes, path: path)
        var diagnostics: [Diagnostic] = []
        func column(_ names: [String]) -> Int? {
            if let index = rows.columns.firstIndex(where: { names.contains($0.value.lowercased()) }) { return index }
            guard !rows.columns.isEmpty else { return nil }
            diagnostics.append(Diagnostic(
                "A020", .error, at: SourceLocation(path: path), "the sales file has no column `\(names[0])`",
                hint: "its first line must name the columns `customer,date,amount`"))
            return nil
        }
        let columns = (customer: column(customerNames), date: column(dateNames), amount: column(amountNames))
        var currency: (name: String, line: Int)?
        var seen: [String: Int] = [:]
        let currencyColumn = rows.columns.firstIndex { currencyNames.contains($0.value.lowercased()) }
        guard columns.customer != nil, columns.date != nil, columns.amount != nil else { return ([], rows.diagnostics + diagnostics) }
        var sales: [Sale] = []
        let lines = LineIndex(bytes)
        while rows.nextRow() {
            let (date, amount) = (rows.string(columns.date), rows.string(columns.amount))
            guard let day = self.date(date, monthFirst: monthFirst) else {
                diagnostics.append(Diagnostic(
                    "A021", .error, at: rows.location(rows.value(columns.date)?.range ?? rows.rowRange), "`\(date)` is not a date",
                    hint: "write it as `2026-11-22`"))
                continue
            }
            let line = lines.position(of: rows.rowRange.lowerBound).line
            guard let written = WrittenAmount(amount) else {
                diagnostics.append(Diagnostic(
                    "A022", .error, at: rows.location(rows.value(columns.amount)?.range ?? rows.rowRange), "`\(amount)` is not an amount",
                    hint: "write it as `1500.50`"))
                continue
            }
            let named = rows.string(currencyColumn)
            if let name = written.currency ?? (named.isEmpty ? nil : WrittenAmount.currency(called: named) ?? named.uppercased()) {
                if let first = currency, first.name != name {
                    diagnostics.append(Diagnostic(
                        "A023", .error, at: rows.location(rows.value(columns.amount)?.range ?? rows.rowRange),
                        "`\(amount)` is in \(name), but the amount in line \(first.line) is in \(first.name), and the two cannot be added up",
                        hint: "write all amounts of a file in one currency, or make a file for each"))
                    continue
                }
                if currency == nil { currency = (name, line) }
            }
            let row = "\(rows.string(columns.customer))\u{0}\(day.dayNumber)\u{0}\(written.money.hundredths)"
            if let earlier = seen[row] {
                diagnostics.append(Diagnostic(
                    "A024", .warning, at: rows.location(rows.rowRange),
                    "this sale has the customer, date and amount of the one in line \(earlier); both count",
                    hint: "if they are one sale, delete one of the two lines"))
            } else {
                seen[row] = line
            }
            sales.append(Sale(
                customer: rows.string(columns.customer), date: day, amount: written.money, currency: nil, source: path, line: line))
        }
        // One currency a file; a row that names none has the same.
        for index in sales.indices { sales[index].currency = currency?.name }
        return (sales, rows.diagnostics + diagnostics)
    }

    /// `2026-11-22`, `22.11.2026`, `22/11/2026`, a time after it passed over; the day in front unless `monthFirst` and slashes.
    static func date(_ text: String, monthFirst: Bool) -> MessageTime? {
        let day = text.split(whereSeparator: { $0 == " " || $0 == "T" }).first.map(String.init) ?? ""
        let parts = day.split(whereSeparator: { "./-".contains($0) }).map(String.init)
        let numbers = parts.compactMap { Int($0) }
        guard parts.count == 3, numbers.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy(\.isASCIIDigit) }) else { return nil }
        if parts[0].count == 4 { return MessageTime(year: common(numbers[0]), month: numbers[1], day: numbers[2], hour: 0, minute: 0) }
        let year = parts[2].count == 2 ? 2_000 + numbers[2] : common(numbers[2])
        if monthFirst, day.contains("/") { return MessageTime(year: year, month: numbers[0], day: numbers[1], hour: 0, minute: 0) }
        return MessageTime(year: year, month: numbers[1], day: numbers[0], hour: 0, minute: 0)
    }

    /// Thailand counts years from the Buddha: 2569 is 2026.
    private static func common(_ year: Int) -> Int { 2_400...2_700 ~= year ? year - 543 : year }
}
