@testable import PartnerCodes
import ByteText
import Testing

@Suite struct CodeSkeletonDistanceTests {
    @Test("the slips between two codes are counted up to two", arguments: [
        ("KTM482", "KTM482", 0),
        ("KTM482", "KTM483", 1),
        ("KTM482", "KTM4882", 1),
        ("KTM482", "KTM48", 1),
        ("KTM482", "TKM482", 1),
        ("KTM482", "KTM428", 1),
        ("KTM482", "TKM428", 2),
        ("KTM482", "HTM483", 2),
        ("KTM482", "XKTM48", 2),
        ("KTM482", "KTM", nil),
        ("KTM482", "KTM4", 2),
        ("KTM482", "TMK482", 2),
        ("KTM482", "TXK482", nil),
        ("KTM482", "TXKM482", 2),
        ("TXKM482", "KTM482", 2),
        ("KTM482", "MPX482", nil),
        ("BTM482", "8TM482", 0),
        ("SUNRISE5", "SUNR1SES", 1),
    ] as [(String, String, Int?)])
    func table(first: String, second: String, distance: Int?) throws {
        let first = try #require(CodeSkeleton(folding: first))
        let second = try #require(CodeSkeleton(folding: second))
        #expect(first.distance(to: second) == distance)
        #expect(second.distance(to: first) == distance)
    }

    @Test func `random codes and codes made from one another agree with the plain recurrence`() {
        var numbers = SeededNumbers(seed: 1)
        var counts = [0, 0, 0, 0]
        for _ in 0..<30_000 {
            let symbolCount = UInt8.random(in: 2...6, using: &numbers)
            let first = (0..<Int.random(in: 1...12, using: &numbers)).map { _ in UInt8.random(in: 0..<symbolCount, using: &numbers) }
            var second = first
            for _ in 0..<Int.random(in: 0...4, using: &numbers) { slip(&second, symbolCount: symbolCount, using: &numbers) }
            if second.count > CodeSkeleton.capacity { continue }
            let reference = ReferenceDistance.unrestricted(first, second)
            let distance = skeleton(first).distance(to: skeleton(second))
            #expect(distance == (reference <= 2 ? reference : nil), "\(first) \(second)")
            counts[min(reference, 3)] += 1
        }
        #expect(counts.allSatisfy { $0 > 1_000 })
    }

    @Test func `spacing by this measure is never less than by optimal string alignment`() {
        var numbers = SeededNumbers(seed: 2)
        for _ in 0..<30_000 {
            let first = (0..<6).map { _ in UInt8.random(in: 0..<4, using: &numbers) }
            var second = first
            for _ in 0..<3 { slip(&second, symbolCount: 4, using: &numbers) }
            let alignment = EditDistance.optimalStringAlignment(first, second, limit: 2)
            let distance = skeleton(first).distance(to: skeleton(second))
            if let alignment { #expect(distance == alignment, "\(first) \(second)") }
        }
    }

    private func skeleton(_ symbols: [UInt8]) -> CodeSkeleton {
        var skeleton = CodeSkeleton()
        for symbol in symbols where !skeleton.append(symbol) { Issue.record("a skeleton is full") }
        return skeleton
    }

    private func slip(_ symbols: inout [UInt8], symbolCount: UInt8, using numbers: inout SeededNumbers) {
        let place = Int.random(in: 0...symbols.count, using: &numbers)
        let symbol = UInt8.random(in: 0..<symbolCount, using: &numbers)
        switch Int.random(in: 0..<4, using: &numbers) {
        case 0: symbols.insert(symbol, at: place)
        case 1 where place < symbols.count && symbols.count > 1: symbols.remove(at: place)
        case 2 where place + 1 < symbols.count: symbols.swapAt(place, place + 1)
        default: if place < symbols.count { symbols[place] = symbol }
        }
    }
}
