import Mustache
import StructuredText
import PartnerCodes

/// Makes the records of a page model, one function a record; every address in them is put together out of checked parts.
struct PageRecords: Sendable {
    let site: SiteDefinition
    let shapes: PageShapes
    let pictures: Pictures
    private let slots: Slots

    init(site: SiteDefinition, shapes: PageShapes, pictures: Pictures) {
        self.site = site
        self.shapes = shapes
        self.pictures = pictures
        slots = Slots(shapes)
    }

    func whatsapp(_ link: PageLinks.Link, _ code: PartnerCode, _ phone: PhoneNumber) -> TemplateRecord {
        var record = whatsapp(link.address.address(with: code), link.message.filled(with: code), phone)
        record[slots.whatsappTextIn] = tongue(link.borrowed)
        return record
    }

    func whatsapp(_ message: String, _ phone: PhoneNumber) -> TemplateRecord {
        whatsapp(MessageLink.address(phone: phone, message: message), message, phone)
    }

    /// A link to the business on Telegram; nil where it is not there.
    func telegram(_ address: [UInt8]?) -> TemplateValue {
        guard let address, let name = site.business.telegram else { return .absent }
        var record = TemplateRecord(shapes.telegram)
        record[slots.telegramHref] = .url(address)
        record[slots.telegramName] = .text(utf8: name)
        return .record(record)
    }

    /// The language switch, and the `hreflang` alternates of the pages of `folder`, from their `entries`.
    func languages(of folder: String, _ entries: [TemplateRecord]) -> TemplateValue {
        .list(zip(site.languages.indices, entries).map { place, entry in
            var record = entry
            let own = place == 0 ? "" : site.languages[place].tag + "/"
            record[slots.languageURL] = .url(utf8: site.baseURL.address(of: folder + own))
            return .record(record)
        })
    }

    /// The languages as seen from a page in the language number `current`, but for their addresses. Their links begin with `root`;
    /// without one, they lead to the same page in another language.
    func languageEntries(current: Int, root: String? = nil) -> [TemplateRecord] {
        site.languages.enumerated().map { place, language in
            var record = TemplateRecord(shapes.language)
            let own = place == 0 ? "" : language.tag + "/"
            record["code"] = .text(utf8: language.tag)
            record["name"] = .text(utf8: language.ownName)
            record["href"] = .url(utf8: (root ?? (current == 0 ? "" : "../")) + own + "index.html")
            record["current"] = .flag(place == current)
            return record
        }
    }

    /// Those of the `cards` that are `offered`, each with the WhatsApp record that `whatsapp` makes for it.
    func offers(_ offered: [Int], of cards: [TemplateRecord], whatsapp: (Int) -> TemplateRecord) -> TemplateValue {
        .list(offered.enumerated().map { position, number in
            var record = cards[number]
            record[slots.offerIsFirst] = .flag(position == 0)
            record[slots.offerWhatsapp] = .record(whatsapp(number))
            return .record(record)
        })
    }

    /// The cards of all offers, but for their links.
    func offerCards(_ language: Int, _ place: PagePlace) -> [TemplateRecord] {
        site.offers.map { offer in
            var record = TemplateRecord(shapes.offer)
            record["id"] = .text(utf8: offer.id.text)
            set("title", "titleIn", of: &record, to: offer.title, language)
            set("text", "textIn", of: &record, to: offer.text, language)
            set("price", "priceIn", of: &record, to: offer.price, language)
            set("alt", "altIn", of: &record, to: offer.alt ?? offer.title, language)
            if let picture = offer.image.flatMap({ pictures.picture($0.value) }) {
                record["image"] = .record(picture.record(shapes.image, href: place.root + picture.path))
            }
            return record
        }
    }

    /// The business with another number to call: a partner's own.
    func business(_ business: TemplateValue, calledAt phone: PhoneNumber) -> TemplateValue {
        guard case .record(var record) = business else { preconditionFailure("a page has a record of the business") }
        record.setPhone(phone)
        return .record(record)
    }

    func partner(_ partner: PublishedPartner, _ language: Int) -> TemplateRecord {
        var record = TemplateRecord(shapes.partner)
        record[slots.partnerName] = .text(utf8: partner.name)
        record[slots.partnerCode] = .text(utf8: partner.code.text)
        record[slots.partnerIsActive] = .flag(partner.status == .active)
        record[slots.partnerIsPaused] = .flag(partner.status == .paused)
        record[slots.partnerIsRetired] = .flag(partner.status == .retired)
        if partner.status == .active, let greeting = partner.definition?.greeting {
            record[slots.partnerGreeting] = .text(utf8: greeting[language])
            record[slots.partnerGreetingIn] = tongue(greeting.borrowed(for: language))
        }
        return record
    }

    /// Sets an owner's text, and beside it the language that it is in where that is not the page's.
    func set(_ name: String, _ tongueName: String, of record: inout TemplateRecord, to text: LocalizedText?, _ language: Int) {
        record[name] = .text(utf8: text?[language] ?? "")
        record[tongueName] = tongue(text?.borrowed(for: language))
    }

    /// What tells the browser of the site's language number `language`; absent for nil.
    func tongue(_ language: Int?) -> TemplateValue {
        guard let language else { return .absent }
        var record = TemplateRecord(shapes.tongue)
        record["code"] = .text(utf8: site.languages[language].tag)
        record["direction"] = .text(utf8: site.languages[language].direction)
        return .record(record)
    }

    private func whatsapp(_ address: [UInt8], _ message: String, _ phone: PhoneNumber) -> TemplateRecord {
        var record = TemplateRecord(shapes.whatsapp)
        record[slots.whatsappHref] = .url(address)
        record[slots.whatsappText] = .text(utf8: message)
        record[slots.whatsappPhone] = .text(utf8: phone.written)
        return record
    }
}

extension TemplateRecord {
    /// Sets the number of a record of the business.
    mutating func setPhone(_ phone: PhoneNumber) {
        self["phone"] = .text(utf8: phone.written)
        self["phoneHref"] = .url(utf8: "tel:+" + phone.digits)
    }
}

private extension PageRecords {
    /// The slots that are set for every page, looked up once.
    struct Slots: Sendable {
        let telegramHref, telegramName, languageURL, offerIsFirst, offerWhatsapp: RecordShape.Slot
        let partnerName, partnerCode, partnerIsActive, partnerIsPaused, partnerIsRetired, partnerGreeting, partnerGreetingIn: RecordShape.Slot
        let whatsappHref, whatsappText, whatsappTextIn, whatsappPhone: RecordShape.Slot

        init(_ shapes: PageShapes) {
            telegramHref = shapes.telegram.slot("href")
            telegramName = shapes.telegram.slot("name")
            languageURL = shapes.language.slot("url")
            offerIsFirst = shapes.offer.slot("first")
            offerWhatsapp = shapes.offer.slot("whatsapp")
            partnerName = shapes.partner.slot("name")
            partnerCode = shapes.partner.slot("code")
            partnerIsActive = shapes.partner.slot("active")
            partnerIsPaused = shapes.partner.slot("paused")
            partnerIsRetired = shapes.partner.slot("retired")
            partnerGreeting = shapes.partner.slot("greeting")
            partnerGreetingIn = shapes.partner.slot("greetingIn")
            whatsappHref = shapes.whatsapp.slot("href")
            whatsappText = shapes.whatsapp.slot("text")
            whatsappTextIn = shapes.whatsapp.slot("textIn")
            whatsappPhone = shapes.whatsapp.slot("phone")
        }
    }
}
