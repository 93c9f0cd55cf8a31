import Diagnostics
import LeadAttribution
import SiteBuild
import TestSupport
import Testing

/// The checklist before going live: each thing that may be missing, and what it says of it.
@Suite struct ReadinessTests {
    private static let token = "0123456789abcdef0123456789abcdef"
    private static let complete = [
        "META_APP_SECRET": token, "META_VERIFY_TOKEN": "kQ8sUoT2vW5yZ1aB", "TWILIO_AUTH_TOKEN": token, "WEBHOOK_URL": "https://hooks.shiba.cars/webhook",
        "ATTRIBUTION_MANIFEST": "/srv/manifest.json", "ATTRIBUTION_LEADS": "/srv/leads", "ATTRIBUTION_NOTIFY_URL": "https://crm.shiba.cars/in",
    ]

    /// A site that is built and lives at a real address.
    private static func site(_ more: String = "") throws -> MemoryFileSystem {
        let disk = SiteText.site("-- partners/hotel.json --\n{\"name\": \"Hotel\"}\n-- public/privacy/index.html --\nours\n" + more)
        disk["site.json"] = disk["site.json"]?.replacing("cars.example", with: "shiba.cars")
            .replacing("\"telegram\"", with: "\"email\": \"a@shiba.cars\", \"address\": \"Kata 1\", \"telegram\"")
        _ = try SiteBuilder.on(disk).run(.build)
        return disk
    }

    private static func readiness(
        _ channel: Channel, _ disk: MemoryFileSystem, _ settings: [String: String], file: ReceiverConfiguration.File = .read(path: "r.env", isOpenToOthers: false),
        hasLeadFolder: Bool = true, manifest: String? = nil
    ) throws -> Readiness {
        let receiver = ReadinessFacts.Receiver(
            settings: ReceiverConfiguration(environment: { settings[$0] }, file: file), manifest: Array((manifest ?? disk["manifest.json"] ?? "").utf8),
            hasLeadFolder: hasLeadFolder, siteFolder: "/srv/site/public")
        let (readiness, diagnostics) = try SiteBuilder.on(disk).readiness(for: channel, receiver: receiver)
        #expect(!diagnostics.containsError)
        return try #require(readiness)
    }

    /// The ids of the findings in `state`.
    private static func ids(_ readiness: Readiness, _ state: Readiness.State) -> [String] {
        readiness.groups.flatMap(\.findings).filter { $0.state == state }.map(\.id)
    }

