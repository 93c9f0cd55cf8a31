import Disk
import Manifest
import PartnerCodes

/// Puts together what the build tells `attribution` and the next build: `manifest.json`.
struct ManifestMaker {
    private let site: SiteDefinition
    private let plan: OutputPlan
    /// The output folder.
    private let folder: SitePath
    private let earlierPhones: [String]
    private let withdrawn: [Manifest.WithdrawnCode]

    /// `earlier` is what earlier builds published, one that was killed included. Neither that nor `ledger` is kept.
    init(site: SiteDefinition, plan: OutputPlan, folder: SitePath, earlier: [Manifest], ledger: Ledger) {
        (self.site, self.plan, self.folder) = (site, plan, folder)
        earlierPhones = Self.earlierPhones(in: earlier, site, plan)
        withdrawn = Self.withdrawn(ledger)
    }

    /// The manifest as it is written, in two pieces, each made on a core of its own.
    func pieces() -> [[UInt8]] {
        let half = (plan.partners.count + 1) / 2
        let pieces = bothAtOnce({ beginning(plan.partners[..<half]) }, { rest(plan.partners[half...]) })
        return [pieces.0, pieces.1]
    }
}

private extension ManifestMaker {
    func beginning(_ partners: ArraySlice<PublishedPartner>) -> [UInt8] {
        let manifest = Manifest(
            generator: "sitegen " + SiteBuilder.version, baseURL: site.baseURL.text, languages: site.languages.map(\.tag), messages: messages, folder: folder.text,
            files: plan.siteFolders.flatMap(\.filePaths), partnerFiles: plan.partnerFiles.pages + plan.partnerFiles.kit, earlierPhones: earlierPhones,
            withdrawn: withdrawn, partners: [])
        return manifest.beginning(room: 1_024 + room(for: partners)) { write(partners, to: &$0) }
    }

    func rest(_ partners: ArraySlice<PublishedPartner>) -> [UInt8] {
        var bytes = partners.isEmpty ? [] : Manifest.continuation(room: 64 + room(for: partners)) { write(partners, to: &$0) }
        bytes += Manifest.ending
        return bytes
    }

    /// How many bytes `partners` take, about.
    func room(for partners: ArraySlice<PublishedPartner>) -> Int {
        partners.reduce(0) { room, partner in
            room + 100 + site.baseURL.text.utf8.count + partner.id.text.utf8.count + partner.name.utf8.count + 2 * partner.slug.text.utf8.count
        }
    }

    /// Codes that count for no one; not those that another partner has as well and keeps.
    static func withdrawn(_ ledger: Ledger) -> [Manifest.WithdrawnCode] {
        ledger.entries.filter { $0.withdrawn != nil && ledger.entry(for: $0.code)?.withdrawn != nil }
            .map { Manifest.WithdrawnCode(code: $0.code, partner: $0.partner) }
    }

    /// Each message that the site can emit.
    var messages: [Manifest.Message] {
        let phone = site.business.phone
        let general = Manifest.Message(name: "general", texts: texts(site.message.map(\.text), phone))
        let offers = site.offers.compactMap { offer in
            offer.message.map { Manifest.Message(name: "offer:" + offer.id.text, texts: texts($0.map(\.text), phone)) }
        }
        return [general] + offers + [Manifest.Message(name: "home", texts: texts(site.homeMessage, phone))]
    }

    func texts(_ texts: [String], _ phone: PhoneNumber) -> [Manifest.Text] {
        zip(site.languages, texts).map { Manifest.Text(language: $0.tag, phone: phone.digits, text: $1) }
    }

    func write(_ partners: ArraySlice<PublishedPartner>, to lines: inout Manifest.PartnerLines) {
        for partner in partners {
            lines.append(
                id: partner.id, name: partner.name, slug: partner.slug.text, status: Manifest.Status(partner.status),
                page: partner.pageURL(site.baseURL), code: partner.code, otherCodes: partner.otherCodes[...],
                earlierSlugs: partner.earlierSlugs.map(\.text), messages: ownMessages(partner),
                files: partner.hasKit || plan.partnerFiles.kit.isEmpty ? nil : plan.partnerFiles.pages)
        }
    }

    /// The partner's own general message, and every message again where the partner has a number of its own.
    func ownMessages(_ partner: PublishedPartner) -> [Manifest.Message] {
        guard partner.status != .retired, let overrides = partner.definition?.overrides else { return [] }
        let phone = overrides.phone ?? site.business.phone
        var messages: [Manifest.Message] = []
        if overrides.phone != nil || overrides.message.contains(where: { $0 != nil }) {
            let general = zip(overrides.message, site.message).map { ($0 ?? $1).text }
            messages.append(Manifest.Message(name: "general", texts: texts(general, phone)))
        }
        if overrides.phone != nil {
            for offer in site.offers {
                if let message = offer.message { messages.append(Manifest.Message(name: "offer:" + offer.id.text, texts: texts(message.map(\.text), phone))) }
            }
        }
        return messages
    }

    /// Every number that links of this site went to and its messages do not name any more, partners' own included.
    static func earlierPhones(in earlier: [Manifest], _ site: SiteDefinition, _ plan: OutputPlan) -> [String] {
        var used: Set<String> = []
        for manifest in earlier {
            used.formUnion(manifest.earlierPhones)
            for message in manifest.messages + manifest.partners.flatMap(\.messages) { used.formUnion(message.texts.map(\.phone)) }
        }
        let current = plan.partners.compactMap { $0.status == .retired ? nil : $0.definition?.overrides?.phone?.digits }
        return used.subtracting(current + [site.business.phone.digits]).sorted()
    }
}

private extension Manifest.Status {
    init(_ status: PartnerDefinition.Status) {
        self = switch status {
        case .active: .active
        case .paused: .paused
        case .retired: .retired
        }
    }
}
