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
