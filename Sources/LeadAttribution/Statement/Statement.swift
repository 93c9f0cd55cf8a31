import Manifest
package import PartnerCodes

/// What a partner is owed an account of: the leads of a month and, with a sales file, the commission on what they bought.
package struct Statement: Sendable {
    /// A lead of the month.
    package struct LeadLine: Equatable, Sendable {
        /// Masked.
        package var person: String
        /// The message that decides.
        package var touch: LeadTouch
        /// Whether the person sent codes of other partners too.
        package var isContested: Bool
    }

    /// A purchase in the month by a person whom the partner brought, in this month or earlier.
    package struct SaleLine: Equatable, Sendable {
        package var person: String
        package var sale: Sale
        /// The message that decides whose the person was on the day of the sale.
        package var touch: LeadTouch
        /// Nil where no commission is known.
        package var commission: Money?
    }

    package struct Month: Hashable, Sendable {
        package let year: Int
        package let month: Int

        /// Reads `2026-11`.
        package init?(_ text: String) {
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0].count == 4, parts[1].count == 2, let year = Int(parts[0]),
                  let month = Int(parts[1]), 1...12 ~= month, year > 0 else { return nil }
            self.year = year
            self.month = month
        }

        package var text: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }
        func contains(_ time: MessageTime) -> Bool { Int(time.year) == year && Int(time.month) == month }
    }

    package let partner: PartnerID
    package let name: String
    package let month: Month
    package let commission: Commission?
    package private(set) var leads: [LeadLine] = []
    package private(set) var sales: [SaleLine] = []
    /// Sales of the month by people who had sent no code by that day, or whose name is not in the messages.
    package private(set) var unmatchedSales = 0
    /// Leads of the partner whose message has no date and which therefore are in no month.
    package private(set) var undatedLeads = 0
    package let hasSales: Bool

    /// The statement for the partner `number` from all leads and the sales of any time; `sales` nil where there is no file.
    package init(partner number: Int, of directory: PartnerDirectory, month: Month, leads book: LeadBook, sales: [Sale]?, commission: Commission?) {
        let customers = CustomerKeys(book, directory)
        partner = directory.partners[number].id
        name = directory.partners[number].name
        self.month = month
        self.commission = commission
        hasSales = sales != nil
        for lead in book.leads {
            let touch = lead.credited(book.rules)
            guard touch.partner == number else { continue }
            guard let time = touch.time else {
                undatedLeads += 1
                continue
            }
            if month.contains(time) {
                let label = book.label(lead)
                self.leads.append(LeadLine(
                    person: Masking.person(label), touch: Self.masked(touch, label), isContested: book.partners(of: lead).count > 1))
            }
        }
        self.leads.sort { $0.touch.isEarlier(than: $1.touch) }
        for sale in sales ?? [] where month.contains(sale.date) {
            guard let lead = Self.lead(customers.keys(of: sale.customer), sale, in: book) else {
                unmatchedSales += 1
                continue
            }
            let touch = book.touch(deciding: lead, by: sale.date.dayNumber)
            guard touch.partner == number else { continue }
            let label = book.label(lead)
            self.sales.append(SaleLine(
                person: Masking.person(label), sale: sale, touch: Self.masked(touch, label), commission: commission.map { $0.of(sale.amount) }))
        }
        self.sales.sort { ($0.sale.date, $0.sale.line) < ($1.sale.date, $1.sale.line) }
    }

    /// In which the sales are; nil where their file names none.
    package var currency: String? { sales.first?.sale.currency }
    package var salesTotal: Money { sales.reduce(Money(hundredths: 0)) { $0 + $1.sale.amount } }
    /// The sum of the lines, each rounded.
    package var commissionTotal: Money? { commission.map { _ in sales.compactMap(\.commission).reduce(Money(hundredths: 0), +) } }
}

private extension Statement {
    /// `touch` with a source that does not give away the name of the person with `label`.
    static func masked(_ touch: LeadTouch, _ label: String) -> LeadTouch {
        var touch = touch
        touch.source = Masking.source(touch.source, of: label)
        return touch
    }

    /// The lead that a sale belongs to: the customer's last one that began by the day of the sale and, with a window, not longer before it
    /// than that.
    static func lead(_ keys: [PersonKey], _ sale: Sale, in book: LeadBook) -> Lead? {
        let leads = keys.lazy.map { book.leads(of: $0) }.first { !$0.isEmpty } ?? []
        return leads.last { lead in
            guard let begin = lead.first.time else { return true }
            if begin.dayNumber > sale.date.dayNumber { return false }
            guard let window = book.rules.windowDays, let end = lead.last.time else { return true }
            return sale.date.dayNumber - end.dayNumber <= window
        }
    }
}
