package import Disk

/// Requests to other services that must not be lost, however long the service is away: a file an entry, in `pending` until it is sent, in
/// `failed` once it is given up.
///
/// Any process may add; one at a time serves (`tryServing`). An entry is removed after it was sent, so a process that is killed in between
/// sends it again, under the same id: at least once.
package final class Outbox {
    static let folderName: FileName = ".outbox"

    private let folder: SharedFolder
    private let pending: SharedFolder
    private let failed: SharedFolder

    /// The outbox beside the lead log in the folder at `path`, which must exist. A class because it owns open folders.
    package init(besideLogAt path: String) throws(FileError) {
        folder = try SharedFolder(path: path).folder(Self.folderName)
        pending = try folder.folder("pending")
        failed = try folder.folder("failed")
    }

    /// The right to serve, until the value goes away; nil while another process has it.
    package func tryServing() throws(FileError) -> (any FileLock)? { try folder.tryLock() }

    /// Whether a process serves at this moment.
    package func isBeingServed() throws(FileError) -> Bool { try folder.tryLock() == nil }

    /// Puts `entry` in, durably; false, and nothing is changed, where one of its id waits or was given up.
    package func add(_ entry: OutboxEntry) throws(FileError) -> Bool {
        let name = Self.name(entry.id)
        if try pending.openForReading(name) != nil { return false }
        if try failed.openForReading(name) != nil { return false }
        try pending.replace(name, with: entry.bytes)
        return true
    }

    /// What waits, the oldest first.
    package func waiting() throws(FileError) -> [OutboxEntry] { try entries(of: pending) }
    /// What was given up, the oldest first.
    package func givenUp() throws(FileError) -> [OutboxEntry] { try entries(of: failed) }

    /// Takes out what was sent.
    package func remove(_ entry: OutboxEntry) throws(FileError) { try pending.remove(Self.name(entry.id)) }

    /// Keeps what an attempt changed in an entry that waits.
    package func update(_ entry: OutboxEntry) throws(FileError) { try pending.replace(Self.name(entry.id), with: entry.bytes) }

    /// Gives an entry up.
    package func giveUp(_ entry: OutboxEntry) throws(FileError) {
        try failed.replace(Self.name(entry.id), with: entry.bytes)
        try pending.remove(Self.name(entry.id))
    }

    /// Makes everything due, what was given up as well, as if it were new. To be called only while serving.
    package func wakeAll(at now: Int) throws(FileError) {
        for entry in try waiting() + givenUp() {
            var fresh = OutboxEntry(entry.id, for: entry.purpose, createdAt: now, content: entry.content)
            fresh.lastProblem = entry.lastProblem
            try pending.replace(Self.name(entry.id), with: fresh.bytes)
            try failed.remove(Self.name(entry.id))
        }
    }
}

private extension Outbox {
    static func name(_ id: OutboxEntry.ID) -> FileName { FileName(id.text + ".json") }

    func entries(of folder: SharedFolder) throws(FileError) -> [OutboxEntry] {
        var entries: [OutboxEntry] = []
        for name in try folder.fileNames() where name.text.hasSuffix(".json") {
            // One that went away in between was sent; one that is no entry is nothing of ours.
            if let bytes = try folder.read(name), let entry = OutboxEntry(bytes) { entries.append(entry) }
        }
        return entries.sorted { ($0.createdAt, $0.id.text) < ($1.createdAt, $1.id.text) }
    }
}
