import ByteText

/// The machine's own disk, below one folder.
///
/// A final class because it owns an open folder handle. What it writes goes through folders opened without following links,
/// so that a link inside the output can never send a page elsewhere.
package final class DiskFileSystem: FileSystem {
    /// The folder's path as the user wrote it.
    package let root: String
    private let handle: Int32

    /// Opens the folder at `root`.
    package init(root: String) throws(FileError) {
        self.root = root
        handle = System.openFolder(path: root.isEmpty ? "." : root)
        if handle < 0 { throw FileError.last(.list, root) }
    }

    /// The folder's path from the root of the disk, links resolved; nil where the system does not tell.
    package var absolutePath: String? { System.absolutePath(root.isEmpty ? "." : root) }

    /// Whether something can be written into the folder, as far as permissions tell.
    package var isWritable: Bool { System.isWritable(handle) }

    deinit {
        System.close(handle)
    }

    /// The name that `path` has until it is whole.
    package static func temporaryPath(of path: SitePath) -> SitePath { path.folder.appending(DiskFile.temporaryName(path.name)) }

    package func read(_ path: SitePath) throws(FileError) -> [UInt8]? {
        let file = System.openForReading(handle, path.text)
        if file < 0 {
            if System.lastError == System.missing || System.lastError == System.notAFolder { return nil }
            throw FileError.last(.read, path.text)
        }
        defer { System.close(file) }
        guard let size = System.regularFileSize(file) else {
            throw FileError(.read, path.text, code: System.isAFolder, reason: "it is not a file but a folder or a device")
        }
        return try DiskFile.contents(of: file, size: size, path: path.text)
    }

    package func list(_ path: SitePath) throws(FileError) -> [FolderEntry]? {
        let folder = System.openFolder(handle, path.text.isEmpty ? "." : path.text, followingLinks: true)
        if folder < 0 {
            if System.lastError == System.missing { return nil }
            throw FileError.last(.list, path.text)
        }
        guard var entries = System.entries(ofFolder: folder) else { throw FileError.last(.list, path.text) }
        entries.arrange(by: TextOrder.places(entries.count) { entries[$0].name })
        return entries
    }

    package func kind(of path: SitePath) throws(FileError) -> FolderEntry.Kind? {
        if let kind = System.kind(handle, path.text.isEmpty ? "." : path.text) { return kind }
        if System.lastError == System.missing || System.lastError == System.notAFolder { return nil }
        throw FileError.last(.read, path.text)
    }

    package func replace(_ path: SitePath, with pieces: [[UInt8]]) throws(FileError) {
        let folder = try openFolder(path.folder, making: true, durably: true)
        defer { System.close(folder) }
        try DiskFile.replace(path.name, in: folder, with: pieces, path: path.text, durably: true)
    }

    package func open(_ path: SitePath) throws(FileError) -> any OpenFolder {
        OpenDiskFolder(try openFolder(path, making: true, durably: true), path: path)
    }

    package func draft(of path: SitePath) throws(FileError) -> any FolderDraft {
        try DiskFolderDraft(of: path, in: try openFolder(path.folder, making: true, durably: true))
    }

    package func compare(_ files: [FileUpdate], in path: SitePath) throws(FileError) -> [UpdateOutcome] {
        try files.map { file throws(FileError) in
            let path = path.appending(file.path).text
            return try DiskFile.compare(path, in: handle, with: file.bytes, path: path)
        }
    }

    package func rename(_ path: SitePath, to name: FileName) throws(FileError) {
        let folder = try openFolder(path.folder, making: false)
        defer { System.close(folder) }
        if System.rename(folder, path.name, to: name.text) < 0 { throw FileError.last(.write, path.text) }
        if System.sync(folder) < 0 { throw FileError.last(.write, path.folder.text) }
    }

    package func remove(_ path: SitePath) throws(FileError) {
        if let folder = try openExistingFolder(path.folder) {
            defer { System.close(folder) }
            _ = System.removeFile(folder, DiskFile.temporaryName(path.name))
            if System.removeFile(folder, path.name) < 0, System.lastError != System.missing { throw FileError.last(.remove, path.text) }
        }
        try removeEmptyFolders(from: path.folder)
    }

    package func lock(_ path: SitePath, seconds: Int, waiting: () -> Void) throws(FileError) -> any FileLock {
        let folder = System.openFolder(handle, path.text.isEmpty ? "." : path.text, followingLinks: true)
        if folder < 0 { throw FileError.last(.lock, path.text) }
        let lock = HeldLock(folder)
        for attempt in 0..<max(1, seconds * 20) {
            if System.tryLock(folder) == 0 { return lock }
            if System.lastError != System.busy { throw FileError.last(.lock, path.text) }
            if attempt == 4 { waiting() }
            System.sleep(milliseconds: 50)
        }
        throw FileError(.lock, path.text, code: System.busy, reason: System.reason(System.busy))
    }
}

private extension DiskFileSystem {
    func openFolder(_ path: SitePath, making: Bool, durably: Bool = false) throws(FileError) -> Int32 {
        let root = System.openFolder(handle, ".", followingLinks: false)
        if root < 0 { throw FileError.last(.write, self.root) }
        if path == .root { return root }
        defer { System.close(root) }
        return try OpenDiskFolder.descend(from: root, to: path, making: making, durably: durably, whole: path)
    }

    /// nil where nothing is there.
    func openExistingFolder(_ path: SitePath) throws(FileError) -> Int32? {
        do throws(FileError) {
            return try openFolder(path, making: false)
        } catch {
            if error.code == System.missing { return nil }
            throw error
        }
    }

    /// Removes `path` if it is empty, then what is above it. One that an earlier run removed before it was stopped does not end the way up.
    func removeEmptyFolders(from path: SitePath) throws(FileError) {
        var path = path
        while path != .root {
            if let parent = try openExistingFolder(path.folder) {
                defer { System.close(parent) }
                if System.removeFolder(parent, path.name) < 0, System.lastError != System.missing {
                    if System.lastErrorIsNotEmpty { return }
                    throw FileError.last(.remove, path.text)
                }
            }
            path = path.folder
        }
    }
}
