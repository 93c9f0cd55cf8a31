import ByteText

/// How a header writes the part of the day, which hints at the country.
enum DayPartSpelling: UInt8 {
    case none
    /// `AM`
    case upperCase
    /// `am`
    case lowerCase
    /// `a.m.`, `a. m.`
    case dotted
    /// A word that is not Latin.
    case native
}

/// The part of the day that a 12-hour time names: `PM`, `p. m.`, `下午`, `오후`, `م` and the words of other languages.
enum DayPart: UInt8 {
    case none, beforeNoon, afterNoon
    /// From midnight on: 凌晨. Twelve is zero.
    case smallHours
    /// Around noon: 中午. Eleven stays, one is thirteen.
    case midday
    /// 晚上. Twelve is midnight, and one to four belong to the night before morning.
    case night

    /// The hour from 0 to 23 for an hour that stands with this part. An hour past twelve is taken as it is.
    @inline(__always)
    func hour24(_ hour: Int) -> Int {
        if hour > 12 { return hour == 24 ? 0 : hour }
        switch self {
        case .none: return hour
        case .beforeNoon, .smallHours: return hour == 12 ? 0 : hour
        case .afterNoon: return hour == 12 ? 12 : hour + 12
        case .midday: return hour < 10 ? hour + 12 : hour
        case .night: return hour == 12 ? 0 : hour < 5 ? hour : hour + 12
        }
    }

    /// The word that begins at `index`, before the hour, and its length with what separates it from the digits.
    static func before(_ bytes: [UInt8], at index: Int, end: Int) -> (part: DayPart, length: Int)? {
        var stop = index
        while stop < end, stop - index < 40, HeaderCharacters.digit(bytes, at: stop, end: end) == nil { stop += 1 }
        guard stop < end, stop > index else { return nil }
        return lookUp(bytes, index..<stop).map { ($0, stop - index) }
    }

    /// The word that begins at `index`, after the time, and its length.
    static func after(_ bytes: [UInt8], at index: Int, end: Int) -> (part: DayPart, length: Int)? {
        var stop = index
        while stop < end, stop - index < 40, !endsWord(bytes, at: stop, end: end) { stop += 1 }
        guard stop > index else { return nil }
        return lookUp(bytes, index..<stop).map { ($0, stop - index) }
    }

    /// A bracket, a comma, `: `, or a dash between spaces.
    private static func endsWord(_ bytes: [UInt8], at index: Int, end: Int) -> Bool {
        switch bytes[index] {
        case .closeBracket, .comma: return true
        case .colon: return index + 1 < end && bytes[index + 1] == .space
        default:
            let space = HeaderCharacters.spaceLength(bytes, at: index, end: end)
            guard space > 0, index + space < end else { return false }
            return bytes[index + space] == .hyphen || bytes[index + space] == 0xE2 && index + space + 2 < end
                && bytes[index + space + 1] == 0x80 && 0x93...0x94 ~= bytes[index + space + 2]
        }
    }

    /// How the word at `index` is written.
    static func spelling(_ bytes: [UInt8], _ range: Range<Int>) -> DayPartSpelling {
        guard let first = bytes[range].first(where: { $0.isASCIILetter || $0 >= 0xC3 }) else { return .none }
        if !first.isASCIILetter { return .native }
        return bytes[range].contains(.dot) ? .dotted : first.isASCIIUppercase ? .upperCase : .lowerCase
    }

    private static func lookUp(_ bytes: [UInt8], _ range: Range<Int>) -> DayPart? {
        var word: [UInt8] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let skipped = max(DirectionMarks.length(at: index, in: bytes), HeaderCharacters.spaceLength(bytes, at: index, end: range.upperBound))
            if skipped > 0 { index += skipped } else {
                if bytes[index] != .dot { word.append(bytes[index].asciiLowercased) }
                index += 1
            }
        }
        return table[word]
    }

    /// By the word without dots, spaces and marks, ASCII in lower case. Unicode CLDR, `dayPeriods` of each language.
    private static let table: [[UInt8]: DayPart] = {
        let words: [(DayPart, [String])] = [
            (.beforeNoon, [
                "am", "a", "上午", "早上", "清晨", "上晝", "午前", "오전", "아침", "ص", "صباحًا", "صباحا", "قظ", "ق‌ظ", "قبل‌ازظهر", "قبلدوپہر",
                "पूर्वाह्न", "सुबह", "मपू", "পূর্বাহ্ণ", "முற்பகல்", "ਪੂਦੁ", "ก่อนเที่ยง", "לפנה״צ", "sa", "öö", "de", "pg", "pagi", "vm", "fm",
                "pd", "eparadites", "dop", "rano", "дп", "проб", "преподне", "утра", "πμ", "ጥዋት", "inthemorning",
            ]),
            (.afterNoon, [
                "pm", "p", "下午", "傍晚", "下晝", "午後", "오후", "낮", "저녁", "م", "مساءً", "مساء", "بظ", "ب‌ظ", "بعدازظهر", "بعددوپہر",
                "अपराह्न", "दोपहर", "शाम", "मउ", "অপরাহ্ণ", "பிற்பகல்", "ਬਾਦੁ", "หลังเที่ยง", "אחה״צ", "ch", "ös", "du", "ptg", "petang", "nm", "em",
                "md", "epasdites", "odp", "pop", "пп", "слоб", "поподне", "дня", "вечера", "μμ", "ከሰዓት", "intheafternoon", "intheevening",
            ]),
            (.smallHours, ["凌晨", "半夜", "深夜", "새벽", "ночи"]),
            (.midday, ["中午", "正午", "noon"]),
            (.night, ["晚上", "夜", "夜间", "夜裡", "夜晚", "밤", "रात", "atnight", "malam"]),
        ]
        var table: [[UInt8]: DayPart] = [:]
        for (part, names) in words { for name in names { table[Array(name.utf8)] = part } }
        return table
    }()
}
