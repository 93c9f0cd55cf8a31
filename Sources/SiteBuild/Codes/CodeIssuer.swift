import ByteText
import Diagnostics
import PartnerCodes

/// Decides who has which code: keeps what the ledger says, checks what owners ask for, issues what is missing.
///
/// The rules are those of the ledger: a code belongs to its partner for ever, a partner back under its id has its old code,
/// one who is gone is retired, and a renamed file is asked about rather than taken for someone new.
struct CodeIssuer {
    private var ledger: Ledger
    /// In order of id.
    private let partners: [PartnerDefinition]
    private let today: CivilDate
    private var diagnostics: [Diagnostic] = []
    /// Those whom the ledger knows and who left.
    private let gone: [PartnerID]
    /// New partners who may be old ones under another id.
    private var asked: Set<PartnerID> = []
    /// The entries of new codes that owners chose.
    private var vanity: [Ledger.Entry] = []
    /// Those who need a new code, before `vanity` is in the ledger.
    private var wanting: [PartnerID] = []

    /// Whether no code is to be issued.
    var isSettled: Bool { vanity.isEmpty && wanting.isEmpty }

    /// What will issue codes to `partners`, who are in order of id here as below, on top of a ledger; nil when a rule stands in the way, and then
    /// every such place is told.
    static func checked(_ partners: [PartnerDefinition], on reading: LedgerReading, today: CivilDate) -> (CodeIssuer?, [Diagnostic]) {
        guard let ledger = reading.ledger else { return (nil, reading.diagnostics) }
        var issuer = CodeIssuer(ledger: ledger, partners: partners, today: today)
        issuer.diagnostics += reading.conflicts
        issuer.settleSharedSlugs()
        issuer.refuseRenames()
        issuer.refuseTakenSlugs()
        issuer.vanity = issuer.newVanityEntries()
        issuer.wanting = issuer.withoutCode()
        return (issuer.diagnostics.containsError ? nil : issuer, issuer.diagnostics)
    }

    /// Issues the codes: to each partner without one that counts, a new one.
    consuming func issue() -> CodeIssue {
        let retiredBefore = Set(ledger.entries.lazy.filter { $0.retired != nil }.map(\.partner))
        if !vanity.isEmpty {
            ledger.add(vanity)
            wanting = withoutCode()
        }
        var new = vanity.map { CodeAssigner.Assignment(partner: $0.partner, code: $0.code) }
        if !wanting.isEmpty {
            let issued = assigned(to: wanting)
            ledger.add(newEntries(issued))
            new += issued
        }
        var published: [PublishedPartner] = []
        published.reserveCapacity(ledger.partners.count)
        var (retired, returned): ([PartnerID], [PartnerID]) = ([], [])
        for (number, place) in Self.definitionPlaces(of: ledger.partners, in: partners).enumerated() {
            let definition = place.map { partners[$0] }
            let current = definition.map { ledger.currentPlace(at: number, vanity: $0.vanityCode) } ?? ledger.lastPlace(at: number)
            guard let current else { preconditionFailure("a partner without a code that counts was given one") }
            if let definition { recordNameAndSlug(of: definition, at: number, current) } else { recordOwnSlug(at: number, current) }
            let isLive = definition.map { $0.status != .retired } ?? false
            let wasLive = retiredBefore.isEmpty || !retiredBefore.contains(ledger.partners[number])
            if isLive != wasLive { if isLive { returned.append(ledger.partners[number]) } else { retired.append(ledger.partners[number]) } }
            recordRetirement(at: number, isLive: isLive, wasLive: wasLive)
            published.append(publishedPartner(at: number, current, definition))
        }
        return CodeIssue(
            ledger: ledger, partners: published, newCodes: vanity.isEmpty ? new : new.sorted { ($0.partner, $0.code) < ($1.partner, $1.code) },
            retired: retired, returned: returned)
    }

    /// What is wrong with the codes that owners chose, apart from everything else: what can be said while other input is broken.
    static func problemsOfChosenCodes(_ partners: [PartnerDefinition], ledger: Ledger, today: CivilDate) -> [Diagnostic] {
        var issuer = CodeIssuer(ledger: ledger, partners: partners, today: today)
        _ = issuer.newVanityEntries()
        return issuer.diagnostics
    }

    /// `ledger` with the codes that owners chose, as far as they are free, whatever else is wrong.
    static func withChosenCodes(_ partners: [PartnerDefinition], _ ledger: Ledger, today: CivilDate) -> Ledger {
        var issuer = CodeIssuer(ledger: ledger, partners: partners, today: today)
        issuer.ledger.add(issuer.newVanityEntries())
        return issuer.ledger
    }

