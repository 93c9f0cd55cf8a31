import Foundation
import Testing

/// A thousand sites, each through ten years of whatever happens to one. `SITEGEN_HISTORIES=20000 swift test --filter LongLifeTests` lives
/// through more, `SITEGEN_HISTORY_STEPS` through longer ones; a seed that breaks is told, and always breaks again.
@Suite struct LongLifeTests {
    private static let histories = number("SITEGEN_HISTORIES") ?? 1_000
    private static let steps = number("SITEGEN_HISTORY_STEPS") ?? 15
    private static let portions = 8

    private static func number(_ name: String) -> Int? { ProcessInfo.processInfo.environment[name].flatMap { Int($0) } }

    @Test(arguments: 0..<portions)
    func `every code leads to its one partner and every address to a page, through everything`(portion: Int) throws {
        var count = HistoryCount()
        var broken: [String] = []
        for seed in stride(from: portion, to: Self.histories, by: Self.portions) {
            if let problem = try History.problem(seed: seed, steps: Self.steps, count: &count) { broken.append(problem) }
        }
        let first = broken.prefix(3).joined(separator: "\n")
        #expect(broken.isEmpty, "\(broken.count) of \(Self.histories / Self.portions) broke:\n\(first)")
        // Each kind of thing has to have happened, or this shows nothing.
        #expect(count.builds > 0 && count.killed > 0 && count.merges > 0 && count.recoveries > 0 && count.withdrawals > 0 && count.refusals > 0, "\(count)")
        if Self.number("SITEGEN_HISTORIES") != nil { print("portion \(portion): \(count)") }
    }
}
