import ByteText

/// Times as the channels write them: ISO 8601 and RFC 2822.
extension MessageTime {
    /// The time that `text` holds in ISO 8601 (`2026-11-20T14:03:00`, `2026-11-20 14:03:00.123+0700`, `…Z`, seconds optional)
    /// or in RFC 2822 (`Fri, 24 May 2019 17:44:50 +0000`); nil for anything else.
    package init?(reading text: String) {
        var scanner = TimeScanner(bytes: Array(text.utf8))
        scanner.skipSpaces()
        if let time = scanner.iso8601() {
            self = time
            return
        }
        scanner.index = 0
        guard let time = scanner.rfc2822() else { return nil }
        self = time
    }
}

/// A cursor over the text of one time.
private struct TimeScanner {
    let bytes: [UInt8]
    var index = 0

    /// `2026-11-20`, then `T` or a space, the time, and an offset if there is one.
    mutating func iso8601() -> MessageTime? {
        guard let year = digits(4, 4), take(.hyphen), let month = digits(2, 2), take(.hyphen), let day = digits(2, 2),
              take(.ascii("T")) || take(.ascii("t")) || take(.space), let clock = clock()
        else { return nil }
        if take(.dot) || take(.comma) { guard digits(1, 9) != nil else { return nil } }
        skipSpaces()
        var offset: Int?
        if take(.ascii("Z")) || take(.ascii("z")) { offset = 0 } else if index < bytes.count {
            guard let given = zone() else { return nil }
            offset = given
        }
        skipSpaces()
        guard index == bytes.count else { return nil }
        return MessageTime(
            year: year, month: month, day: day, hour: clock.hour, minute: clock.minute, second: clock.second, offsetMinutes: offset)
    }

    /// An optional weekday, `24 May 2019 17:44:50`, and an offset or `GMT`.
    mutating func rfc2822() -> MessageTime? {
        skipSpaces()
        if let comma = bytes.firstIndex(of: .comma), comma <= 12 { index = comma + 1 }
        skipSpaces()
        guard let day = digits(1, 2) else { return nil }
        skipSpaces()
        guard let month = EnglishMonth.number(bytes, at: index) else { return nil }
        while index < bytes.count, bytes[index].isASCIILetter { index += 1 }
        skipSpaces()
        guard let year = digits(4, 4) else { return nil }
        skipSpaces()
        guard let clock = clock() else { return nil }
        skipSpaces()
        let rest = String(decoding: bytes[index...], as: UTF8.self)
        var offset: Int?
        if ["GMT", "UTC", "UT", "Z"].contains(rest) { offset = 0 } else if !rest.isEmpty {
            guard let given = zone() else { return nil }
            offset = given
        }
        return MessageTime(
            year: year, month: month, day: day, hour: clock.hour, minute: clock.minute, second: clock.second, offsetMinutes: offset)
    }

    mutating func clock() -> (hour: Int, minute: Int, second: Int)? {
        guard let hour = digits(1, 2), take(.colon), let minute = digits(2, 2) else { return nil }
        guard take(.colon) else { return (hour, minute, 0) }
        return digits(2, 2).map { (hour, minute, $0) }
    }

    mutating func zone() -> Int? {
        let isWest = index < bytes.count && bytes[index] == .hyphen
        guard take(.ascii("+")) || take(.hyphen), let hours = digits(2, 2) else { return nil }
        _ = take(.colon)
        let minutes = index < bytes.count ? digits(2, 2) : 0
        return minutes.map { (hours * 60 + $0) * (isWest ? -1 : 1) }
    }

    mutating func digits(_ least: Int, _ most: Int) -> Int? {
        var value = 0
        let start = index
        while index < bytes.count, index - start < most, bytes[index].isASCIIDigit {
            value = value * 10 + Int(bytes[index] - 0x30)
            index += 1
        }
        return index - start >= least ? value : nil
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    mutating func skipSpaces() {
        while index < bytes.count, bytes[index].isASCIIWhitespace { index += 1 }
    }
}

/// English names of months, by their first three letters.
enum EnglishMonth {
    /// 1…12 for a month's name at `offset`, in any case; nil for any other word.
    static func number(_ bytes: [UInt8], at offset: Int) -> Int? {
        guard offset + 3 <= bytes.count else { return nil }
        let letters = UInt32(bytes[offset].asciiLowercased) << 16 | UInt32(bytes[offset + 1].asciiLowercased) << 8
            | UInt32(bytes[offset + 2].asciiLowercased)
        return switch letters {
        case 0x6A616E: 1
        case 0x666562: 2
        case 0x6D6172: 3
        case 0x617072: 4
        case 0x6D6179: 5
        case 0x6A756E: 6
        case 0x6A756C: 7
        case 0x617567: 8
        case 0x736570: 9
        case 0x6F6374: 10
        case 0x6E6F76: 11
        case 0x646563: 12
        default: nil
        }
    }
}
