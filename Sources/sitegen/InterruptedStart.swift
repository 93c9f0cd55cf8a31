import Disk
import StarterSite

/// A folder that `init` was killed in: it holds some of the files that a new site begins with, as they were written, and no `site.json`, which is
/// the last. Another `init` completes it.
struct InterruptedStart {
    private let disk: DiskFileSystem
    private var known: [SitePath: [UInt8]?] = [:]

    /// Whether `disk` is such a folder, or empty. Hidden files at its top, such as git's, are no matter.
    static func isAll(of disk: DiskFileSystem) throws(FileError) -> Bool {
        try InterruptedStart(disk).holdsNothingElse(.root)
    }

    private init(_ disk: DiskFileSystem) {
        self.disk = disk
        for file in StarterFiles.all {
            known[file.path] = .some(file.bytes)
            known[DiskFileSystem.temporaryPath(of: file.path)] = .some(nil)
        }
        for path in [PartnerSheet.path, "site.json"] { known[DiskFileSystem.temporaryPath(of: path)] = .some(nil) }
    }

    private func holdsNothingElse(_ folder: SitePath) throws(FileError) -> Bool {
        for entry in try disk.list(folder) ?? [] {
            let path = folder.appending(entry.name)
            switch entry.kind {
            case .folder:
                if folder == .root, entry.name.hasPrefix(".") { continue }
                guard path == PartnerSheet.path.folder || known.keys.contains(where: { $0.text.hasPrefix(path.text + "/") }),
                      try holdsNothingElse(path) else { return false }
            case .file:
                if path == PartnerSheet.path {
                    guard PartnerSheet.isEmpty(try disk.read(path) ?? []) else { return false }
                } else if let expected = known[path] {
                    if let expected, try disk.read(path) != expected { return false }
                } else if folder != .root || !entry.name.hasPrefix(".") {
                    return false
                }
            case .link, .other: return false
            }
        }
        return true
    }
}
