@testable import PartnerCodes
import Testing

@Suite struct IssuedCodesTests {
    /// A code or a text near one: few letters and digits, so that many are near each other.
    private static func text(_ numbers: inout SeededNumbers) -> String {
        func some(_ characters: String, _ count: Int) -> String {
            String((0..<count).map { _ in characters.randomElement(using: &numbers) ?? "B" })
        }
        switch Int.random(in: 0..<8, using: &numbers) {
        case 0: return some("BTX80A", Int.random(in: 4...12, using: &numbers))
        case 1: return some("BT8", Int.random(in: 4...7, using: &numbers)) + some("180O", Int.random(in: 0...4, using: &numbers))
        default: return some("BTX", 3) + some("0178", Int.random(in: 3...6, using: &numbers))
        }
    }

    @Test func `the patterns say of any text what comparing it with every code says`() throws {
        var numbers = SeededNumbers(seed: 11)
        var near = 0
        for _ in 0..<40 {
            var issued = IssuedCodes()
            var codes: [PartnerCode] = []
            for _ in 0..<Int.random(in: 1...12, using: &numbers) {
                let code = try #require(PartnerCode(canonical: Self.text(&numbers)))
                issued.insert(code)
                codes.append(code)
            }
            for _ in 0..<400 {
                let skeleton = try #require(CodeSkeleton(folding: Self.text(&numbers)))
                let isNear = codes.contains { $0.skeleton.distance(to: skeleton) != nil }
                if isNear { near += 1 }
                #expect(issued.hasNeighbour(of: skeleton) == isNear, "\(skeleton) among \(codes)")
            }
        }
        #expect((1_000...14_000).contains(near), "\(near)")
    }

    @Test func `every two slips away from a code are near it, and three often not`() throws {
        let symbols = Array("BCHKMPTX0123456789A")
        var numbers = SeededNumbers(seed: 12)
        for text in ["KTM482", "BBT8830", "XHB73108", "MBB88421"] {
            var issued = IssuedCodes()
            issued.insert(try PartnerCode(text))
            func slip(_ word: [Character]) -> [Character] {
                var word = word
                let place = Int.random(in: 0..<word.count, using: &numbers)
                let symbol = symbols.randomElement(using: &numbers) ?? "B"
                switch Int.random(in: 0..<4, using: &numbers) {
                case 0: word[place] = symbol
                case 1: word.insert(symbol, at: place)
                case 2: word.remove(at: place)
                default: if place + 1 < word.count { word.swapAt(place, place + 1) }
                }
                return word
            }
            for _ in 0..<3_000 {
                let word = String(slip(slip(Array(text))))
                #expect(issued.hasNeighbour(of: try #require(CodeSkeleton(folding: word))), "\(word)")
            }
            let far = (0..<1_000).count { _ in
                CodeSkeleton(folding: String(slip(slip(slip(Array(text)))))).map { !issued.hasNeighbour(of: $0) } ?? false
            }
            #expect(far > 300)
        }
    }

    @Test func `a list keeps its spacing or does not, whatever its order`() throws {
        let spaced = try ["KTM482", "SUNRISE5", "HPX9155", "BBT170", "XXC107229", "BEACH"].map { try PartnerCode($0) }
        for extra in ["KTM48", "SUNR1SE5", "HPX91555", "XXC10722", "8EACH5"] {
            for place in 0...spaced.count {
                var list = spaced
                #expect(Self.isSpaced(list))
                list.insert(try PartnerCode(extra), at: place)
                #expect(!Self.isSpaced(list), "\(extra) at \(place)")
            }
        }
    }

    private static func isSpaced(_ codes: [PartnerCode]) -> Bool {
        var issued = IssuedCodes()
        return issued.insertKeepingSpacing(codes)
    }
}
