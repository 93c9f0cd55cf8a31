package import Disk

/// What looks into archives without unpacking them to disk.
package protocol ArchiveTool {
    /// What the archive at `path` holds.
    func entries(ofArchive path: String) -> ArchiveListing

    /// The bytes of one entry, unpacked on the way; never more than `limit` of them, and `SourceFault` says when there were.
    func open(_ entry: ArchiveEntry, ofArchive path: String, limit: Int) throws(FileError) -> any ByteSource
}

package enum ArchiveListing: Equatable, Sendable {
    case entries([ArchiveEntry])
    /// The program that reads archives is not installed.
    case toolMissing
    /// It is no archive, or a damaged one.
    case unreadable
}

package struct ArchiveEntry: Hashable, Sendable {
    /// Its name with folders, for people: whatever is not UTF-8 is repaired.
    package var name: String
    /// Its name as the tool knows it. `unzip` garbles the letters of archives that name no system, as those of Android.
    package var nameBytes: [UInt8]
    /// The size that the archive states, in bytes; it may lie.
    package var size: Int

    package init(name: String, size: Int) {
        self.init(nameBytes: Array(name.utf8), size: size)
    }

    package init(nameBytes: [UInt8], size: Int) {
        name = String(decoding: nameBytes, as: UTF8.self)
        self.nameBytes = nameBytes
        self.size = size
    }

    /// The name without its folders.
    var fileName: Substring { name.split(separator: "/", omittingEmptySubsequences: false).last ?? "" }
    var isFolder: Bool { name.hasSuffix("/") }
    /// Whether unpacking it by its name would write beside or above the folder that it is unpacked to.
    var leadsOut: Bool { name.hasPrefix("/") || name.split(separator: "/").contains("..") || name.contains("\\..") || name.hasPrefix("..\\") }
}
