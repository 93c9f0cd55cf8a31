import ByteText
import Diagnostics
import Manifest
import SiteBuild

/// The ledger: what is read is what is written and read again, and lines in our own form mean the same to the reader that takes its time.
enum LedgerTarget {
    static func complaint(_ bytes: [UInt8]) -> String? {
        let (ledger, problems) = LedgerFile.read(bytes)
        if let complaint = DiagnosticsCheck.complaint(about: problems, source: { _ in bytes }) { return complaint }
        // A space behind each line is nothing to JSON and too much for the quick reader. (What is wrong with a broken line may be said otherwise.)
        let slow = LedgerFile.read(bytes.flatMap { $0 == .lineFeed ? [.space, .lineFeed] : [$0] } + [.space])
        if slow.0 != ledger || ledger != nil && slow.1.map(\.id) != problems.map(\.id) { return "the quick reader and the careful one differ" }
        guard let ledger else { return problems.containsError ? nil : "no ledger, and no error" }
        let written = LedgerFile.write(ledger)
        guard let again = LedgerFile.read(written).0, again == ledger, LedgerFile.write(again) == written else { return "the ledger is not read as it was written" }
        return nil
    }
}

/// The manifest: the same.
enum ManifestTarget {
    private static let list = Array("\"partners\":[\n".utf8)

    static func complaint(_ bytes: [UInt8]) -> String? {
        let (manifest, problems) = Manifest.read(bytes, path: "manifest.json")
        if let complaint = DiagnosticsCheck.complaint(about: problems, source: { _ in bytes }) { return complaint }
        if let place = bytes.firstRange(of: list) {
            var spaced = bytes
            spaced.insert(.space, at: place.upperBound - 1)
            let slow = Manifest.read(spaced, path: "manifest.json")
            if slow.0 != manifest || slow.1.map(\.id) != problems.map(\.id) { return "the quick reader and the careful one differ" }
        }
        guard let manifest else { return problems.containsError ? nil : "no manifest, and no error" }
        let written = manifest.write()
        guard let again = Manifest.read(written, path: "again").0, again == manifest, again.write() == written else {
            return "the manifest is not read as it was written"
        }
        return nil
    }
}
