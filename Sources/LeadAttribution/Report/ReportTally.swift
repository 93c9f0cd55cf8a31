import Manifest
import PartnerCodes

/// Counts while messages stream by.
struct ReportTally {
    private struct PartnerTally {
        var messages = 0
        var first: MessageTime?
        var last: MessageTime?
    }

    private let directory: PartnerDirectory
    private(set) var leads: LeadBook
    private var counts = [Int](repeating: 0, count: Verdict.Kind.allCases.count)
    private var repeated = 0
    private var withoutCode = 0
    /// By the number of the partner.
    private var partners: [PartnerTally]
    private var doubtful: [Verdict.Kind: [AttributionReport.Doubtful]] = [:]

    init(directory: PartnerDirectory, rules: LeadRules) {
        self.directory = directory
        leads = LeadBook(rules: rules)
        partners = [PartnerTally](repeating: PartnerTally(), count: directory.partners.count)
    }

    mutating func count(_ kind: Verdict.Kind) {
        counts[kind.place] += 1
    }

    mutating func countRepeated() { repeated += 1 }
    mutating func countWithoutCode() { withoutCode += 1 }

    /// Adds a message of `batch` that carries something like a code. `persons` are those who are known by the numbers of its senders.
    mutating func add(_ batch: MessageBatch, _ index: Int, _ verdict: Verdict, _ persons: inout [Int32], sequence: Int) {
        if verdict.kind.isDoubtful, doubtful[verdict.kind, default: []].count < AttributionReport.listLimit {
            doubtful[verdict.kind, default: []].append(AttributionReport.Doubtful(message: batch.message(at: index), verdict: verdict))
        }
        if verdict.kind == .conflicting {
            let partners = verdict.candidates.filter { $0.distance <= 1 }.compactMap { directory.number(of: $0.partner) }
            if let person = person(batch, index, &persons, ifNamed: true) { leads.note(partners, person: person) }
        }
        guard verdict.kind.isCredit, let partner = verdict.partnerNumber, let code = verdict.code else { return }
        partners[partner].messages += 1
        let time = batch.records[index].time
        if let time {
            partners[partner].first = partners[partner].first.map { min($0, time) } ?? time
            partners[partner].last = partners[partner].last.map { max($0, time) } ?? time
        }
        let touch = LeadTouch(
            partner: partner, code: code, time: time, kind: verdict.kind, source: batch.source, line: batch.records[index].line, sequence: sequence)
        if let person = person(batch, index, &persons) { leads.add(touch, person: person) }
    }

    /// The number of the person who wrote; nil only for one without a name or number where that is asked for.
    private mutating func person(_ batch: MessageBatch, _ index: Int, _ persons: inout [Int32], ifNamed: Bool = false) -> Int? {
        let sender = Int(batch.records[index].senderNumber)
        if sender >= 0, sender < persons.count, persons[sender] >= 0 { return Int(persons[sender]) }
        let (name, keys) = batch.sender(at: index)
        if keys.isEmpty, ifNamed { return nil }
        let person = leads.person(keys, label: name ?? "")
        if sender >= 0, !keys.isEmpty {
            while persons.count <= sender { persons.append(-1) }
            persons[sender] = Int32(truncatingIfNeeded: person)
        }
        return person
    }

    func report() -> AttributionReport {
        let all = leads.leads
        var leadCounts: [Int: Int] = [:]
        for lead in all { leadCounts[lead.credited(leads.rules).partner, default: 0] += 1 }
        let rows = partners.indices.filter { partners[$0].messages > 0 }.map { number in
            let tally = partners[number]
            return AttributionReport.PartnerRow(
                id: directory.partners[number].id, name: directory.partners[number].name, status: directory.partners[number].status,
                leads: leadCounts[number] ?? 0, messages: tally.messages, first: tally.first, last: tally.last)
        }
        let conflicts = leads.conflicts
        let kinds = Verdict.Kind.allCases.enumerated().filter { counts[$0.offset] > 0 }
        return AttributionReport(
            messages: counts.reduce(0, +), repeated: repeated, withoutCode: withoutCode,
            verdicts: Dictionary(uniqueKeysWithValues: kinds.map { ($0.element, counts[$0.offset]) }), leads: all.count,
            partners: rows.sorted { ($1.leads, $1.messages, $0.id) < ($0.leads, $0.messages, $1.id) }, doubtful: doubtful,
            conflicts: conflicts.prefix(AttributionReport.listLimit).map(conflict), conflictCount: conflicts.count,
            periods: LeadPeriods.counts(all.compactMap { $0.credited(leads.rules).time }), first: rows.compactMap(\.first).min(),
            last: rows.compactMap(\.last).max(), rules: leads.rules)
    }

    private func conflict(_ all: [Lead]) -> AttributionReport.Conflict {
        var credited: [Int] = []
        for partner in all.map({ $0.credited(leads.rules).partner }) where !credited.contains(partner) { credited.append(partner) }
        return AttributionReport.Conflict(
            person: leads.label(all[0]), partners: leads.partners(of: all[0]).map { directory.partners[$0].id },
            credited: credited.map { directory.partners[$0].id }, first: all[0].first)
    }
}

private extension Verdict.Kind {
    /// Among all kinds.
    var place: Int {
        switch self {
        case .attributed: 0
        case .corrected: 1
        case .ambiguous: 2
        case .conflicting: 3
        case .unknown: 4
        case .none: 5
        case .own: 6
        }
    }
}

/// Leads over time: by day where all lie within two months, else by month, of which the last 36 are kept.
enum LeadPeriods {
    static func counts(_ times: [MessageTime]) -> [AttributionReport.PeriodCount] {
        guard let first = times.min(), let last = times.max() else { return [] }
        if last.dayNumber - first.dayNumber <= 62 {
            var counts = [Int](repeating: 0, count: max(1, last.dayNumber - first.dayNumber + 1))
            for time in times { counts[min(max(0, time.dayNumber - first.dayNumber), counts.count - 1)] += 1 }
            return counts.enumerated().compactMap { offset, leads in
                MessageTime(unixSeconds: (first.dayNumber + offset) * 86_400).map { .init(name: $0.dayText, leads: leads) }
            }
        }
        func month(_ time: MessageTime) -> Int { Int(time.year) * 12 + Int(time.month) - 1 }
        let start = max(month(first), month(last) - 35)
        var counts = [Int](repeating: 0, count: month(last) - start + 1)
        for time in times where month(time) >= start && month(time) <= month(last) { counts[month(time) - start] += 1 }
        return counts.enumerated().map { offset, leads in
            let (year, month) = ((start + offset) / 12, (start + offset) % 12 + 1)
            return .init(name: "\(year)-\(month < 10 ? "0" : "")\(month)", leads: leads)
        }
    }
}
