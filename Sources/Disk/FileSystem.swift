/// What the programs need of a disk: a small surface, so that tests can stand a disk of their own in its place.
///
/// Paths are relative to the folder that the value stands for. Missing is nil; a machine that fails is a `FileError`.
package protocol FileSystem: Sendable {
    /// The bytes of the file at `path`; nil when nothing is there.
    func read(_ path: SitePath) throws(FileError) -> [UInt8]?

    /// What is in the folder at `path`, by name; nil when nothing is there.
    func list(_ path: SitePath) throws(FileError) -> [FolderEntry]?

    /// What is at `path` itself, a link not followed; nil when nothing is there.
    func kind(of path: SitePath) throws(FileError) -> FolderEntry.Kind?

    /// Replaces the file at `path` whole and durably: a temporary file, synced, renamed, the folder synced. Makes its folders, durably too.
    /// The bytes may come in pieces, so that long ones need not be put together first.
    func replace(_ path: SitePath, with pieces: [[UInt8]]) throws(FileError)

    /// Opens the folder at `path`, to bring what is below it up to date. Makes the folder, never follows a link.
    func open(_ path: SitePath) throws(FileError) -> any OpenFolder

    /// Begins the folder at `path`, where nothing is: it appears with all that is in it, or never. What a killed run left of it goes.
    func draft(of path: SitePath) throws(FileError) -> any FolderDraft

    /// What `OpenFolder.update` would do with `files` of the folder, without doing it.
    func compare(_ files: [FileUpdate], in folder: SitePath) throws(FileError) -> [UpdateOutcome]

    /// Renames a file of a folder to another name of the same folder, durably.
    func rename(_ path: SitePath, to name: FileName) throws(FileError)

    /// Removes the file at `path`, and then each folder above it that is empty, but never the root. Missing is no error.
    func remove(_ path: SitePath) throws(FileError)

    /// Takes the one lock of the folder at `path`, held until the returned value goes away. `waiting` is called once if
    /// another process holds it; after `seconds` it is given up with a `FileError` of operation `.lock`.
    func lock(_ path: SitePath, seconds: Int, waiting: () -> Void) throws(FileError) -> any FileLock
}

extension FileSystem {
    package func replace(_ path: SitePath, with bytes: [UInt8]) throws(FileError) { try replace(path, with: [bytes]) }
}

/// A folder that is kept open for writing below it, on one thread.
package protocol OpenFolder {
    /// Brings `files` below `folder`, a path relative to the open one, to the given contents. A folder that is not there yet
    /// appears with all its files at once; in one that is, each file that differs is replaced whole. Never writes through a
    /// link, does not sync. One outcome a file, in order.
    ///
    /// `isNew` is what the caller last knew of the folder: it saves looking, and nothing is lost where it is wrong.
    func update(_ files: [FileUpdate], in folder: SitePath, isNew: Bool) throws(FileError) -> [UpdateOutcome]

    /// Makes `folder`, a path relative to the open one, unless it is there.
    func makeFolder(_ folder: SitePath) throws(FileError)
}

extension OpenFolder {
    package func update(_ files: [FileUpdate], in folder: SitePath) throws(FileError) -> [UpdateOutcome] {
        try update(files, in: folder, isNew: false)
    }
}

/// A folder that stands under another name until it is whole. Nobody looks at it before: there is nothing to compare, and no file needs to be made
/// whole by itself. A draft that goes away unpublished takes all that is in it along.
package protocol FolderDraft: AnyObject, Sendable {
    /// Opens it, for the thread that asks.
    func open() throws(FileError) -> any OpenFolder

    /// Gives it its name, durably.
    func publish() throws(FileError)
}

/// A lock that is held for as long as the value lives.
package protocol FileLock: AnyObject {}

/// An entry of a folder.
package struct FolderEntry: Hashable, Sendable {
    package enum Kind: Sendable {
        case file, folder, link, other
    }

    package var name: String
    package var kind: Kind

    package init(name: String, kind: Kind) {
        self.name = name
        self.kind = kind
    }
}

/// One plain name of a file, without a folder.
package struct FileName: Hashable, Sendable, ExpressibleByStringLiteral {
    package let text: String

    package init(_ text: String) {
        precondition(!text.isEmpty && !text.utf8.contains(0x2F), "not a file name")
        self.text = text
    }

    package init(stringLiteral value: String) { self.init(value) }
}

/// A file below a folder and the contents that it shall have.
package struct FileUpdate: Sendable {
    /// Relative to the folder.
    package var path: SitePath
    package var bytes: [UInt8]

    package init(_ path: SitePath, _ bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// What `update` did with a file.
package enum UpdateOutcome: Sendable {
    case created, replaced, unchanged
}

/// Why the machine could not do it.
package struct FileError: Error, Equatable, Sendable {
    package enum Operation: String, Sendable {
        case read, list, write, remove, lock
    }

    /// The `reason` where a lock could not be had in time.
    package static let heldByAnother = "another process holds it"

    package var operation: Operation
    package var path: String
    /// The system's error number, 0 if it gave none.
    package var code: Int32
    /// The system's words for it.
    package var reason: String

    package init(_ operation: Operation, _ path: String, code: Int32, reason: String) {
        self.operation = operation
        self.path = path
        self.code = code
        self.reason = reason
    }
}
