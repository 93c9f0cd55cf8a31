/// The links of a page in one language: the general one and each offer's, in the site's order.
struct PageLinks: Sendable {
    /// A message and its link, waiting for a code.
    struct Link: Sendable {
        let message: MessageTemplate
        let address: MessageLink
        /// The language that the message is in, where it is not the page's.
        var borrowed: Int?
    }

    let phone: PhoneNumber
    let general: Link
    let offers: [Link]
    /// The general message to Telegram; nil where the business is not there.
    let telegram: MessageLink?

    /// The links with the partner's `overrides` in place of what they override. An offer without a message sends the general one.
    init(site: SiteDefinition, language: Int, overrides: PartnerDefinition.Overrides?) {
        let phone = overrides?.phone ?? site.business.phone
        func link(_ message: MessageTemplate) -> Link { Link(message: message, address: MessageLink(phone: phone, message: message)) }
        var general = link(overrides?.message[language] ?? site.message[language])
        // A language without a message of its own has the default language's, to the letter.
        if overrides?.message[language] == nil, language > 0, site.message[language] == site.message[0] { general.borrowed = 0 }
        self.phone = phone
        self.general = general
        telegram = site.business.telegram.map { MessageLink(telegram: $0, message: general.message) }
        offers = site.offers.map { $0.message.map { link($0[language]) } ?? general }
    }
}
