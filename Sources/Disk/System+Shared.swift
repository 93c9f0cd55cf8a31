#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The system calls that files shared between processes need; differences between platforms are here.
extension System {
    static func makePrivateFolder(_ folder: Int32, _ name: String) -> Int32 { again { mkdirat(folder, name, 0o750) } }

    /// Opens for reading and writing, a link not followed; `making` makes or empties the file.
    static func openForUpdating(_ folder: Int32, _ name: String, making: Bool) -> Int32 {
        again { openat(folder, name, O_RDWR | O_CLOEXEC | O_NOFOLLOW | (making ? O_CREAT | O_TRUNC : 0), 0o640) }
    }

    /// Makes the open file the property of the folder's owner, where this process is root and the folder is somebody else's. Where that fails the file
    /// is still root's, as any file that root makes.
    static func giveToOwner(of folder: Int32, file: Int32) {
        if let owner = foreignOwner(of: folder) { _ = fchown(file, owner.user, owner.group) }
    }

    /// The same for a folder in the folder; a link is not followed.
    static func giveToOwner(of folder: Int32, folder name: String) {
        if let owner = foreignOwner(of: folder) { _ = fchownat(folder, name, owner.user, owner.group, AT_SYMLINK_NOFOLLOW) }
    }

    private static func foreignOwner(of folder: Int32) -> (user: uid_t, group: gid_t)? {
        guard geteuid() == 0 else { return nil }
        var status = stat()
        guard fstat(folder, &status) == 0, status.st_uid != 0 else { return nil }
        return (status.st_uid, status.st_gid)
    }

    static func unlock(_ file: Int32) { _ = flock(file, LOCK_UN) }
    static func waitForLock(_ file: Int32) -> Int32 { again { flock(file, LOCK_EX) } }
    static func truncate(_ file: Int32, to size: Int) -> Int32 { again { ftruncate(file, off_t(size)) } }

    static func read(_ file: Int32, into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int {
        // SAFETY: the kernel writes at most `buffer.count` bytes from `baseAddress`.
        again { pread(file, buffer.baseAddress, buffer.count, off_t(offset)) }
    }

    static func write(_ file: Int32, _ buffer: UnsafeRawBufferPointer, at offset: Int) -> Int {
        // SAFETY: the kernel reads at most `buffer.count` bytes from `baseAddress`.
        again { pwrite(file, buffer.baseAddress, buffer.count, off_t(offset)) }
    }

    /// The inode number and the size of a regular file; nil for anything else.
    static func identityAndSize(_ file: Int32) -> (identity: UInt64, size: Int)? {
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return (UInt64(status.st_ino), Int(status.st_size))
    }

    /// Whether anybody but the owner may read or write the open file.
    static func isOpenToOthers(_ file: Int32) -> Bool? {
        var status = stat()
        guard fstat(file, &status) == 0 else { return nil }
        return status.st_mode & 0o077 != 0
    }

    private static func again<Result: BinaryInteger>(_ call: () -> Result) -> Result {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }
}