    private init(ledger: Ledger, partners: [PartnerDefinition], today: CivilDate) {
        self.ledger = ledger
        self.partners = partners
        self.today = today
        gone = zip(ledger.partners, Self.definitionPlaces(of: ledger.partners, in: partners)).filter { $0.1 == nil }.map(\.0)
    }
}

private extension CodeIssuer {
    /// Codes for `partners`. The tables that finding them takes go away with the call.
    func assigned(to partners: [PartnerID]) -> [CodeAssigner.Assignment] {
        var assigner = CodeAssigner(issued: ledger.entries.map(\.code))
        return assigner.assign(to: partners)
    }

    func newEntry(_ code: PartnerCode, _ partner: PartnerID) -> Ledger.Entry {
        let name = ledger.entries(of: partner).lazy.compactMap(\.name).first
        return Ledger.Entry(code: code, partner: partner, name: name, slugs: [], issued: today)
    }

    /// The entries of automatic codes, which are in order of partner like the definitions. A defined partner gets one where no other code counts.
    func newEntries(_ issued: [CodeAssigner.Assignment]) -> [Ledger.Entry] {
        var next = 0
        return issued.map { new in
            while next < partners.count, partners[next].id < new.partner { next += 1 }
            guard next < partners.count, partners[next].id == new.partner else { return newEntry(new.code, new.partner) }
            return Ledger.Entry(
                code: new.code, partner: new.partner, name: partners[next].name, slugs: [partners[next].slug], issued: today, isCurrent: true)
        }
    }

    /// Those who need a new code: the defined ones without one that counts; and those who left and whose codes were all taken back, for their
    /// printed addresses stay alive, and a page carries a code.
    func withoutCode() -> [PartnerID] {
        var wanting: [PartnerID] = []
        var hint = 0
        for place in partners.indices {
            if let number = ledger.number(of: partners[place].id, near: hint) {
                hint = number
                if ledger.currentPlace(at: number, vanity: partners[place].vanityCode) != nil { continue }
            }
            wanting.append(partners[place].id)
        }
        return wanting + gone.filter { id in ledger.number(of: id).flatMap { ledger.lastPlace(at: $0) } == nil }
    }

    /// Records what the pages of `definition`, the partner number `number`, say, of whose entries the one at `current` is theirs.
    mutating func recordNameAndSlug(of definition: PartnerDefinition, at number: Int, _ current: Int) {
        let code = ledger.entries[current].code
        func isRecorded(_ place: Int) -> Bool {
            let isCurrent = ledger.entries[place].isCurrent
            return ledger.entries[place].name == definition.name && isCurrent == (ledger.entries[place].code == code)
                && (!isCurrent || ledger.entries[place].newestSlug == definition.slug)
        }
        // A ledger in which nothing changes is never copied; and looked at by place, so that no entry is.
        if ledger.places(at: number).allSatisfy({ isRecorded(Int($0)) }) { return }
        ledger.update(at: number) { entry in
            entry.name = definition.name
            entry.isCurrent = entry.code == code
            if entry.isCurrent { entry.publish(under: definition.slug) }
        }
    }

    /// One who left has an address, too, where its lines name none: it is about to be published.
    mutating func recordOwnSlug(at number: Int, _ current: Int) {
        if !ledger.slugs(at: number).isEmpty { return }
        let (code, slug) = (ledger.entries[current].code, ownSlug(of: ledger.partners[number]))
        ledger.update(at: number) { if $0.code == code { $0.slugs = [slug] } }
    }

    mutating func recordRetirement(at number: Int, isLive: Bool, wasLive: Bool) {
        if isLive {
            if !wasLive { ledger.update(at: number) { $0.retired = nil } }
        } else if !ledger.entries(at: number).allSatisfy({ $0.retired != nil }) {
            let since = ledger.entries(at: number).compactMap(\.retired).min() ?? today
            ledger.update(at: number) { $0.retired = $0.retired ?? since }
        }
    }

