import ByteText

/// The fast way to read the headers of one export: its form as fixed pieces of text between runs of ASCII digits.
///
/// Whatever this accepts, `HeaderParser` reads in the same way; a header that it does not accept (other digits, direction marks,
/// more spaces) is left to `HeaderParser`.
struct CompiledHeader {
    /// Up to eight bytes, compared as one number.
    private struct Piece {
        var word: UInt64 = 0
        var mask: UInt64 = 0
        var count = 0

        init() {}

        init?(_ text: ArraySlice<UInt8>) {
            guard text.count <= 8 else { return nil }
            for (index, byte) in text.enumerated() {
                word |= UInt64(byte) << UInt64(index * 8)
                mask |= 0xFF << UInt64(index * 8)
            }
            count = text.count
        }

        @inline(__always) func matches(_ bytes: [UInt8], at index: Int) -> Bool {
            bytes.eightBytes(at: index) & mask == word
        }
    }

    /// Whether there is a fast way; otherwise nothing else may be asked. Not an optional: looking into one copies all of it.
    private(set) var isUsable = false
    private var opening = Piece()
    private var afterFirst = Piece()
    private var afterSecond = Piece()
    private var joiner = Piece()
    private var timeSeparator: UInt8 = 0
    private var hasSeconds = false
    private var beforeDayPart: Piece?
    private var isUpperCase = false
    private var tail = Piece()
    private var isBracketed = false
    private var isBuddhist = false

    /// Whether a header ends where its form does; after a bracket there may be more of it.
    var isClosed: Bool { !isBracketed }

    /// The fast way for the form of `example`, the header at `start` of `bytes`. There is none for the time first, words or parts of the
    /// day that are not Latin letters, eras, digits of other scripts, direction marks.
    init(_ example: ParsedHeader, in bytes: [UInt8], from start: Int) {
        let form = example.form
        guard !form.isTimeFirst, !form.isWordDate, !form.hasEra, !form.hasSpacedHour, form.dayPart != .before else { return }
        var index = start
        func piece(until stop: (UInt8) -> Bool) -> Piece? {
            let begin = index
            while index < example.end, !stop(bytes[index]) { index += 1 }
            return Piece(bytes[begin..<index])
        }
        func skipDigits() -> Bool {
            let begin = index
            while index < example.end, bytes[index].isASCIIDigit { index += 1 }
            return index > begin
        }
        let isDigit: (UInt8) -> Bool = { $0.isASCIIDigit }
        guard let opening = piece(until: isDigit), skipDigits(), let afterFirst = piece(until: isDigit), skipDigits(),
              let afterSecond = piece(until: isDigit), skipDigits(), let joiner = piece(until: isDigit), skipDigits(), index < example.end
        else { return }
        self.opening = opening
        self.afterFirst = afterFirst
        self.afterSecond = afterSecond
        self.joiner = joiner
        timeSeparator = bytes[index]
        index += 1
        guard skipDigits() else { return }
        hasSeconds = form.hasSeconds
        if form.hasSeconds {
            index += 1
            guard skipDigits() else { return }
        }
        if form.dayPart == .after {
            guard let space = piece(until: { $0.isASCIILetter }), index < example.end,
                  bytes[index].asciiLowercased == .ascii("a") || bytes[index].asciiLowercased == .ascii("p") else { return }
            beforeDayPart = space
            isUpperCase = bytes[index].isASCIIUppercase
            index += 1
        }
        guard let tail = Piece(bytes[index..<example.end]) else { return }
        self.tail = tail
        isBracketed = form.isBracketed
        isBuddhist = example.date.isBuddhist
        isUsable = parse(bytes, from: start)?.end == example.end
    }

    /// The date, time and end of the header that begins at `start`; nil where none does, or where the slow way must look.
    @inline(__always)
    func parse(_ bytes: [UInt8], from start: Int) -> (date: WrittenDate, dateEnd: Int, clock: WrittenClock, end: Int)? {
        guard let (date, dateEnd) = date(bytes, from: start), let (clock, end) = clock(bytes, from: dateEnd) else { return nil }
        return (date, dateEnd, clock, end)
    }

