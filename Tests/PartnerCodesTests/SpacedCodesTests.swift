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
        var bits = ShortCodeBits()
        bits.makeRoom(digitCount: digitCount)
        for code in codes { bits.insert(code) }
        var wrong: [PartnerCode] = []
        var nearCount = 0
        for digits in 0..<AutomaticCode.numbers(digitCount) {
            for letters in 0..<512 {
                let code = AutomaticCode(letters: letters, digits: digits, digitCount: digitCount)
                let skeleton = code.skeleton
                let isNear = skeletons.contains { $0.distance(to: skeleton) != nil }
                if isNear { nearCount += 1 }
                if isNear != bits.hasNeighbour(of: code) { wrong.append(code.code) }
            }
        }
        #expect(wrong == [])
        #expect(nearCount > 500 * texts.count)
    }

    @Test("bits tell exactly what is within two slips with up to five digits, and nothing else with six", arguments: [(3, 1), (4, 1), (4, 2), (5, 1), (6, 1)])
    func bits(digitCount: Int, stepCount: Int) throws {
        var numbers = SeededNumbers(seed: 11)
        let codes = (0..<4).map { _ in randomCode(digitCount, &numbers) }
        let bits = CodeBits(digitCount: digitCount, afterSteps: stepCount, of: codes)
        let skeletons = codes.map(\.skeleton)
        var (near, notBlocked, asked) = (0, 0, 0)
        while asked < 40_000 {
            let start = try #require(skeletons.randomElement(using: &numbers))
            guard let code = AutomaticCode(slipped(start, Int.random(in: 1...5, using: &numbers), &numbers)), code.digitCount == digitCount else { continue }
            asked += 1
            let skeleton = code.skeleton
            let isNear = skeletons.contains { $0.distance(to: skeleton) != nil }
            if isNear { near += 1 }
            if isNear, !bits.blocks(code) { notBlocked += 1 }
            if !isNear { #expect(!bits.blocks(code), "\(code.code)") }
        }
        #expect(bits.isComplete == (digitCount < 6))
        #expect(notBlocked == 0 || digitCount == 6, "\(notBlocked)")
        #expect(near > 5_000 && asked - near > 1_000 && notBlocked < near / 10, "\(near) of \(asked), \(notBlocked)")
    }

    @Test("codes of all lengths, automatic and chosen, have the neighbours that a comparison of each pair finds", arguments: [
        [[1], [1], [1], [1]], [[1], [1, 2], [2], [2]], [[2], [2], [], []], [[], [], [], []], CodeBits.steps(forNew: 1), CodeBits.steps(forNew: 10_000),
    ])
    func pairs(steps: [[Int]]) throws {
        var numbers = SeededNumbers(seed: 12)
        var counts = [0, 0]
        for round in 0..<24 {
            var spaced = SpacedCodes(steps: steps)
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
