@testable import LeadAttribution
import Manifest
import PartnerCodes
import Testing

/// Hundreds of messages made to mislead, in Russian, English, Thai, Chinese, Arabic, German and others, against the rules.
@Suite struct HostileMessageTests {
    static func matcher() throws -> Matcher {
        let codes = [
            "KTK594", "KCC540", "SUNRISE5", "SUNSET", "DIVE2GO", "MANGO77", "WEDDING26", "SURFKATA9", "PHOTOVIK8", "KBM983", "MXP067", "HHH355",
            "BHH569", "TMP621", "MHT519", "MCB897", "BBX718", "BHC910", "PXK186", "MMP715", "TPP186", "XPT504", "XCT907", "TXC434", "MXB777",
            "MBH459", "BTH891", "CMP687", "HCP863", "CXX781", "BTK589", "MHH364",
        ]
        let entries = codes.map { code in SampleSite.Entry(id: code == "KTK594" ? "slon" : "partner-\(code.lowercased())", codes: [code]) }
            + [SampleSite.Entry(id: "sunrise", codes: ["HXH902"])]
        var manifest = try SampleSite.manifest(entries)
        manifest.withdrawn = [Manifest.WithdrawnCode(code: try PartnerCode("HKX271"), partner: try PartnerID("gone-guy"))]
        return Matcher(manifest)
    }

    @Test func `each message gets the verdict of the rules`() throws {
        let matcher = try Self.matcher()
        #expect(HostileMessages.all.count > 600)
        for example in HostileMessages.all {
            let verdict = matcher.verdict(on: example.text)
            let isRight = verdict.kind.rawValue == example.verdict && (verdict.code?.text ?? "-") == example.code
            #expect(isRight, "\(example.verdict) \(example.code) \(example.text): \(MatchRulesTests.summary(verdict, of: example.text))")
        }
    }

    @Test func `the quick look never hides what the careful reading finds`() throws {
        let matcher = try Self.matcher()
        for example in HostileMessages.all {
            let bytes = Array(example.text.utf8)
            #expect(matcher.verdict(on: bytes, in: bytes.indices) == matcher.carefulVerdict(on: bytes, in: bytes.indices), "\(example.text)")
        }
    }

    @Test func `what is called corrected is one slip away, whatever words it stands in`() throws {
        let matcher = try Self.matcher()
        for example in HostileMessages.all where example.verdict == "corrected" {
            #expect(matcher.verdict(on: example.text).candidates.first?.distance == 1, "\(example.text)")
        }
    }

    @Test func `a word that may stand between label and code may also be its beginning`() throws {
        let matcher = Matcher(try SampleSite.manifest([.init(id: "a", codes: ["NO1234"]), .init(id: "b", codes: ["KTM482"])]))
        #expect(matcher.verdict(on: "Code: NO 1234").code?.text == "NO1234")
        #expect(matcher.verdict(on: "Code: NO 1235").code?.text == "NO1234")
        #expect(matcher.verdict(on: "code no KTM483").code?.text == "KTM482")
        #expect(matcher.verdict(on: "code: no, not yet").kind == .none)
    }
}
