import ByteText
import Diagnostics
import Disk
import Manifest

/// What earlier builds published: the manifest of the last one, and that of one that was killed before it was done.
struct PublishedManifests {
    static let path: SitePath = "manifest.json"
    /// Written before the pages and renamed over `path` after them.
    static let nextPath: SitePath = "manifest.json.next"

    var last: Manifest?
    var lastBytes: [UInt8]?
    var interrupted: Manifest?

    var all: [Manifest] { [last, interrupted].compactMap { $0 } }

    /// Reads both; a broken `manifest.json` is an error, because what it said about published codes cannot be checked then.
    static func read(_ disk: any FileSystem, into diagnostics: inout [Diagnostic]) throws(FileError) -> PublishedManifests {
        var manifests = PublishedManifests()
        if let bytes = InputFile.read(path, disk, into: &diagnostics) {
            let (manifest, found) = Manifest.read(bytes, path: path.text)
            // The hint of the manifest's own reader is for `attribution`: build it anew. Here that is what cannot be done.
            diagnostics += found.map { problem in
                var problem = problem
                if problem.severity == .error, problem.id != "M001" {
                    problem.hint = "restore it: `git checkout manifest.json`; or delete it: the build knows its own pages by a mark in them, and whose codes are from the ledger"
                }
                return problem
            }
            manifests.last = manifest
            manifests.lastBytes = bytes
        }
        if let bytes = try disk.read(nextPath) {
            // Written whole and renamed into place, so it is never half a file; if someone broke it, it is as good as absent.
            manifests.interrupted = Manifest.read(bytes, path: nextPath.text).0
        }
        return manifests
    }

    /// `bytes`, unless the last manifest is the same.
    func unlessSame(_ bytes: [UInt8]) -> [UInt8]? { bytes.hasSameBytes(as: lastBytes ?? []) ? nil : bytes }
}
