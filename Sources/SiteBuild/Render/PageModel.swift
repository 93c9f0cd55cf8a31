import Mustache
import StructuredText
import PartnerCodes

/// The values of every page: what pages share is put together once a language, and each page sets its few own.
struct PageModel: Sendable {
    private let records: PageRecords
    private let shared: SharedPage
    private let slots: Slots
    /// By language: a partner's page without what is the partner's own, and the links with the site's phone and messages.
    private let partnerPages: [TemplateRecord]
    private let partnerLinks: [PageLinks]
    private let partnerCards: [[TemplateRecord]]
    private let languageEntries: [[TemplateRecord]]

    init(_ shared: SharedPage) {
        let (records, site) = (shared.records, shared.records.site)
        self.records = records
        self.shared = shared
        slots = Slots(records.shapes)
        partnerPages = site.languages.indices.map { shared.record(language: $0, place: .partner(language: $0)) }
        partnerLinks = site.languages.indices.map { PageLinks(site: site, language: $0, overrides: nil) }
        partnerCards = site.languages.indices.map { records.offerCards($0, .partner(language: $0)) }
        languageEntries = site.languages.indices.map { records.languageEntries(current: $0) }
    }

    /// The page of `partner` in the site's language number `language`. The page of one who left is the business's general one,
    /// with the code in its messages.
    func page(of partner: PublishedPartner, language: Int) -> TemplateRecord {
        let overrides = partner.status == .retired ? nil : partner.definition?.overrides
        let links = overrides == nil ? partnerLinks[language] : PageLinks(site: records.site, language: language, overrides: overrides)
        var root = partnerPages[language]
        setAddresses(of: &root, folder: partner.slug.text + "/", language)
        setPage(of: &root) { page in
            page[slots.noindex] = .flag(true)
            if let picture = overrides?.image.flatMap({ records.pictures.picture($0.value) }) {
                page[slots.image] = .record(picture.record(records.shapes.image, href: records.site.baseURL.address(of: picture.path)))
            }
        }
        if let phone = overrides?.phone { root[slots.site] = records.business(root[slots.site], calledAt: phone) }
        let code = partner.code
        root[slots.partner] = .record(records.partner(partner, language))
        root[slots.whatsapp] = .record(records.whatsapp(links.general, code, links.phone))
        root[slots.telegram] = records.telegram(links.telegram?.address(with: code))
        setOffers(of: &root, overrides?.offers, partnerCards[language]) { records.whatsapp(links.offers[$0], code, links.phone) }
        return root
    }

    /// The script that pages carry.
    var script: [UInt8] { shared.inlined.script }

    /// The business's own page in the site's language number `language`.
    func home(language: Int) -> TemplateRecord {
        let place = PagePlace.home(language: language)
        var root = shared.record(language: language, place: place)
        setAddresses(of: &root, folder: "", language)
        setGeneralLinks(of: &root, language, place)
        return root
    }

    /// The page for addresses that lead nowhere, in the default language; a host serves it at any depth. Its language switch leads
    /// to the business's own pages. Its policy allows the script only where its template `hasScript`.
    func notFound(hasScript: Bool) -> TemplateRecord {
        let place = PagePlace(absolute: records.site.baseURL)
        var root = shared.record(language: 0, place: place)
        setPage(of: &root) { page in
            page[slots.url] = .url(utf8: records.site.baseURL.text)
            page[slots.noindex] = .flag(true)
            if !hasScript { page["policy"] = .text(utf8: shared.inlined.policyWithoutScript) }
        }
        root[slots.languages] = records.languages(of: "", records.languageEntries(current: 0, root: place.root))
        root[slots.defaultURL] = .url(utf8: records.site.baseURL.text)
        setGeneralLinks(of: &root, 0, place)
        return root
    }
}

private extension PageModel {
    /// The slots that are set for every page, looked up once.
    struct Slots: Sendable {
        let site, page, languages, defaultURL, partner, whatsapp, telegram, offers, hasOffers: RecordShape.Slot
        let url, noindex, image: RecordShape.Slot

        init(_ shapes: PageShapes) {
            site = shapes.root.slot("site")
            page = shapes.root.slot("page")
            languages = shapes.root.slot("languages")
            defaultURL = shapes.root.slot("defaultURL")
            partner = shapes.root.slot("partner")
            whatsapp = shapes.root.slot("whatsapp")
            telegram = shapes.root.slot("telegram")
            offers = shapes.root.slot("offers")
            hasOffers = shapes.root.slot("hasOffers")
            url = shapes.page.slot("url")
            noindex = shapes.page.slot("noindex")
            image = shapes.page.slot("image")
        }
    }

    func setPage(of root: inout TemplateRecord, _ change: (inout TemplateRecord) -> Void) {
        guard case .record(var page) = root[slots.page] else { preconditionFailure("a shared page has a page record") }
        root[slots.page] = .absent  // So that `page` is the only reference and is changed in place.
        change(&page)
        root[slots.page] = .record(page)
    }

    func setAddresses(of root: inout TemplateRecord, folder: String, _ language: Int) {
        let site = records.site
        let own = language == 0 ? "" : site.languages[language].tag + "/"
        setPage(of: &root) { $0[slots.url] = .url(utf8: site.baseURL.address(of: folder + own)) }
        root[slots.languages] = records.languages(of: folder, languageEntries[language])
        root[slots.defaultURL] = .url(utf8: site.baseURL.address(of: folder))
    }

    func setOffers(of root: inout TemplateRecord, _ offered: [Int]?, _ cards: [TemplateRecord], _ whatsapp: (Int) -> TemplateRecord) {
        let offered = offered ?? Array(cards.indices)
        root[slots.offers] = records.offers(offered, of: cards, whatsapp: whatsapp)
        root[slots.hasOffers] = .flag(!offered.isEmpty)
    }

    func setGeneralLinks(of root: inout TemplateRecord, _ language: Int, _ place: PagePlace) {
        let site = records.site
        let (message, phone) = (site.homeMessage[language], site.business.phone)
        root[slots.whatsapp] = .record(records.whatsapp(message, phone))
        root[slots.telegram] = records.telegram(site.business.telegram.map { MessageLink.address(telegram: $0, message: message) })
        setOffers(of: &root, nil, records.offerCards(language, place)) { records.whatsapp(site.offers[$0].message?[language].withoutCode ?? message, phone) }
    }
}
