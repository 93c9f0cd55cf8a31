import Diagnostics
import PartnerCodes

/// What must hold of a ledger, whoever edited or merged it.
enum LedgerCheck {
    /// Pairs of codes that are the same or too much alike, which merging two branches can bring about; of each pair the one
    /// issued later gives way.
    static func pairs(in ledger: Ledger) -> [(earlier: Ledger.Entry, later: Ledger.Entry, distance: Int)] {
        // In whatever order they are looked at, there are conflicts or there are none.
        if NearMissIndex.conflicts(in: ledger.entries.lazy.filter { $0.withdrawn == nil }.map(\.code)).isEmpty { return [] }
        let live = ledger.entries.filter { $0.withdrawn == nil }.sorted { ($0.issued, $0.partner) < ($1.issued, $1.partner) }
        return NearMissIndex.conflicts(in: live.map(\.code)).map { (live[$0.first], live[$0.second], $0.distance) }
    }

    /// One diagnostic for each of those pairs.
    static func conflicts(in ledger: Ledger) -> [Diagnostic] {
        pairs(in: ledger).map { earlier, later, distance in
            let same = earlier.code == later.code
            let likeness = distance == 0 ? "reads the same as" : distance == 1 ? "is one slip from" : "is two slips from"
            return Diagnostic(
                "L004", .error, at: LedgerFile.location,
                same ? "the code `\(later.code)` has two owners: `\(earlier.partner)` (\(earlier.issued)) and `\(later.partner)` (\(later.issued))"
                    : "the code `\(later.code)` of `\(later.partner)` (\(later.issued)) \(likeness) `\(earlier.code)` of `\(earlier.partner)` (\(earlier.issued))",
                hint: """
                    two branches issued codes that are too much alike. The later one gives way:
                    run `sitegen codes withdraw \(later.code) \(later.partner)`, then build: `\(later.partner)` gets a new code.
                    Replace what was printed with `\(later.code)`.
                    """)
        }
    }
}
