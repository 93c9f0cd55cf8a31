package import PartnerCodes

/// How leads are counted.
package struct LeadRules: Equatable, Sendable {
    /// Which of a person's messages decides who is credited.
    package enum Touch: String, Sendable, CaseIterable {
        case first, last
    }

    package var touch: Touch
    /// In days. A message with a code that comes more than this after the person's last one (or before the first) begins a new lead; nil
    /// for one lead a person.
    package var windowDays: Int?

    package init(touch: Touch = .first, windowDays: Int? = nil) {
        self.touch = touch
        self.windowDays = windowDays
    }
}

/// A credited message of a person, and where it stands.
package struct LeadTouch: Equatable, Sendable {
    package var partner: Int
    package var code: PartnerCode
    package var time: MessageTime?
    package var kind: Verdict.Kind
    package var source: String
    package var line: Int
    /// The place among all messages, to order those of one time.
    var sequence: Int

    /// Beside a message with a time one without is neither earlier nor later.
    func isEarlier(than other: LeadTouch) -> Bool {
        guard let time, let otherTime = other.time else { return time == nil && other.time == nil ? sequence < other.sequence : time != nil }
        return time < otherTime || !(otherTime < time) && sequence < other.sequence
    }

    func isLater(than other: LeadTouch) -> Bool {
        guard let time, let otherTime = other.time else { return time == nil && other.time == nil ? sequence > other.sequence : time != nil }
        return otherTime < time || !(time < otherTime) && sequence > other.sequence
    }
}

/// A person's messages with codes that make one lead.
package struct Lead: Equatable, Sendable {
    package var person: Int
    package internal(set) var first: LeadTouch
    package internal(set) var last: LeadTouch
    /// Every partner whose code the person sent, in order of appearance.
    package private(set) var partners: [Int]
    package private(set) var messages: Int
    /// The same partners, a bit each, once there are many: some people hand out everybody's codes.
    private var manyPartners: [UInt64] = []

    init(person: Int, touch: LeadTouch) {
        self.person = person
        first = touch
        last = touch
        partners = [touch.partner]
        messages = 1
    }

    /// The message that decides, by `rules`.
    package func credited(_ rules: LeadRules) -> LeadTouch { rules.touch == .first ? first : last }

    mutating func take(_ other: Lead) {
        if other.first.isEarlier(than: first) {
            let own = partners
            partners = other.partners
            manyPartners = other.manyPartners
            for partner in own { note(partner) }
        } else {
            for partner in other.partners { note(partner) }
        }
        if other.first.isEarlier(than: first) { first = other.first }
        if other.last.isLater(than: last) { last = other.last }
        messages += other.messages
    }

    /// Takes in one message more.
    mutating func take(_ touch: LeadTouch) {
        if touch.isEarlier(than: first) { return take(Lead(person: person, touch: touch)) }
        note(touch.partner)
        if touch.isLater(than: last) { last = touch }
        messages += 1
    }

    private mutating func note(_ partner: Int) {
        if partners.count < 16 {
            if !partners.contains(partner) { partners.append(partner) }
            return
        }
        if manyPartners.isEmpty { for known in partners { _ = mark(known) } }
        if mark(partner) { partners.append(partner) }
    }

    /// Sets the bit of `partner`; false where it was set.
    private mutating func mark(_ partner: Int) -> Bool {
        while manyPartners.count <= partner / 64 { manyPartners.append(0) }
        let bit: UInt64 = 1 << UInt64(partner % 64)
        defer { manyPartners[partner / 64] |= bit }
        return manyPartners[partner / 64] & bit == 0
    }

    /// Whether `other` is of the same lead: no silence longer than the window lies between the two.
    func belongs(with other: Lead, windowSeconds: Int?) -> Bool {
        guard let windowSeconds, let from = first.time, let to = last.time, let otherFrom = other.first.time, let otherTo = other.last.time
        else { return true }
        return otherFrom.secondsForOrdering - to.secondsForOrdering <= windowSeconds
            && from.secondsForOrdering - otherTo.secondsForOrdering <= windowSeconds
    }
}

