import Diagnostics
import LeadAttribution
import Manifest
import PartnerCodes
import SiteBuild
import TestSupport

/// Whether a site that was built keeps every promise; the first that it breaks is told.
struct PromiseCheck {
    let checkout: Checkout

    /// After a build that was done.
    func problem() -> String? {
        let disk = checkout.disk
        guard let ledger = LedgerFile.read(disk.contents[Checkout.ledgerPath] ?? []).0 else { return "the ledger cannot be read" }
        guard let manifest = Manifest.read(disk.contents["manifest.json"] ?? [], path: "manifest.json").0 else { return "there is no manifest" }
        if disk["manifest.json.next"] != nil { return "`manifest.json.next` was left" }
        return problem(of: ledger) ?? problem(of: manifest) ?? problemOfPages(manifest) ?? problemOfForeignFiles()
    }

    /// After one that was killed.
    func problemOfHalf() -> String? {
        guard let ledger = LedgerFile.read(checkout.disk.contents[Checkout.ledgerPath] ?? []).0 else { return "the ledger cannot be read" }
        for (code, page) in Self.publishedCodes(checkout.disk) {
            guard let owned = PartnerCode(canonical: code), ledger.entry(for: owned) != nil else { return "the ledger lacks `\(code)` of `\(page)`" }
        }
        return problem(of: ledger) ?? problemOfForeignFiles()
    }

    /// Every code on a page, and the page.
    static func publishedCodes(_ disk: MemoryFileSystem) -> [(code: String, page: String)] {
        var found: [(String, String)] = []
        for (path, text) in disk.texts where path.hasPrefix("public/") && path.hasSuffix("/index.html") {
            if let code = code(on: text) { found.append((code, path)) }
        }
        return found
    }

    private static func code(on page: String) -> String? {
        let label = "Код: "
        guard let text = page.utf8.split(separator: UInt8(ascii: ">")).first(where: { $0.starts(with: label.utf8) }) else { return nil }
        return String(text.dropFirst(label.utf8.count).prefix { $0 != UInt8(ascii: ".") })
    }
}

private extension PromiseCheck {
    func problem(of ledger: Ledger) -> String? {
        for pair in checkout.promises.codes.sorted() {
            guard let code = PartnerCode(canonical: pair.name), let partner = try? PartnerID(pair.partner), ledger.knows(code, of: partner) else {
                return "the ledger lacks `\(pair.name)` of `\(pair.partner)`"
            }
        }
        let live = ledger.entries.filter { $0.withdrawn == nil }.map(\.code)
        if let conflict = NearMissIndex.conflicts(in: live).first { return "too near: \(live[conflict.first]) and \(live[conflict.second])" }
        return nil
    }

    func problem(of manifest: Manifest) -> String? {
        let matcher = Matcher(manifest)
        for pair in checkout.promises.codes.sorted() {
            let verdict = matcher.verdict(on: "Код: \(pair.name). Hello!")
            if verdict.kind != .attributed || verdict.partner?.text != pair.partner {
                return "`\(pair.name)` of `\(pair.partner)` is \(verdict.kind) \(verdict.partner?.text ?? "")"
            }
        }
        let kept = Set(checkout.promises.codes.map(\.name))
        for pair in checkout.promises.withdrawn.sorted() where !kept.contains(pair.name) {
            let verdict = matcher.verdict(on: "Код: \(pair.name). Hello!")
            if verdict.kind.isCredit { return "the withdrawn code `\(pair.name)` of `\(pair.partner)` credits `\(verdict.partner?.text ?? "")`" }
        }
        return nil
    }

    func problemOfPages(_ manifest: Manifest) -> String? {
        var owners: [String: Manifest.Partner] = [:]
        for partner in manifest.partners { for slug in [partner.slug] + partner.earlierSlugs { owners[slug] = partner } }
        let addresses = Dictionary(grouping: checkout.promises.addresses, by: \.name)
        for (slug, pairs) in addresses.sorted(by: { $0.key < $1.key }) {
            guard let page = checkout.disk["public/\(slug)/index.html"] else { return "the page `\(slug)` is gone" }
            guard page.hasSuffix("<!-- whole -->\n") else { return "the page `\(slug)` is torn" }
            // Two branches may have given one address to two partners: it can lead to one of them alone.
            guard let owner = owners[slug], pairs.contains(where: { $0.partner == owner.id.text }) else { return "the page `\(slug)` changed hands" }
            guard Self.code(on: page) == owner.codes.first?.text else { return "the page `\(slug)` does not carry the code of `\(owner.id)`" }
        }
        return nil
    }

    func problemOfForeignFiles() -> String? {
        for (path, text) in checkout.promises.foreignFiles where checkout.disk[path] != text { return "the foreign file `\(path)` was touched" }
        return nil
    }
}
