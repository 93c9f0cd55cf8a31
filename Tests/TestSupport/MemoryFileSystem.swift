package import Disk
import Synchronization

/// A disk in memory, which can be told to fail: for tests of what a build leaves behind when it is stopped.
///
/// A class because a disk is shared state; every operation is one step under one lock.
package final class MemoryFileSystem: FileSystem {
    fileprivate struct State {
        var files: [String: [UInt8]] = [:]
        /// What is in the folder that is being made, by its path to be; nobody sees it.
        var draft: [String: [UInt8]] = [:]
        /// How many such folders were begun, and how many are neither published nor gone.
        var drafts = (begun: 0, standing: 0)
        var links: Set<String> = []
        var unreadable: Set<String> = []
        var writes: [String] = []
        var operations = 0
        var stepsLeft: Int?
        var locked: Set<String> = []
    }

    fileprivate let state: Mutex<State>

    /// A disk with `files`.
    package init(_ files: [String: String] = [:]) {
        state = Mutex(State(files: files.mapValues { Array($0.utf8) }))
    }

    /// Every file as text, by path.
    package var texts: [String: String] { state.withLock { $0.files.mapValues { String(decoding: $0, as: UTF8.self) } } }
    /// Every file's bytes, by path.
    package var contents: [String: [UInt8]] { state.withLock { $0.files } }
    /// The paths that were written, renamed or removed, in order; the mark in front says which: `+`, `>` or `-`.
    package var writes: [String] { state.withLock { $0.writes } }

    /// How many folders were begun under another name, and how many of them are neither published nor gone.
    package var drafts: (begun: Int, standing: Int) { state.withLock { $0.drafts } }

    /// How often the disk was asked for anything at all.
    package var operations: Int { state.withLock { $0.operations } }

    /// Forgets the list of `writes` and the count of `operations`.
    package func forgetWrites() { state.withLock { ($0.writes, $0.operations) = ([], 0) } }

    package subscript(path: String) -> String? {
        get { state.withLock { $0.files[path].map { String(decoding: $0, as: UTF8.self) } } }
        set { state.withLock { $0.files[path] = newValue.map { Array($0.utf8) } } }
    }

    /// Puts raw bytes at `path`.
    package func put(_ bytes: [UInt8], at path: String) { state.withLock { $0.files[path] = bytes } }
    /// Makes `path` a symbolic link.
    package func link(_ path: String) { state.withLock { _ = $0.links.insert(path) } }
    /// Makes reading `path` fail.
    package func lockAway(_ path: String) { state.withLock { _ = $0.unreadable.insert(path) } }
    /// Lets `steps` changes of the disk happen and every later one fail as on a full disk; nil ends that.
    package func failAfter(_ steps: Int?) { state.withLock { $0.stepsLeft = steps } }

    package func read(_ path: SitePath) throws(FileError) -> [UInt8]? {
        try state.withLock { state throws(FileError) in
            state.operations += 1
            if state.unreadable.contains(path.text) { throw FileError(.read, path.text, code: 13, reason: "no permission") }
            if state.files[path.text] == nil, state.isFolder(path.text) {
                throw FileError(.read, path.text, code: 21, reason: "it is not a file but a folder or a device")
            }
            return state.files[path.text]
        }
    }

    package func list(_ path: SitePath) throws(FileError) -> [FolderEntry]? {
        state.withLock { state in
            state.operations += 1
            let prefix = path.text.isEmpty ? "" : path.text + "/"
            var entries: [String: FolderEntry.Kind] = [:]
            for file in state.files.keys where file.hasPrefix(prefix) {
                let rest = file.dropFirst(prefix.count)
                if let slash = rest.firstIndex(of: "/") { entries[String(rest[..<slash])] = .folder } else { entries[String(rest)] = .file }
            }
            for link in state.links where link.hasPrefix(prefix) && !link.dropFirst(prefix.count).contains("/") {
                entries[String(link.dropFirst(prefix.count))] = .link
            }
            if entries.isEmpty { return nil }
            return entries.map { FolderEntry(name: $0.key, kind: $0.value) }.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        }
    }

    package func kind(of path: SitePath) throws(FileError) -> FolderEntry.Kind? {
        state.withLock { state in
            state.operations += 1
            if state.links.contains(path.text) { return .link }
            if state.files[path.text] != nil { return .file }
            return path == .root || state.isFolder(path.text) ? .folder : nil
        }
    }

    package func replace(_ path: SitePath, with pieces: [[UInt8]]) throws(FileError) {
        try change("+", path.text) { $0.files[path.text] = Array(pieces.joined()) }
    }

    package func open(_ path: SitePath) throws(FileError) -> any OpenFolder { MemoryFolder(disk: self, path: path) }

    package func draft(of path: SitePath) throws(FileError) -> any FolderDraft {
        state.withLock { state in
            state.draft = [:]
            state.drafts.begun += 1
            state.drafts.standing += 1
        }
        return MemoryDraft(disk: self, path: path)
    }

    fileprivate func endDraft() { state.withLock { $0.drafts.standing -= 1 } }

    fileprivate func publishDraft(_ path: SitePath) throws(FileError) {
        try change(">", path.text) { state in
            state.files.merge(state.draft) { $1 }
            state.draft = [:]
        }
    }

    fileprivate func draft(_ file: FileUpdate, in folder: SitePath) throws(FileError) {
        let path = folder.appending(file.path).text
        try change("+", path) { $0.draft[path] = file.bytes }
    }

    fileprivate func update(_ files: [FileUpdate], in folder: SitePath) throws(FileError) -> [UpdateOutcome] {
        let outcomes = try compare(files, in: folder)
        for (file, outcome) in zip(files, outcomes) where outcome != .unchanged {
            let path = folder.appending(file.path).text
            try change("+", path) { $0.files[path] = file.bytes }
        }
        return outcomes
    }

    package func compare(_ files: [FileUpdate], in folder: SitePath) throws(FileError) -> [UpdateOutcome] {
        state.withLock { state in
            state.operations += 1
            return files.map { file in
                let existing = state.files[folder.appending(file.path).text]
                return existing == nil ? .created : existing == file.bytes ? .unchanged : .replaced
            }
        }
    }

    package func rename(_ path: SitePath, to name: FileName) throws(FileError) {
        let target = path.folder.appending(name.text).text
        try change(">", target) { state in
            state.files[target] = state.files[path.text]
            state.files[path.text] = nil
        }
    }

    package func remove(_ path: SitePath) throws(FileError) {
        if state.withLock({ $0.files[path.text] == nil }) { return }
        try change("-", path.text) { $0.files[path.text] = nil }
    }

    package func lock(_ path: SitePath, seconds: Int, waiting: () -> Void) throws(FileError) -> any FileLock {
        let isTaken = state.withLock { !$0.locked.insert(path.text).inserted }
        if isTaken {
            waiting()
            throw FileError(.lock, path.text, code: 11, reason: FileError.heldByAnother)
        }
        return MemoryLock { [self] in state.withLock { _ = $0.locked.remove(path.text) } }
    }

    private func change(_ mark: String, _ path: String, _ body: (inout State) -> Void) throws(FileError) {
        try state.withLock { state throws(FileError) in
            if let left = state.stepsLeft {
                if left == 0 { throw FileError(.write, path, code: 28, reason: "the disk is full") }
                state.stepsLeft = left - 1
            }
            state.operations += 1
            state.writes.append(mark + path)
            body(&state)
        }
    }
}

