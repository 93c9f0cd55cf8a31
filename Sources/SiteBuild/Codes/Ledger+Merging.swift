import ByteText
import Manifest
import PartnerCodes

/// What becomes of a ledger that two branches, or an older copy, brought into a state that no build makes. An address is kept like a code:
/// printed QR codes lead there.
extension Ledger.Entry {
    /// This entry and `other` of the same code and partner, as two branches changed them, in one: nothing that either says is lost.
    func merged(with other: Ledger.Entry) -> Ledger.Entry {
        var merged = self
        let current = other.isCurrent && !isCurrent ? other : self
        merged.name = current.name ?? name ?? other.name
        merged.slugs = Set(slugs).isSubset(of: other.slugs) ? other.slugs : slugs + other.slugs.filter { !slugs.contains($0) }
        merged.issued = min(issued, other.issued)
        merged.retired = [retired, other.retired].compactMap { $0 }.min()
        merged.withdrawn = [withdrawn, other.withdrawn].compactMap { $0 }.min()
        merged.isCurrent = isCurrent || other.isCurrent
        return merged
    }
}

extension Ledger {
    /// An address that two partners were given, as two branches may.
    struct SharedSlug: Equatable {
        var slug: Slug
        /// Whose it stays: who had a code under it first.
        var keeper: PartnerID
        var loser: PartnerID
    }

    /// Takes up the addresses that `manifests` say were published for partners that the ledger knows, where an older copy of it, or a line mended by
    /// hand, has lost them. Whether there were any.
    mutating func keepAddresses(of manifests: [Manifest]) -> Bool {
        var hasLost = false
        for manifest in manifests {
            var hint = 0
            for partner in manifest.partners {
                guard let number = number(of: partner.id, near: hint) else { continue }
                hint = number
                if partner.earlierSlugs.isEmpty, let only = onlyPlace(at: number), entries[only].newestSlug?.text == partner.slug { continue }
                let known = slugs(at: number)
                let lost = (partner.earlierSlugs + [partner.slug]).compactMap { Slug(published: $0) }.filter { !known.contains($0) }
                guard !lost.isEmpty, let code = (entries(at: number).first { $0.code == partner.codes.first } ?? entries(at: number).first)?.code else { continue }
                // Before the others, for the last one is where the page stands now.
                update(at: number) { if $0.code == code { $0.slugs = lost + $0.slugs } }
                hasLost = true
            }
        }
        return hasLost
    }

    /// Gives each address that two partners have to the one who had it first, and says which.
    mutating func settleSharedSlugs() -> [SharedSlug] {
        var distinct = DistinctTexts(count: entries.count + entries.reduce(0) { $0 + $1.earlierSlugs.count })
        // By place, so that no entry is copied.
        if entries.indices.allSatisfy({ place in
            (entries[place].newestSlug.map { distinct.insert($0.text) } ?? true) && entries[place].earlierSlugs.allSatisfy { distinct.insert($0.text) }
        }) { return [] }
        var seen: Set<Slug> = []
        seen.reserveCapacity(entries.count)
        var twice: Set<Slug> = []
        for entry in entries { for slug in entry.slugs where !seen.insert(slug).inserted { twice.insert(slug) } }
        if twice.isEmpty { return [] }
        var keepers: [Slug: Entry] = [:]
        for entry in entries {
            for slug in entry.slugs where twice.contains(slug) {
                if let other = keepers[slug], (other.issued, other.partner) <= (entry.issued, entry.partner) { continue }
                keepers[slug] = entry
            }
        }
        var shared: [SharedSlug] = []
        for number in partners.indices {
            let partner = partners[number]
            let lost = slugs(at: number).filter { keepers[$0].map { $0.partner != partner } ?? false }
            for slug in lost { if let keeper = keepers[slug] { shared.append(SharedSlug(slug: slug, keeper: keeper.partner, loser: partner)) } }
            if !lost.isEmpty { update(at: number) { $0.slugs.removeAll { lost.contains($0) } } }
        }
        return shared
    }
}
