package import StructuredText

/// What `site.json` says: the business, its languages, messages, offers and the texts of the page.
package struct SiteDefinition: Sendable {
    package var baseURL: BaseURL
    package var business: Business
    /// The first is the default.
    package var languages: [Language]
    /// The general message, one a language.
    package var message: [MessageTemplate]
    /// What a customer of the business's own page sends, where no partner is to be named; one a language.
    package var homeMessage: [String]
    package var page: PageTexts
    package var theme: Theme
    package var offers: [Offer]
}

/// The business that the site is for.
package struct Business: Sendable {
    package var name: LocalizedText
    package var phone: PhoneNumber
    package var city: LocalizedText?
    /// The user name on Telegram, without `@`.
    package var telegram: String?
    package var email: String?
    package var address: LocalizedText?
    package var hours: LocalizedText?
    package var map: WebAddress?
    /// The schema.org type of the business.
    package var type: String
    /// The picture for link previews, a file of `templates/assets/`.
    package var image: Located<String>?
}

/// The owner's texts for the landing page; every part may be absent.
package struct PageTexts: Sendable {
    package struct Paragraph: Sendable {
        package var title: LocalizedText
        package var text: LocalizedText?
        package var icon: String?
    }

    package var title: LocalizedText?
    package var description: LocalizedText?
    package var headline: LocalizedText?
    package var lead: LocalizedText?
    package var footer: LocalizedText?
    package var reasons: [Paragraph] = []
    package var steps: [Paragraph] = []
    package var questions: [Paragraph] = []

    package init() {}
}

/// Something that can be booked; it has a card and a button of its own.
package struct Offer: Sendable {
    package var id: OfferID
    package var title: LocalizedText
    package var text: LocalizedText?
    package var price: LocalizedText?
    /// A file of `templates/assets/`.
    package var image: Located<String>?
    package var alt: LocalizedText?
    /// One a language; nil when the general message serves.
    package var message: [MessageTemplate]?
}

/// The name of an offer in definitions and in the manifest: small letters, digits, hyphens.
package struct OfferID: Hashable, Sendable {
    package let text: String

    package init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= 40,
              text.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F }) else { return nil }
        self.text = text
    }
}

