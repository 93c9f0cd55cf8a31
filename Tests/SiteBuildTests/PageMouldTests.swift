import Diagnostics
import Disk
import PartnerCodes
@testable import SiteBuild
import Testing
import TestSupport

/// Moulds make the same pages as templates do.
@Suite struct PageMouldTests {
    private static let partners = """
        -- partners/plain.json --
        {"name": "Plain"}
        -- partners/greeted.json --
        {"name": "Café <b>\\"&amp;\\"</b> 'x' %20 {{name}}", "greeting": {"ru": "Скидка 5 % & <i>", "en": "5% off"}, "slug": "greeted-1", "code": "SUNRISE5"}
        -- partners/one-language.json --
        {"name": "Отель «Рассвет»", "greeting": {"en": "Only English"}}
        -- partners/default-language.json --
        {"name": "Отель «Закат»", "greeting": {"ru": "Только по-русски"}}
        -- partners/paused.json --
        {"name": "Paused", "status": "paused", "greeting": "Привет"}
        -- partners/retired.json --
        {"name": "Retired", "status": "retired", "greeting": "Привет"}
        -- partners/with-phone.json --
        {"name": "Phone", "phone": "+7 912 345-67-89", "greeting": "Привет"}
        -- partners/with-message.json --
        {"name": "Message", "message": {"ru": "Код {{code}}: привет"}}

        """
    private static let gone = #"{"code":"PPB861","partner":"gone","name":"Gone & away","slugs":["gone-1","gone-2"],"issued":"2026-11-22"}"# + "\n"

    private func renderer(_ disk: MemoryFileSystem) throws -> (renderer: SiteRenderer, partners: [PublishedPartner]) {
        disk["partners/codes.jsonl"] = Self.gone
        var diagnostics: [Diagnostic] = []
        let builder = SiteBuilder.on(disk)
        var inputs = try #require(try builder.load(into: &diagnostics), "\(diagnostics)")
        let decision = try #require(try builder.decide(&inputs, mayBegin: false, into: &diagnostics), "\(diagnostics)")
        return (decision.plan.renderer, decision.plan.partners)
    }

    private func expectAgreement(_ disk: MemoryFileSystem, withoutMould: Set<String>) throws {
        let (renderer, partners) = try renderer(disk)
        #expect(partners.count == 9)
        for partner in partners {
            for (language, page) in renderer.pages(of: partner).enumerated() {
                #expect(page.bytes == renderer.page(of: partner, language: language), "\(partner.id)")
                #expect((renderer.moulds[language].page(of: partner) == nil) == withoutMould.contains("\(partner.id)/\(language)"), "\(partner.id)")
            }
        }
    }

    @Test func `a page from a mould is the page from the template, for every kind of partner`() throws {
        try expectAgreement(
            SiteText.site(Self.partners),
            withoutMould: ["with-phone/0", "with-phone/1", "with-message/0", "with-message/1", "one-language/0"])
    }

    @Test func `so it is with the templates of the sample site`() throws {
        let disk = try SampleSite.disk()
        for (path, text) in SiteText.disk(Self.partners).texts where path.hasPrefix("partners/") { disk[path] = text }
        let individual = ["with-phone", "with-message"].flatMap { id in (0..<3).map { "\(id)/\($0)" } }
        try expectAgreement(disk, withoutMould: Set(individual + ["one-language/0", "one-language/2"]))
    }

    @Test func `a value is shown as the template asks for it, escaped or not`() throws {
        let page = "<!doctype html><title>{{{partner.name}}}</title>{{partner.name}}{{{partner.greeting}}} {{partner.code}}<meta name=\"generator\" content=\"sitegen\">"
        let disk = SiteText.site("-- templates/page.mustache --\n\(page)\n" + Self.partners)
        let (renderer, partners) = try renderer(disk)
        for partner in partners {
            for (language, update) in renderer.pages(of: partner).enumerated() { #expect(update.bytes == renderer.page(of: partner, language: language)) }
        }
    }

    @Test func `a text of the site that looks like a mark of a mould is shown as it is`() throws {
        let disk = SiteText.site(Self.partners)
        disk["templates/page.mustache"] = (disk["templates/page.mustache"] ?? "") + "\u{10FFFD}n& QQQQQQQQQQQQ"
        let (renderer, partners) = try renderer(disk)
        #expect(partners.allSatisfy { renderer.moulds[0].page(of: $0) == nil })
        #expect(renderer.pages(of: partners[0])[0].bytes == renderer.page(of: partners[0], language: 0))
    }
}
