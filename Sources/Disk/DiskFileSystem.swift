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
        if handle < 0 { throw Self.failure(.list, root) }
    }

    deinit {
        System.close(handle)
    }

    package func read(_ path: SitePath) throws(FileError) -> [UInt8]? {
        let file = System.openForReading(handle, path.text)
        if file < 0 {
            if System.lastError == System.missing || System.lastError == System.notAFolder { return nil }
            throw Self.failure(.read, path.text)
        }
        defer { System.close(file) }
        guard let size = System.regularFileSize(file) else {
            throw FileError(.read, path.text, code: System.isAFolder, reason: "it is not a file but a folder or a device")
        }
        return try Self.contents(of: file, size: size, path: path.text)
    }

    package func list(_ path: SitePath) throws(FileError) -> [FolderEntry]? {
        let folder = System.openFolder(handle, path.text.isEmpty ? "." : path.text, followingLinks: true)
        if folder < 0 {
            if System.lastError == System.missing { return nil }
            throw Self.failure(.list, path.text)
        }
        guard let entries = System.entries(ofFolder: folder) else { throw Self.failure(.list, path.text) }
        return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    package func kind(of path: SitePath) throws(FileError) -> FolderEntry.Kind? {
        if let kind = System.kind(handle, path.text.isEmpty ? "." : path.text) { return kind }
        if System.lastError == System.missing || System.lastError == System.notAFolder { return nil }
        throw Self.failure(.read, path.text)
    }

    package func replace(_ path: SitePath, with bytes: [UInt8]) throws(FileError) {
        let folder = try openFolder(path.folder, making: true)
        defer { System.close(folder) }
        try Self.writeWhole(bytes, as: path.name, in: folder, path: path.text, durably: true)
    }

    package func update(_ files: [FileUpdate], in path: SitePath) throws(FileError) -> [UpdateOutcome] {
        let folder = try openFolder(path, making: true)
        defer { System.close(folder) }
        var outcomes: [UpdateOutcome] = []
        for file in files {
            let existing = try Self.compare(file, in: folder, path: path)
            if existing != .unchanged {
                try Self.writeWhole(file.bytes, as: file.name.text, in: folder, path: path.text + "/" + file.name.text, durably: false)
            }
            outcomes.append(existing)
        }
        return outcomes
    }

    package func compare(_ files: [FileUpdate], in path: SitePath) throws(FileError) -> [UpdateOutcome] {
        let folder: Int32
        do throws(FileError) {
            folder = try openFolder(path, making: false)
        } catch {
            if error.code == System.missing { return files.map { _ in .created } }
            throw error
        }
        defer { System.close(folder) }
        var outcomes: [UpdateOutcome] = []
        for file in files { outcomes.append(try Self.compare(file, in: folder, path: path)) }
        return outcomes
    }

    package func rename(_ path: SitePath, to name: FileName) throws(FileError) {
        let folder = try openFolder(path.folder, making: false)
        defer { System.close(folder) }
        if System.renameFile(folder, path.name, to: name.text) < 0 { throw Self.failure(.write, path.text) }
        if System.sync(folder) < 0 { throw Self.failure(.write, path.folder.text) }
    }

    package func remove(_ path: SitePath) throws(FileError) {
        do throws(FileError) {
            let folder = try openFolder(path.folder, making: false)
            defer { System.close(folder) }
            _ = System.removeFile(folder, Self.temporaryName(path.name))
            if System.removeFile(folder, path.name) < 0, System.lastError != System.missing { throw Self.failure(.remove, path.text) }
        } catch {
            if error.code == System.missing { return }
            throw error
        }
        try removeEmptyFolders(from: path.folder)
    }

    package func lock(_ path: SitePath, seconds: Int, waiting: () -> Void) throws(FileError) -> any FileLock {
        let folder = System.openFolder(handle, path.text.isEmpty ? "." : path.text, followingLinks: true)
        if folder < 0 { throw Self.failure(.lock, path.text) }
        let lock = FolderLock(folder)
        for attempt in 0..<max(1, seconds * 20) {
            if System.tryLock(folder) == 0 { return lock }
            if System.lastError != System.busy { throw Self.failure(.lock, path.text) }
            if attempt == 4 { waiting() }
            System.sleep(milliseconds: 50)
        }
        throw FileError(.lock, path.text, code: System.busy, reason: System.reason(System.busy))
    }
}

