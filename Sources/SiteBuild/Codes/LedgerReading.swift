import ByteText
import Diagnostics
import Disk
import Manifest
import PartnerCodes

/// The ledger as it stands on the disk, read and checked apart from everything else.
struct LedgerReading: Sendable {
    /// Whether there is a file.
    let isThere: Bool
    /// Nil after an error.
    private(set) var ledger: Ledger?
    /// The file's bytes, where it is not plain that writing the ledger anew would give them again.
    private var otherBytes: [UInt8]?
    let diagnostics: [Diagnostic]
    /// Codes in it that are too much alike.
    let conflicts: [Diagnostic]

    init(_ disk: any FileSystem) {
        var diagnostics: [Diagnostic] = []
        let bytes = InputFile.read(LedgerFile.path, disk, into: &diagnostics)
        let (ledger, problems, isAsWritten) = LedgerFile.readWhole(bytes ?? [])
        self.init(
            problems.containsError ? nil : ledger, isThere: bytes != nil, otherBytes: isAsWritten ? nil : bytes, diagnostics: diagnostics + problems)
    }

    /// A reading that gave `ledger`.
    init(_ ledger: Ledger?, isThere: Bool = true, otherBytes: [UInt8]? = nil, diagnostics: [Diagnostic] = []) {
        self.ledger = ledger
        self.isThere = isThere
        self.otherBytes = otherBytes
        self.diagnostics = diagnostics
        conflicts = ledger.map(LedgerCheck.conflicts) ?? []
    }

    /// Takes up the addresses of `manifests` that the ledger has lost.
    mutating func keepAddresses(of manifests: [Manifest]) {
        guard var kept = ledger.take() else { return }
        if kept.keepAddresses(of: manifests) { otherBytes = otherBytes ?? [] }
        ledger = kept
    }

    /// The file for `ledger`, which came of this one, in pieces; nil where it stands on the disk like that.
    func pieces(of ledger: Ledger) -> [[UInt8]]? {
        if otherBytes == nil, let before = self.ledger, before.entries == ledger.entries { return nil }
        let pieces = LedgerFile.pieces(ledger)
        return (otherBytes ?? []).hasSameBytes(as: pieces) ? nil : pieces
    }
}
