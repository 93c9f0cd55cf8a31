import ByteText

/// Reads the date and time at the start of a line of a chat export, in every form that phones of any language write: the slow and
/// general way, which knows nothing of the file. `CompiledHeader` is the fast way, once the file's form is known.
///
/// The forms are counted over public exports of 32 locales: `14.03.2025, 09:15 - `, `[3/14/25, 9:15:32 PM] `, `2025. 3. 14. 오후 12:30 - `,
/// `13.6.2025 klo 21.26 - `, `[14:56:01, 18/3/22] `, `[3/18/2565 BE, 14:56:01] `, `4 Oct 18:00 - ` and so on.
struct HeaderParser {
    /// In bytes, more than any header and what is looked at after it: whoever sees so many from its start sees all that matters.
    static let longest = 256

    private let bytes: [UInt8]
    private let end: Int
    private var index: Int
    private var form = HeaderForm()
    private var date = WrittenDate()
    private var clock = WrittenClock()

    /// The header that begins at `start`; nil where none does. Looks at no byte from `end` on, which is the line's end at most.
    static func parse(_ bytes: [UInt8], from start: Int, to end: Int) -> ParsedHeader? {
        var parser = HeaderParser(bytes: bytes, end: min(end, start + 160), index: start)
        return parser.header()
    }

    /// Whether a date of numbers begins at `start`, whatever follows it.
    static func startsWithDate(_ bytes: [UInt8], from start: Int, to end: Int) -> Bool {
        var parser = HeaderParser(bytes: bytes, end: min(end, start + 40), index: start)
        return parser.readDate() && !parser.form.isWordDate
    }

    private init(bytes: [UInt8], end: Int, index: Int) {
        self.bytes = bytes
        self.end = end
        self.index = index
    }

    private mutating func header() -> ParsedHeader? {
        skipMarks()
        form.isBracketed = take(.openBracket)
        let start = index
        if readDate(), readJoiner(), readTime(), readTerminator() { return result }
        index = start
        form = HeaderForm(isBracketed: form.isBracketed)
        date = WrittenDate()
        clock = WrittenClock()
        form.isTimeFirst = true
        if readTime(), readJoiner(), readDate(), readTerminator() { return result }
        return nil
    }

    private var result: ParsedHeader { ParsedHeader(form: form, date: date, clock: clock, end: index) }
}

/// A header as it stands in the line, before anyone has decided which part is the day.
struct ParsedHeader: Equatable {
    var form: HeaderForm
    var date: WrittenDate
    var clock: WrittenClock
    /// Where the rest of the line begins.
    var end: Int
}

private extension HeaderParser {
    // MARK: The date

    mutating func readDate() -> Bool {
        if readWordDate() { return true }
        guard let first = readPart() else { return false }
        form.firstSeparator = readSeparator()
        guard form.firstSeparator != .none else { return false }
        guard let second = readPart() else { return false }
        form.secondSeparator = readSeparator()
        guard form.secondSeparator == form.firstSeparator || form.firstSeparator == .yearCharacter && form.secondSeparator == .monthCharacter
        else { return false }
        guard let third = readPart() else { return false }
        date.parts = (first, second, third)
        form.hasEra = first.era != .none || third.era != .none
        readDateEnding()
        return date.isPlausible
    }

    /// One to four digits, perhaps after the letter of a Japanese era.
    mutating func readPart() -> WrittenDate.Part? {
        skipMarks()
        var era = WrittenDate.Era.none
        if index + 1 < end, let named = WrittenDate.Era(letter: bytes[index]), bytes[index + 1].isASCIIDigit {
            era = named
            index += 1
        } else if let (named, length) = WrittenDate.Era.character(bytes, at: index, end: end) {
            era = named
            index += length
        }
        guard let number = readNumber(most: 4) else { return nil }
        return WrittenDate.Part(value: UInt16(number.value), digits: UInt8(number.digits), isPadded: number.isPadded, era: era)
    }

    mutating func readSeparator() -> HeaderForm.Separator {
        skipMarks()
        guard index < end else { return .none }
        let byte = bytes[index]
        switch byte {
        case .slash, .hyphen:
            index += 1
            return byte == .slash ? .slash : .hyphen
        case .dot:
            index += 1
            return skipSpaces() > 0 ? .dotAndSpace : .dot
        default:
            if take([0xE5, 0xB9, 0xB4]) { return .yearCharacter }
            if take([0xE6, 0x9C, 0x88]) { return .monthCharacter }
            return .none
        }
    }

    /// What may follow the last part: `日`, a dot, ` г.`, ` BE`, ` พ.ศ.`.
    mutating func readDateEnding() {
        skipMarks()
        if take([0xE6, 0x97, 0xA5]) { return form.dateEnding = .dayCharacter }
        if index < end, bytes[index] == .dot {
            index += 1
            form.dateEnding = .dot
        }
        let start = index
        skipSpaces()
        if take(Array("BE".utf8)) || take(Array("B.E.".utf8)) || take(Array("พ.ศ.".utf8)) {
            date.isBuddhist = true
            form.dateEnding = .buddhist
        } else if take(Array("г.".utf8)) {
            form.dateEnding = .bulgarianYear
        } else {
            index = start
        }
    }