/// Holds a `flock` on a folder; the system lets go of it when the process ends, however it ends. A class for its `deinit`.
private final class FolderLock: FileLock {
    private let folder: Int32

    init(_ folder: Int32) {
        self.folder = folder
    }

    deinit {
        System.close(folder)
    }
}

private extension DiskFileSystem {
    static func failure(_ operation: FileError.Operation, _ path: String) -> FileError {
        let code = System.lastError
        return FileError(operation, path.isEmpty ? "." : path, code: code, reason: System.reason(code))
    }

    /// One name for each file, so that what a killed run left behind is used up by the next.
    static func temporaryName(_ name: String) -> String { "." + name + ".sitegen-new" }

    static func contents(of file: Int32, size: Int, path: String) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        var room = size + 1
        while true {
            var count = 0
            var grown = bytes
            bytes = []
            let filled = grown.count
            grown.append(contentsOf: repeatElement(0, count: room))
            grown.withUnsafeMutableBytes { buffer in
                // SAFETY: the slice lies inside the array, which is `filled + room` bytes long.
                count = System.read(file, into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
            }
            if count < 0 { throw failure(.read, path) }
            grown.removeLast(room - count)
            bytes = grown
            if count == 0 { return bytes }
            room = max(1, size + 1 - bytes.count)
            if bytes.count > size { room = 65_536 }
        }
    }

    /// Opens the folder at `path` name by name, never through a link, and makes what is missing if `making`.
    func openFolder(_ path: SitePath, making: Bool) throws(FileError) -> Int32 {
        var folder = System.openFolder(handle, ".", followingLinks: false)
        if folder < 0 { throw Self.failure(.write, root) }
        for name in path.names {
            var next = System.openFolder(folder, String(name), followingLinks: false)
            if next < 0, making, System.lastError == System.missing {
                if System.makeFolder(folder, String(name)) < 0, System.lastError != System.exists {
                    defer { System.close(folder) }
                    throw Self.failure(.write, path.text)
                }
                next = System.openFolder(folder, String(name), followingLinks: false)
            }
            if next < 0 {
                defer { System.close(folder) }
                throw Self.failure(.write, path.text)
            }
            System.close(folder)
            folder = next
        }
        return folder
    }

    static func compare(_ file: FileUpdate, in folder: Int32, path: SitePath) throws(FileError) -> UpdateOutcome {
        let existing = System.openOwnForReading(folder, file.name.text)
        if existing < 0 {
            if System.lastError == System.missing { return .created }
            throw failure(.write, path.text + "/" + file.name.text)
        }
        defer { System.close(existing) }
        guard System.regularFileSize(existing) == file.bytes.count else { return .replaced }
        return try contents(of: existing, size: file.bytes.count, path: path.text) == file.bytes ? .unchanged : .replaced
    }

    static func writeWhole(_ bytes: [UInt8], as name: String, in folder: Int32, path: String, durably: Bool) throws(FileError) {
        let temporary = temporaryName(name)
        let file = System.createForWriting(folder, temporary)
        if file < 0 { throw failure(.write, path) }
        do throws(FileError) {
            try write(bytes, to: file, path: path)
            if durably, System.sync(file) < 0 { throw failure(.write, path) }
        } catch {
            System.close(file)
            _ = System.removeFile(folder, temporary)
            throw error
        }
        if System.close(file) < 0 || System.renameFile(folder, temporary, to: name) < 0 {
            let error = failure(.write, path)
            _ = System.removeFile(folder, temporary)
            throw error
        }
        if durably, System.sync(folder) < 0 { throw failure(.write, path) }
    }

    static func write(_ bytes: [UInt8], to file: Int32, path: String) throws(FileError) {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                // SAFETY: the slice lies inside the array.
                System.write(file, UnsafeRawBufferPointer(rebasing: buffer[offset...]))
            }
            if count < 0 { throw failure(.write, path) }
            offset += count
        }
    }

    func removeEmptyFolders(from path: SitePath) throws(FileError) {
        var path = path
        while path != .root {
            let parent = try openFolder(path.folder, making: false)
            defer { System.close(parent) }
            if System.removeFolder(parent, path.name) < 0 { return }
            path = path.folder
        }
    }
}
