/// A service that hands WhatsApp messages to a program the moment they arrive, once it has approved the business.
package enum Channel: String, CaseIterable, Sendable {
    case twilio, meta

    /// Its name in a sentence.
    package var name: String {
        switch self {
        case .twilio: "Twilio"
        case .meta: "Meta"
        }
    }

    /// The guide that leads there, a path in the repository.
    package var guide: String { "docs/going-live-\(rawValue).md" }

    /// The secrets that the receiver needs for it.
    var secrets: [ReceiverConfiguration.Name] {
        switch self {
        case .twilio: [.twilioAuthToken]
        case .meta: [.metaAppSecret, .metaVerifyToken]
        }
    }
}
