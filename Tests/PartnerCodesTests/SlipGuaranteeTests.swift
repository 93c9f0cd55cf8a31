@testable import PartnerCodes
import Testing

/// The promise of the design: one slip of a finger never credits another partner, and finds the right one.
@Suite struct SlipGuaranteeTests {
    @Test func `every slip of every code of five thousand partners finds its partner`() throws {
        let ids = try (0..<5_000).map { try PartnerID("partner-\($0)") }
        let vanity = try ["SUNRISE5", "BEACH", "KATA7777", "ABCDEFGHIJKM", "TOURS2026"].map { try PartnerCode($0) }
        var assigner = CodeAssigner(issued: vanity)
        let codes = vanity + assigner.assign(to: ids).map(\.code)
        let index = NearMissIndex(codes, forLookups: .max)
        let latin = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8).map { [$0] }
        let cyrillic = "АВЕКМНОРСТУХавекмнорстухЗзЧчбІ".unicodeScalars.map { Array(String($0).utf8) }
        var tally = Tally()
        for (number, code) in codes.enumerated() {
            let typed = number % 10 < 9 && number >= vanity.count ? latin : latin + cyrillic
            tallySlips(of: Array(code.text.utf8), number: number, typing: typed, in: index, &tally)
        }
        #expect(tally.wrong == 0)
        #expect(tally.questions == 0)
        #expect(tally.right > 2_800_000)
        #expect(tally.corrected > 2_500_000)
    }

    private struct Tally {
        var right = 0
        var corrected = 0
        var questions = 0
        var wrong = 0
    }

    private func tallySlips(of text: [UInt8], number: Int, typing keys: [[UInt8]], in index: NearMissIndex, _ tally: inout Tally) {
        func look(_ slip: [UInt8]) {
            guard let skeleton = CodeSkeleton(folding: slip) else {
                Issue.record("`\(String(decoding: slip, as: UTF8.self))` cannot be folded")
                return
            }
            switch index.lookup(skeleton) {
            case .exact(number): tally.right += 1
            case .corrected(number):
                tally.right += 1
                tally.corrected += 1
            case .exact, .corrected: tally.wrong += 1
            case .ambiguous, .near, .unknown: tally.questions += 1
            }
        }
        for place in 0...text.count {
            let before = text[..<place]
            typeEach(key: keys, between: before, and: text[place...], look)
            if place == text.count { break }
            typeEach(key: keys, between: before, and: text[(place + 1)...], look)
            look(Array(before + text[(place + 1)...]))
            if place + 1 < text.count { look(before + [text[place + 1], text[place]] + text[(place + 2)...]) }
        }
    }

    private func typeEach(key keys: [[UInt8]], between before: ArraySlice<UInt8>, and after: ArraySlice<UInt8>, _ look: ([UInt8]) -> Void) {
        var slip = Array(before + [0] + after)
        for key in keys where key.count == 1 {
            slip[before.count] = key[0]
            look(slip)
        }
        for key in keys where key.count > 1 { look(before + key + after) }
    }
}
