import Mustache
import StructuredText
import PartnerCodes

/// Makes the records of a page model, one function a record; every address in them is put together out of checked parts.
struct PageRecords: Sendable {
    let site: SiteDefinition
    let shapes: PageShapes
    let pictures: Pictures

    func whatsapp(_ link: PageLinks.Link, _ code: PartnerCode, _ phone: PhoneNumber) -> TemplateRecord {
        whatsapp(link.address.address(with: code), link.message.filled(with: code), phone)
    }

    func whatsapp(_ message: String, _ phone: PhoneNumber) -> TemplateRecord {
        whatsapp(MessageLink.address(phone: phone, message: message), message, phone)
    }

    /// Nil where the business is not on Telegram.
    func telegram(_ message: String) -> TemplateValue {
        guard let name = site.business.telegram else { return .absent }
        var record = TemplateRecord(shapes.telegram)
        record["href"] = .url(TelegramLink.address(name: name, message: message))
        record["name"] = .text(utf8: name)
        return .record(record)
    }

    /// The language switch, and the `hreflang` alternates of the pages of `folder`, seen from the language number `current`.
    func languages(of folder: String, current: Int) -> TemplateValue {
        .list(site.languages.enumerated().map { place, language in
            var record = TemplateRecord(shapes.language)
            let own = place == 0 ? "" : language.tag + "/"
            record["code"] = .text(utf8: language.tag)
            record["name"] = .text(utf8: language.ownName)
            record["href"] = .url(utf8: (current == 0 ? "" : "../") + own + "index.html")
            record["current"] = .flag(place == current)
            record["url"] = .url(utf8: site.baseURL.address(of: folder + own))
            return .record(record)
        })
    }

    /// The cards of the `offered` offers, each with the WhatsApp record that `whatsapp` makes for it.
    func offers(_ offered: [Int], _ language: Int, _ place: PagePlace, whatsapp: (Int) -> TemplateRecord) -> TemplateValue {
        .list(offered.enumerated().map { position, number in
            let offer = site.offers[number]
            var record = TemplateRecord(shapes.offer)
            record["id"] = .text(utf8: offer.id.text)
            record["title"] = .text(utf8: offer.title[language])
            record["text"] = .text(utf8: offer.text?[language] ?? "")
            record["price"] = .text(utf8: offer.price?[language] ?? "")
            record["alt"] = .text(utf8: offer.alt?[language] ?? offer.title[language])
            record["first"] = .flag(position == 0)
            record["whatsapp"] = .record(whatsapp(number))
            if let picture = offer.image.flatMap({ pictures.picture($0.value) }) {
                record["image"] = .record(picture.record(shapes.image, href: place.root + picture.path))
            }
            return .record(record)
        })
    }

    /// The business with another number to call: a partner's own.
    func business(_ business: TemplateValue, calledAt phone: PhoneNumber) -> TemplateValue {
        guard case .record(var record) = business else { preconditionFailure("a page has a record of the business") }
        record.setPhone(phone)
        return .record(record)
    }

    func partner(_ partner: PublishedPartner, _ language: Int) -> TemplateRecord {
        var record = TemplateRecord(shapes.partner)
        record["name"] = .text(utf8: partner.name)
        record["code"] = .text(utf8: partner.code.text)
        record["active"] = .flag(partner.status == .active)
        record["paused"] = .flag(partner.status == .paused)
        record["retired"] = .flag(partner.status == .retired)
        if partner.status == .active, let greeting = partner.definition?.greeting { record["greeting"] = .text(utf8: greeting[language]) }
        return record
    }

    private func whatsapp(_ address: [UInt8], _ message: String, _ phone: PhoneNumber) -> TemplateRecord {
        var record = TemplateRecord(shapes.whatsapp)
        record["href"] = .url(address)
        record["text"] = .text(utf8: message)
        record["phone"] = .text(utf8: phone.written)
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
