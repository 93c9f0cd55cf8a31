import ByteText
import Diagnostics
import StructuredText

/// Twilio's list of an account's messages (REST, `Messages.json`, version 2010-04-01): the requests for a day's pages, and what an answer holds.
struct TwilioMessageList {
    /// The most that Twilio gives at a time.
    static let pageSize = 1_000

    private let address: ServiceAddress
    private let account: String
    private let token: Secret

    init(_ account: TwilioAccount) {
        (address, self.account, token) = (account.address, account.id, account.token)
    }

    /// The first page of a day (UTC).
    func firstPage(of day: LogDay) -> HTTPCall {
        call("/2010-04-01/Accounts/\(account)/Messages.json?DateSent=\(day.text)&PageSize=\(Self.pageSize)")
    }

    /// The page at `path`, as an earlier page named it; nil where that leads anywhere but to Twilio.
    func page(at path: String) -> HTTPCall? {
        guard path.hasPrefix("/"), !path.hasPrefix("//"), path.utf8.allSatisfy({ 0x21...0x7E ~= $0 }) else { return nil }
        return call(path)
    }

    private func call(_ path: String) -> HTTPCall {
        HTTPCall(.get, Secret(address.text + path), headers: [Secret("Accept: application/json")], user: Secret(account + ":" + token.text))
    }

    /// A page of the list.
    struct Page: Equatable {
        /// From people through WhatsApp, the newest first.
        var messages: [Message] = []
        /// How many messages there are, those of the business and SMS counted.
        var count = 0
        /// Where the next page is; nil at the end.
        var next: String?
    }

    /// What `answer` says: a page, or why there is none.
    static func read(_ answer: HTTPAnswer) -> Result<Page, PullProblem> {
        var problems: [Diagnostic] = []
        let value = JSONReader.read(answer.body, path: "answer", dialect: .strict, into: &problems)
        guard answer.status == 200 else { return .failure(problem(answer.status, value)) }
        guard let value, let list = value["messages"]?.array else {
            return .failure(PullProblem("Twilio's answer is no list of messages", hint: "try again later; if it stays so, look whether `TWILIO_API_URL` is right"))
        }
        var page = Page(count: list.count, next: value["next_page_uri"]?.string.flatMap { $0.isEmpty ? nil : $0 })
        for record in list where ["from", "to"].contains(where: { record[$0]?.string?.hasPrefix("whatsapp:") == true }) {
            guard case .messages(let messages) = TwilioJSON.read(record, RecordOrigin(source: "twilio", line: 1, offset: 0)) else { continue }
            page.messages += messages.filter { $0.direction == .inbound && $0.id != nil }
        }
        return .success(page)
    }

    /// Twilio's own words are shown, which name no key.
    private static func problem(_ status: Int, _ value: JSONValue?) -> PullProblem {
        let words = value?["message"]?.string.map { ": \($0.prefix(300))" } ?? ""
        let hint = switch status {
        case 401, 403: "compare `TWILIO_ACCOUNT_SID` and `TWILIO_AUTH_TOKEN` with the first page of Twilio's console"
        case 404: "compare `TWILIO_ACCOUNT_SID` with the first page of Twilio's console"
        case 429, 500...599: "what came so far is kept; run the command again in a while, and it goes on from here"
        default: "what came so far is kept; look whether `TWILIO_API_URL` and the account are right"
        }
        return PullProblem("Twilio answered with status \(status)\(words)", hint: hint)
    }
}

/// Whose messages are read, and with which key.
package struct TwilioAccount: Equatable, Sendable {
    static let usualAddress = "https://api.twilio.com"

    /// `AC…`
    let id: String
    let token: Secret
    let address: ServiceAddress

    /// The account that `settings` name; a problem says what is missing, and no value.
    package static func reading(_ settings: ReceiverSettings) -> Result<TwilioAccount, PullProblem> {
        guard let id = settings.twilioAccountSID, let token = settings.twilioAuthToken else {
            let missing = settings.twilioAccountSID == nil ? "TWILIO_ACCOUNT_SID" : "TWILIO_AUTH_TOKEN"
            return .failure(PullProblem("`\(missing)` is not set", hint: "both stand on the first page of Twilio's console; put them into the file of settings"))
        }
        guard id.hasPrefix("AC"), id.utf8.count <= 64, id.utf8.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit }) else {
            return .failure(PullProblem("`TWILIO_ACCOUNT_SID` is no id of an account", hint: "it begins with `AC` and has 34 letters and digits"))
        }
        guard let address = ServiceAddress(settings.twilioAPIURL ?? usualAddress) else {
            return .failure(PullProblem("`TWILIO_API_URL` is no address for a key", hint: "it must begin with `https://`; leave it out for Twilio itself"))
        }
        return .success(TwilioAccount(id: id, token: token, address: address))
    }
}

/// Why messages could not be fetched, or not all of them.
package struct PullProblem: Error, Equatable, Sendable {
    package let text: String
    /// What to do.
    package let hint: String

    init(_ text: String, hint: String) {
        self.text = text
        self.hint = hint
    }
}
