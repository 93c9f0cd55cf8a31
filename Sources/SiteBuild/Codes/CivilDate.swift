import ByteText

/// A day of the calendar, without a time zone: `2026-11-22`.
package struct CivilDate: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The year, then four bits of the month and five of the day: a ledger holds very many days.
    private let packed: UInt32

    package var year: Int { Int(packed >> 9) }
    package var month: Int { Int(packed >> 5 & 15) }
    package var day: Int { Int(packed & 31) }

    /// The day, or nil where the calendar has none (year 1 to 9999).
    package init?(year: Int, month: Int, day: Int) {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...9999).contains(year), (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
        packed = UInt32(year) << 9 | UInt32(month) << 5 | UInt32(day)
    }

    /// Reads `YYYY-MM-DD` (ISO 8601) and nothing else.
    package init?(_ text: String) {
        self.init(Array(text.utf8)[...])
    }

    /// Reads the same of UTF-8.
    init?(_ text: ArraySlice<UInt8>) {
        guard text.count == 10, text[text.startIndex + 4] == 0x2D, text[text.startIndex + 7] == 0x2D else { return nil }
        func number(_ from: Int, _ count: Int) -> Int? {
            var number = 0
            for byte in text[text.startIndex + from..<text.startIndex + from + count] {
                guard byte &- 0x30 < 10 else { return nil }
                number = number * 10 + Int(byte - 0x30)
            }
            return number
        }
        guard let year = number(0, 4), let month = number(5, 2), let day = number(8, 2) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package var description: String {
        var text: [UInt8] = []
        append(to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    /// Appends the day as `YYYY-MM-DD`.
    func append(to text: inout [UInt8]) {
        func append(_ number: Int) {
            text.append(0x30 + UInt8(number / 10))
            text.append(0x30 + UInt8(number % 10))
        }
        append(year / 100)
        append(year % 100)
        text.append(0x2D)
        append(month)
        text.append(0x2D)
        append(day)
    }

    package static func < (left: CivilDate, right: CivilDate) -> Bool {
        left.packed < right.packed
    }
}
