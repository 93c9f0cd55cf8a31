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
    /// Every partner that ever had a code, in order of id.
    package private(set) var partners: [PartnerID] = []
    /// The places of the entries, those of one partner together, in order of partner and then of code.
    private var places: [Int] = []
    /// Which of `places` are the partner's.
    private var ranges: [PartnerID: Range<Int>] = [:]

    package init(entries: [Entry] = []) {
        self.entries = entries.sorted { ($0.code.text, $0.partner.text) < ($1.code.text, $1.partner.text) }
        indexPartners()
    }

    package var isEmpty: Bool { entries.isEmpty }

    /// The entries of `partner`, sorted by code. O(1), without copying them.
    package func entries(of partner: PartnerID) -> some RandomAccessCollection<Entry> {
        places(of: partner).lazy.map { entries[$0] }
    }

    /// Whether `partner` ever had a code.
    package func knows(_ partner: PartnerID) -> Bool { ranges[partner] != nil }

    /// Whether `code` was ever issued to `partner`.
    package func knows(_ code: PartnerCode, of partner: PartnerID) -> Bool {
        places(of: partner).contains { entries[$0].code == code }
    }

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
        let own = places(of: partner)
        if own.count == 1 { return entries[own[own.startIndex]].slugs }
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
        if own.count == 1, vanity == nil { return own[0] }
        if let vanity { return own.first { $0.code == vanity } }
        return own.filter { $0.code.isAutomaticShape }.min { ($0.issued, $0.code.text) < ($1.issued, $1.code.text) }
            ?? own.max { ($0.issued, $0.code.text) < ($1.issued, $1.code.text) }
    }

    /// Applies `change` to every entry of `partner`.
    package mutating func update(_ partner: PartnerID, _ change: (inout Entry) -> Void) {
        for place in places(of: partner) { change(&entries[place]) }
    }

    /// Adds `new` entries, whose codes must not be there yet.
    package mutating func add(_ new: [Entry]) {
        guard !new.isEmpty else { return }
        self = Ledger(entries: entries + new)
    }
}

private extension Ledger {
    mutating func indexPartners() {
        places = entries.indices.sorted { (entries[$0].partner.text, $0) < (entries[$1].partner.text, $1) }
        ranges.reserveCapacity(entries.count)
        var start = 0
        while start < places.count {
            let partner = entries[places[start]].partner
            var end = start + 1
            while end < places.count, entries[places[end]].partner == partner { end += 1 }
            partners.append(partner)
            ranges[partner] = start..<end
            start = end
        }
    }

    func places(of partner: PartnerID) -> ArraySlice<Int> { places[ranges[partner] ?? 0..<0] }
}
