@testable import LeadAttribution
import Testing

@Suite struct NameTableTests {
    @Test func `names keep their numbers, however many there are`() {
        var table = NameTable()
        var known: [String: Int] = [:]
        for round in 0..<2 {
            for number in 0..<40_000 {
                // Short and long ones, many of which begin or end alike.
                let name = number % 3 == 0 ? "Анна \(number)" : number % 3 == 1 ? "\(number)" : "\(number) Very Long Name Of A Guest"
                let bytes = Array("<\(name)>".utf8)
                let range = 1..<bytes.count - 1
                let given = table.number(bytes, range)
                if let first = known[name] { #expect(given == first) } else if let given { known[name] = given }
                #expect(table.find(bytes, range) == given)
                if let given { #expect(Array(table[given]) == Array(name.utf8)) }
                if round == 1 { #expect(given == known[name]) }
            }
        }
        // There is a limit, up to which each has a number of its own.
        #expect(known.count == 1 << 15 && table.count == known.count)
        #expect(Set(known.values) == Set(0..<table.count))
    }

    @Test func `a table holds no more bytes than its limit and one name`() {
        var table = NameTable()
        let bytes = (0..<3_000).map { Array(String(repeating: "я", count: 500).utf8) + Array("\($0)".utf8) }
        let given = bytes.compactMap { table.number($0, $0.indices) }
        #expect(given == Array(0..<given.count))
        #expect((1_000..<1_100).contains(given.count))
    }
}
