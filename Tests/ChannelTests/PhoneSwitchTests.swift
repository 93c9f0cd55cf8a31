import ByteText
import Disk
import LeadAttribution
import Manifest
import PartnerCodes
import SiteBuild
import TestSupport
import Testing

/// The switch to an API's number: one build moves every page, and nothing that went to an earlier number is lost.
@Suite struct PhoneSwitchTests {
    private static let partners = """
        -- partners/hotel-sunrise.json --
        {"name": "Hotel Sunrise", "code": "SUNRISE5", "slug": "sunrise"}
        -- partners/cafe.json --
        {"name": "Café One", "status": "paused"}
        -- partners/guide.json --
        {"name": "Guide", "phone": "+66 90 000 0001"}
        -- partners/old-bar.json --
        {"name": "Old Bar", "status": "retired", "phone": "+66 90 000 0002"}

        """

    /// Every number that a page of the site links to.
    private static func linked(_ disk: MemoryFileSystem) -> Set<String> {
        var found: Set<String> = []
        for (path, text) in disk.texts where path.hasPrefix("public/") {
            for match in text.matches(of: /wa\.me\/(\d+)/) { found.insert(String(match.1)) }
        }
        return found
    }

    private static func manifest(_ disk: MemoryFileSystem) throws -> Manifest {
        try #require(Manifest.read(Array((disk["manifest.json"] ?? "").utf8), path: "manifest.json").0)
    }

    private static func setPhone(_ phone: String, _ disk: MemoryFileSystem) {
        disk["site.json"] = disk["site.json"]?.replacing(/"phone": "[^"]*"/, with: "\"phone\": \"\(phone)\"")
    }

    @Test func `a new number in site json moves every page with one build, and every code stays`() throws {
        let disk = SiteText.site(Self.partners)
        _ = try SiteBuilder.on(disk).run(.build)
        #expect(Self.linked(disk) == ["66812345678", "66900000001"])
        let (ledger, codes) = (disk["partners/codes.jsonl"], try Self.manifest(disk).partners.map(\.codes))
        Self.setPhone("+1 415 523 8886", disk)
        let report = try SiteBuilder.on(disk).run(.build)
        #expect(report.diagnostics == [])
        #expect(Self.linked(disk) == ["14155238886", "66900000001"])
        #expect(disk["partners/codes.jsonl"] == ledger)
        let manifest = try Self.manifest(disk)
        #expect(manifest.partners.map(\.codes) == codes)
        #expect(manifest.earlierPhones == ["66812345678"])
    }

    @Test func `the manifest remembers every earlier number, and forgets one only while it is in use again`() throws {
        let disk = SiteText.site(Self.partners)
        var remembered: [[String]] = []
        for phone in ["+66 81 234 5678", "+66 81 000 0001", "+66 81 000 0002", "+66 81 234 5678", "+66 81 234 5678"] {
            Self.setPhone(phone, disk)
            _ = try SiteBuilder.on(disk).run(.build)
            remembered.append(try Self.manifest(disk).earlierPhones)
        }
        #expect(remembered == [
            [], ["66812345678"], ["66810000001", "66812345678"], ["66810000001", "66810000002"], ["66810000001", "66810000002"],
        ])
    }

    @Test(arguments: [
        ("\"phone\": \"+66 90 000 0009\"", ["66900000001"]), ("\"slug\": \"guide\"", ["66900000001"]), ("\"phone\": \"+66 90 000 0001\", \"status\": \"retired\"", ["66900000001"]),
        ("\"phone\": \"+66 90 000 0001\", \"status\": \"paused\"", []), ("\"phone\": \"+66 81 234 5678\"", ["66900000001"]),
    ])
    func `a partner's own earlier number is remembered, too`(edit: String, expected: [String]) throws {
        let disk = SiteText.site(Self.partners)
        _ = try SiteBuilder.on(disk).run(.build)
        disk["partners/guide.json"] = "{\"name\": \"Guide\", \(edit)}"
        _ = try SiteBuilder.on(disk).run(.build)
        #expect(try Self.manifest(disk).earlierPhones == expected)
    }

    @Test func `killed at any write of a switch, the next build knows every number that any page has ever led to`() throws {
        let start = SiteText.site(Self.partners)
        _ = try SiteBuilder.on(start).run(.build)
        let whole = start.copy()
        Self.setPhone("+66 81 000 0001", whole)
        _ = try SiteBuilder.on(whole).run(.build)
        let steps = whole.writes.count
        #expect(steps >= 10)
        for step in 0..<steps {
            let disk = start.copy()
            Self.setPhone("+66 81 000 0001", disk)
            disk.failAfter(step)
            #expect(throws: FileError.self) { try SiteBuilder.on(disk).run(.build) }
            disk.failAfter(nil)
            var seen = Self.linked(start).union(Self.linked(disk))
            Self.setPhone("+66 81 000 0002", disk)
            _ = try SiteBuilder.on(disk).run(.build)
            seen.subtract(Self.linked(disk))
            #expect(Set(try Self.manifest(disk).earlierPhones).isSuperset(of: seen), "after \(step) steps")
        }
    }

    @Test func `messages that went to an earlier number still attribute, as text and as whole links`() throws {
        let disk = SiteText.site(Self.partners)
        _ = try SiteBuilder.on(disk).run(.build)
        var old: [(slug: String, link: String)] = []
        for slug in ["sunrise", "cafe", "guide", "old-bar"] {
            for language in ["", "en/"] {
                let page = try #require(disk["public/\(slug)/\(language)index.html"])
                old += page.matches(of: /href="(https:\/\/wa\.me\/[^"]+)"/).map { (slug, String($0.1)) }
            }
        }
        #expect(old.count >= 8)
        Self.setPhone("+1 415 523 8886", disk)
        disk["partners/guide.json"] = "{\"name\": \"Guide\", \"phone\": \"+66 90 000 0009\"}"
        _ = try SiteBuilder.on(disk).run(.build)
        let matcher = Matcher(try Self.manifest(disk))
        let ids = ["sunrise": "hotel-sunrise"]
        for (slug, link) in old {
            let query = try #require(link.firstRange(of: "?text="))
            let text = String(decoding: PercentEncoding.decode(Array(link[query.upperBound...].utf8)[...]), as: UTF8.self)
            for message in [text, link] {
                let verdict = matcher.verdict(on: message)
                #expect(verdict.kind == .attributed, "\(message)")
                #expect(verdict.partner?.text == ids[slug] ?? slug, "\(message)")
            }
        }
    }
}