/// A folder of a disk in memory.
private struct MemoryFolder: OpenFolder {
    let disk: MemoryFileSystem
    let path: SitePath

    func update(_ files: [FileUpdate], in folder: SitePath, isNew: Bool) throws(FileError) -> [UpdateOutcome] {
        try disk.update(files, in: path.appending(folder))
    }

    /// Folders are there with their files.
    func makeFolder(_ folder: SitePath) {}
}

/// A folder that is being made on a disk in memory.
private final class MemoryDraft: FolderDraft, OpenFolder {
    private let disk: MemoryFileSystem
    private let path: SitePath

    init(disk: MemoryFileSystem, path: SitePath) { (self.disk, self.path) = (disk, path) }

    deinit { disk.endDraft() }

    func open() -> any OpenFolder { self }

    func publish() throws(FileError) { try disk.publishDraft(path) }

    func makeFolder(_ folder: SitePath) {}

    func update(_ files: [FileUpdate], in folder: SitePath, isNew: Bool) throws(FileError) -> [UpdateOutcome] {
        for file in files { try disk.draft(file, in: path.appending(folder)) }
        return files.map { _ in .created }
    }
}

/// Lets go of the lock when nobody holds the value any more. A class for its `deinit`.
private final class MemoryLock: FileLock {
    private let release: () -> Void

    init(release: @escaping () -> Void) {
        self.release = release
    }

    deinit {
        release()
    }
}

extension MemoryFileSystem {
    /// A copy that goes its own way.
    package func copy() -> MemoryFileSystem {
        let copy = MemoryFileSystem()
        for (path, bytes) in contents { copy.put(bytes, at: path) }
        return copy
    }
}

private extension MemoryFileSystem.State {
    func isFolder(_ path: String) -> Bool { files.keys.contains { $0.hasPrefix(path + "/") } }
}
