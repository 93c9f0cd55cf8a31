import StructuredText

/// The settings of `attribution receive`, as it would find them: environment variables, or lines `NAME=value` of a file.
///
/// A value is looked at and never shown: nothing here can be printed by mistake.
package struct ReceiverConfiguration: Sendable {
    /// The names that the receiver reads.
    package enum Name: String, CaseIterable, Sendable {
        case metaAppSecret = "META_APP_SECRET"
        case metaVerifyToken = "META_VERIFY_TOKEN"
        case twilioAuthToken = "TWILIO_AUTH_TOKEN"
        case twilioSharedKey = "TWILIO_SHARED_KEY"
        case webhookURL = "WEBHOOK_URL"
        case twilioWebhookURL = "TWILIO_WEBHOOK_URL"
        case manifest = "ATTRIBUTION_MANIFEST"
        case leads = "ATTRIBUTION_LEADS"
        case notifyURL = "ATTRIBUTION_NOTIFY_URL"
        case notifyFormat = "ATTRIBUTION_NOTIFY_FORMAT"
        case notifyChat = "ATTRIBUTION_NOTIFY_CHAT"
    }

    /// What is known of the file of settings.
    package enum File: Equatable, Sendable {
        /// None was named.
        case none
        /// It was named and is not there.
        case missing(path: String)
        /// It is there and this user may not read it.
        case unreadable(path: String)
        /// It was read; `isOpenToOthers` when other users of the machine may read it, too.
        case read(path: String, isOpenToOthers: Bool)
    }

    package let file: File
    private var values: [Name: String] = [:]

    /// What `environment` and the lines of `fileBytes` say; the environment wins. O(bytes).
    package init(environment: (String) -> String?, file: File = .none, fileBytes: [UInt8] = []) {
        self.file = file
        for case let setting? in SettingsText.lines(fileBytes).map(\.setting) {
            if let name = Name(rawValue: setting.name) { values[name] = setting.value }
        }
        for name in Name.allCases {
            if let value = environment(name.rawValue), !value.isEmpty { values[name] = value }
        }
    }

    /// The value of `name`; nil when it is absent or empty.
    package subscript(name: Name) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }
}

extension ReceiverConfiguration: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "the receiver's settings" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
