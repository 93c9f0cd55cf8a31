import ByteText
import Diagnostics
import Disk
import Foundation
import SiteBuild
import StarterSite
import TestSupport
import Testing

/// What `sitegen init` writes.
@Suite struct StarterSiteTests {
    @Test func `the program carries the templates and schemas as they are`() throws {
        let source = try GeneratedFiles.source()
        if ProcessInfo.processInfo.environment["SITEGEN_UPDATE"] != nil { try Data(source.utf8).write(to: GeneratedFiles.generated) }
        let committed = try String(contentsOf: GeneratedFiles.generated, encoding: .utf8)
        #expect((committed == source) == true, "run `SITEGEN_UPDATE=1 swift test --filter StarterSiteTests`, then commit Sources/StarterSite/StarterFiles.swift")
    }

    @Test func `what was compiled in is what the files hold`() throws {
        let files = try GeneratedFiles.files()
        #expect(StarterFiles.all.map(\.path.text) == files.map(\.path))
        let different = zip(StarterFiles.all, files).filter { $0.bytes != [UInt8]($1.bytes) }.map(\.1.path)
        #expect(different == [])
    }

    @Test(arguments: [["ru"], ["en"], ["ru", "en"], ["th", "zh", "de"], ["en", "ru", "th", "zh", "de"]])
    func `a new site builds without a single complaint`(languages: [String]) throws {
        var draft = SiteDraft(name: "Дайвинг «У Бори» \"Phuket\"", phone: "+66 81 234 5678", languages: languages)
        draft.offers = [SiteDraft.Offer(id: "kurs", title: "Курс"), SiteDraft.Offer(id: "trip", title: "Boat trip, \"all day\"")]
        draft.city = "Пхукет"
        let report = try SiteBuilder.on(disk(draft)).run(.build)
        #expect(report.diagnostics == [])
        #expect(report.result?.partners.count == 2)
        #expect(report.result?.newCodes.count == 2)
    }

    @Test func `the shortest draft builds too, and one in a language without texts says what to translate`() throws {
        #expect(try SiteBuilder.on(disk(SiteDraft(name: "X", phone: "+79123456789", languages: ["ru"]))).run(.check).diagnostics == [])
        let report = try SiteBuilder.on(disk(SiteDraft(name: "X", phone: "+79123456789", languages: ["fr"]))).run(.check)
        #expect(report.diagnostics.map(\.id) == ["T111"])
        #expect(report.result != nil)
    }

    @Test func `nothing of the sample's business comes along: no car, no dog, no name`() {
        for file in StarterFiles.all where file.path.text.hasSuffix(".mustache") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!file.path.text.contains("car.mustache") && !text.contains(/#car|#dog|parts\/car\}|Shiba/), "\(file.path.text)")
        }
    }

    @Test func `a new site in Chinese speaks of one code by one name, with Chinese signs, and greets without a code too`() throws {
        let disk = disk(SiteDraft(name: "X", phone: "+66 81 234 5678", languages: ["zh"]))
        _ = try SiteBuilder.on(disk).run(.build)
        let page = try #require(disk["public/hotel-sunrise/index.html"])
        let home = try #require(disk["public/index.html"])
        #expect(page.contains(/<p>推荐码：[A-Z]{3}[0-9]{3}。您好！我想咨询一下。<\/p>/))
        #expect(home.contains("<p>您好！我想咨询一下。</p>"))
        #expect(!page.contains("代码"))
    }

    @Test func `the whole of site json reads well`() {
        var draft = SiteDraft(name: "Blue Dive", phone: "+66 81 234 5678", languages: ["en"])
        draft.offers = [SiteDraft.Offer(id: "course", title: "Course")]
        let text = String(decoding: draft.siteFile(), as: UTF8.self)
        #expect(text.contains("  \"message\": {\"en\": \"Code: {{code}}. Hello! I have a question.\"},\n"))
        #expect(text.contains("      \"message\": {\"en\": \"Code: {{code}}. Hello! I am interested in: Course\"},\n"))
        #expect(text.contains("\"baseURL\": \"https://your-site.example/\","))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 160 })
    }

    @Test func `the sheet's columns are all known to the reader of partners`() throws {
        let disk = disk(SiteDraft(name: "X", phone: "+79123456789", languages: ["ru", "en"]))
        disk.put(PartnerSheet.bytes(languages: ["ru", "en"]) + Array("rassvet,Рассвет,,,,Привет,Hi,,Анна,10 %,\r\n".utf8), at: PartnerSheet.path.text)
        let report = try SiteBuilder.on(disk).run(.check)
        #expect(report.diagnostics == [])
        #expect(report.result?.partners.map(\.name).contains("Рассвет") == true)
    }

    private func disk(_ draft: SiteDraft) -> MemoryFileSystem {
        let disk = MemoryFileSystem()
        for (path, bytes) in draft.files() { disk.put(bytes, at: path.text) }
        disk.put(Array("{\"name\": \"Hotel Sunrise\"}".utf8), at: "partners/hotel-sunrise.json")
        disk.put(Array("{\"name\": \"Кафе Манго\", \"greeting\": \"Скидка\"}".utf8), at: "partners/kafe-mango.json")
        return disk
    }
}
