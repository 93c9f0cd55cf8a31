import ByteText
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
        /// The last folder under which the code was published, and those before it: most codes have one, and a list for each takes room.
        private(set) var newestSlug: Slug?
        private(set) var earlierSlugs: [Slug]
        package var issued: CivilDate
        /// Since when the partner's definition is gone or says retired.
        package var retired: CivilDate?
        /// Since when the code no longer counts, because two branches had issued codes too much alike. Never issued again.
        package var withdrawn: CivilDate?
        /// Whether it is the code on the partner's pages, as of the last build.
        package var isCurrent: Bool

        package init(
            code: PartnerCode, partner: PartnerID, name: String?, slugs: [Slug], issued: CivilDate, retired: CivilDate? = nil,
            withdrawn: CivilDate? = nil, isCurrent: Bool = false
        ) {
            self.init(
                code: code, partner: partner, name: name, newestSlug: slugs.last, earlierSlugs: Array(slugs.dropLast()), issued: issued,
                retired: retired, withdrawn: withdrawn, isCurrent: isCurrent)
        }

        init(
            code: PartnerCode, partner: PartnerID, name: String?, newestSlug: Slug?, earlierSlugs: [Slug], issued: CivilDate, retired: CivilDate?,
            withdrawn: CivilDate?, isCurrent: Bool
        ) {
            self.code = code
            self.partner = partner
            self.name = name
            self.newestSlug = newestSlug
            self.earlierSlugs = earlierSlugs
            self.issued = issued
            self.retired = retired
            self.withdrawn = withdrawn
            self.isCurrent = isCurrent
        }

        /// Folders under which the code was published, the newest last.
        package var slugs: [Slug] {
            get { earlierSlugs + (newestSlug.map { [$0] } ?? []) }
            set {
                newestSlug = newValue.last
                earlierSlugs = Array(newValue.dropLast())
            }
        }

        /// Makes `slug` the newest.
        mutating func publish(under slug: Slug) {
            if slug == newestSlug { return }
            if let newestSlug { earlierSlugs.append(newestSlug) }
            earlierSlugs.removeAll { $0 == slug }
            newestSlug = slug
        }
    }

    /// Sorted by code.
    package private(set) var entries: [Entry]
    /// Every partner that ever had a code, in order of id.
    package private(set) var partners: [PartnerID] = []
    /// The places of the entries, those of one partner together, in order of partner and then of code.
    private var places: [UInt32] = []
    /// Where each partner's begin in `places`, and the end of the last.
    private var starts: [UInt32] = []

    package init(entries: consuming [Entry] = []) {
        // A ledger that was read is in order already.
        let needsSorting = entries.indices.dropFirst().contains { Self.isInOrder(entries[$0], entries[$0 - 1]) }
        let isByPartner = needsSorting && entries.indices.dropFirst().allSatisfy { entries[$0 - 1].partner.text < entries[$0].partner.text }
        let byCode = needsSorting ? Self.placesByCode(entries) : []
        if needsSorting { entries.arrange(by: byCode) }
        self.entries = entries
        // Those of one partner stay in order of code.
        places = isByPartner ? Self.inverse(of: byCode) : TextOrder.places(self.entries.count) { self.entries[$0].partner.text }
        indexPartners()
    }

    package var isEmpty: Bool { entries.isEmpty }

    /// The entries of `partner`, sorted by code. O(1), without copying them.
    package func entries(of partner: PartnerID) -> some RandomAccessCollection<Entry> {
        places(of: partner).lazy.map { entries[Int($0)] }
    }

    /// The same for the partner number `number`.
    func entries(at number: Int) -> some RandomAccessCollection<Entry> {
        places(at: number).lazy.map { entries[Int($0)] }
    }

    /// The places in `entries` of those of the partner number `number`.
    func places(at number: Int) -> ArraySlice<UInt32> { places[Int(starts[number])..<Int(starts[number + 1])] }

    /// Whether `partner` ever had a code.
    package func knows(_ partner: PartnerID) -> Bool { number(of: partner) != nil }

    /// The place of `partner` in `partners`, nil where it never had a code. O(log partners), or O(1) where it is at `hint` or next.
    func number(of partner: PartnerID, near hint: Int = 0) -> Int? {
        for place in hint..<hint + 2 where place < partners.count && partners[place] == partner { return place }
        let place = firstPlace(below: partners.count) { partner <= partners[$0] }
        return place < partners.count && partners[place] == partner ? place : nil
    }

    /// The place in `entries` of the entry of the partner number `number`, where it has just one. A place, because an entry is five texts to copy.
    func onlyPlace(at number: Int) -> Int? {
        starts[number + 1] - starts[number] == 1 ? Int(places[Int(starts[number])]) : nil
    }

    /// Whether `code` was ever issued to `partner`.
    package func knows(_ code: PartnerCode, of partner: PartnerID) -> Bool { knows(code, at: number(of: partner)) }

    /// The same for the partner number `number`, if there is one.
    func knows(_ code: PartnerCode, at number: Int?) -> Bool {
        number.map { places(at: $0).contains { entries[Int($0)].code == code } } ?? false
    }

    /// The entry that counts for `code`.
    package func entry(for code: PartnerCode) -> Entry? {
        let equal = entries[firstPlace(below: entries.count) { code.text <= entries[$0].code.text }...].prefix { $0.code == code }
        return equal.first { $0.withdrawn == nil } ?? equal.first
    }

    /// Every slug ever published for the partner number `number`, oldest first, each once.
    func slugs(at number: Int) -> [Slug] {
        if let only = onlyPlace(at: number) { return entries[only].slugs }
        var slugs: [Slug] = []
        for entry in entries(at: number).sorted(by: { $0.issued < $1.issued }) {
            for slug in entry.slugs where !slugs.contains(slug) { slugs.append(slug) }
        }
        return slugs
    }

    /// The place in `entries` of the one whose code the pages of the defined partner number `number` carry: the vanity code it asks for, or
    /// else its oldest automatic code, or else the code that they carried last.
    func currentPlace(at number: Int, vanity: PartnerCode?) -> Int? {
        if vanity == nil, let only = onlyPlace(at: number) { return entries[only].withdrawn == nil ? only : nil }
        let own = validPlaces(at: number)
        if let vanity { return own.first { entries[$0].code == vanity } }
        return own.filter { entries[$0].code.isAutomaticShape }.min { isOlder($0, $1) } ?? lastPlace(at: number)
    }

    /// The place in `entries` of the one whose code the pages of the partner number `number` carried last; of a ledger that does not say so,
    /// of the newest.
    func lastPlace(at number: Int) -> Int? {
        let own = validPlaces(at: number)
        return own.first { entries[$0].isCurrent } ?? own.max { isOlder($0, $1) }
    }

    /// Applies `change` to every entry of `partner`.
    package mutating func update(_ partner: PartnerID, _ change: (inout Entry) -> Void) {
        for place in places(of: partner) { change(&entries[Int(place)]) }
    }

    /// Applies `change` to every entry of the partner number `number`. Never inlined: into a loop that most often changes nothing, the
    /// optimizer would put a copy of all entries in front.
    @inline(never)
    mutating func update(at number: Int, _ change: (inout Entry) -> Void) {
        for place in places(at: number) { change(&entries[Int(place)]) }
    }

    /// Adds `new` entries, whose codes must not be there yet.
    package mutating func add(_ new: consuming [Entry]) {
        if new.isEmpty { return }
        // To sort all takes about a hundred times as long as to move them by one place.
        if new.count <= 32 {
            for entry in new { insert(entry) }
            return
        }
        // Of many entries there is no room for more copies than it takes to sort them.
        if !entries.isEmpty { new.insert(contentsOf: entries, at: 0) }
        self = Ledger(entries: new)
    }
}

