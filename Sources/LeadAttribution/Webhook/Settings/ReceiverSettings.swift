/// What the web person configures: the keys of the channels, where messages are kept, and who hears of new leads.
///
/// Every name is an environment variable, or a line of the file that `ATTRIBUTION_SETTINGS` names; a variable comes before the file.
package struct ReceiverSettings: Equatable, Sendable {
    /// `META_APP_SECRET`: the key that Meta signs with.
    package var metaAppSecret: Secret?
    /// `META_VERIFY_TOKEN`: the word of one's own choice that Meta shows once, when the address is entered.
    package var metaVerifyToken: Secret?
    /// `TWILIO_AUTH_TOKEN`: the account's primary token, which Twilio signs with.
    package var twilioAuthToken: Secret?
    /// `TWILIO_SHARED_KEY`: the secret of a shared key, where the account signs with one (public beta, September 2026).
    package var twilioSharedKey: Secret?
    /// `TWILIO_ACCOUNT_SID`: the account whose messages `attribution pull` fetches.
    package var twilioAccountSID: String?
    /// `TWILIO_API_URL`: where Twilio's list of messages is, where it is not Twilio itself.
    package var twilioAPIURL: String?
    /// `META_ACCESS_TOKEN`: the key with which replies are sent.
    package var metaAccessToken: Secret?
    /// `META_PHONE_NUMBER_ID`: Meta's id of the number that replies are sent from.
    package var metaPhoneNumberID: String?
    /// `META_API_URL`: where replies are sent, with the version: `https://graph.facebook.com/v26.0`.
    package var metaAPIURL: String?
    /// `WEBHOOK_URL`: the public address, up to and without `/meta` or `/twilio`.
    package var webhookURL: String?
    /// `TWILIO_WEBHOOK_URL`: the whole address that Twilio calls, where it is another.
    package var twilioWebhookURL: String?
    /// `ATTRIBUTION_MANIFEST`: the manifest that says whose a code is.
    package var manifestPath: String?
    /// `ATTRIBUTION_LEADS`: the folder of the lead log.
    package var leadsPath: String?
    /// `ATTRIBUTION_NOTIFY_URL`: where new leads are posted. A secret, because the addresses of Slack and Telegram are.
    package var notifyURL: Secret?
    /// `ATTRIBUTION_NOTIFY_FORMAT`: `json`, `slack` or `telegram`; told by the address otherwise.
    package var notifyFormat: String?
    /// `ATTRIBUTION_NOTIFY_CHAT`: the chat that a Telegram bot writes to.
    package var notifyChat: String?
    /// `ATTRIBUTION_NOTIFY_HEADER`: one more header for a CRM, such as `Authorization: Bearer …`.
    package var notifyHeader: Secret?

    /// `ATTRIBUTION_REPLIES`: the file with the texts that customers are answered with; nobody is without it.
    package var repliesPath: String?

    /// The names of all settings.
    package static let names = [
        "META_APP_SECRET", "META_VERIFY_TOKEN", "META_ACCESS_TOKEN", "META_PHONE_NUMBER_ID", "META_API_URL", "TWILIO_AUTH_TOKEN", "TWILIO_SHARED_KEY",
        "TWILIO_ACCOUNT_SID", "TWILIO_API_URL", "WEBHOOK_URL", "TWILIO_WEBHOOK_URL", "ATTRIBUTION_MANIFEST", "ATTRIBUTION_LEADS", "ATTRIBUTION_REPLIES",
        "ATTRIBUTION_NOTIFY_URL", "ATTRIBUTION_NOTIFY_FORMAT", "ATTRIBUTION_NOTIFY_CHAT", "ATTRIBUTION_NOTIFY_HEADER",
    ]

    /// Takes each setting from `value`, which gives nil for one that is missing or empty.
    package init(value: (String) -> String?) {
        metaAppSecret = value("META_APP_SECRET").map(Secret.init)
        metaVerifyToken = value("META_VERIFY_TOKEN").map(Secret.init)
        twilioAuthToken = value("TWILIO_AUTH_TOKEN").map(Secret.init)
        twilioSharedKey = value("TWILIO_SHARED_KEY").map(Secret.init)
        twilioAccountSID = value("TWILIO_ACCOUNT_SID")
        twilioAPIURL = value("TWILIO_API_URL")
        metaAccessToken = value("META_ACCESS_TOKEN").map(Secret.init)
        metaPhoneNumberID = value("META_PHONE_NUMBER_ID")
        metaAPIURL = value("META_API_URL")
        repliesPath = value("ATTRIBUTION_REPLIES")
        webhookURL = value("WEBHOOK_URL")
        twilioWebhookURL = value("TWILIO_WEBHOOK_URL")
        manifestPath = value("ATTRIBUTION_MANIFEST")
        leadsPath = value("ATTRIBUTION_LEADS")
        notifyURL = value("ATTRIBUTION_NOTIFY_URL").map(Secret.init)
        notifyFormat = value("ATTRIBUTION_NOTIFY_FORMAT")
        notifyChat = value("ATTRIBUTION_NOTIFY_CHAT")
        notifyHeader = value("ATTRIBUTION_NOTIFY_HEADER").map(Secret.init)
    }
}
