import ByteText

/// How the headers of one export are built: everything that is the same in all of them. Two lines with different forms do not
/// belong to one export, so a line of another form is text that somebody pasted.
struct HeaderForm: Hashable {
    enum Separator: UInt8 { case none, slash, dot, hyphen, dotAndSpace, yearCharacter, monthCharacter }
    enum DateEnding: UInt8 { case none, dot, dayCharacter, buddhist, bulgarianYear }
    enum Joiner: UInt8 { case space, comma, arabicComma }
    enum TimeSeparator: UInt8 { case colon, dot }
    enum DayPartPlace: UInt8 { case none, before, after }
    /// Of a header without brackets; brackets are their own end.
    enum Terminator: UInt8 { case none, hyphen, dash, colon }

    var isBracketed = false
    var isTimeFirst = false
    var isWordDate = false
    var hasEra = false
    var firstSeparator = Separator.none
    var secondSeparator = Separator.none
    var dateEnding = DateEnding.none
    var joiner = Joiner.space
    var joiningWord: StaticWord?
    var timeSeparator = TimeSeparator.colon
    var hasSpacedHour = false
    var hasSeconds = false
    var dayPart = DayPartPlace.none
    var terminator = Terminator.none

    /// Words that stand between date and time: Finnish, French, Portuguese, English, German, Danish, Russian, Croatian, Italian.
    static let joiningWords = ["klo", "à", "às", "at", "um", "kl.", "в", "u", "alle", "om", "a las"].map(StaticWord.init)

    /// What can be the first byte of a header of this form.
    var firstBytes: [Bool] {
        var table = [Bool](repeating: false, count: 256)
        // A direction mark or a byte order mark may stand before any of them.
        table[0xE2] = true
        table[0xEF] = true
        if isBracketed {
            table[Int(UInt8.openBracket)] = true
            return table
        }
        for digit in 0x30...0x39 { table[digit] = true }
        for lead in [0xD8, 0xD9, 0xDB, 0xE0] { table[lead] = true }
        if isWordDate || hasEra { for letter in "MTSHRJFAOND".utf8 { table[Int(letter)] = true } }
        if isTimeFirst || hasEra { for lead in 0xC3...0xEF { table[lead] = true } }
        return table
    }
}

/// A short word that headers of some language contain.
struct StaticWord: Hashable {
    let bytes: [UInt8]
    init(_ text: String) { bytes = Array(text.utf8) }
}

/// The three parts of a date as they stand in a header.
struct WrittenDate: Equatable {
    /// Eras of the Japanese calendar, by the letter that phones write.
    enum Era: UInt8 {
        case none, meiji, taisho, showa, heisei, reiwa

        init?(letter: UInt8) {
            switch letter {
            case .ascii("M"): self = .meiji
            case .ascii("T"): self = .taisho
            case .ascii("S"): self = .showa
            case .ascii("H"): self = .heisei
            case .ascii("R"): self = .reiwa
            default: return nil
            }
        }

        static func character(_ bytes: [UInt8], at index: Int, end: Int) -> (era: Era, length: Int)? {
            guard index < end, bytes[index] >= 0xE4 else { return nil }
            for (name, era) in [("令和", Era.reiwa), ("平成", .heisei), ("昭和", .showa)] {
                let name = Array(name.utf8)
                if index + name.count <= end, bytes[index..<index + name.count].elementsEqual(name) { return (era, name.count) }
            }
            return nil
        }

        /// The Gregorian year before its first.
        var offset: Int {
            switch self {
            case .none: 0
            case .meiji: 1867
            case .taisho: 1911
            case .showa: 1925
            case .heisei: 1988
            case .reiwa: 2018
            }
        }
    }

    struct Part: Equatable {
        var value: UInt16
        var digits: UInt8
        /// Whether it begins with a zero: `05`.
        var isPadded: Bool
        var era = Era.none
        /// Whether it can be nothing but a year.
        var isYear: Bool { digits > 2 || era != .none || value > 31 }
    }

    /// A date whose month is a word; the year may be missing.
    struct Named: Equatable {
        var year: Int?
        var month: Int
        var day: Int
    }

    var parts = (Part(value: 0, digits: 0, isPadded: false), Part(value: 0, digits: 0, isPadded: false), Part(value: 0, digits: 0, isPadded: false))
    var isBuddhist = false
    var named: Named?

    static func == (left: WrittenDate, right: WrittenDate) -> Bool {
        left.parts == right.parts && left.isBuddhist == right.isBuddhist && left.named == right.named
    }

    /// One year of two or four digits, first or last, and two parts that can be a day and a month in some order.
    @inline(__always)
    var isPlausible: Bool {
        guard parts.0.digits != 3, parts.2.digits != 3, parts.1.digits <= 2, parts.1.era == .none, 1...31 ~= parts.1.value else { return false }
        if parts.0.digits == 4 || parts.0.era != .none {
            return parts.2.digits <= 2 && parts.2.era == .none && 1...31 ~= parts.2.value && min(parts.1.value, parts.2.value) <= 12
        }
        // The year is last, or first with two digits; either way the middle is no year.
        let yearLast = 1...31 ~= parts.0.value && min(parts.0.value, parts.1.value) <= 12
        let yearFirst = parts.2.digits <= 2 && 1...31 ~= parts.2.value && parts.2.era == .none && parts.0.digits == 2 && parts.1.value <= 12
        return (parts.2.digits != 1 || parts.2.era != .none) && yearLast || yearFirst
    }

    /// The year, month and day under `order`; nil where it has no year, or where the parts do not fit.
    @inline(__always)
    func resolved(_ order: DateOrder) -> (year: Int, month: Int, day: Int)? {
        if let named { return named.year.map { ($0, named.month, named.day) } }
        let (year, month, day) = switch order {
        case .dayMonthYear: (parts.2, parts.1, parts.0)
        case .monthDayYear: (parts.2, parts.0, parts.1)
        case .yearMonthDay: (parts.0, parts.1, parts.2)
        }
        guard 1...12 ~= month.value, 1...31 ~= day.value, month.digits <= 2, day.digits <= 2,
              let full = Self.year(Int(year.value), digits: Int(year.digits), era: year.era, isBuddhist: isBuddhist)
        else { return nil }
        return (full, Int(month.value), Int(day.value))
    }

    /// The Gregorian year. Years of the Thai calendar are 543 ahead, and two digits of one are past 51 (WhatsApp began in 2009, 2552);
    /// a year before 2000 belongs to a calendar that this does not know.
    @inline(__always)
    static func year(_ value: Int, digits: Int, era: Era, isBuddhist: Bool) -> Int? {
        if era != .none { return value + era.offset }
        if digits <= 2 { return isBuddhist || value > 51 ? 2500 + value - 543 : 2000 + value }
        if isBuddhist || value >= 2400 { return value - 543 }
        return value >= 2000 ? value : nil
    }
}

/// The time of day as it stands in a header.
struct WrittenClock: Equatable {
    var hour: UInt8 = 0
    var minute: UInt8 = 0
    var second: UInt8 = 0
    var dayPart = DayPart.none
    var spelling = DayPartSpelling.none

    @inline(__always)
    var isPlausible: Bool { hour <= 24 && minute <= 59 && second <= 60 }

    /// The hour from 0 to 23.
    @inline(__always)
    var hour24: Int { dayPart.hour24(Int(hour)) }
}
