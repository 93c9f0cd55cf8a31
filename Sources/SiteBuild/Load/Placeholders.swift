// What stands in place of values of `site.json` that could not be read, so that partners can be checked in the same run.
// None is ever published: such a site has an error, and with any error nothing is written.

extension BaseURL {
    static let placeholder: BaseURL = {
        guard let url = try? BaseURL("https://example.com/") else { preconditionFailure("a valid address") }  // It is fixed here.
        return url
    }()
}

extension MessageTemplate {
    static let unread: MessageTemplate = {
        guard let message = try? MessageTemplate("{{code}}") else { preconditionFailure("a valid message") }  // It is fixed here.
        return message
    }()
}

extension PhoneNumber {
    static let placeholder: PhoneNumber = {
        guard let number = try? PhoneNumber("+66 81 234 5678") else { preconditionFailure("a valid number") }  // It is fixed here.
        return number
    }()
}

extension Business {
    static func placeholder(languages: Int) -> Business {
        Business(name: LocalizedText("", languages: languages), phone: .placeholder, type: "LocalBusiness")
    }
}
