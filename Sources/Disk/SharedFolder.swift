/// A folder of files that several processes add to at once: one lock for all of them, appending, and syncing to the disk.
///
/// A final class because it owns an open folder handle. Links are never followed below the folder. Files are made readable by their owner
/// and group alone, because what is written here is about people. What root makes belongs to the folder's owner, so that a command under `sudo`
/// does not shut the others out.
package final class SharedFolder {
    /// The folder's path as it was given.
    package let path: String
    private let handle: Int32

    /// Opens the folder at `path`, which must exist: a folder that is missing may be a disk that is not there.
    package init(path: String) throws(FileError) {
        self.path = path
        handle = System.openFolder(path: path)
        if handle < 0 { throw FileError.last(.list, path) }
    }

    private init(path: String, handle: Int32) {
        self.path = path
        self.handle = handle
    }

    deinit {
        System.close(handle)
    }

    /// Opens the folder `name` in this one, and makes it where it is missing.
    package func folder(_ name: FileName) throws(FileError) -> SharedFolder {
        let whole = path + "/" + name.text
        if System.makePrivateFolder(handle, name.text) == 0 {
            System.giveToOwner(of: handle, folder: name.text)
        } else if System.lastError != System.exists {
            throw FileError.last(.write, whole)
        }
        let opened = System.openFolder(handle, name.text, followingLinks: false)
        if opened < 0 { throw FileError.last(.list, whole) }
        return SharedFolder(path: whole, handle: opened)
    }

    /// Waits for the folder's lock, first come, first served; the lock is held until the returned value goes away or the process ends.
    package func lock() throws(FileError) -> any FileLock {
        let own = System.openFolder(handle, ".", followingLinks: false)
        if own < 0 { throw FileError.last(.lock, path) }
        let lock = HeldLock(own)
        if System.waitForLock(own) < 0 { throw FileError.last(.lock, path) }
        return lock
    }

    /// Takes the folder's lock if nobody holds it; nil where somebody does.
    package func tryLock() throws(FileError) -> (any FileLock)? {
        let own = System.openFolder(handle, ".", followingLinks: false)
        if own < 0 { throw FileError.last(.lock, path) }
        let lock = HeldLock(own)
        if System.tryLock(own) == 0 { return lock }
        if System.lastError == System.busy { return nil }
        throw FileError.last(.lock, path)
    }

    /// Opens a file for reading and writing; nil where there is none.
    package func open(_ name: FileName) throws(FileError) -> SharedFile? {
        let file = System.openForUpdating(handle, name.text, making: false)
        if file >= 0 { return SharedFile(file, path: path + "/" + name.text) }
        if System.lastError == System.missing { return nil }
        throw FileError.last(.write, path + "/" + name.text)
    }

    /// Opens a file for reading alone; nil where there is none.
    package func openForReading(_ name: FileName) throws(FileError) -> SharedFile? {
        let file = System.openOwnForReading(handle, name.text)
        if file >= 0 { return SharedFile(file, path: path + "/" + name.text) }
        if System.lastError == System.missing { return nil }
        throw FileError.last(.read, path + "/" + name.text)
    }

    /// Makes an empty file, or empties the one that is there.
    package func make(_ name: FileName) throws(FileError) -> SharedFile {
        let file = System.openForUpdating(handle, name.text, making: true)
        if file < 0 { throw FileError.last(.write, path + "/" + name.text) }
        System.giveToOwner(of: handle, file: file)
        return SharedFile(file, path: path + "/" + name.text)
    }

    /// Replaces a file whole and durably: a temporary file, synced, renamed, the folder synced.
    package func replace(_ name: FileName, with bytes: [UInt8]) throws(FileError) {
        let temporary = FileName(name.text + ".new")
        let file = try make(temporary)
        try file.write(bytes, at: 0)
        try file.sync()
        try rename(temporary, to: name)
        try sync()
    }

    /// The bytes of a file; nil where there is none.
    package func read(_ name: FileName) throws(FileError) -> [UInt8]? {
        guard let file = try openForReading(name) else { return nil }
        return try file.read(at: 0, count: try file.status().size)
    }

    /// Puts the file `from` in the place of `to`. Not synced.
    package func rename(_ from: FileName, to: FileName) throws(FileError) {
        if System.rename(handle, from.text, to: to.text) < 0 { throw FileError.last(.write, path + "/" + to.text) }
    }

    /// Removes a file. Missing is no error.
    package func remove(_ name: FileName) throws(FileError) {
        if System.removeFile(handle, name.text) < 0, System.lastError != System.missing { throw FileError.last(.remove, path + "/" + name.text) }
    }

    /// The names of its files, in order of bytes.
    package func fileNames() throws(FileError) -> [FileName] {
        let own = System.openFolder(handle, ".", followingLinks: false)
        if own < 0 { throw FileError.last(.list, path) }
        guard let entries = System.entries(ofFolder: own) else { throw FileError.last(.list, path) }
        return entries.filter { $0.kind == .file }.map(\.name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { FileName($0) }
    }

    /// Waits until the names in the folder are on the disk.
    package func sync() throws(FileError) {
        if System.sync(handle) < 0 { throw FileError.last(.write, path) }
    }
}

/// An open file of a `SharedFolder`. A final class because it owns an open handle.
package final class SharedFile {
    package let path: String
    private let handle: Int32

    fileprivate init(_ handle: Int32, path: String) {
        self.handle = handle
        self.path = path
    }

    deinit {
        System.close(handle)
    }

    /// What tells this file from another of the same name, and its size in bytes.
    package func status() throws(FileError) -> (identity: UInt64, size: Int) {
        guard let status = System.identityAndSize(handle) else { throw FileError.last(.read, path) }
        return status
    }

    /// Up to `count` bytes from `offset`; fewer only at the end of the file.
    package func read(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
        var filled = 0
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            // SAFETY: each reading writes into the part of the buffer from `filled` on, at most to its end.
            while filled < count {
                let got = System.read(handle, into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[filled..<count]), at: offset + filled)
                if got < 0 { failed = true }
                if got <= 0 { break }
                filled += got
            }
            initialized = filled
        }
        if failed { throw FileError.last(.read, path) }
        return bytes
    }

    /// Writes all of `bytes` at `offset`; after an error some of them may be there.
    package func write(_ bytes: [UInt8], at offset: Int) throws(FileError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                // SAFETY: the slice lies inside the array.
                System.write(handle, UnsafeRawBufferPointer(rebasing: buffer[written...]), at: offset + written)
            }
            if count < 0 { throw FileError.last(.write, path) }
            written += count
        }
    }

    /// Cuts the file off after `size` bytes.
    package func truncate(to size: Int) throws(FileError) {
        if System.truncate(handle, to: size) < 0 { throw FileError.last(.write, path) }
    }

    /// Waits until everything that any process has written to the file is on the disk.
    package func sync() throws(FileError) {
        if System.sync(handle) < 0 { throw FileError.last(.write, path) }
    }

    /// Writes what the file holds to its own place once more. After a sync that failed the system takes those bytes for written, and the next sync
    /// would succeed without them (fsync(2), “Notes”; lwn.net/Articles/752063). O(size).
    package func writeAgain() throws(FileError) {
        let size = try status().size
        var offset = 0
        while offset < size {
            let bytes = try read(at: offset, count: min(1 << 20, size - offset))
            if bytes.isEmpty { return }
            try write(bytes, at: offset)
            offset += bytes.count
        }
    }
}
