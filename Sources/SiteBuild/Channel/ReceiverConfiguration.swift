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
        for line in String(decoding: fileBytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
            if let (name, value) = Self.setting(line) { values[name] = value }
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

private extension ReceiverConfiguration {
    /// `NAME=value`, with `export` before it or quotes around the value as shells write them; nil for a comment and for other names.
    static func setting(_ line: Substring) -> (Name, String)? {
        var text = line.trimmed
        if text.hasPrefix("export ") { text = text.dropFirst(7).trimmed }
        guard !text.hasPrefix("#"), let equals = text.firstIndex(of: "="),
              let name = Name(rawValue: String(text[..<equals].trimmed)) else { return nil }
        var value = text[text.index(after: equals)...].trimmed
        if value.count >= 2, let quote = value.first, quote == "\"" || quote == "'", value.last == quote { value = value.dropFirst().dropLast() }
        return (name, String(value))
    }
}

private extension Substring {
    var trimmed: Substring {
        var rest = self
        while let first = rest.first, first == " " || first == "\t" { rest.removeFirst() }
        while let last = rest.last, last.isWhitespace { rest.removeLast() }
        return rest
    }
}