    /// The date that begins at `start`, and where the time after it begins.
    @inline(__always)
    private func date(_ bytes: [UInt8], from start: Int) -> (date: WrittenDate, end: Int)? {
        guard opening.matches(bytes, at: start) else { return nil }
        var index = start + opening.count
        guard let first = part(bytes, &index), afterFirst.matches(bytes, at: index) else { return nil }
        index += afterFirst.count
        guard let second = part(bytes, &index), afterSecond.matches(bytes, at: index) else { return nil }
        index += afterSecond.count
        guard let third = part(bytes, &index), joiner.matches(bytes, at: index) else { return nil }
        index += joiner.count
        var date = WrittenDate()
        date.parts = (first, second, third)
        date.isBuddhist = isBuddhist
        return date.isPlausible ? (date, index) : nil
    }

    /// The time that begins at `start`, and the end of the header.
    @inline(__always)
    func clock(_ bytes: [UInt8], from start: Int) -> (clock: WrittenClock, end: Int)? {
        // The hour, a sign, the minute and what follows them are never more than six bytes.
        var word = bytes.eightBytes(at: start)
        func byte(_ place: Int) -> UInt8 { UInt8(truncatingIfNeeded: word &>> UInt64(8 &* place)) }
        func digit(_ place: Int) -> UInt8 { byte(place) &- 0x30 }
        guard digit(0) < 10 else { return nil }
        var index = start + (digit(1) < 10 ? 2 : 1)
        var clock = WrittenClock(hour: digit(1) < 10 ? digit(0) * 10 + digit(1) : digit(0))
        word &>>= UInt64(8 &* (index - start))
        guard byte(0) == timeSeparator, digit(1) < 10, digit(2) < 10, digit(3) >= 10 else { return nil }
        clock.minute = digit(1) * 10 + digit(2)
        index += 3
        if hasSeconds {
            guard let second = pair(bytes, &index) else { return nil }
            clock.second = second
        }
        if let beforeDayPart {
            guard beforeDayPart.matches(bytes, at: index) else { return nil }
            index += beforeDayPart.count
            guard index < bytes.count, let isAfterNoon = dayPart(bytes[index]) else { return nil }
            clock.dayPart = isAfterNoon ? .afterNoon : .beforeNoon
            index += 1
        }
        guard tail.matches(bytes, at: index), clock.isPlausible else { return nil }
        index += tail.count
        // More spaces or marks after a bracket belong to the header, which only the slow way knows how to skip.
        if isBracketed, index < bytes.count {
            switch bytes[index] {
            case .space, 0xC2, 0xD8, 0xE2, 0xE3, 0xEF: return nil
            default: break
            }
        }
        return (clock, index)
    }
}

private extension CompiledHeader {
    /// One to four ASCII digits.
    @inline(__always)
    func part(_ bytes: [UInt8], _ index: inout Int) -> WrittenDate.Part? {
        let start = index
        var value: UInt16 = 0
        while index < bytes.count, bytes[index].isASCIIDigit {
            if index - start == 4 { return nil }
            value = value * 10 + UInt16(bytes[index] - 0x30)
            index += 1
        }
        let digits = index - start
        return digits == 0 ? nil : WrittenDate.Part(value: value, digits: UInt8(digits), isPadded: digits > 1 && bytes[start] == 0x30)
    }

    /// The separator of the time and exactly two digits.
    @inline(__always)
    func pair(_ bytes: [UInt8], _ index: inout Int) -> UInt8? {
        guard index + 3 <= bytes.count, bytes[index] == timeSeparator, bytes[index + 1].isASCIIDigit, bytes[index + 2].isASCIIDigit,
              index + 3 == bytes.count || !bytes[index + 3].isASCIIDigit
        else { return nil }
        index += 3
        return (bytes[index - 2] - 0x30) * 10 + bytes[index - 1] - 0x30
    }

    @inline(__always)
    func dayPart(_ letter: UInt8) -> Bool? {
        switch isUpperCase ? letter | 0x20 : letter {
        case .ascii("a") where letter.isASCIIUppercase == isUpperCase: false
        case .ascii("p") where letter.isASCIIUppercase == isUpperCase: true
        default: nil
        }
    }
}
