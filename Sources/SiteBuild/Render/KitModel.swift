import Mustache
import PartnerCodes
import StructuredText

/// The values of a partner's kit: what all kits share is put together once, and each kit sets its few own.
struct KitModel: Sendable {
    private let records: PageRecords
    private let frame: TemplateRecord
    private let kit: TemplateRecord
    private let parts: [Part]

    init(_ shared: SharedPage) {
        let records = shared.records
        self.records = records
        var frame = shared.frame(records.shapes.kitRoot, language: 0, place: .kit)
        Self.change(&frame, "page") { page in
            page["noindex"] = .flag(true)
            page["structuredData"] = .absent
            page["image"] = .absent
        }
        self.frame = frame
        parts = records.site.languages.indices.map { Part(shared, language: $0) }
        var kit = TemplateRecord(records.shapes.kit)
        let language = records.site.languages[0]
        kit["qrSVG"] = .url(utf8: KitFile.svg(language))
        kit["qrPNG"] = .url(utf8: KitFile.png(language))
        self.kit = kit
    }

    /// The QR codes of the partner's page, one a language.
    func codes(of partner: PublishedPartner) -> [KitCode] {
        records.site.languages.indices.map { KitCode(records.site.pageURL(of: partner, language: $0)) }
    }

    /// The kit of `partner`, who has one, with its `codes`.
    func page(of partner: PublishedPartner, codes: [KitCode]) -> TemplateRecord {
        let site = records.site
        let kitURL = partner.kitURL(site.baseURL) ?? ""
        var root = frame
        Self.change(&root, "page") { page in
            page["title"] = .text(utf8: "\(partner.name) · \(site.business.name[0])")
            page["url"] = .url(utf8: kitURL)
        }
        if let phone = partner.definition?.overrides?.phone { root["site"] = records.business(root["site"], calledAt: phone) }
        root["partner"] = .record(records.partner(partner, 0))
        var kit = kit
        kit["code"] = .text(utf8: partner.code.text)
        kit["pageURL"] = .url(utf8: partner.pageURL(site.baseURL))
        kit["kitURL"] = .url(utf8: kitURL)
        kit["languages"] = .list(zip(parts, codes).map { .record($0.record(of: partner, records, code: $1)) })
        root["kit"] = .record(kit)
        return root
    }

    private static func change(_ root: inout TemplateRecord, _ name: String, _ body: (inout TemplateRecord) -> Void) {
        guard case .record(var record) = root[name] else { preconditionFailure("a kit has a record `\(name)`") }
        body(&record)
        root[name] = .record(record)
    }
}

private extension KitModel {
    /// A kit in one language: its part of the page before it is any partner's, and the texts to fill.
    struct Part: Sendable {
        private let language: Int
        private let shared: TemplateRecord
        private let texts: [(key: String, text: KitText)]
        private let values: KitText.Values

        init(_ page: SharedPage, language: Int) {
            let site = page.records.site
            let own = site.languages[language]
            var record = TemplateRecord(page.records.shapes.kitLanguage)
            record["code"] = .text(utf8: own.tag)
            record["name"] = .text(utf8: own.ownName)
            record["direction"] = .text(utf8: own.direction)
            record["first"] = .flag(language == 0)
            record["anchor"] = .url(utf8: "#" + own.tag)
            record["pageHref"] = .url(utf8: "../" + (language == 0 ? "" : own.tag + "/") + "index.html")
            record["qrSVG"] = .url(utf8: KitFile.svg(own))
            record["qrPNG"] = .url(utf8: KitFile.png(own))
            page.records.set("headline", "headlineIn", of: &record, to: page.headline, language)
            record["strings"] = .record(page.interface(language))
            let (name, headline) = (site.business.name[language], page.headline[language])
            page.records.set("business", "businessIn", of: &record, to: name == headline ? nil : site.business.name, language)
            var values = KitText.Values()
            values[.business] = name
            values[.phone] = site.business.phone.written
            values[.description] = (site.page.description ?? site.page.lead)?[language] ?? ""
            values[.headline] = headline
            self.language = language
            self.values = values
            shared = record
            texts = KitText.keys.filter(page.strings.keys.contains).map { ($0, KitText(page.text($0, language))) }
        }

        func record(of partner: PublishedPartner, _ records: PageRecords, code: KitCode) -> TemplateRecord {
            let site = records.site
            let (definition, pageURL) = (partner.definition, site.pageURL(of: partner, language: language))
            let greeting = partner.status == .active ? definition?.greeting?[language] ?? "" : ""
            var values = values
            values[.partner] = partner.name
            values[.page] = pageURL
            values[.code] = partner.code.text
            values[.greeting] = greeting
            if let phone = definition?.overrides?.phone { values[.phone] = phone.written }
            var record = shared
            record["pageURL"] = .url(utf8: pageURL)
            let links = PageLinks(site: site, language: language, overrides: definition?.overrides)
            record["message"] = .text(utf8: links.general.message.filled(with: partner.code))
            record["messageIn"] = records.tongue(links.general.borrowed)
            record["greeting"] = .text(utf8: greeting)
            record["greetingIn"] = records.tongue(definition?.greeting?.borrowed(for: language))
            record["qr"] = .markup(code.markup)
            for (key, text) in texts { record[key] = .text(text.filled(with: values)) }
            return record
        }
    }
}

extension SiteDefinition {
    /// The address of the partner's page in the language number `language`.
    func pageURL(of partner: PublishedPartner, language: Int) -> String {
        partner.pageURL(baseURL) + (language == 0 ? "" : languages[language].tag + "/")
    }
}
