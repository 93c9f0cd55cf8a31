import ByteText
@testable import PartnerCodes
import Testing

@Suite struct CodeAssignerTests {
    /// These were issued by the first release. If a test here fails, it is the code that is wrong.
    @Test("the codes of these ids never change", arguments: [
        ("hotel-sunrise", "KTM335"), ("blog-anna", "BBT170"), ("a", "TCB969"), ("7-days", "KKK715"),
    ])
    func golden(id: String, code: String) throws {
        var assigner = CodeAssigner(issued: [])
        #expect(try assigner.assign(to: [PartnerID(id)]).map(\.code.text) == [code])
    }

    @Test func `the sixteen candidates of one id never change`() throws {
        let three = try CodeCandidates(partner: PartnerID("hotel-sunrise"), digitCount: 3)
        #expect((0..<16).map { three[$0].code.text } == [
            "KTM335", "THH204", "MKH852", "TCC441", "XPK232", "HTB485", "XXX181", "PHT678",
            "CMX033", "TBB295", "CBM732", "HXH380", "PPM716", "XXC107", "HHM690", "HPH970",
        ])
        let nine = try CodeCandidates(partner: PartnerID("hotel-sunrise"), digitCount: 9)
        #expect((0..<2).map { nine[$0].code.text } == ["CMC826266097", "MCH710932619"])
    }

    @Test func `a candidate is what its text says, and what its skeleton says`() throws {
        for digitCount in AutomaticCode.digitCounts {
            let candidates = try CodeCandidates(partner: PartnerID("x"), digitCount: digitCount)
            for candidate in (0..<CodeCandidates.count).map({ candidates[$0] }) {
                #expect(candidate.code.skeleton == candidate.skeleton)
                #expect(AutomaticCode(candidate.skeleton) == candidate)
                #expect(candidate.code.isAutomaticShape)
                #expect(candidate.code.isNumber == candidate.isNumber)
                #expect(candidate.code.text.utf8.count == 3 + digitCount)
            }
        }
    }

    /// Every way in which they have been found so far has given out these.
    @Test func `the codes of twenty thousand partners never change`() throws {
        var assigner = try CodeAssigner(issued: ["KTM48200", "SUNRISE5", "CHK555"].map { try PartnerCode($0) })
        let codes = try assigner.assign(to: (0..<20_000).map { try PartnerID("partner-\($0)") }).map(\.code.text)
        #expect(Hexadecimal.encode(SHA256.digest(codes.joined(separator: " ").utf8)) == "f14a438a683df4dbc87f292fe957f072125a3db272c8afba8e8466d72e9511d2")
    }

    @Test func `the order in which partners are given changes nothing, nor does giving one twice`() throws {
        let ids = try (0..<2_000).map { try PartnerID("partner-\($0)") }
        var numbers = SeededNumbers(seed: 4)
        var first = CodeAssigner(issued: [])
        var second = CodeAssigner(issued: [])
        #expect(first.assign(to: ids) == second.assign(to: ids.shuffled(using: &numbers) + ids.prefix(10)))
    }

    @Test("no table of codes grows while codes are found", arguments: [(0, 1_000), (0, 3_000), (0, 10_000), (0, 30_000), (0, 300_000), (20_000, 60_000)])
    func room(before: Int, new: Int) throws {
        let ids = try (0..<before + new).map { try PartnerID("partner-\($0)") }
        var assigner = CodeAssigner(issued: [])
        let keys = try assigner.assign(to: Array(ids.prefix(before))).map { try #require($0.code.skeleton.key) }
        let added = try assigner.assign(to: Array(ids.dropFirst(before))).map { try #require($0.code.skeleton.key) }
        var codes = SpacedCodes(keys, roomFor: CodeLengths.expected(ofNew: new, besides: before))
        let byteCount = codes.tableByteCount
        for key in added { codes.insert(CodeSkeleton(key: key)) }
        #expect(codes.tableByteCount == byteCount)
    }

    @Test func `one partner at a time comes to the same as all at once`() throws {
        let ids = try (0..<600).map { try PartnerID("partner-\($0)") }
        var atOnce = CodeAssigner(issued: [])
        let expected = atOnce.assign(to: ids)
        var issued: [PartnerCode] = []
        for id in ids.sorted() {
            var assigner = CodeAssigner(issued: issued)
            issued += assigner.assign(to: [id]).map(\.code)
        }
        #expect(issued == expected.map(\.code))
    }

    @Test func `portions of any size get the codes that a start with all codes issued before gives`() throws {
        var (next, issued) = (0, [PartnerCode]())
        var assigner = CodeAssigner(issued: [])
        // Few at first, then so many that tables and bits are made of the codes, then few again.
        for count in [10, 2_500, 3, 900] {
            let ids = try (next..<next + count).map { try PartnerID("partner-\($0)") }
            next += count
            var fresh = CodeAssigner(issued: issued)
            let assignments = assigner.assign(to: ids)
            #expect(assignments == fresh.assign(to: ids))
            issued += assignments.map(\.code)
        }
        #expect(NearMissIndex.conflicts(in: issued) == [])
    }

    @Test func `partners get the codes that a comparison with all codes gives them, whatever codes their owners chose`() throws {
        var numbers = SeededNumbers(seed: 6)
        // Like automatic ones, with the letter that is a digit too, and others.
        let chosen = (0..<300).compactMap { number -> PartnerCode? in
            let letters = (0..<3).map { _ in "BBCHKMPTX".randomElement(using: &numbers) ?? "B" }
            let digits = (0..<Int.random(in: 3...5, using: &numbers)).map { _ in "8801234579".randomElement(using: &numbers) ?? "8" }
            return PartnerCode(canonical: number % 3 == 0 ? "SUMMER\(number)" : String(letters + digits))
        }
        let ids = try (0..<1_500).map { try PartnerID("partner-\($0)") }.sorted()
        var atOnce = CodeAssigner(issued: chosen)
        var compared = CodeAssigner(issued: chosen)
        let expected = stride(from: 0, to: ids.count, by: 100).flatMap { compared.assign(to: Array(ids[$0..<$0 + 100])) }
        #expect(atOnce.assign(to: ids) == expected)
    }

    @Test func `a table has room for the entries that it was made for, and seldom for many more`() {
        for count in 0..<2_000 {
            let table = SlotTable(entries: count)
            #expect(table.hasRoom(for: count + count / 8))
            #expect(table.byteCount <= max(64, count * 6 + 4))
        }
    }

    @Test func `five thousand codes keep their spacing and grow as designed`() throws {
        let ids = try (0..<5_000).map { try PartnerID("partner-\($0)") }
        let vanity = try ["KTM48200", "SUNRISE5", "CHK555"].map { try PartnerCode($0) }
        var assigner = CodeAssigner(issued: vanity)
        let assignments = assigner.assign(to: ids)
        let codes = assignments.map(\.code)
        #expect(NearMissIndex.conflicts(in: vanity + codes) == [])
        #expect(codes.allSatisfy { $0.isAutomaticShape && !$0.isNumber })
        let sixAmongFirst = codes.prefix(1_000).count { $0.text.utf8.count == 6 }
        let sixAmongAll = codes.count { $0.text.utf8.count == 6 }
        #expect((900...1_000).contains(sixAmongFirst), "\(sixAmongFirst)")
        #expect((1_450...1_850).contains(sixAmongAll), "\(sixAmongAll)")
        let beyondSeven = codes.count { $0.text.utf8.count > 7 }
        #expect(beyondSeven < 100, "\(beyondSeven)")
    }
}