    /// `4 Oct`, `4 Oct 2018`, `Oct 4, 2018`: English only, and without a year in old exports from Android.
    mutating func readWordDate() -> Bool {
        let start = index
        var day: Int?
        if let number = readNumber(most: 2) {
            day = number.value
            guard skipSpaces() > 0 else { return backTo(start) }
        }
        guard let month = EnglishMonth.number(bytes, at: index), index + 3 <= end else { return backTo(start) }
        while index < end, bytes[index].isASCIILetter { index += 1 }
        if index < end, bytes[index] == .dot { index += 1 }
        if day == nil {
            guard skipSpaces() > 0, let number = readNumber(most: 2) else { return backTo(start) }
            day = number.value
        }
        let afterDay = index
        _ = take(.comma)
        var year: Int?
        if skipSpaces() > 0, let number = readNumber(most: 4), number.digits == 4 { year = number.value } else { index = afterDay }
        guard let day, 1...31 ~= day else { return backTo(start) }
        date.named = WrittenDate.Named(year: year, month: month, day: day)
        form.isWordDate = true
        return true
    }

    mutating func backTo(_ start: Int) -> Bool {
        index = start
        return false
    }

    // MARK: Between

    /// A comma of some script, spaces, and perhaps a short word such as `klo` or `à`.
    mutating func readJoiner() -> Bool {
        skipMarks()
        if take(.comma) { form.joiner = .comma } else if take([0xD8, 0x8C]) { form.joiner = .arabicComma }
        let spaces = skipSpaces()
        for word in HeaderForm.joiningWords where take(word.bytes) {
            guard skipSpaces() > 0 else { return false }
            form.joiningWord = word
            return spaces > 0
        }
        return spaces > 0 || form.dateEnding == .dayCharacter
    }

    // MARK: The time

    mutating func readTime() -> Bool {
        skipMarks()
        if index < end, HeaderCharacters.digit(bytes, at: index, end: end) == nil {
            guard let (part, length) = DayPart.before(bytes, at: index, end: end) else { return false }
            clock.spelling = DayPart.spelling(bytes, index..<index + length)
            index += length
            clock.dayPart = part
            form.dayPart = .before
        }
        guard let hour = readNumber(most: 2) else { return false }
        skipMarks()
        form.hasSpacedHour = false
        if take(.colon) { form.timeSeparator = .colon } else if take(.dot) { form.timeSeparator = .dot } else {
            let start = index
            skipSpaces()
            guard take(.ascii("h")) else { return backTo(start) }
            skipSpaces()
            form.timeSeparator = .colon
            form.hasSpacedHour = true
        }
        guard let minute = readNumber(most: 2), minute.digits == 2 else { return false }
        clock.hour = UInt8(hour.value)
        clock.minute = UInt8(minute.value)
        let start = index
        skipMarks()
        if take(form.timeSeparator == .colon ? .colon : .dot), let second = readNumber(most: 2), second.digits == 2 {
            clock.second = UInt8(second.value)
            form.hasSeconds = true
        } else {
            index = start
        }
        readDayPartAfter()
        return clock.isPlausible
    }

    mutating func readDayPartAfter() {
        guard clock.dayPart == .none else { return }
        let start = index
        skipSpaces()
        if let (part, length) = DayPart.after(bytes, at: index, end: end) {
            clock.spelling = DayPart.spelling(bytes, index..<index + length)
            index += length
            clock.dayPart = part
            form.dayPart = .after
        } else {
            index = start
        }
    }

    // MARK: The end

    mutating func readTerminator() -> Bool {
        skipMarks()
        if form.isBracketed {
            guard take(.closeBracket) else { return false }
            if skipSpaces() > 0 { return true }
            return index == end
        }
        if index < end, bytes[index] == .colon, form.hasSeconds {
            index += 1
            form.terminator = .colon
            return skipOneSpace()
        }
        guard skipSpaces() > 0 else { return false }
        if take(.hyphen) { form.terminator = .hyphen } else if take([0xE2, 0x80, 0x93]) || take([0xE2, 0x80, 0x94]) {
            form.terminator = .dash
        } else {
            return false
        }
        return skipOneSpace()
    }

    // MARK: Bytes

    mutating func readNumber(most: Int) -> (value: Int, digits: Int, isPadded: Bool)? {
        skipMarks()
        var value = 0
        var digits = 0
        var first = 0
        while digits < most, let (digit, length) = HeaderCharacters.digit(bytes, at: index, end: end) {
            if digits == 0 { first = digit }
            value = value * 10 + digit
            digits += 1
            index += length
        }
        guard digits > 0, HeaderCharacters.digit(bytes, at: index, end: end) == nil else { return nil }
        return (value, digits, digits > 1 && first == 0)
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard index < end, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    mutating func take(_ text: [UInt8]) -> Bool {
        guard index + text.count <= end, bytes[index..<index + text.count].elementsEqual(text) else { return false }
        index += text.count
        return true
    }

    mutating func skipMarks() {
        while index < end, bytes[index] >= 0x80 {
            let length = DirectionMarks.length(at: index, in: bytes)
            if length == 0 || index + length > end { return }
            index += length
        }
    }

    mutating func skipOneSpace() -> Bool {
        skipMarks()
        let length = HeaderCharacters.spaceLength(bytes, at: index, end: end)
        index += length
        return length > 0
    }

    /// How many bytes of spaces of any width were skipped; marks among them are skipped too.
    @discardableResult
    mutating func skipSpaces() -> Int {
        var skipped = 0
        skipMarks()
        while true {
            let length = HeaderCharacters.spaceLength(bytes, at: index, end: end)
            if length == 0 { return skipped }
            skipped += length
            index += length
            skipMarks()
        }
    }
}
