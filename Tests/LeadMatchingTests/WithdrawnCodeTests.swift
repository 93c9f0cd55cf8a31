import LeadAttribution
import Manifest
import PartnerCodes
import Testing

/// A code that was taken back is printed on somebody's cards for ever, and what looks like it is a question.
@Suite struct WithdrawnCodeTests {
    private func summary(_ text: String, withdrawn: [String] = ["KTM483"], of partner: String = "cafe-mango") throws -> String {
        var manifest = try SampleSite.small()
        manifest.withdrawn = try withdrawn.map { Manifest.WithdrawnCode(code: try PartnerCode($0), partner: try PartnerID(partner)) }
        return MatchRulesTests.summary(Matcher(manifest).verdict(on: text), of: text)
    }

    @Test(arguments: [
        ("Код: KTM483. Здравствуйте!", "ambiguous [KTM483] near-several | KTM483/0 KTM482/1"),
        ("Здравствуйте, нам дали KTM483", "ambiguous [KTM483] withdrawn | KTM483/0"),
        ("ктм 483", "ambiguous [ктм 483] near-several | KTM483/0 KTM482/1"),
        ("Code: KTM484", "ambiguous [KTM484] near-several | KTM482/1 KTM483/1"),
        ("Code: KTX483", "ambiguous [KTX483] withdrawn | KTM483/1"),
        ("Code: KTM482", "attributed KTM482 hotel-sunrise [KTM482] exact"),
        ("KTM483 или XHB731?", "conflicting [XHB731] two-partners | XHB731/0 KTM483/0"),
    ]) func `a withdrawn code credits no one, nor does a text near it`(_ text: String, _ expected: String) throws {
        #expect(try summary(text) == expected)
    }

    @Test func `beside its owner's own code it does no harm`() throws {
        #expect(try summary("KTM482, раньше был KTM483", of: "hotel-sunrise") == "attributed KTM482 hotel-sunrise [KTM482] exact")
        #expect(try summary("Код: KTM483", of: "hotel-sunrise") == "ambiguous [KTM483] withdrawn | KTM483/0 KTM482/1")
    }

    @Test func `a code that another partner keeps counts for that partner`() throws {
        #expect(try summary("Код: KTM482", withdrawn: ["KTM482"]) == "attributed KTM482 hotel-sunrise [KTM482] exact")
    }

    @Test func `the nearest codes are the same from a quick table as from a scan`() throws {
        let matcher = Matcher(try SampleSite.large(500))
        let texts = (0..<600).map { "Код: KT\(["B", "C", "H", "K"][$0 % 4])\(100 + $0)" }
        let first = texts.map { matcher.verdict(on: $0) }
        #expect(texts.map { matcher.verdict(on: $0) } == first)
        #expect(first.contains { !$0.candidates.isEmpty })
    }

    @Test func `nobody is asked whether a withdrawn code is theirs, for it would be`() throws {
        var manifest = try SampleSite.small()
        manifest.withdrawn = [Manifest.WithdrawnCode(code: try PartnerCode("HKX271"), partner: try PartnerID("cafe-mango"))]
        let answer = Explanation("Code: HKX271", matcher: Matcher(manifest), evidence: EvidenceFinder(manifest))
        #expect(answer.headline == "Nobody: this code was taken back")
        #expect(answer.question?.english.contains("HKX271") == false)
    }
}