/// The leads: persons, not messages. Memory is that of persons who sent a code.
///
/// The result does not depend on the order in which messages come: a lead is a maximal run of a person's messages without a silence
/// longer than the window, and runs that a late message connects are joined.
package struct LeadBook: Sendable {
    package let rules: LeadRules
    private var persons = PersonBook()
    /// By the number of the person.
    private var leadsByPerson: [[Lead]] = []
    /// Every credited message of a person, in no order; kept only where the last one decides, for then which was the last depends on the day
    /// that is asked about.
    private var touchesByPerson: [Int: [LeadTouch]] = [:]
    /// Partners whose codes a person sent in messages that credit no one, because they hold codes of several.
    private var otherPartners: [Int: [Int]] = [:]

    package init(rules: LeadRules) {
        self.rules = rules
    }

    /// The number of the person with `keys`; persons who turn out to be the same become one.
    mutating func person(_ keys: [PersonKey], label: String) -> Int {
        let (person, merged) = persons.person(keys, label: label)
        while leadsByPerson.count < persons.count { leadsByPerson.append([]) }
        for other in merged {
            let leads = leadsByPerson[other]
            leadsByPerson[other] = []
            for lead in leads { insert(lead, person: person) }
            touchesByPerson[person, default: []] += touchesByPerson.removeValue(forKey: other) ?? []
            otherPartners[person, default: []] += otherPartners.removeValue(forKey: other) ?? []
        }
        return person
    }

    /// Adds a credited message of `person`, by whichever number he was given.
    mutating func add(_ touch: LeadTouch, person: Int) {
        let person = persons.root(person)
        if rules.touch == .last { note(touch, of: person) }
        // The usual case, a message more of the only lead.
        if rules.windowDays == nil, !leadsByPerson[person].isEmpty { return leadsByPerson[person][0].take(touch) }
        insert(Lead(person: person, touch: touch), person: person)
    }

    /// Notes that `person` sent codes of `partners` in a message that credits none of them.
    mutating func note(_ partners: [Int], person: Int) {
        let person = persons.root(person)
        for partner in partners where !(otherPartners[person]?.contains(partner) ?? false) { otherPartners[person, default: []].append(partner) }
    }

    /// All leads, those that began first before the others; a person's in order of time.
    package var leads: [Lead] {
        leadsByPerson.flatMap { $0 }.sorted { $0.first.isEarlier(than: $1.first) }
    }

    /// The leads of each person who sent codes of several partners, in whichever lead or message: a person's together, in order of time.
    package var conflicts: [[Lead]] {
        leadsByPerson.filter(areOfSeveralPartners).sorted { $0[0].first.isEarlier(than: $1[0].first) }
    }

    /// Every partner of whom the person of `lead` sent a code, in this lead and others: first those of leads, in order of time.
    package func partners(of lead: Lead) -> [Int] {
        var seen: Set<Int> = []
        let all = leadsByPerson[lead.person].flatMap(\.partners) + (otherPartners[lead.person] ?? [])
        return all.filter { seen.insert($0).inserted }
    }

    /// The message that decides whose `lead` was on `day`, in days since 1970-01-01: what came later cannot have brought about a purchase.
    package func touch(deciding lead: Lead, by day: Int) -> LeadTouch {
        let decides = lead.credited(rules)
        guard rules.touch == .last, let time = decides.time, time.dayNumber > day else { return decides }
        let earlier = (touchesByPerson[lead.person] ?? []).filter { touch in
            guard let time = touch.time else { return false }
            return time.dayNumber <= day && !touch.isEarlier(than: lead.first)
        }
        return earlier.max { $1.isLater(than: $0) } ?? lead.first
    }

    /// How the person is shown in the sources.
    package func label(_ lead: Lead) -> String { persons.label(lead.person) }

    /// Every telephone number by which a person is known, digits only.
    var phoneNumbers: [String] { persons.phoneNumbers }

    /// The leads of the person known by `key`, in order of time.
    package func leads(of key: PersonKey) -> [Lead] {
        persons.person(for: key).map { leadsByPerson[$0] } ?? []
    }
}

private extension LeadBook {
    /// Whether a person, all of whose leads these are, sent codes of more than one partner.
    func areOfSeveralPartners(_ leads: [Lead]) -> Bool {
        guard let lead = leads.first else { return false }
        func isOther(_ partner: Int) -> Bool { partner != lead.first.partner }
        return leads.contains { $0.partners.contains(where: isOther) } || (otherPartners[lead.person] ?? []).contains(where: isOther)
    }

    /// Keeps `touch`, of those of one day and partner that follow on each other the last.
    mutating func note(_ touch: LeadTouch, of person: Int) {
        if let last = touchesByPerson[person]?.last, last.partner == touch.partner, let day = last.time?.dayNumber, day == touch.time?.dayNumber,
           touch.isLater(than: last) {
            touchesByPerson[person]?.removeLast()
        }
        touchesByPerson[person, default: []].append(touch)
    }

    mutating func insert(_ lead: Lead, person: Int) {
        let windowSeconds = rules.windowDays.map { $0 * 86_400 }
        // The usual case, a message that goes on with the last lead, without a copy of it.
        if let last = leadsByPerson[person].indices.last, windowSeconds == nil || !lead.first.isEarlier(than: leadsByPerson[person][last].first),
           leadsByPerson[person][last].belongs(with: lead, windowSeconds: windowSeconds) {
            leadsByPerson[person][last].take(lead)
            return
        }
        var joined = lead
        joined.person = person
        var others: [Lead] = []
        // Joining widens the run, which may then reach another one; runs are in order of time, so two passes settle it.
        for other in leadsByPerson[person] {
            if joined.belongs(with: other, windowSeconds: windowSeconds) { joined.take(other) } else { others.append(other) }
        }
        let settled = others.filter { other in
            guard joined.belongs(with: other, windowSeconds: windowSeconds) else { return true }
            joined.take(other)
            return false
        }
        leadsByPerson[person] = (settled + [joined]).sorted { $0.first.isEarlier(than: $1.first) }
    }
}
