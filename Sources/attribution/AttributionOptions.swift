import CommandLineKit
import LeadAttribution

/// The options that several commands take.
enum AttributionOptions {
    static let manifest = Option(
        "manifest", .file(), default: "manifest.json", fallback: "manifest.json in this folder", summary: "The manifest that sitegen wrote, or the folder of the site")
        .alsoTyped("root", "site", "folder", "dir")
    static let format = Option(
        "format", .choice(ReportFormat.self), default: .text, fallback: "text", summary: "What to print")
    static let me = Option(
        repeated: "me", .text("NAME"), summary: "Your own name or number in the chat exports; may be given several times",
        fallback: "guessed, and said")
    static let source = Option("source", .choice(SourceKind.self), summary: "What the files are", fallback: "recognised by content")
    static let dateOrder = Option(
        "date-order", .choice(DateOrder.self), summary: "The order of day and month in chat exports", fallback: "decided from each file")
    static let touch = Option(
        "touch", .choice(LeadRules.Touch.self), default: .first, fallback: "first", summary: "Which code of a person decides who is credited")
    static let window = Option(
        "window", days, summary: "A person who sends a code after a silence longer than this is a new lead", fallback: "one lead a person")
    static let since = Option("since", date, summary: "Leave out messages before this day", fallback: "from the beginning")
    static let until = Option("until", date, summary: "Leave out messages after this day", fallback: "to the end")
    static let showNumbers = Option(flag: "show-numbers", summary: "Show telephone numbers in full")

    /// `2026-11-22` or `7d`.
    static let dateOrDays = ValueReader<FirstDay>("DATE|DAYS") { text in
        if case .success(let number) = dayNumber(text) { return .success(.date(number)) }
        if case .success(let number) = dayCount(text) { return .success(.daysAgo(number)) }
        return .failure(ValueProblem(
            "it is neither a date nor a number of days", hint: "write it as `2026-11-22`, or as `7d` for the last seven days"))
    }

    /// `30d`, `30` or `4w`, in days.
    private static let days = ValueReader<Int>("DAYS", read: dayCount)

    /// `2026-11-22`, as a day number.
    private static let date = ValueReader<Int>("DATE", read: dayNumber)

    @Sendable private static func dayCount(_ text: String) -> Result<Int, ValueProblem> {
        let hint = "write a number of days such as `30d`"
        let unit = text.last == "w" ? 7 : 1
        let digits = text.last == "d" || text.last == "w" ? String(text.dropLast()) : text
        guard let number = Int(digits), digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
            return .failure(ValueProblem("it is not a number of days", hint: hint))
        }
        guard 1...36_500 ~= number, 1...36_500 ~= number * unit else {
            return .failure(ValueProblem("it is not between 1 and 36,500 days", hint: hint))
        }
        return .success(number * unit)
    }

    @Sendable private static func dayNumber(_ text: String) -> Result<Int, ValueProblem> {
        guard text.utf8.count == 10, let time = MessageTime(reading: text + "T00:00:00") else {
            return .failure(ValueProblem("it is not a date", hint: "write it as `2026-11-22`"))
        }
        return .success(time.dayNumber)
    }
}

/// What a report can be printed as.
enum ReportFormat: String, CaseIterable, Sendable {
    case text, jsonl, csv, html
}

/// The first day of a period.
enum FirstDay: Equatable, Sendable {
    /// As days since 1970-01-01.
    case date(Int)
    case daysAgo(Int)

    /// As days since 1970-01-01, for a period that is asked for at a moment `now` in seconds since then (UTC).
    func dayNumber(now: Int) -> Int {
        switch self {
        case .date(let number): number
        case .daysAgo(let count): now / 86_400 - count
        }
    }
}
