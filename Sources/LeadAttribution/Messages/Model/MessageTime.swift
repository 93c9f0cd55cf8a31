import ByteText

/// When a message was written, as its log has it: the date and time that stood on a wall clock, with an offset from UTC only
/// where the source gives one. No time zone is ever guessed.
package struct MessageTime: Hashable, Sendable {
    /// A year of the Gregorian calendar, 1…9999.
    package let year: Int16
    package let month: UInt8
    package let day: UInt8
    package let hour: UInt8
    package let minute: UInt8
    /// 0 where the source has no seconds, as exports from Android.
    package let second: UInt8
    private let storedOffset: Int16

    /// Nil unless every part is in its range and the day exists in its month. A leap second becomes 59.
    package init?(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int = 0, offsetMinutes: Int? = nil) {
        guard 1...9999 ~= year, 1...12 ~= month, day >= 1, day <= Self.days(inMonth: month, of: year),
              0...23 ~= hour, 0...59 ~= minute, 0...60 ~= second
        else { return nil }
        if let offsetMinutes, !(-1440...1440 ~= offsetMinutes) { return nil }
        self.year = Int16(year)
        self.month = UInt8(month)
        self.day = UInt8(day)
        self.hour = UInt8(hour)
        self.minute = UInt8(minute)
        self.second = UInt8(min(second, 59))
        storedOffset = offsetMinutes.map(Int16.init) ?? .min
    }

    /// The same day at another time of it; nil unless each part is in its range.
    func at(hour: Int, minute: Int, second: Int) -> MessageTime? {
        guard 0...23 ~= hour, 0...59 ~= minute, 0...60 ~= second else { return nil }
        return MessageTime(day: self, hour: UInt8(hour), minute: UInt8(minute), second: UInt8(min(second, 59)))
    }

    private init(day: MessageTime, hour: UInt8, minute: UInt8, second: UInt8) {
        year = day.year
        month = day.month
        self.day = day.day
        self.hour = hour
        self.minute = minute
        self.second = second
        storedOffset = day.storedOffset
    }

    /// The moment `seconds` after 1970-01-01T00:00:00Z, in UTC.
    package init?(unixSeconds seconds: Int) {
        guard -62_135_596_800...253_402_300_799 ~= seconds else { return nil }
        let day = seconds >= 0 ? seconds / 86_400 : -((86_399 - seconds) / 86_400)
        let rest = seconds - day * 86_400
        let date = Self.civilDate(fromDay: day)
        self.init(
            year: date.year, month: date.month, day: date.day, hour: rest / 3_600, minute: rest / 60 % 60, second: rest % 60,
            offsetMinutes: 0)
    }

    /// Minutes east of UTC, nil where the source says nothing.
    package var offsetMinutes: Int? { storedOffset == .min ? nil : Int(storedOffset) }

    /// `2026-11-20T14:03:00`, and `Z` or `+07:00` after it where there is an offset (ISO 8601).
    package var iso8601: String {
        var text: [UInt8] = []
        append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// `2026-11-20`
    package var dayText: String {
        var text: [UInt8] = []
        appendDay(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// `2026-11-20 14:03`, for people.
    package var minuteText: String { String(iso8601.prefix(16).replacing("T", with: " ")) }

    /// Appends what `iso8601` returns.
    package func append(to text: inout [UInt8]) {
        appendDay(to: &text)
        for (separator, part) in [(UInt8.ascii("T"), hour), (.colon, minute), (.colon, second)] {
            text.append(separator)
            text.append(decimal: Int(part), width: 2)
        }
        guard let offsetMinutes else { return }
        if offsetMinutes == 0 { return text.append(.ascii("Z")) }
        text.append(offsetMinutes < 0 ? .hyphen : .ascii("+"))
        text.append(decimal: abs(offsetMinutes) / 60, width: 2)
        text.append(.colon)
        text.append(decimal: abs(offsetMinutes) % 60, width: 2)
    }

    /// Seconds since 1970-01-01T00:00:00Z; a time without an offset counts as UTC, so this orders and measures only.
    package var secondsForOrdering: Int {
        let minutes = (dayNumber * 24 + Int(hour)) * 60 + Int(minute) - (offsetMinutes ?? 0)
        return minutes * 60 + Int(second)
    }

    /// Days since 1970-01-01 of the date on the wall.
    package var dayNumber: Int { Self.dayNumber(year: Int(year), month: Int(month), day: Int(day)) }
}

extension MessageTime: Comparable {
    package static func < (left: MessageTime, right: MessageTime) -> Bool {
        left.storedOffset == right.storedOffset ? left.wall < right.wall : left.secondsForOrdering < right.secondsForOrdering
    }

    /// A number that grows with what the wall clock and the calendar show.
    private var wall: UInt64 {
        UInt64(UInt16(bitPattern: year)) << 40 | UInt64(month) << 32 | UInt64(day) << 24 | UInt64(hour) << 16 | UInt64(minute) << 8 | UInt64(second)
    }
}

extension MessageTime {
    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        default: 31
        }
    }

    /// Days since 1970-01-01 in the proleptic Gregorian calendar; years count from 1 March, so that the leap day comes last.
    static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let century = year / 400
        let yearOfCentury = year - century * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return century * 146_097 + yearOfCentury * 365 + yearOfCentury / 4 - yearOfCentury / 100 + dayOfYear - 719_468
    }

    private static func civilDate(fromDay number: Int) -> (year: Int, month: Int, day: Int) {
        let day = number + 719_468
        let century = day / 146_097
        let dayOfCentury = day - century * 146_097
        let yearOfCentury = (dayOfCentury - dayOfCentury / 1_460 + dayOfCentury / 36_524 - dayOfCentury / 146_096) / 365
        let dayOfYear = dayOfCentury - (365 * yearOfCentury + yearOfCentury / 4 - yearOfCentury / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (century * 400 + yearOfCentury + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }
}

private extension MessageTime {
    func appendDay(to text: inout [UInt8]) {
        text.append(decimal: Int(year), width: 4)
        text.append(.hyphen)
        text.append(decimal: Int(month), width: 2)
        text.append(.hyphen)
        text.append(decimal: Int(day), width: 2)
    }
}