private extension Ledger {
    static func isInOrder(_ left: Entry, _ right: Entry) -> Bool {
        left.code.text == right.code.text ? left.partner < right.partner : left.code.text < right.code.text
    }

    static func placesByCode(_ entries: [Entry]) -> [UInt32] {
        let places = TextOrder.places(entries.count) { entries[$0].code.text }
        // Two branches may have issued the same code.
        let hasTwice = places.indices.dropFirst().contains { entries[Int(places[$0 - 1])].code == entries[Int(places[$0])].code }
        return hasTwice ? places.sorted { isInOrder(entries[Int($0)], entries[Int($1)]) } : places
    }

    /// Where each number stands in `places`, which has all below its count.
    static func inverse(of places: [UInt32]) -> [UInt32] {
        var inverse = places
        for (number, place) in places.enumerated() { inverse[Int(place)] = UInt32(number) }
        return inverse
    }

    mutating func insert(_ entry: Entry) {
        let place = firstPlace(below: entries.count) { Self.isInOrder(entry, entries[$0]) }
        entries.insert(entry, at: place)
        for index in places.indices where places[index] >= UInt32(place) { places[index] += 1 }
        let number = firstPlace(below: partners.count) { entry.partner <= partners[$0] }
        if number == partners.count || partners[number] != entry.partner {
            partners.insert(entry.partner, at: number)
            starts.insert(starts[number], at: number)
        }
        let own = Int(starts[number])..<Int(starts[number + 1])
        places.insert(UInt32(place), at: own.lowerBound + firstPlace(below: own.count) { places[own.lowerBound + $0] > UInt32(place) })
        for index in number + 1..<starts.count { starts[index] += 1 }
    }

    mutating func indexPartners() {
        partners.reserveCapacity(entries.count)
        starts.reserveCapacity(entries.count + 1)
        for (number, place) in places.enumerated() where partners.last != entries[Int(place)].partner {
            partners.append(entries[Int(place)].partner)
            starts.append(UInt32(number))
        }
        starts.append(UInt32(places.count))
    }

    /// The places of the entries that count: those not withdrawn.
    func validPlaces(at number: Int) -> [Int] { places(at: number).lazy.map { Int($0) }.filter { entries[$0].withdrawn == nil } }

    /// Whether the entry at `left` was issued before the one at `right`; of one day, whether its code comes first.
    func isOlder(_ left: Int, _ right: Int) -> Bool {
        (entries[left].issued, entries[left].code.text) < (entries[right].issued, entries[right].code.text)
    }

    func places(of partner: PartnerID) -> ArraySlice<UInt32> { number(of: partner).map { places(at: $0) } ?? [] }
}
