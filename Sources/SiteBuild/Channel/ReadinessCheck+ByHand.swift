/// What stands in the channel's own console or on a phone. The sources of each step are in the channel's guide.
extension ReadinessCheck {
    var byHand: [Readiness.Finding] {
        (channel == .twilio ? twilio : meta) + [upload, test]
    }

    private var entered: String { entryAddress.map { "`\($0)`" } ?? "the receiver's address" }

    private var twilio: [Readiness.Finding] {
        [
            Readiness.Finding("account", .byHand, "The Twilio account is a paid one, since a trial account gets no number of its own"),
            Readiness.Finding(
                "approval", .byHand, "Twilio's console lists the number among the WhatsApp senders, and its status is “Online”"),
            Readiness.Finding("phone-free", .byHand, "The number is in no WhatsApp app on any phone"),
            Readiness.Finding("entered", .byHand, "At that sender, the webhook for incoming messages is \(entered), by HTTP POST"),
        ]
    }

    private var meta: [Readiness.Finding] {
        [
            Readiness.Finding("approval", .byHand, "The number is listed as connected in WhatsApp Manager, with your business's name"),
            Readiness.Finding("payment", .byHand, "A means of payment is on file, or else answers past the free ones are not delivered"),
            Readiness.Finding(
                "entered", .byHand, "In the app's dashboard the callback address is \(entered), with the token of "
                    + "`META_VERIFY_TOKEN`, and Meta accepted it"),
            Readiness.Finding("subscribed", .byHand, "There, the field `messages` is switched on"),
            Readiness.Finding("live", .byHand, "The app is live (published), since until then Meta sends only its own test messages"),
        ]
    }

    private var upload: Readiness.Finding {
        Readiness.Finding(
            "uploaded", .byHand, "The built folder is uploaded: on a phone, a partner's page opens a chat with "
                + "`+\(facts.site.business.phone.digits)`")
    }

    private var test: Readiness.Finding {
        Readiness.Finding(
            "tried", .byHand, "You have sent yourself a message from a partner's page, and `swift run attribution check` over the "
                + "folder of leads names that partner")
    }
}
