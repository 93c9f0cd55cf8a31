/// In which order the headers of an export give day, month and year.
package enum DateOrder: String, Sendable, CaseIterable {
    case dayMonthYear = "dmy"
    case monthDayYear = "mdy"
    case yearMonthDay = "ymd"
}

/// What the dates of one export say about their order. No export mixes orders (417 public ones were counted).
struct DateOrderEvidence {
    /// What a decision rests on.
    enum Ground: Equatable {
        /// The user said so.
        case given
        /// A part that can be no month, a year in front, or dates that read alike in either order.
        case parts
        /// The dates go backwards less often in this order.
        case chronology
        /// Nothing but habit: the order that most exports of this look have.
        case habit
    }

    private var firstOver12 = 0
    private var secondOver12 = 0
    private var yearFirst = 0
    private var yearLast = 0
    private var twisted = 0
    private var total = 0
    private var hasPadded = false
    private var hasUnpadded = false
    private var longYear = false
    private var spelling = DayPartSpelling.none
    private var firstValues: Set<UInt16> = []
    private var thirdValues: Set<UInt16> = []
    private var lastDate: (dayFirst: Int, monthFirst: Int)?
    private var stepsBack = (dayFirst: 0, monthFirst: 0)

    /// Takes in one header, in the order of the file.
    mutating func note(_ header: ParsedHeader) {
        if header.clock.spelling != .none { spelling = header.clock.spelling }
        guard header.date.named == nil else { return }
        let (first, second, third) = header.date.parts
        total += 1
        if first.digits == 4 || first.isYear { return yearFirst += 1 }
        if third.isYear { yearLast += 1 }
        if third.digits == 4 { longYear = true }
        for part in [first, second] where part.value < 10 {
            if part.isPadded { hasPadded = true } else { hasUnpadded = true }
        }
        if first.value > 12 { firstOver12 += 1 }
        if second.value > 12 { secondOver12 += 1 }
        if first.value != second.value { twisted += 1 }
        let year = Int(third.value) * 10_000
        let date = (dayFirst: year + Int(second.value) * 100 + Int(first.value), monthFirst: year + Int(first.value) * 100 + Int(second.value))
        if let lastDate {
            if date == lastDate { return }
            if date.dayFirst < lastDate.dayFirst { stepsBack.dayFirst += 1 }
            if date.monthFirst < lastDate.monthFirst { stepsBack.monthFirst += 1 }
        }
        firstValues.insert(first.value)
        thirdValues.insert(third.value)
        lastDate = date
    }

    /// As `note`; false once a header settled the order.
    mutating func take(_ header: ParsedHeader) -> Bool {
        note(header)
        return !isSettled
    }

    /// Takes in how the part of the day is spelt, which the fast way of reading headers does not tell.
    mutating func noteSpelling(_ header: ParsedHeader) { spelling = header.clock.spelling }

    /// Nothing seen yet but the spelling.
    func emptied() -> DateOrderEvidence {
        var empty = DateOrderEvidence()
        empty.spelling = spelling
        return empty
    }

    /// Whether later dates cannot change the decision. Two digits in front may be a year, which only many dates tell.
    var isSettled: Bool { yearFirst > 0 || firstOver12 != secondOver12 && (yearLast > 0 || total >= 2_000) }

    /// The order, and why.
    func decision(for form: HeaderForm) -> (order: DateOrder, ground: Ground) {
        if total == 0 { return (.dayMonthYear, .parts) }
        if yearFirst * 2 > total { return (.yearMonthDay, .parts) }
        if looksYearFirst { return (.yearMonthDay, .parts) }
        if firstOver12 > secondOver12 { return (.dayMonthYear, .parts) }
        if secondOver12 > firstOver12 { return (.monthDayYear, .parts) }
        if twisted == 0 { return (.dayMonthYear, .parts) }
        if stepsBack.dayFirst < stepsBack.monthFirst { return (.dayMonthYear, .chronology) }
        if stepsBack.monthFirst < stepsBack.dayFirst { return (.monthDayYear, .chronology) }
        return (habit(form), .habit)
    }
}

private extension DateOrderEvidence {
    /// Two-digit years in front: `25/03/14`, where the first part hardly changes and the last one does.
    var looksYearFirst: Bool {
        yearLast == 0 && thirdValues.count >= 4 && thirdValues.count > 2 * firstValues.count
            && firstValues.allSatisfy { 9...51 ~= $0 } && thirdValues.allSatisfy { 1...31 ~= $0 }
    }

    /// Which order exports of this look have, counted over 417 public ones.
    func habit(_ form: HeaderForm) -> DateOrder {
        let isPadded = hasPadded && !hasUnpadded
        switch form.firstSeparator {
        case .hyphen:
            return !longYear && spelling == .dotted ? .yearMonthDay : .dayMonthYear
        case .slash:
            if form.dateEnding == .buddhist || form.hasEra { return .monthDayYear }
            switch spelling {
            case .lowerCase, .dotted, .native: return .dayMonthYear
            case .upperCase:
                if !isPadded { return .monthDayYear }
                return longYear || form.isBracketed ? .dayMonthYear : .monthDayYear
            case .none:
                return hasUnpadded && !longYear ? .monthDayYear : .dayMonthYear
            }
        default:
            return .dayMonthYear
        }
    }
}
