import LeadAttribution
import Manifest
import PartnerCodes
import Testing

/// One slip of a finger never credits another partner: every slip of every code, from the link's text to the verdict.
@Suite struct SlipGuaranteeTests {
    /// What a slip may type.
    static let typed = Array("ABKXO0189|аЖд,. -_/\n".unicodeScalars)

    /// Every text that one slip in `range` of `text` makes: leaving out, doubling, swapping, typing something else or something more.
    static func slips(of text: [Unicode.Scalar], in range: Range<Int>) -> [String] {
        func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars)
            return String(view)
        }
        var slips: [String] = []
        for index in range {
            slips.append(string(text[..<index] + text[(index + 1)...]))
            if index + 1 < range.upperBound {
                var swapped = text
                swapped.swapAt(index, index + 1)
                slips.append(string(swapped))
            }
            for scalar in typed {
                slips.append(string(text[..<index] + [scalar] + text[index...]))
                slips.append(string(text[..<index] + [scalar] + text[(index + 1)...]))
            }
        }
        return slips
    }

    @Test(arguments: SampleSite.message.map(\.1))
    func `every slip of every code asks or finds the right partner`(_ message: String) throws {
        let manifest = try SampleSite.large(200, chosen: [
            .init(id: "sunrise", codes: ["SUNRISE"]), .init(id: "moon", codes: ["MOON77"]), .init(id: "year", codes: ["2024"]),
        ])
        let matcher = Matcher(manifest)
        var right = 0
        var asked = 0
        var lost: [String] = []
        for partner in manifest.partners {
            let parts = message.split(separator: "{{code}}", omittingEmptySubsequences: false)
            let before = Array(parts[0].unicodeScalars)
            let code = Array(partner.codes[0].text.unicodeScalars)
            let text = before + code + Array(parts[1].unicodeScalars)
            for slip in Self.slips(of: text, in: before.count..<before.count + code.count) {
                let verdict = matcher.verdict(on: slip)
                if verdict.kind.isCredit {
                    #expect(verdict.partner == partner.id, "\(slip)")
                    right += 1
                } else if verdict.kind == .none {
                    lost.append(slip)
                } else {
                    asked += 1
                }
            }
        }
        #expect(right > 40_000)
        #expect(asked < right / 20, "\(asked) questions")
        #expect(lost.count < right / 100, "\(lost.prefix(10))")
    }

    @Test func `every slip anywhere in the beginning of the message is as harmless`() throws {
        let manifest = try SampleSite.large(60)
        let matcher = Matcher(manifest)
        for partner in manifest.partners {
            for (_, message) in SampleSite.message {
                let text = Array(message.replacing("{{code}}", with: partner.codes[0].text).unicodeScalars)
                for slip in Self.slips(of: text, in: 0..<18) {
                    let verdict = matcher.verdict(on: slip)
                    #expect(verdict.partner == nil || verdict.partner == partner.id, "\(slip)")
                }
            }
        }
    }

    @Test func `a code alone in a message obeys the guarantee too`() throws {
        let manifest = try SampleSite.large(200)
        let matcher = Matcher(manifest)
        for partner in manifest.partners {
            let code = Array(partner.codes[0].text.unicodeScalars)
            for slip in Self.slips(of: code, in: 0..<code.count) {
                let verdict = matcher.verdict(on: slip)
                #expect(verdict.partner == nil || verdict.partner == partner.id, "\(slip)")
            }
        }
    }

    @Test func `codes typed in Cyrillic, with gaps and in small letters are exact`() throws {
        let manifest = try SampleSite.large(200)
        let matcher = Matcher(manifest)
        let cyrillic = Dictionary(uniqueKeysWithValues: zip("BCHKMPTX", "ВСНКМРТХ"))
        for partner in manifest.partners {
            let code = partner.codes[0].text
            let typed = String(code.map { cyrillic[$0] ?? $0 })
            let spaced = typed.prefix(3) + " " + typed.dropFirst(3)
            for text in ["Привет, \(typed)", "\(typed.lowercased()), добрый день", "я от них: \(spaced)", "Код: \(spaced.lowercased()) здравствуйте",
                         "добрый день код \(typed.map(String.init).joined(separator: " ")) да"] {
                #expect(matcher.verdict(on: text).partner == partner.id, "\(text)")
            }
        }
    }

    @Test func `truncated and broken texts never crash and never credit another`() throws {
        let matcher = Matcher(try SampleSite.large(200))
        let manifest = try SampleSite.large(200)
        let message = "🚗 Код: \(manifest.partners[7].codes[0]). ที่นี่ https://wa.me/6681?text=%D0%9A%D0 \u{202A}+7 912\u{202C} “x” ，KTM"
        let bytes = Array(message.utf8)
        for start in bytes.indices {
            for end in start...bytes.count {
                let verdict = matcher.verdict(on: bytes, in: start..<end)
                #expect(verdict.partner == nil || verdict.partner == manifest.partners[7].id)
                if let matched = verdict.matched { #expect(matched.lowerBound >= start && matched.upperBound <= end) }
            }
        }
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let noise = (0..<60).map { _ in UInt8.random(in: 0...255, using: &random) }
            _ = matcher.verdict(on: noise, in: noise.indices)
        }
    }
}