    @Test(arguments: Channel.allCases)
    func `with everything in place nothing is missing, and what only a person sees is listed`(channel: Channel) throws {
        let readiness = try Self.readiness(channel, Self.site(), Self.complete)
        #expect(readiness.isReady)
        #expect(Self.ids(readiness, .missing) == [])
        #expect(Self.ids(readiness, .look) == ["number-same"])
        #expect(Self.ids(readiness, .byHand) == (channel == .twilio
            ? ["account", "approval", "phone-free", "entered", "uploaded", "tried"]
            : ["approval", "payment", "entered", "subscribed", "live", "uploaded", "tried"]))
        #expect(readiness.groups.flatMap(\.findings).first { $0.id == "webhook-url" }?.text
            == "The address to enter at \(channel.name) is `https://hooks.shiba.cars/webhook/\(channel.rawValue)`")
    }

    @Test func `with nothing in place each thing is named`() throws {
        let disk = SiteText.site("-- partners/hotel.json --\n{\"name\": \"Hotel\"}\n")
        disk["site.json"] = disk["site.json"]?.replacing("https:", with: "http:")
        let meta = try Self.readiness(.meta, disk, [:], file: .none)
        #expect(Self.ids(meta, .missing) == ["pages", "address", "webhook-url", "meta-app-secret", "meta-verify-token", "leads"])
        #expect(Self.ids(meta, .look) == ["contacts", "privacy", "number-same", "settings", "manifest", "notification"])
        let twilio = try Self.readiness(.twilio, disk, [:], file: .none)
        #expect(Self.ids(twilio, .missing) == ["pages", "address", "webhook-url", "twilio-auth-token", "leads"])
        #expect(twilio.missingCount == 5)
    }

    @Test(arguments: [
        ("WEBHOOK_URL", "http://hooks.shiba.cars/webhook", "webhook-url", Readiness.State.missing),
        ("WEBHOOK_URL", "https://anna:hunter2@hooks.shiba.cars/webhook", "webhook-url", .missing), ("WEBHOOK_URL", "https://hooks.shiba.cars/@x", "webhook-url", .done),
        ("WEBHOOK_URL", "https://localhost/webhook", "webhook-url", .missing), ("WEBHOOK_URL", "https://192.168.1.4/webhook", "webhook-url", .missing),
        ("WEBHOOK_URL", "https://172.31.0.1:8443/x", "webhook-url", .missing), ("WEBHOOK_URL", "https://8.8.8.8/x", "webhook-url", .missing),
        ("WEBHOOK_URL", "https://hooks.example.com/webhook", "webhook-url", .missing), ("WEBHOOK_URL", "https://nas.local/webhook", "webhook-url", .missing),
        ("WEBHOOK_URL", "https://hooks.shiba.cars/webhook/", "webhook-url", .done),
        ("META_APP_SECRET", "", "meta-app-secret", .missing), ("META_APP_SECRET", " \(token)", "meta-app-secret", .missing),
        ("META_APP_SECRET", "<app secret>", "meta-app-secret", .missing), ("META_APP_SECRET", "0123", "meta-app-secret", .look),
        ("META_APP_SECRET", token.uppercased(), "meta-app-secret", .look), ("META_VERIFY_TOKEN", "secret", "meta-verify-token", .look),
        ("ATTRIBUTION_LEADS", "leads", "leads", .missing), ("ATTRIBUTION_LEADS", "/srv/site/public/leads", "leads", .missing),
        ("ATTRIBUTION_LEADS", "/srv/site/public-leads", "leads", .done), ("ATTRIBUTION_MANIFEST", "/srv/site/public/manifest.json", "manifest", .missing),
    ])
    func `a setting that cannot work is told apart from one that can`(name: String, value: String, id: String, state: Readiness.State) throws {
        let readiness = try Self.readiness(.meta, Self.site(), Self.complete.merging([name: value]) { $1 })
        #expect(readiness.groups.flatMap(\.findings).first { $0.id == id }?.state == state)
        #expect(readiness.missingCount == (state == .missing ? 1 : 0))
    }

    @Test(arguments: ["", "/", "/meta", "/twilio", "/twilio/"])
    func `the address to enter is the same, whatever people write at its end`(ending: String) throws {
        let settings = Self.complete.merging(["WEBHOOK_URL": "https://hooks.shiba.cars/webhook" + ending]) { $1 }
        let finding = try Self.readiness(.twilio, Self.site(), settings).groups.flatMap(\.findings).first { $0.id == "webhook-url" }
        #expect(finding?.text == "The address to enter at Twilio is `https://hooks.shiba.cars/webhook/twilio`")
    }

    @Test func `the whole address of Twilio wins over the common one`() throws {
        let settings = Self.complete.merging(["TWILIO_WEBHOOK_URL": "https://b.shiba.cars/t?x=1"]) { $1 }
        let finding = try Self.readiness(.twilio, Self.site(), settings).groups.flatMap(\.findings).first { $0.id == "webhook-url" }
        #expect(finding?.text == "The address to enter at Twilio is `https://b.shiba.cars/t?…`")
    }

    @Test func `a shared key of Twilio serves in place of the account's token`() throws {
        let settings = Self.complete.merging(["TWILIO_AUTH_TOKEN": "", "TWILIO_SHARED_KEY": "k"]) { $1 }
        #expect(try Self.readiness(.twilio, Self.site(), settings).isReady)
    }

    @Test(arguments: [
        (ReceiverConfiguration.File.none, Readiness.State.look), (.missing(path: "x"), .missing), (.unreadable(path: "x"), .missing),
        (.read(path: "x", isOpenToOthers: true), .missing), (.read(path: "x", isOpenToOthers: false), .done),
    ])
    func `a file of settings that is absent or open to others is told`(file: ReceiverConfiguration.File, state: Readiness.State) throws {
        let finding = try Self.readiness(.meta, Self.site(), Self.complete, file: file).groups.flatMap(\.findings).first { $0.id == "settings" }
        #expect(finding?.state == state)
    }

    @Test func `a receiver that has an older manifest, and leads on another machine, are told`() throws {
        let readiness = try Self.readiness(.meta, Self.site(), Self.complete, hasLeadFolder: false, manifest: "{}")
        #expect(Self.ids(readiness, .missing) == ["manifest"])
        #expect(Self.ids(readiness, .look) == ["number-same", "leads"])
        let untold = try Self.readiness(.meta, Self.site(), Self.complete.merging(["ATTRIBUTION_NOTIFY_URL": ""]) { $1 }, manifest: "{}")
        #expect(Self.ids(untold, .look) == ["number-same", "manifest", "notification"])
    }

    @Test(arguments: [
        (["ATTRIBUTION_NOTIFY_URL": "crm.shiba.cars"], false), (["ATTRIBUTION_NOTIFY_FORMAT": "discord"], false), (["ATTRIBUTION_NOTIFY_FORMAT": "slack"], true),
        (["ATTRIBUTION_NOTIFY_URL": "https://api.telegram.org/bot1:t/sendMessage"], false),
        (["ATTRIBUTION_NOTIFY_URL": "https://api.telegram.org/bot1:t/sendMessage", "ATTRIBUTION_NOTIFY_CHAT": "-100"], true),
        (["ATTRIBUTION_NOTIFY_URL": "https://api.telegram.org/bot1:t/sendMessage?chat_id=-100"], true),
    ] as [([String: String], Bool)])
    func `notices that could not be sent are told, as the receiver would refuse them`(_ settings: [String: String], _ isReady: Bool) throws {
        let all = Self.complete.merging(settings) { $1 }
        #expect(Self.ids(try Self.readiness(.meta, Self.site(), all), .missing) == (isReady ? [] : ["notification"]))
        let isSendable = switch Notification.reading(ReceiverSettings { all[$0] }) {
        case .success: true
        case .failure: false
        }
        #expect(isSendable == isReady)
    }

    @Test func `the number: the old one still, changed but not built, moved`() throws {
        let disk = try Self.site("-- partners/guide.json --\n{\"name\": \"Guide\", \"phone\": \"+66 90 000 0001\"}\n")
        #expect(Self.ids(try Self.readiness(.twilio, disk, Self.complete), .look) == ["number-same", "own-numbers"])
        disk["site.json"] = disk["site.json"]?.replacing("+66 81 234 5678", with: "+1 415 523 8886")
        let changed = try Self.readiness(.twilio, disk, Self.complete)
        #expect(Self.ids(changed, .missing) == ["pages", "number"])
        #expect(changed.groups[1].findings[0].text == "site.json says `+14155238886`, and the built pages still lead to `+66812345678`")
        _ = try SiteBuilder.on(disk).run(.build)
        let moved = try Self.readiness(.twilio, disk, Self.complete)
        #expect(moved.isReady)
        #expect(moved.groups[1].findings.map(\.text) == [
            "The pages lead to `+14155238886`; earlier links led to `+66812345678`", "These partners' customers write to numbers of their own: `guide`",
        ])
    }

    @Test func `a site with errors has no checklist, and the errors are told`() throws {
        let disk = try Self.site()
        disk["partners/hotel.json"] = "{"
        let (readiness, diagnostics) = try SiteBuilder.on(disk).readiness(for: .meta, receiver: .init(settings: ReceiverConfiguration(environment: { _ in nil })))
        #expect(readiness == nil)
        #expect(diagnostics.containsError)
    }

    @Test func `asking writes nothing`() throws {
        let disk = try Self.site()
        disk["site.json"] = disk["site.json"]?.replacing("+66 81", with: "+66 82")
        disk.forgetWrites()
        _ = try Self.readiness(.meta, disk, Self.complete)
        #expect(disk.writes == [])
    }

    @Test func `no secret is ever shown, right or wrong`() throws {
        let disk = try Self.site()
        for secret in ["hunter2hunter2hunter2", "a b-c-d e-f-g", "\"quoted-secret\"", Self.token] {
            let settings = Self.complete.merging(["META_APP_SECRET": secret, "META_VERIFY_TOKEN": secret, "TWILIO_AUTH_TOKEN": secret]) { $1 }
            for channel in Channel.allCases {
                #expect(!"\(try Self.readiness(channel, disk, settings))".contains(secret))
            }
            let addresses = ["WEBHOOK_URL": "https://a:\(secret)@h.shiba.cars/w", "TWILIO_WEBHOOK_URL": "http://h.shiba.cars/w?key=\(secret)", "ATTRIBUTION_NOTIFY_URL": secret]
            for channel in Channel.allCases {
                #expect(!"\(try Self.readiness(channel, disk, settings.merging(addresses) { $1 }))".contains(secret))
            }
            let read = ReceiverConfiguration(environment: { settings[$0] })
            var dumped = ""
            dump(read, to: &dumped)
            for shown in ["\(read)", String(reflecting: read), "\([read])", dumped] { #expect(!shown.contains(secret)) }
        }
    }
}
