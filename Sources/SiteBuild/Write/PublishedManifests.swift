import ByteText
import Diagnostics
import Disk
import Manifest

/// What earlier builds published: the manifest of the last one, and that of one that was killed before it was done.
struct PublishedManifests {
    static let path: SitePath = "manifest.json"
    /// Written before the pages and renamed over `path` after them.
    static let nextPath: SitePath = "manifest.json.next"

    private(set) var last: Manifest?
    private(set) var lastBytes: [UInt8]?
    private(set) var interrupted: Manifest?
    /// What the last one says apart from its partners, as long as these are unread.
    private(set) var head: Manifest?

    /// None.
    init() {}

    /// Both, as far as they are there; to be asked for when the last one is read.
    var all: [Manifest] {
        precondition(head == nil, "the last manifest is not read yet")
        return [last, interrupted].compactMap { $0 }
    }

    /// Reads both; a broken `manifest.json` is an error, because what it said about published codes cannot be checked then.
    static func read(_ disk: any FileSystem, into diagnostics: inout [Diagnostic]) throws(FileError) -> PublishedManifests {
        var manifests = try open(disk, into: &diagnostics)
        manifests.readLast(into: &diagnostics)
        return manifests
    }

    /// The same, with the last one yet to be read.
    static func open(_ disk: any FileSystem, into diagnostics: inout [Diagnostic]) throws(FileError) -> PublishedManifests {
        var manifests = PublishedManifests()
        manifests.lastBytes = InputFile.read(path, disk, into: &diagnostics)
        if let bytes = try disk.read(nextPath) {
            // Written whole and renamed into place, so it is never half a file; if someone broke it, it is as good as absent.
            manifests.interrupted = Manifest.read(bytes, path: nextPath.text).0
        }
        return manifests
    }

    /// Reads the last one, but of one as builds write it the `head` alone, unless it has fewer partners than the `partnerCount` that are defined now
    /// or a build was killed: most often the manifest to come is the same to the letter, and to make it takes less time than to read this.
    mutating func readLastOrHead(forPartners partnerCount: Int, into diagnostics: inout [Diagnostic]) {
        if interrupted == nil, let bytes = lastBytes { head = Manifest.head(of: bytes, withAtLeast: partnerCount) }
        if head == nil { readLast(into: &diagnostics) }
    }

    /// Reads all of the last one.
    mutating func readLast(into diagnostics: inout [Diagnostic]) {
        head = nil
        guard let bytes = lastBytes else { return }
        let (manifest, found) = Manifest.read(bytes, path: Self.path.text)
        // The hint of the manifest's own reader is for `attribution`: build it anew. Here that is what cannot be done.
        diagnostics += found.map { problem in
            var problem = problem
            if problem.severity == .error, problem.id != "M001" {
                problem.hint = "restore it: `git checkout manifest.json`; or delete it: the build knows its own pages by a mark in them, and whose codes are from the ledger"
            }
            return problem
        }
        last = manifest
    }
}
