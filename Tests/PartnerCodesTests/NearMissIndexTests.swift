@testable import PartnerCodes
import Testing

@Suite struct NearMissIndexTests {
    private let codes = ["KTM482", "HPX915", "SUNRISE5", "BEACH", "ABCDEFGHIJKM"].compactMap(PartnerCode.init(canonical:))

    @Test("a text is looked up with and without the table", arguments: [
        ("ктм-482", .exact(0)), ("KTM483", .corrected(0)), ("TKM482", .corrected(0)), ("KTM4822", .corrected(0)), ("KT482", .corrected(0)),
        ("KTM499", .near([0])), ("SUNR1SE5", .exact(2)), ("SUNRISE", .corrected(2)), ("8EACH", .exact(3)), ("ABCDEFGHXXIJKM", .near([4])),
        ("ABCDEFGHXIJKM", .corrected(4)), ("HHHHHH", .unknown), ("K", .unknown),
    ] as [(String, CodeMatch)])
    func lookup(text: String, match: CodeMatch) throws {
        let skeleton = try #require(CodeSkeleton(folding: text))
        #expect(NearMissIndex(codes).lookup(skeleton) == match)
        #expect(NearMissIndex(codes, forLookups: .max).lookup(skeleton) == match)
    }

    @Test func `codes without spacing make a question`() throws {
        let crowded = ["KTM482", "KTM483", "KTM482", "HPX915"].compactMap(PartnerCode.init(canonical:))
        for lookups in [0, Int.max] {
            let index = NearMissIndex(crowded, forLookups: lookups)
            #expect(try index.lookup(PartnerCode("KTM482").skeleton) == .ambiguous([0, 2]))
            #expect(try index.lookup(PartnerCode("KTM483").skeleton) == .exact(1))
            #expect(try index.lookup(PartnerCode("KTM484").skeleton) == .ambiguous([0, 1, 2]))
            #expect(try index.exactMatch(PartnerCode("KTM482").skeleton) == nil)
        }
    }

    @Test func `scan, table and a comparison of all pairs agree on random codes`() {
        var numbers = SeededNumbers(seed: 3)
        var codes: [PartnerCode] = []
        var scanned = NearMissIndex()
        var hashed = NearMissIndex(forLookups: .max)
        var counts = [0, 0, 0]
        for _ in 0..<1_500 {
            let length = Int.random(in: 4...12, using: &numbers)
            let letters = length < 7 ? "AB8CO012" : "AB1"
            let text = String((0..<length).map { _ in letters.randomElement(using: &numbers) ?? "A" })
            guard let code = PartnerCode(canonical: text) else { continue }
            let expected = codes.enumerated().compactMap { number, other in
                other.skeleton.distance(to: code.skeleton).map { NearMissIndex.Neighbour(number: number, distance: $0) }
            }.sorted { ($0.distance, $0.number) < ($1.distance, $1.number) }
            for neighbour in expected { counts[neighbour.distance] += 1 }
            #expect(scanned.neighbours(of: code.skeleton) == expected)
            #expect(hashed.neighbours(of: code.skeleton) == expected)
            #expect(hashed.hasNeighbour(of: code.skeleton) == !expected.isEmpty)
            scanned.insert(code)
            hashed.insert(code)
            codes.append(code)
        }
        #expect(counts.allSatisfy { $0 > 20 }, "\(counts)")
        #expect(scanned.count == codes.count && hashed.count == codes.count)
    }

    @Test func `the check of a whole ledger names each later code with the nearest earlier one`() {
        let codes = ["KTM482", "HPX915", "KTM428", "SUNRISE5", "KTM483", "HPX915"].compactMap(PartnerCode.init(canonical:))
        #expect(NearMissIndex.conflicts(in: codes) == [
            CodeConflict(first: 0, second: 2, distance: 1),
            CodeConflict(first: 0, second: 4, distance: 1),
            CodeConflict(first: 1, second: 5, distance: 0),
        ])
    }

    @Test func `the check finds a pair that is too near wherever there is one, and none elsewhere`() {
        var numbers = SeededNumbers(seed: 5)
        var counts = [0, 0]
        for _ in 0..<6_000 {
            let codes = (0..<Int.random(in: 2...5, using: &numbers)).compactMap { _ in
                let text = (0..<Int.random(in: 4...7, using: &numbers)).map { _ in "AB37".randomElement(using: &numbers) ?? "A" }
                return PartnerCode(canonical: String(text))
            }
            let isSpaced = codes.indices.allSatisfy { later in codes[..<later].allSatisfy { $0.skeleton.distance(to: codes[later].skeleton) == nil } }
            #expect(NearMissIndex.conflicts(in: codes).isEmpty == isSpaced, "\(codes)")
            counts[isSpaced ? 1 : 0] += 1
        }
        #expect(counts.allSatisfy { $0 > 500 }, "\(counts)")
    }

    @Test func `a series of like codes is checked in no time`() {
        let series = (1000...9999).compactMap { PartnerCode(canonical: "PROMO\($0)") }
        let conflicts = NearMissIndex.conflicts(in: series)
        #expect(series.count == 9_000 && conflicts.count > 8_000 && conflicts.count < 9_000)
        #expect(conflicts.allSatisfy { $0.first < $0.second })
    }

    @Test func `the table takes less than 400 bytes a code`() {
        let codes = (0..<20_000).compactMap { PartnerCode(canonical: "KTM\(10_000 + $0 * 4)") }
        let index = NearMissIndex(codes, forLookups: .max)
        #expect(codes.count == 20_000 && index.byteCount > 20_000 * 100)
        #expect(index.byteCount < 20_000 * 400, "\(index.byteCount)")
    }
}