    /// The partner number `number` as its pages show it, with the code of the entry at `current`.
    func publishedPartner(at number: Int, _ current: Int, _ definition: PartnerDefinition?) -> PublishedPartner {
        let id = ledger.partners[number]
        let code = ledger.entries[current].code
        let slug = definition?.slug ?? ledger.entries[current].newestSlug ?? ledger.slugs(at: number).last ?? Slug(for: id)
        // Nearly every partner has one code and one folder, and then no lists are gone through.
        let isPlain = ledger.onlyPlace(at: number) != nil && ledger.entries[current].newestSlug == slug
        return PublishedPartner(
            id: id, name: definition?.name ?? ledger.entries[current].name ?? id.text, status: definition?.status ?? .retired, code: code,
            otherCodes: isPlain ? [] : ledger.entries(at: number).filter { $0.withdrawn == nil && $0.code != code }.map(\.code), slug: slug,
            earlierSlugs: isPlain ? ledger.entries[current].earlierSlugs : ledger.slugs(at: number).filter { $0 != slug }, definition: definition)
    }

    /// For each of `known`, partners of the ledger, the place of its definition in `partners`; nil for one who left. Both lists are walked once.
    static func definitionPlaces(of known: [PartnerID], in partners: [PartnerDefinition]) -> [Int?] {
        var next = 0
        return known.map { id in
            while next < partners.count, partners[next].id < id { next += 1 }
            return next < partners.count && partners[next].id == id ? next : nil
        }
    }
}

private extension CodeIssuer {
    /// Two branches may have given one address to two partners. It can lead to one alone, and that has to be told.
    mutating func settleSharedSlugs() {
        for shared in ledger.settleSharedSlugs() {
            diagnostics.append(Diagnostic(
                "L012", .warning, at: LedgerFile.location,
                "two branches gave the address `\(shared.slug.text)` to `\(shared.keeper)` and to `\(shared.loser)`; it stays with `\(shared.keeper)`, who had a code first",
                hint: "replace what was printed of `\(shared.loser)` with this address: its customers come to the page of `\(shared.keeper)` now"))
        }
    }

    /// The folder of one who left and whose line names none: the id, unless somebody else has it.
    func ownSlug(of partner: PartnerID) -> Slug {
        let plain = Slug(for: partner)
        let taken = Set(ledger.entries.lazy.filter { $0.partner != partner }.flatMap(\.slugs) + partners.map(\.slug))
        if !taken.contains(plain) { return plain }
        for number in 2... { if let slug = Slug(published: "\(plain.text)-\(number)"), !taken.contains(slug) { return slug } }
        return plain
    }

    /// A partner that the ledger does not know, looking like one whose definition is gone, is most likely that one, renamed.
    mutating func refuseRenames() {
        if gone.isEmpty { return }
        var byName: [String: PartnerID] = [:]
        var bySlug: [Slug: PartnerID] = [:]
        var byCode: [PartnerCode: PartnerID] = [:]
        for partner in gone.reversed() {
            for entry in ledger.entries(of: partner) {
                if let name = entry.name { byName[Self.comparable(name)] = partner }
                byCode[entry.code] = partner
            }
            if let number = ledger.number(of: partner) { for slug in Self.publishedSlugs(at: number, ledger) { bySlug[slug] = partner } }
        }
        for partner in partners where !partner.isNew && !ledger.knows(partner.id) {
            guard let old = partner.vanityCode.flatMap({ byCode[$0] }) ?? bySlug[partner.slug] ?? byName[Self.comparable(partner.name)] else { continue }
            asked.insert(partner.id)
            let also = bySlug[partner.slug] != nil ? ", and a `\"slug\"` of its own" : partner.vanityCode.flatMap { byCode[$0] } != nil ? ", and another `\"code\"`" : ""
            let code = ledger.number(of: old).flatMap { ledger.lastPlace(at: $0) }.map { ledger.entries[$0].code.text } ?? ""
            diagnostics.append(Diagnostic(
                "L010", .error, at: partner.idLocation,
                "`\(partner.id)` is new, but looks like `\(old)`, whose definition is gone: has a file been renamed?",
                hint: """
                    if it is the same partner, add this line to keep the code `\(code)`:  "id": "\(old)"
                    if it is someone else, add this line to issue a new code:  "new": true\(also)
                    (in a spreadsheet: write `\(old)` into the column `id`, or `yes` into a column `new`)
                    """))
        }
    }

    /// Where the pages of the partner number `number` stand: the slugs of its entries, or, in lines that name none, the id's own.
    static func publishedSlugs(at number: Int, _ ledger: Ledger) -> [Slug] {
        let slugs = ledger.slugs(at: number)
        return slugs.isEmpty ? [Slug(for: ledger.partners[number])] : slugs
    }

