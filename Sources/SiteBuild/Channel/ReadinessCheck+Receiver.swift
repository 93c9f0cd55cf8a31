/// The receiver's settings: present, of the right shape, and private. None of their values but addresses and paths is ever shown.
extension ReadinessCheck {
    private var settings: ReceiverConfiguration { facts.receiver.settings }

    /// Where settings come from, for remedies.
    private var place: String {
        switch settings.file {
        case .none: "the receiver's settings"
        case .missing(let path), .unreadable(let path), .read(let path, _): "`\(path)`"
        }
    }

    var receiver: [Readiness.Finding] {
        (file.map { [$0] } ?? []) + [webhook] + channel.secrets.map(secret) + [leads, manifest, notification]
    }

    private var file: Readiness.Finding? {
        switch settings.file {
        case .none:
            return Readiness.Finding(
                "settings", .look, "No file of the receiver's settings was named, so only this shell's variables were looked at",
                remedy: "Run this on the server and name the file: `sitegen check --channel \(channel.rawValue) --settings FILE`")
        case .missing(let path):
            return Readiness.Finding(
                "settings", .missing, "There is no file `\(path)`",
                remedy: "\(channel.guide) says what to write into it")
        case .unreadable(let path):
            return Readiness.Finding(
                "settings", .missing, "You may not read `\(path)`, so what is in it could not be checked",
                remedy: "Run this command as the user whom the receiver runs as, such as `www-data`")
        case .read(let path, isOpenToOthers: true):
            return Readiness.Finding(
                "settings", .missing, "Other users of this machine may read the secrets in `\(path)`",
                remedy: "Run `chmod 600 \(path)`; the file must belong to the user whom the receiver runs as")
        case .read(let path, isOpenToOthers: false):
            return Readiness.Finding("settings", .done, "Only its owner may read `\(path)`")
        }
    }

    /// The address that is entered at the channel, fit to be shown; nil where it is not known or holds a password.
    var entryAddress: String? {
        guard let given = givenAddress, !Self.holdsPassword(given) else { return nil }
        if given == settings[.twilioWebhookURL] { return Self.shown(given) }
        var address = given
        // What people write instead of the common part, and the receiver takes, too.
        for ending in ["/"] + Channel.allCases.map({ "/" + $0.rawValue }) where address.hasSuffix(ending) { address.removeLast(ending.count) }
        return Self.shown(address + "/" + channel.rawValue)
    }

    private var givenAddress: String? {
        let whole = channel == .twilio ? settings[.twilioWebhookURL] : nil
        return whole ?? settings[.webhookURL]
    }

    /// Whether a name and a password stand before the host.
    private static func holdsPassword(_ address: String) -> Bool {
        let afterScheme = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
        return afterScheme.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.contains("@")
    }

    /// Without what stands behind a `?` or `#`, where people put keys.
    private static func shown(_ address: String) -> String {
        guard let mark = address.firstIndex(where: { $0 == "?" || $0 == "#" }) else { return address }
        return address[...mark] + "…"
    }

    private var webhook: Readiness.Finding {
        guard let given = givenAddress else {
            return Readiness.Finding(
                "webhook-url", .missing, "The public address of the receiver is not set",
                remedy: "Write `WEBHOOK_URL=https://your-site/webhook` into \(place): the address from outside, without "
                    + "`/\(channel.rawValue)` at its end")
        }
        guard let address = entryAddress else {
            return Readiness.Finding(
                "webhook-url", .missing, "The receiver's address has a name and a password in it",
                remedy: "Leave them out of the address: messages are signed, which protects better")
        }
        if !given.hasPrefix("https://") {
            return Readiness.Finding(
                "webhook-url", .missing, "The receiver's address `\(address)` does not begin with `https://`",
                remedy: "\(channel.name) sends messages to encrypted addresses only; docs/hosting.md says how to get a certificate")
        }
        if let flaw = PublicAddress.flaw(ofHostIn: given) {
            return Readiness.Finding(
                "webhook-url", .missing, "The receiver's address `\(address)` \(flaw)",
                remedy: "\(channel.name) must reach it from the internet: give it a name of its own")
        }
        return Readiness.Finding("webhook-url", .done, "The address to enter at \(channel.name) is `\(address)`")
    }

    private func secret(_ name: ReceiverConfiguration.Name) -> Readiness.Finding {
        let id = name.rawValue.lowercased().replacing("_", with: "-")
        if name == .twilioAuthToken, settings[name] == nil, settings[.twilioSharedKey] != nil {
            return Readiness.Finding(id, .done, "`TWILIO_SHARED_KEY` is set in place of `\(name.rawValue)`")
        }
        guard let value = settings[name] else {
            return Readiness.Finding(
                id, .missing, "`\(name.rawValue)` is not set",
                remedy: "\(Self.source(of: name)); write it into \(place), never into site.json")
        }
        let isOdd = value.contains { $0.isWhitespace || $0 == "\"" || $0 == "'" || $0 == "<" || $0 == "…" }
        if isOdd {
            return Readiness.Finding(
                id, .missing, "`\(name.rawValue)` has a space, a quote or a bracket in it",
                remedy: "Copy it anew, alone: \(Self.source(of: name))")
        }
        if name == .metaVerifyToken {
            return value.utf8.count >= 16
                ? Readiness.Finding(id, .done, "`\(name.rawValue)` is set")
                : Readiness.Finding(
                    id, .look, "`\(name.rawValue)` is short, so it can be guessed",
                    remedy: "\(Self.source(of: name)), and enter the same at Meta")
        }
        // Both are shown as 32 hexadecimal digits (twilio.com/docs/iam/api/authtoken; App Dashboard, App settings, Basic).
        let looksRight = value.utf8.count == 32 && value.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        return looksRight
            ? Readiness.Finding(id, .done, "`\(name.rawValue)` is set")
            : Readiness.Finding(
                id, .look, "`\(name.rawValue)` is set, but has not the usual form: 32 digits and letters from a to f",
                remedy: "Compare it: \(Self.source(of: name))")
    }

