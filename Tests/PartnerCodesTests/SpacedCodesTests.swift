@testable import PartnerCodes
import Testing

/// What bits say of a code is compared with the distance of the two.
@Suite struct SpacedCodesTests {
    /// With the letter that is also a digit in each place, equal neighbours, and the ends of all ranges.
    @Test("of all codes of three digits, the bits tell exactly those within two slips", arguments: [
        ["KTM482"], ["KTB820"], ["BBB888", "KTX000"], ["BKB808"], ["TTB999", "XXC112"], ["PBH880"], ["CHK123", "MPX890", "HHB008"],
    ])
    func threeDigits(texts: [String]) throws {
        try checkAll(texts, digitCount: 3)
    }

    @Test("so it is with four digits", arguments: [["KTM8205", "KMB2051"], ["BXB8880", "HPC1223"]])
    func fourDigits(texts: [String]) throws {
        try checkAll(texts, digitCount: 4)
    }

    private func checkAll(_ texts: [String], digitCount: Int) throws {
        let codes = try texts.map { try #require(AutomaticCode(PartnerCode($0).skeleton)) }
        let skeletons = codes.map(\.skeleton)
        var end = 0
        let bits = ShortCodeBits(digitCount: digitCount, movingBack: &end)
        var words = [UInt64](repeating: 0, count: end)
        var span = words.mutableSpan
        for code in codes { bits.insert(code, into: &span) }
        var wrong: [PartnerCode] = []
        var nearCount = 0
        for digits in 0..<AutomaticCode.numbers(digitCount) {
            for letters in 0..<512 {
                let code = AutomaticCode(letters: letters, digits: digits, digitCount: digitCount)
                let skeleton = code.skeleton
                let isNear = skeletons.contains { $0.distance(to: skeleton) != nil }
                if isNear { nearCount += 1 }
                if isNear != bits.hasNeighbour(of: code, in: words.span) { wrong.append(code.code) }
            }
        }
        #expect(wrong == [])
        #expect(nearCount > 500 * texts.count)
    }

    @Test("bits tell exactly what is within two slips with up to five digits, and nothing else with six", arguments: [
        (3, 50, CodeBits.Use.search), (3, 50, .check), (4, 300, .search), (4, 8_000, .search), (4, 8_000, .check), (5, 4_000, .search), (6, 50_000, .search),
    ])
    func bits(digitCount: Int, count: Int, use: CodeBits.Use) throws {
        var numbers = SeededNumbers(seed: 11)
        let codes = (0..<4).map { _ in randomCode(digitCount, &numbers) }
        var end = 0
        let bits = CodeBits(digitCount: digitCount, expecting: count, for: use, movingBack: &end)
        var words = [UInt64](repeating: 0, count: end)
        var span = words.mutableSpan
        for code in codes { bits.insert(code, into: &span) }
        let skeletons = codes.map(\.skeleton)
        var (near, notBlocked, asked) = (0, 0, 0)
        while asked < 40_000 {
            let start = try #require(skeletons.randomElement(using: &numbers))
            guard let code = AutomaticCode(slipped(start, Int.random(in: 1...5, using: &numbers), &numbers)), code.digitCount == digitCount else { continue }
            asked += 1
            let skeleton = code.skeleton
            let isNear = skeletons.contains { $0.distance(to: skeleton) != nil }
            if isNear { near += 1 }
            let isBlocked = bits.blocks(code, in: words.span)
            if isNear, !isBlocked { notBlocked += 1 }
            if !isNear { #expect(!isBlocked, "\(code.code)") }
        }
        #expect(bits.isComplete == (digitCount < 6))
        #expect(notBlocked == 0 || digitCount == 6, "\(notBlocked)")
        #expect(near > 5_000 && asked - near > 1_000 && notBlocked < near / 10, "\(near) of \(asked), \(notBlocked)")
    }

    /// With the letter that is also a digit in each place where it matters, and equal neighbours.
    @Test("of all codes of three digits, the bits tell exactly those within two slips of a longer one, and the longer one of those", arguments: [
        "KTM4820", "KTB8208", "BBB8888", "KTX8012", "KBM1820", "TTB9989", "PHX1822",
        "KTM48205", "KTB82088", "BBB88888", "KTX88012", "KBM18820", "TTB99899", "PHX11822", "PHX81822",
    ])
    func longer(text: String) throws {
        let longer = try #require(AutomaticCode(PartnerCode(text).skeleton))
        let skeleton = longer.skeleton
        let room = [6: 50, longer.digitCount + 3: longer.digitCount == 4 ? 300 : 4_000]
        var ofLonger = SpacedCodes(roomFor: room, worth: room, for: .search)
        ofLonger.insert(longer)
        var wrong: [PartnerCode] = []
        var near: [AutomaticCode] = []
        for digits in 0..<1_000 {
            for letters in 0..<512 {
                let code = AutomaticCode(letters: letters, digits: digits, digitCount: 3)
                let isNear = code.skeleton.distance(to: skeleton) != nil
                if isNear { near.append(code) }
                if isNear != ofLonger.hasNeighbour(of: code) { wrong.append(code.code) }
            }
        }
        #expect(wrong == [])
        #expect(near.count >= 1)
        for code in near {
            var ofShorter = SpacedCodes(roomFor: [6: 50], worth: [6: 50], for: .check)
            ofShorter.insert(code)
            #expect(ofShorter.hasNeighbour(of: longer), "\(code.code)")
        }
        // Those that are too far, all at once, as far as the longer one is none of them.
        var ofOthers = SpacedCodes(roomFor: [6: 50], worth: [6: 50], for: .check)
        let isNear = Set(near.map(\.code.text))
        for digits in 0..<1_000 {
            for letters in 0..<512 {
                let code = AutomaticCode(letters: letters, digits: digits, digitCount: 3)
                if !isNear.contains(code.code.text) { ofOthers.insert(code) }
            }
        }
        #expect(!ofOthers.hasNeighbour(of: longer))
    }

    @Test("codes of all lengths, automatic and chosen, have the neighbours that a comparison of each pair finds", arguments: [
        [:], [6: 50], [7: 300], [6: 50, 7: 8_000], [8: 4_000], [6: 50, 7: 300, 8: 4_000], [6: 50, 7: 300, 8: 4_000, 9: 50_000],
    ])
    func pairs(room: [Int: Int]) throws {
        var numbers = SeededNumbers(seed: 12)
        var counts = [0, 0]
        for round in 0..<24 {
            var spaced = SpacedCodes(roomFor: room, worth: room, for: round % 3 == 0 ? .check : .search)
            var compared = NearMissIndex()
            var skeletons: [CodeSkeleton] = []
            // Of few lengths in every other round, so that there are many of each.
            let digitCounts = round % 2 == 0 ? 3...7 : 3 + round % 4...4 + round % 4
            for _ in 0..<5 {
                let isChosen = Int.random(in: 0..<8, using: &numbers) == 0
                let skeleton = isChosen ? try chosen(&numbers) : randomCode(Int.random(in: digitCounts, using: &numbers), &numbers).skeleton
                skeletons.append(skeleton)
                spaced.insert(skeleton)
                compared.insert(skeleton)
            }
            for _ in 0..<500 {
                let start = try #require(skeletons.randomElement(using: &numbers))
                guard let other = AutomaticCode(slipped(start, Int.random(in: 0...5, using: &numbers), &numbers)) else { continue }
                let isNear = compared.hasNeighbour(of: other.skeleton)
                #expect(spaced.hasNeighbour(of: other) == isNear, "\(other.code)")
                counts[isNear ? 1 : 0] += 1
            }
        }
        #expect(counts.allSatisfy { $0 > 300 }, "\(counts)")
    }

    @Test func `codes are spaced until one is added that is near another`() throws {
        var numbers = SeededNumbers(seed: 13)
        var assigner = CodeAssigner(issued: try ["SUNRISE5", "HOTEL88", "BLOGANNA"].map { try PartnerCode($0) })
        let automatic = try assigner.assign(to: (0..<30_000).map { try PartnerID("partner-\($0)") }).map(\.code)
        let codes = try ["SUNRISE5", "HOTEL88", "BLOGANNA"].map { try PartnerCode($0) } + automatic
        #expect(Set(codes.map(\.text.utf8.count)).isSuperset(of: [6, 7, 8]))
        #expect(SpacedCodes.areSpaced(codes.shuffled(using: &numbers)))
        let index = NearMissIndex(codes, forLookups: 10_000)
        var counts = [0, 0]
        while counts.contains(where: { $0 < 8 }) {
            let start = try #require(codes.randomElement(using: &numbers)).skeleton
            let text = (0..<12).map { _ in "BCHKMPTX0123456789A".randomElement(using: &numbers) ?? "A" }
            let slips = Int.random(in: 0...4, using: &numbers)
            let other = slips == 4 ? String(text.prefix(Int.random(in: 6...12, using: &numbers))) : slipped(start, slips, &numbers).description
            guard let code = PartnerCode(canonical: other) else { continue }
            let isNear = index.hasNeighbour(of: code.skeleton)
            if counts[isNear ? 1 : 0] >= 8 { continue }
            counts[isNear ? 1 : 0] += 1
            #expect(SpacedCodes.areSpaced((codes + [code]).shuffled(using: &numbers)) == !isNear, "\(code)")
        }
    }

    /// With few different symbols, so that many codes are near, and the ones that are letter and digit.
    private func randomCode(_ digitCount: Int, _ numbers: inout SeededNumbers) -> AutomaticCode {
        let letters = (0..<3).reduce(0) { sum, _ in sum << 3 | Int.random(in: 0..<3, using: &numbers) }
        let digits = (0..<digitCount).reduce(0) { number, _ in number * 10 + ([8, 8, 1, 0].randomElement(using: &numbers) ?? 0) }
        return AutomaticCode(letters: letters, digits: digits, digitCount: digitCount)
    }

    private func chosen(_ numbers: inout SeededNumbers) throws -> CodeSkeleton {
        let text = (0..<Int.random(in: 4...10, using: &numbers)).map { _ in "BCHA810".randomElement(using: &numbers) ?? "A" }
        return try PartnerCode(String(text)).skeleton
    }

    private func slipped(_ skeleton: CodeSkeleton, _ count: Int, _ numbers: inout SeededNumbers) -> CodeSkeleton {
        var symbols = (0..<skeleton.count).map { skeleton[$0] }
        let choice = ["B", "C", "H", "K", "8", "1", "0", "2"].compactMap { CodeSkeleton(folding: $0)?[0] }
        for _ in 0..<count {
            let place = Int.random(in: 0..<symbols.count, using: &numbers)
            switch Int.random(in: 0..<5, using: &numbers) {
            case 0, 1: symbols[place] = choice.randomElement(using: &numbers) ?? 0
            case 2: symbols.insert(choice.randomElement(using: &numbers) ?? 0, at: place)
            case 3: if symbols.count > 4 { symbols.remove(at: place) }
            default: if place > 0 { symbols.swapAt(place - 1, place) }
            }
        }
        var result = CodeSkeleton()
        for symbol in symbols.prefix(CodeSkeleton.capacity) { _ = result.append(symbol) }
        return result
    }
}
