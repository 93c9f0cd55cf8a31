package import PartnerCodes

/// Who owns which code, for ever: the contents of `partners/codes.jsonl`, one entry a line.
///
/// Entries are only ever added or marked; none is removed and no code changes hands. The ledger also keeps every slug under
/// which a code was published, because printed QR codes carry the page's address: an old page stays as alive as an old code.
package struct Ledger: Sendable, Equatable {
    /// One line: a code and its owner.
    package struct Entry: Sendable, Equatable {
        package var code: PartnerCode
        package var partner: PartnerID
        /// The partner's name when it was last built, to recognise a renamed file and to name one who left.
        package var name: String?
        /// Folders under which the code was published, the newest last.
        package var slugs: [Slug]
        package var issued: CivilDate
        /// Since when the partner's definition is gone or says retired.
        package var retired: CivilDate?
        /// Since when the code no longer counts, because two branches had issued codes too much alike. Never issued again.
        package var withdrawn: CivilDate?
    }

    /// Sorted by code.
    package private(set) var entries: [Entry]
    private var places: [PartnerID: [Int]] = [:]

    package init(entries: [Entry] = []) {
        self.entries = entries.sorted { ($0.code.text, $0.partner.text) < ($1.code.text, $1.partner.text) }
        indexPartners()
    }

    package var isEmpty: Bool { entries.isEmpty }

    /// Every partner that ever had a code, in order of id.
    package var partners: [PartnerID] { places.keys.sorted { $0.text < $1.text } }

    /// The entries of `partner`, sorted by code.
    package func entries(of partner: PartnerID) -> [Entry] { (places[partner] ?? []).map { entries[$0] } }

    /// Whether `partner` ever had a code.
    package func knows(_ partner: PartnerID) -> Bool { places[partner] != nil }

    /// The entry that counts for `code`.
    package func entry(for code: PartnerCode) -> Entry? {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].code.text < code.text { low = middle + 1 } else { high = middle }
        }
        let equal = entries[low...].prefix { $0.code == code }
        return equal.first { $0.withdrawn == nil } ?? equal.first
    }

    /// Every slug ever published for `partner`, oldest first, each once.
    package func slugs(of partner: PartnerID) -> [Slug] {
        var slugs: [Slug] = []
        for entry in entries(of: partner).sorted(by: { $0.issued < $1.issued }) {
            for slug in entry.slugs where !slugs.contains(slug) { slugs.append(slug) }
        }
        return slugs
    }

    /// The entry whose code the partner's pages carry: the vanity code it asks for, or else its oldest automatic code, or
    /// else the newest of its vanity codes.
    package func currentEntry(of partner: PartnerID, vanity: PartnerCode?) -> Entry? {
        let own = entries(of: partner).filter { $0.withdrawn == nil }
        if let vanity { return own.first { $0.code == vanity } }
        return own.filter { $0.code.isAutomaticShape }.min { ($0.issued, $0.code.text) < ($1.issued, $1.code.text) }
            ?? own.max { ($0.issued, $0.code.text) < ($1.issued, $1.code.text) }
    }

    /// Applies `change` to every entry of `partner`.
    package mutating func update(_ partner: PartnerID, _ change: (inout Entry) -> Void) {
        for place in places[partner] ?? [] { change(&entries[place]) }
    }

    /// Adds `new` entries, whose codes must not be there yet.
    package mutating func add(_ new: [Entry]) {
        guard !new.isEmpty else { return }
        self = Ledger(entries: entries + new)
    }
}

private extension Ledger {
    mutating func indexPartners() {
        places.reserveCapacity(entries.count)
        for (place, entry) in entries.enumerated() { places[entry.partner, default: []].append(place) }
    }
}
