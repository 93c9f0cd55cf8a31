#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The system calls that the rest of this target is written on, each retried when a signal interrupts it.
///
/// All differences between platforms are in this file. A result below zero means failure; `System.lastError` says why.
enum System {
    static var lastError: Int32 { errno }

    static func reason(_ code: Int32) -> String {
        switch code {
        case ENOSPC, EDQUOT: "the disk is full"
        case EACCES, EPERM: "no permission"
        case EROFS: "the disk is read-only"
        case EISDIR: "it is a folder"
        case ENOTDIR: "a folder was expected"
        case ELOOP: "it is a symbolic link"
        case ENAMETOOLONG: "the name is too long"
        case EMFILE, ENFILE: "too many open files"
        case EWOULDBLOCK: FileError.heldByAnother
        default: String(cString: strerror(code))  // SAFETY: strerror returns a NUL-terminated text, copied at once.
        }
    }

    static let missing = ENOENT
    static let notAFolder = ENOTDIR
    static let isALink = ELOOP
    static let exists = EEXIST
    static let notEmpty = ENOTEMPTY
    static let busy = EWOULDBLOCK
    static let isAFolder = EISDIR

    /// Whether the last error says that a folder to be removed holds something. POSIX lets a system say either.
    static var lastErrorIsNotEmpty: Bool { errno == ENOTEMPTY || errno == EEXIST }
    /// Whether the last error says that there is no such file or folder.
    static var lastErrorIsMissing: Bool { errno == ENOENT || errno == ENOTDIR }

    static func openForReading(_ folder: Int32, _ name: String) -> Int32 {
        retrying { openat(folder, name, O_RDONLY | O_CLOEXEC) }
    }

    /// Opens without following a link at the last name, and without waiting for whoever writes into a pipe of that name.
    static func openOwnForReading(_ folder: Int32, _ path: String) -> Int32 {
        retrying { openat(folder, path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK) }
    }

    static func openFolder(_ folder: Int32, _ name: String, followingLinks: Bool) -> Int32 {
        retrying { openat(folder, name, O_RDONLY | O_CLOEXEC | O_DIRECTORY | (followingLinks ? 0 : O_NOFOLLOW)) }
    }

    static func openForReading(path: String) -> Int32 {
        retrying { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    }

    static func openFolder(path: String) -> Int32 {
        retrying { open(path, O_RDONLY | O_CLOEXEC | O_DIRECTORY) }
    }

    /// Whether this user may put something into the open `folder`.
    static func isWritable(_ folder: Int32) -> Bool { faccessat(folder, ".", W_OK | X_OK, 0) == 0 }

    static func createForWriting(_ folder: Int32, _ name: String) -> Int32 {
        retrying { openat(folder, name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644) }
    }

    /// Makes a file that must not be there yet.
    static func createNew(_ folder: Int32, _ path: String) -> Int32 {
        retrying { openat(folder, path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644) }
    }

    static func makeFolder(_ folder: Int32, _ name: String) -> Int32 { retrying { mkdirat(folder, name, 0o755) } }
    /// Renames a file, or a folder; that may take the place of an empty folder.
    static func rename(_ folder: Int32, _ from: String, to: String) -> Int32 { retrying { renameat(folder, from, folder, to) } }
    static func removeFile(_ folder: Int32, _ name: String) -> Int32 { retrying { unlinkat(folder, name, 0) } }
    static func removeFolder(_ folder: Int32, _ name: String) -> Int32 { retrying { unlinkat(folder, name, AT_REMOVEDIR) } }
    /// Waits until a file, or the names in a folder, are on the disk. On Darwin `fsync` leaves them in the disk's own memory, which loses them
    /// with the power (fsync(2)); not every file system there can do more.
    static func sync(_ file: Int32) -> Int32 {
        #if canImport(Darwin)
        if retrying({ fcntl(file, F_FULLFSYNC) }) >= 0 { return 0 }
        #endif
        return retrying { fsync(file) }
    }
    static func tryLock(_ file: Int32) -> Int32 { retrying { flock(file, LOCK_EX | LOCK_NB) } }
    static func sleep(milliseconds: UInt32) { usleep(milliseconds * 1_000) }
    @discardableResult static func close(_ file: Int32) -> Int32 {
        #if canImport(Darwin)
        Darwin.close(file)
        #elseif canImport(Musl)
        Musl.close(file)
        #else
        Glibc.close(file)
        #endif
    }

    /// The size in bytes if `file` is a regular file, nil for anything else.
    static func regularFileSize(_ file: Int32) -> Int? {
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// What is at `name`, a link not followed.
    static func kind(_ folder: Int32, _ name: String) -> FolderEntry.Kind? {
        var status = stat()
        guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        case S_IFLNK: return .link
        default: return .other
        }
    }

    static func absolutePath(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)  // SAFETY: realpath returned a NUL-terminated text of its own, freed after the copy.
    }

