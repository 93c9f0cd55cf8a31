/// A folder of the disk that is kept open, so that bringing the many folders below it up to date does not look it up each time.
///
/// A final class because it owns an open folder handle.
final class OpenDiskFolder: OpenFolder {
    private let handle: Int32
    private let path: SitePath

    /// Takes over `handle`, an open folder; `path` names it in errors.
    init(_ handle: Int32, path: SitePath) {
        self.handle = handle
        self.path = path
    }

    deinit {
        System.close(handle)
    }

    func update(_ files: [FileUpdate], in folder: SitePath) throws(FileError) -> [UpdateOutcome] {
        if folder == .root { return try Self.update(files, in: handle, isNew: false, path: path.text) }
        let whole = path == .root ? folder : path.appending(folder)
        let (own, isNew) = try Self.descend(from: handle, to: folder, making: true, whole: whole)
        defer { System.close(own) }
        return try Self.update(files, in: own, isNew: isNew, path: whole.text)
    }

    /// What `update` would do with a file of the folder itself.
    func compare(_ file: FileUpdate) throws(FileError) -> UpdateOutcome {
        try DiskFile.compare(file.name.text, in: handle, with: file.bytes, path: path.text + "/" + file.name.text)
    }

    /// Opens the folder at `path` below `start` name by name, never through a link, and makes what is missing if `making`;
    /// whether the last one is new. `path` must not be the root; `whole` names it in errors.
    static func descend(
        from start: Int32, to path: SitePath, making: Bool, whole: SitePath
    ) throws(FileError) -> (handle: Int32, isNew: Bool) {
        var folder = start
        var isNew = false
        for name in path.names.map(String.init) {
            var next = System.openFolder(folder, name, followingLinks: false)
            isNew = false
            if next < 0, making, System.lastError == System.missing {
                isNew = System.makeFolder(folder, name) >= 0
                if isNew || System.lastError == System.exists { next = System.openFolder(folder, name, followingLinks: false) }
            }
            let error = next < 0 ? FileError.last(.write, whole.text) : nil
            if folder != start { System.close(folder) }
            if let error { throw error }
            folder = next
        }
        return (folder, isNew)
    }
}

private extension OpenDiskFolder {
    /// In a folder that is new there is nothing to compare with.
    static func update(_ files: [FileUpdate], in folder: Int32, isNew: Bool, path: String) throws(FileError) -> [UpdateOutcome] {
        var outcomes: [UpdateOutcome] = []
        outcomes.reserveCapacity(files.count)
        for file in files {
            let name = file.name.text
            let outcome = isNew ? .created : try DiskFile.compare(name, in: folder, with: file.bytes, path: path + "/" + name)
            if outcome != .unchanged {
                try DiskFile.replace(name, in: folder, with: file.bytes, path: path + "/" + name, durably: false)
            }
            outcomes.append(outcome)
        }
        return outcomes
    }
}
