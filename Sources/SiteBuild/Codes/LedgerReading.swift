import Diagnostics
import Disk

/// The ledger as it stands on the disk, read and checked apart from everything else.
struct LedgerReading: Sendable {
    /// Nil where there is none.
    let bytes: [UInt8]?
    /// Nil after an error.
    let ledger: Ledger?
    let diagnostics: [Diagnostic]
    /// Codes in it that are too much alike.
    let conflicts: [Diagnostic]

    init(_ disk: any FileSystem) {
        var diagnostics: [Diagnostic] = []
        bytes = InputFile.read(LedgerFile.path, disk, into: &diagnostics)
        let (ledger, problems) = LedgerFile.read(bytes ?? [])
        self.ledger = ledger
        self.diagnostics = diagnostics + problems
        conflicts = ledger.map(LedgerCheck.conflicts) ?? []
    }
}
