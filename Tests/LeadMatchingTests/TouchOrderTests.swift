@testable import LeadAttribution
import PartnerCodes
import Testing

/// Which of two messages came first.
@Suite struct TouchOrderTests {
    private static let times: [MessageTime?] = {
        let offsets: [Int?] = [nil, 0, 420, -60]
        var times: [MessageTime?] = [nil]
        for (year, month, day) in [(1, 1, 1), (1969, 12, 31), (1999, 12, 31), (2000, 1, 1), (2000, 2, 29), (2024, 2, 29), (2024, 3, 1), (2026, 11, 28), (9999, 12, 31)] {
            for (hour, minute, second) in [(0, 0, 0), (0, 0, 1), (6, 59, 59), (7, 0, 0), (23, 59, 59)] {
                for offset in offsets { times.append(MessageTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second, offsetMinutes: offset)) }
            }
        }
        return times
    }()

    @Test func `times are in the order of their moments`() {
        let times = Self.times.compactMap { $0 }
        #expect(times.count == 180)
        for one in times {
            for other in times { #expect((one < other) == (one.secondsForOrdering < other.secondsForOrdering), "\(one.iso8601) \(other.iso8601)") }
        }
    }

    @Test func `messages are in the order of their times, then of the source, and without a time neither first nor last`() throws {
        let code = try PartnerCode("KTM482")
        func touch(_ time: MessageTime?, _ sequence: Int) -> LeadTouch {
            LeadTouch(partner: 0, code: code, time: time, kind: .attributed, source: "a", line: 1, sequence: sequence)
        }
        for one in Self.times {
            for other in Self.times {
                for (first, second) in [(1, 2), (2, 1), (1, 1)] {
                    let isEarlier = (one?.secondsForOrdering ?? .max, first) < (other?.secondsForOrdering ?? .max, second)
                    let isLater = (one?.secondsForOrdering ?? .min, first) > (other?.secondsForOrdering ?? .min, second)
                    #expect(touch(one, first).isEarlier(than: touch(other, second)) == isEarlier)
                    #expect(touch(one, first).isLater(than: touch(other, second)) == isLater)
                }
            }
        }
    }
}