    static func comparable(_ name: String) -> String {
        name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// A folder that was ever published for someone stays theirs: their printed QR codes lead there.
    mutating func refuseTakenSlugs() {
        if ledger.isEmpty { return }
        var hint = 0
        let moved = partners.indices.filter { place in
            guard let number = ledger.number(of: partners[place].id, near: hint) else { return true }
            hint = number
            if let only = ledger.onlyPlace(at: number) { return ledger.entries[only].newestSlug != partners[place].slug }
            return ledger.slugs(at: number).last != partners[place].slug
        }.map { partners[$0] }
        if moved.isEmpty { return }
        // In order: to hash the slugs of all takes longer than to look for them among the few that are wanted most often.
        let wanted = moved.map(\.slug).sorted()
        func isWanted(_ slug: Slug) -> Bool {
            let place = firstPlace(below: wanted.count) { slug <= wanted[$0] }
            return place < wanted.count && wanted[place] == slug
        }
        var owners: [Slug: PartnerID] = [:]
        for (number, partner) in ledger.partners.enumerated() {
            // Nearly every partner has one folder, and then no list is made of it.
            if let only = ledger.onlyPlace(at: number), let slug = ledger.entries[only].newestSlug, ledger.entries[only].earlierSlugs.isEmpty {
                if isWanted(slug) { owners[slug] = partner }
                continue
            }
            for slug in Self.publishedSlugs(at: number, ledger) where isWanted(slug) { owners[slug] = partner }
        }
        let taken = moved.filter { partner in owners[partner.slug].map { $0 != partner.id } ?? false }
        let defined = taken.isEmpty ? [] : Set(partners.map(\.id))
        for partner in taken {
            guard let owner = owners[partner.slug] else { continue }
            if !partner.isNew, !ledger.knows(partner.id), !defined.contains(owner) { continue }  // Asked about as a rename.
            diagnostics.append(Diagnostic(
                "L011", .error, at: partner.slugLocation,
                "the slug `\(partner.slug.text)` belongs to `\(owner)`, whose printed codes lead there",
                hint: "give `\(partner.id)` another: `\"slug\": \"\(partner.slug.text)-2\"`"))
        }
    }

    /// Entries for the codes that owners chose and the ledger does not have yet, each far enough from all others.
    mutating func newVanityEntries() -> [Ledger.Entry] {
        let asking = partners.filter { $0.vanityCode != nil }
        guard !asking.isEmpty else { return [] }
        let codes = ledger.entries.map(\.code)
        var index = NearMissIndex(codes)
        var owners: [(code: PartnerCode, partner: PartnerID, definition: PartnerDefinition?)] = ledger.entries.map { ($0.code, $0.partner, nil) }
        index.prepare(forLookups: asking.count)
        var new: [Ledger.Entry] = []
        for partner in asking {
            guard let code = partner.vanityCode, !asked.contains(partner.id) else { continue }
            if let entry = ledger.entries(of: partner.id).first(where: { $0.code == code }) {
                if entry.withdrawn != nil { reportWithdrawn(code, partner) }
                continue
            }
            if let neighbour = index.neighbours(of: code.skeleton).first {
                report(code, partner, near: owners[neighbour.number], distance: neighbour.distance)
                continue
            }
            index.insert(code)
            owners.append((code, partner.id, partner))
            new.append(newEntry(code, partner.id))
        }
        return new
    }

    mutating func report(
        _ code: PartnerCode, _ partner: PartnerDefinition,
        near other: (code: PartnerCode, partner: PartnerID, definition: PartnerDefinition?), distance: Int
    ) {
        let since = ledger.entry(for: other.code).map { ", issued \($0.issued)" } ?? ""
        let owner = other.partner == partner.id ? "its own older code `\(other.code)`" : "`\(other.code)` of `\(other.partner)`\(since)"
        let message = switch distance {
        case 0: other.code == code && other.partner != partner.id ? "the code `\(code)` belongs to `\(other.partner)`\(since)" : "the code `\(code)` reads the same as \(owner)"
        case 1: "the code `\(code)` is one slip of the finger from \(owner)"
        default: "the code `\(code)` is two slips of the finger from \(owner)"
        }
        diagnostics.append(Diagnostic(
            "C004", .error, at: partner.codeLocation, message,
            hint: "choose a code that differs in three places or more, or leave `code` out to get one made",
            related: other.definition.map { [Diagnostic.Related(location: $0.codeLocation, message: "the other code is here")] } ?? []))
    }

    mutating func reportWithdrawn(_ code: PartnerCode, _ partner: PartnerDefinition) {
        diagnostics.append(Diagnostic(
            "C005", .error, at: partner.codeLocation, "the code `\(code)` was withdrawn and cannot come back",
            hint: "choose another code, or leave `code` out to get one made"))
    }
}
