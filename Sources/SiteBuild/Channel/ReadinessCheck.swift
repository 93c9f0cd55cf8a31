import Manifest
import PartnerCodes

/// Makes the checklist of a channel: the site, the number, the receiver, and what only a person can see.
struct ReadinessCheck {
    let channel: Channel
    let facts: ReadinessFacts

    func readiness() -> Readiness {
        Readiness(channel: channel, groups: [
            Readiness.Group(title: "The site", findings: [pages, address, contacts, privacy]),
            Readiness.Group(title: "The number", findings: [number] + (ownNumbers.map { [$0] } ?? [])),
            Readiness.Group(title: "The receiver, the program on your server that takes the messages in", findings: receiver),
            Readiness.Group(title: "What only you can check", findings: byHand),
        ])
    }
}

private extension ReadinessCheck {
    var pages: Readiness.Finding {
        let build = "Run `swift run sitegen build`, then upload the built folder"
        if facts.published == nil { return Readiness.Finding("pages", .missing, "The site has not been built yet", remedy: build) }
        if facts.isUpToDate { return Readiness.Finding("pages", .done, "The built pages and manifest.json are up to date") }
        return Readiness.Finding(
            "pages", .missing, "Something changed since the last build, so the pages and manifest.json are old",
            remedy: build)
    }

    var address: Readiness.Finding {
        let address = facts.site.baseURL
        if !address.isSecure {
            return Readiness.Finding(
                "address", .missing, "The site's address `\(address.text)` is not secure",
                remedy: "Turn on https at your web host and write `https://` in `baseURL` of site.json; whoever approves you looks "
                    + "at the site")
        }
        if let flaw = PublicAddress.flaw(ofHostIn: address.text) {
            return Readiness.Finding(
                "address", .missing, "The site's address `\(address.text)` \(flaw)",
                remedy: "Write the address under which customers find the site as `baseURL` in site.json")
        }
        return Readiness.Finding("address", .done, "The site's address is `\(address.text)`")
    }

    var contacts: Readiness.Finding {
        let business = facts.site.business
        let absent = [("email", business.email == nil), ("address", business.address == nil)].filter(\.1).map { "`\($0.0)`" }
        if absent.isEmpty { return Readiness.Finding("contacts", .done, "The site shows the business's address and e-mail") }
        return Readiness.Finding(
            "contacts", .look, "The site does not show the business's \(absent.joined(separator: " and "))",
            remedy: "Whoever approves the business compares the site with its papers; write them under `business` in site.json")
    }

    var privacy: Readiness.Finding {
        if facts.hasPrivacyPage { return Readiness.Finding("privacy", .done, "There is a page on privacy beside the built ones") }
        let need = channel == .meta ? "Meta asks for its address before your app may go live" : "Customers and Meta expect one"
        return Readiness.Finding(
            "privacy", channel == .meta ? .look : .byHand, "No page on privacy stands beside the built ones",
            remedy: "\(need). Put yours into the built folder as privacy/index.html: a build never touches files of yours. If it "
                + "stands elsewhere, all is well")
    }
}

private extension ReadinessCheck {
    var number: Readiness.Finding {
        let phone = facts.site.business.phone
        let full = "`+\(phone.digits)`"
        let linked = facts.published?.messages.first?.texts.first?.phone
        if let linked, linked != phone.digits {
            return Readiness.Finding(
                "number", .missing, "site.json says \(full), and the built pages still lead to `+\(linked)`",
                remedy: "Run `swift run sitegen build` and upload the built folder: that moves every page at once")
        }
        let earlier = (facts.published?.earlierPhones ?? []).map { "`+\($0)`" }
        if !earlier.isEmpty {
            return Readiness.Finding(
                "number-moved", .done, "The pages lead to \(full); earlier links led to \(earlier.joined(separator: ", "))",
                remedy: "Keep WhatsApp alive on earlier numbers for some months: customers who saved them still write there")
        }
        return Readiness.Finding(
            "number-same", .look, "The pages lead to \(full), the number that the site has always had",
            remedy: "If this very number is the one at \(channel.name), all is well. If \(channel.name) has another, write that one "
                + "as `phone` in site.json and build")
    }

    /// Partners whose customers write to another number than the site's.
    var ownNumbers: Readiness.Finding? {
        let others = facts.partners.filter { partner in
            guard partner.status != .retired, let phone = partner.definition?.overrides?.phone else { return false }
            return phone.digits != facts.site.business.phone.digits
        }
        if others.isEmpty { return nil }
        let names = others.prefix(5).map { "`\($0.id.text)`" }.joined(separator: ", ") + (others.count > 5 ? " and "
            + "\(others.count - 5) more" : "")
        return Readiness.Finding(
            "own-numbers", .look, "These partners' customers write to numbers of their own: \(names)",
            remedy: "The receiver hears of them only if those numbers are at \(channel.name), too; otherwise go on counting them "
                + "from exported chats")
    }
}
