@testable import LeadAttribution
import Testing

/// Dates of an export, the first day they mean, and whether that is certain.
struct OrderSample: CustomTestStringConvertible, Sendable {
    let name: String
    let headers: [String]
    let first: String
    let isCertain: Bool
    var testDescription: String { name }
    var export: String { headers.map { "\($0)Ann: x\n" }.joined() }

    static let all: [OrderSample] = [
        .init(name: "a day past 12 anywhere", headers: ["03/04/25, 09:15 - ", "03/13/25, 09:15 - "], first: "2025-03-04", isCertain: true),
        .init(name: "a first part past 12 anywhere", headers: ["03/04/25, 09:15 - ", "13/04/25, 09:15 - "], first: "2025-04-03", isCertain: true),
        .init(name: "chronology, month first", headers: ["3/4/2025, 09:15 - ", "3/5/2025, 09:15 - ", "4/1/2025, 09:15 - ", "4/2/2025, 09:15 - "],
            first: "2025-03-04", isCertain: true),
        .init(name: "chronology, day first", headers: ["11/04/25, 9:15 PM - ", "12/04/25, 9:15 PM - ", "01/05/25, 9:15 PM - ", "02/05/25, 9:15 PM - "],
            first: "2025-04-11", isCertain: true),
        .init(name: "one step back is no proof against many forward", headers: ["05/04/25, 9:15 - ", "01/04/25, 9:15 - ", "02/04/25, 9:15 - ", "03/04/25, 9:15 - ", "01/05/25, 9:15 - ", "02/05/25, 9:15 - "],
            first: "2025-04-05", isCertain: true),
        .init(name: "alike in either order", headers: ["3/3/25, 9:15 PM - ", "3/3/25, 9:16 PM - "], first: "2025-03-03", isCertain: true),
        .init(name: "habit: slashes, not padded, short year", headers: ["3/4/25, 9:15 PM - "], first: "2025-03-04", isCertain: false),
        .init(name: "habit: slashes, not padded, short year, 24 h", headers: ["3/4/25, 21:15 - "], first: "2025-03-04", isCertain: false),
        .init(name: "habit: slashes, padded, long year", headers: ["03/04/2025, 21:15 - "], first: "2025-04-03", isCertain: false),
        .init(name: "habit: lower-case pm", headers: ["03/04/25, 9:15 pm - "], first: "2025-04-03", isCertain: false),
        .init(name: "habit: upper-case PM, padded, Android", headers: ["03/04/25, 9:15 PM - "], first: "2025-03-04", isCertain: false),
        .init(name: "habit: upper-case PM, padded, iOS", headers: ["[03/04/25, 9:15:00 PM] "], first: "2025-04-03", isCertain: false),
        .init(name: "habit: dots", headers: ["03.04.25, 21:15 - "], first: "2025-04-03", isCertain: false),
        .init(name: "habit: hyphens", headers: ["03-04-2025 21:15 - "], first: "2025-04-03", isCertain: false),
        .init(name: "habit: hyphens and p.m.", headers: ["11-04-03, 9:15 p.m. - "], first: "2011-04-03", isCertain: false),
        .init(name: "short years in front", headers: (1...9).map { "25/03/0\($0) 9:15 - " }, first: "2025-03-01", isCertain: true),
        .init(name: "long year in front", headers: ["2025/03/04 9:15 - "], first: "2025-03-04", isCertain: true),
    ]
}

@Suite struct DateOrderTests {
    @Test(arguments: OrderSample.all)
    func `the order of day and month follows from the whole file`(_ sample: OrderSample) throws {
        let reading = try Reading(sample.export)
        #expect(reading.messages.first?.time?.iso8601.hasPrefix(sample.first) == true, "\(reading.lines.first ?? "none")")
        #expect(reading.ids == (sample.isCertain ? [] : ["R010"]))
        // Many messages of a day say no more than one.
        let repeated = try Reading(sample.headers.map { String(repeating: "\($0)Ann: x\n", count: 5) }.joined())
        #expect(repeated.messages.first?.time == reading.messages.first?.time && repeated.ids == reading.ids)
    }

    @Test func `evidence far behind the sample decides where the source can be read twice`() throws {
        var text = ""
        for minute in 0..<600 { text += "03/04/25, \(9 + minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60) PM - Ann: x\n" }
        text += "13/04/25, 9:15 PM - Ann: x\n"
        let options = ReadingOptions.small(sample: 2_000, chunk: 4_096)
        let twice = try Reading(Array(text.utf8), options: options)
        #expect(twice.messages.first?.time?.month == 4)
        #expect(twice.messages.count == 601)
        #expect(twice.ids == [])
        let once = try Reading(Array(text.utf8), canRestart: false, options: options)
        #expect(once.messages.first?.time?.month == 3)
        #expect(once.messages.last?.time?.iso8601 == "2025-04-13T21:15:00")
        #expect(once.ids == ["R010", "R011"])
    }

    @Test func `an order that the user gives is not doubted`() throws {
        var options = ReadingOptions()
        options.dateOrder = .dayMonthYear
        let reading = try Reading("3/4/25, 9:15 PM - Ann: x\n", options: options)
        #expect(reading.lines == ["2025-04-03T21:15:00 Ann: x"])
        #expect(reading.ids == [])
    }
}

@Suite struct MessageTimeTests {
    @Test(arguments: [(2026, 11, 28, "2026-11-28"), (1, 2, 3, "0001-02-03"), (9999, 12, 31, "9999-12-31")])
    func `a day is written as the beginning of its time`(year: Int, month: Int, day: Int, text: String) throws {
        let time = try #require(MessageTime(year: year, month: month, day: day, hour: 9, minute: 5, offsetMinutes: 420))
        #expect(time.dayText == text)
        #expect(time.iso8601 == "\(text)T09:05:00+07:00")
    }

    @Test(arguments: [
        ("2026-11-20T14:03:00", "2026-11-20T14:03:00"), ("2026-11-20T14:03:00Z", "2026-11-20T14:03:00Z"),
        ("2026-11-20 14:03:05.123+0700", "2026-11-20T14:03:05+07:00"), ("2026-11-20T14:03:00-03:30", "2026-11-20T14:03:00-03:30"),
        ("2026-11-20T14:03", "2026-11-20T14:03:00"), ("Fri, 24 May 2019 17:44:50 +0000", "2019-05-24T17:44:50Z"),
        ("24 May 2019 17:44:50 -0730", "2019-05-24T17:44:50-07:30"), ("Fri, 24 May 2019 17:44:50 GMT", "2019-05-24T17:44:50Z"),
        ("2026-02-30T14:03:00", nil), ("2026-11-20", nil), ("yesterday", nil), ("", nil), ("2026-11-20T25:00:00", nil), ("2026-11-20T14:03:00+7", nil),
    ] as [(String, String?)])
    func `times of channels are read`(_ text: String, _ expected: String?) {
        #expect(MessageTime(reading: text)?.iso8601 == expected)
    }

    @Test func `every day since 1970 survives the way to seconds and back`() throws {
        for day in 0..<40_000 {
            let time = try #require(MessageTime(unixSeconds: day * 86_400 + 3_661))
            #expect(time.secondsForOrdering == day * 86_400 + 3_661 && time.dayNumber == day)
        }
        #expect(MessageTime(unixSeconds: 1_763_642_580)?.iso8601 == "2025-11-20T12:43:00Z")
        #expect(MessageTime(unixSeconds: -1)?.iso8601 == "1969-12-31T23:59:59Z")
        #expect(MessageTime(unixSeconds: .max) == nil)
    }
}
