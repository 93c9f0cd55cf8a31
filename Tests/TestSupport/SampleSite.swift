import Foundation

/// The sample site of the package, for tests of its real templates.
package enum SampleSite {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// `site.json` and `templates/` on a disk in memory, no partners.
    package static func disk() throws -> MemoryFileSystem {
        let disk = MemoryFileSystem()
        disk.put([UInt8](try Data(contentsOf: root.appending(path: "site.json"))), at: "site.json")
        let templates = root.appending(path: "templates")
        for name in try FileManager.default.subpathsOfDirectory(atPath: templates.path) {
            let file = templates.appending(path: name)
            guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            disk.put([UInt8](try Data(contentsOf: file)), at: "templates/\(name)")
        }
        return disk
    }
}