    private static func source(of name: ReceiverConfiguration.Name) -> String {
        switch name {
        case .twilioAuthToken: "Twilio shows it on the console's first page as “Auth Token”, the primary one"
        case .metaAppSecret: "Meta shows it in your app's dashboard under “App settings”, “Basic”, as “App secret”"
        case .metaVerifyToken: "Make one up, 20 or more random letters and digits"
        case .twilioSharedKey, .webhookURL, .twilioWebhookURL, .manifest, .leads, .notifyURL, .notifyFormat, .notifyChat: ""
        }
    }
}

extension ReadinessCheck {
    private var leads: Readiness.Finding {
        guard let path = settings[.leads] else {
            return Readiness.Finding(
                "leads", .missing, "No folder for the leads is set",
                remedy: "Make one that the receiver may write to and write it into \(place): "
                    + "`ATTRIBUTION_LEADS=/var/lib/attribution/leads`")
        }
        if let finding = flaw(ofPath: path, id: "leads", name: .leads) { return finding }
        return facts.receiver.hasLeadFolder
            ? Readiness.Finding("leads", .done, "Leads are kept in `\(path)`", remedy: "Put that folder into your backups")
            : Readiness.Finding(
                "leads", .look, "The folder for leads, `\(path)`, is not on this machine",
                remedy: "On the server, make it and give it to the user whom the receiver runs as")
    }

    /// Storing a message needs no manifest; telling whose it is does.
    private var manifest: Readiness.Finding {
        let gravity: Readiness.State = settings[.notifyURL] == nil ? .look : .missing
        guard let path = settings[.manifest] else {
            return Readiness.Finding(
                "manifest", gravity, "No manifest.json is named, so notifications cannot say whose a lead is",
                remedy: "Copy manifest.json to the server, beside and not into the uploaded folder, and write its place into "
                    + "\(place): `ATTRIBUTION_MANIFEST=/srv/site/manifest.json`")
        }
        if let finding = flaw(ofPath: path, id: "manifest", name: .manifest) { return finding }
        guard let bytes = facts.receiver.manifest else {
            return Readiness.Finding(
                "manifest", .look, "`\(path)` is not on this machine",
                remedy: "After every build, copy manifest.json to that place on the server")
        }
        return bytes == facts.publishedBytes
            ? Readiness.Finding("manifest", .done, "`\(path)` is that of the last build")
            : Readiness.Finding(
                "manifest", gravity, "`\(path)` is not that of the last build, so the newest codes are unknown there",
                remedy: "Copy manifest.json there")
    }

    private var notification: Readiness.Finding {
        guard let url = settings[.notifyURL] else {
            return Readiness.Finding(
                "notification", .look, "Nobody is told of a new lead by itself",
                remedy: "If you want that, set `ATTRIBUTION_NOTIFY_URL` in \(place); docs/webhooks.md has examples for Slack, "
                    + "Telegram and others")
        }
        let format = settings[.notifyFormat]
        if !url.hasPrefix("https://"), !url.hasPrefix("http://") {
            return Readiness.Finding(
                "notification", .missing, "`ATTRIBUTION_NOTIFY_URL` is no address, so nobody is told of new leads",
                remedy: "Write it whole, with `https://` at its start; docs/webhooks.md has examples")
        }
        if let format, !["json", "slack", "telegram"].contains(format) {
            return Readiness.Finding(
                "notification", .missing, "`ATTRIBUTION_NOTIFY_FORMAT` is none of those that there are, so nobody is told of new leads",
                remedy: "Write `json`, `slack` or `telegram`, or leave it out: the address tells")
        }
        let isTelegram = format == "telegram" || format == nil && url.hasPrefix("https://api.telegram.org/")
        if isTelegram, settings[.notifyChat] == nil, !url.contains("chat_id=") {
            return Readiness.Finding(
                "notification", .missing, "The Telegram bot is not told which chat to write to",
                remedy: "Set `ATTRIBUTION_NOTIFY_CHAT` in \(place); docs/webhooks.md says how to find the number")
        }
        return Readiness.Finding("notification", .done, "New leads are told to the address in `ATTRIBUTION_NOTIFY_URL`")
    }

    /// What is wrong with a path that both the receiver and the world could use.
    private func flaw(ofPath path: String, id: String, name: ReceiverConfiguration.Name) -> Readiness.Finding? {
        if !path.hasPrefix("/") {
            return Readiness.Finding(
                id, .missing, "`\(name.rawValue)` is `\(path)`, which means another place in every folder",
                remedy: "Write the whole path, from `/` on")
        }
        guard let folder = facts.receiver.siteFolder, path == folder || path.hasPrefix(folder + "/") else { return nil }
        return Readiness.Finding(
            id, .missing, "`\(path)` is inside the built site, so everyone on the internet could read it",
            remedy: "Move it out of the folder that you upload")
    }
}
