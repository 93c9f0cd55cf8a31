import Disk
import LeadAttribution

/// An archive whose entries all hold the same.
struct KnownArchive: ArchiveTool {
    let listing: ArchiveListing
    let content: [UInt8]

    func entries(ofArchive path: String) -> ArchiveListing { listing }

    func open(_ entry: ArchiveEntry, ofArchive path: String, limit: Int) throws(FileError) -> any ByteSource { MemorySource(content) }
}