    /// Reads up to `buffer.count` bytes.
    static func read(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        // SAFETY: the kernel writes at most `buffer.count` bytes from `baseAddress`.
        retrying {
            #if canImport(Darwin)
            Darwin.read(file, buffer.baseAddress, buffer.count)
            #elseif canImport(Musl)
            Musl.read(file, buffer.baseAddress, buffer.count)
            #else
            Glibc.read(file, buffer.baseAddress, buffer.count)
            #endif
        }
    }

    /// Reads what is left of `file` beside `bytes`: as many as `bytes` has if it holds exactly these, another number if it does
    /// not, below zero if reading fails. Allocates nothing for a page of common size.
    static func compare(_ file: Int32, with bytes: [UInt8]) -> Int {
        bytes.withUnsafeBytes { bytes in
            withUnsafeTemporaryAllocation(byteCount: min(bytes.count + 1, 65_536), alignment: 16) { buffer in
                var offset = 0
                while true {
                    let count = read(file, into: buffer)
                    if count <= 0 { return count < 0 ? -1 : offset }
                    // SAFETY: both ranges are checked to lie inside their buffers; `memcmp` reads `count` bytes of each.
                    guard offset + count <= bytes.count, let found = buffer.baseAddress, let wanted = bytes.baseAddress,
                          memcmp(found, wanted + offset, count) == 0 else { return bytes.count + 1 }
                    offset += count
                    // A regular file gives less than was asked for only at its end.
                    if count < buffer.count { return offset }
                }
            }
        }
    }

    /// Writes up to `buffer.count` bytes.
    static func write(_ file: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
        // SAFETY: the kernel reads at most `buffer.count` bytes from `baseAddress`.
        retrying {
            #if canImport(Darwin)
            Darwin.write(file, buffer.baseAddress, buffer.count)
            #elseif canImport(Musl)
            Musl.write(file, buffer.baseAddress, buffer.count)
            #else
            Glibc.write(file, buffer.baseAddress, buffer.count)
            #endif
        }
    }

    /// The names and kinds in an open folder, or nil with `lastError` set. Takes over `folder`.
    static func entries(ofFolder folder: Int32) -> [FolderEntry]? {
        guard let stream = fdopendir(folder) else {
            close(folder)
            return nil
        }
        defer { closedir(stream) }
        var entries: [FolderEntry] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { return errno == 0 ? entries : nil }
            // SAFETY: `d_name` is a NUL-terminated text inside the entry, copied before the next `readdir`.
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name == "." || name == ".." { continue }
            entries.append(FolderEntry(name: name, kind: kind(ofType: entry.pointee.d_type, folder, name)))
        }
    }

    private static func kind(ofType type: UInt8, _ folder: Int32, _ name: String) -> FolderEntry.Kind {
        switch Int32(type) {
        case Int32(DT_REG): .file
        case Int32(DT_DIR): .folder
        case Int32(DT_LNK): .link
        case Int32(DT_UNKNOWN): kind(folder, name) ?? .other
        default: .other
        }
    }

    private static func retrying<Result: BinaryInteger>(_ call: () -> Result) -> Result {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }
}

/// Today's date as the machine's own time zone has it.
package func localToday() -> (year: Int, month: Int, day: Int) {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
}

/// The number of processors that work can be spread over.
package func processorCount() -> Int {
    #if canImport(Darwin)
    max(1, sysconf(_SC_NPROCESSORS_ONLN))
    #else
    max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    #endif
}
