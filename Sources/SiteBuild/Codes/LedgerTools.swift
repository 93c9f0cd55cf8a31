package import Diagnostics
package import Disk
import Manifest
package import PartnerCodes

/// What `sitegen codes` does with the ledger, apart from a build.
package struct LedgerTools: Sendable {
    let disk: any FileSystem
    let output: any FileSystem
    let today: CivilDate

    /// How long the lock of the ledger is waited for, in seconds.
    static let patience = 60

    package init(disk: any FileSystem, output: any FileSystem, today: CivilDate) {
        self.disk = disk
        self.output = output
        self.today = today
    }

    /// The ledger as it is; nil after an error. Missing counts as empty.
    package func ledger(into diagnostics: inout [Diagnostic]) throws(FileError) -> Ledger? {
        let (ledger, found) = LedgerFile.read(try disk.read(LedgerFile.path) ?? [])
        diagnostics += found
        return ledger
    }

    /// Adds to the ledger every code that `manifest.json` lists and the ledger lacks, withdrawn ones as withdrawn; returns the new entries, nil after an error.
    /// The day of issue is not in the manifest, so it becomes today.
    package func recover(waiting: () -> Void, into diagnostics: inout [Diagnostic]) throws(FileError) -> [Ledger.Entry]? {
        // The whole folder may be lost.
        _ = try disk.open(PartnerLoader.path)
        let lock = try disk.lock(PartnerLoader.path, seconds: Self.patience, waiting: waiting)
        defer { withExtendedLifetime(lock) {} }
        var (ledger, broken, _) = LedgerFile.readWhole(try disk.read(LedgerFile.path) ?? [])
        for place in broken.indices where broken[place].severity == .error {
            broken[place].severity = .warning
            broken[place].hint = "the line is left out; what it said is taken from `manifest.json`"
        }
        let manifests = try PublishedManifests.read(output, into: &diagnostics)
        if diagnostics.containsError { return nil }
        diagnostics += broken
        guard !manifests.all.isEmpty else {
            diagnostics.append(Diagnostic(
                "L020", .error, at: SourceLocation(path: PublishedManifests.path.text), "there is no `manifest.json` to recover codes from",
                hint: "restore `partners/codes.jsonl` or `manifest.json` from git or a backup"))
            return nil
        }
        var recovered: [Ledger.Entry] = []
        var seen: Set<String> = []
        // First, so that a code which an interrupted build took back does not come to life again by the manifest before it.
        for withdrawn in manifests.all.flatMap(\.withdrawn)
        where !ledger.knows(withdrawn.code, of: withdrawn.partner) && seen.insert(withdrawn.code.text + " " + withdrawn.partner.text).inserted {
            recovered.append(Ledger.Entry(code: withdrawn.code, partner: withdrawn.partner, name: nil, slugs: [], issued: today, withdrawn: today))
        }
        for partner in manifests.all.flatMap(\.partners) {
            for code in partner.codes where !ledger.knows(code, of: partner.id) && seen.insert(code.text + " " + partner.id.text).inserted {
                if let owner = ledger.entry(for: code), owner.withdrawn == nil {
                    diagnostics.append(Diagnostic(
                        "L006", .error, at: LedgerFile.location,
                        "the code `\(code)` was published for `\(partner.id)`, but the ledger gives it to `\(owner.partner)`",
                        hint: "restore the ledger from git; which of the two is right cannot be told from here"))
                    continue
                }
                let slugs = (partner.earlierSlugs + [partner.slug]).compactMap { Slug(published: $0) }
                recovered.append(Ledger.Entry(
                    code: code, partner: partner.id, name: partner.name, slugs: code == partner.codes.first ? slugs : [], issued: today,
                    retired: partner.status == .retired ? today : nil, withdrawn: nil, isCurrent: code == partner.codes.first))
            }
        }
        guard !diagnostics.containsError else { return nil }
        if !recovered.isEmpty || !broken.isEmpty {
            ledger.add(recovered)
            try disk.replace(LedgerFile.path, with: LedgerFile.write(ledger))
        }
        return recovered
    }

    /// What became of a request to take a code back.
    package enum Withdrawal: Equatable, Sendable {
        case done
        case notInLedger
        case already(CivilDate)
        /// The code is in nobody's way, so it stays its partner's.
        case refused
    }

    /// Marks the entry of `code` that belongs to `partner` as withdrawn, if it is the later of two codes that are too much alike,
    /// as two branches may issue them. Nil after an error.
    package func withdraw(
        _ code: PartnerCode, of partner: PartnerID, waiting: () -> Void, into diagnostics: inout [Diagnostic]
    ) throws(FileError) -> Withdrawal? {
        guard try disk.kind(of: PartnerLoader.path) == .folder else { return .notInLedger }
        let lock = try disk.lock(PartnerLoader.path, seconds: Self.patience, waiting: waiting)
        defer { withExtendedLifetime(lock) {} }
        guard var ledger = try ledger(into: &diagnostics) else { return nil }
        guard let entry = ledger.entries(of: partner).first(where: { $0.code == code }) else { return .notInLedger }
        if let date = entry.withdrawn { return .already(date) }
        guard LedgerCheck.pairs(in: ledger).contains(where: { $0.later == entry }) else { return .refused }
        ledger.update(partner) { if $0.code == code { $0.withdrawn = today } }
        try disk.replace(LedgerFile.path, with: LedgerFile.write(ledger))
        return .done
    }
}

/// Whose a code is, or nearly is.
package struct CodeExplanation: Sendable {
    /// The text as it was read.
    package let match: CodeMatch
    /// The entries that `match` numbers.
    package let entries: [Ledger.Entry]
    /// Other codes within two slips of the text, nearest first.
    package let near: [(entry: Ledger.Entry, distance: Int)]

    /// Looks `text` up among the codes of `ledger`; nil where it is too long or too odd to be compared with codes at all.
    package init?(_ text: String, in ledger: Ledger) {
        guard let skeleton = CodeSkeleton(folding: text) else { return nil }
        let entries = ledger.entries
        let index = NearMissIndex(entries.map(\.code))
        match = index.lookup(skeleton)
        near = index.neighbours(of: skeleton).map { (entries[$0.number], $0.distance) }
        switch match {
        case .exact(let number), .corrected(let number): self.entries = [entries[number]]
        case .ambiguous(let numbers), .near(let numbers): self.entries = numbers.map { entries[$0] }
        case .unknown: self.entries = []
        }
    }
}
