import ByteText
package import Disk
#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A file, standard input or the output of a program, read front to back. All that differs between platforms in this target is in
/// this file.
///
/// A class, because the descriptor is closed (and the program waited for) once, when the last owner goes.
package final class OpenDescriptor: ByteSource {
    private let descriptor: Int32
    private let path: String
    private var child: pid_t?
    /// In bytes when it was opened; zero for what is no file.
    package let size: Int

    /// Opens the file at `path`, links followed.
    package init(path: String) throws(FileError) {
        let opened = open(path, O_RDONLY | O_CLOEXEC)
        guard opened >= 0 else { throw Self.failure(path, errno) }
        var status = stat()
        guard fstat(opened, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
            close(opened)
            throw Self.failure(path, EISDIR)
        }
        descriptor = opened
        self.path = path
        child = nil
        size = Int(status.st_size)
        #if !canImport(Darwin)
        posix_fadvise(opened, 0, 0, POSIX_FADV_SEQUENTIAL)
        #endif
    }

    /// Standard input, which is left open afterwards.
    package init(standardInputNamed path: String) {
        descriptor = 0
        self.path = path
        child = nil
        size = 0
    }

    private init(descriptor: Int32, path: String, child: pid_t) {
        self.descriptor = descriptor
        self.path = path
        self.child = child
        size = 0
    }

    deinit {
        if descriptor > 2 { close(descriptor) }
        if let child {
            // The reader may have stopped before the end, and a program that writes on would never be done.
            kill(child, SIGTERM)
            _ = Self.status(of: child)
        }
    }

    package func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(FileError) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= buffer.count)
        while true {
            let count = buffer.withUnsafeMutableBytes { bytes in
                // SAFETY: the kernel writes at most `range.count` bytes, and `range` lies within the buffer.
                systemRead(descriptor, bytes.baseAddress.map { $0 + range.lowerBound }, range.count)
            }
            if count >= 0 { return count }
            if errno != EINTR { throw Self.failure(path, errno) }
        }
    }

    package func restart() throws(FileError) -> Bool {
        child == nil && lseek(descriptor, 0, SEEK_SET) == 0
    }
}

extension OpenDescriptor {
    /// What came of starting a program.
    enum Launch {
        case running(OpenDescriptor)
        /// There is no such program in the places where programs are.
        case missing
        case failed(FileError)
    }

    /// Starts `program`, found by `PATH`, with `arguments`; no shell is involved. Its standard output is read from the result, its
    /// standard input is empty and its standard error is dropped.
    static func launch(_ program: String, _ arguments: [[UInt8]]) -> Launch {
        var pipeEnds: [Int32] = [-1, -1]
        guard pipe(&pipeEnds) == 0 else { return .failed(failure(program, errno)) }
        for end in pipeEnds { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        #if canImport(Darwin)
        var actions: posix_spawn_file_actions_t?
        #else
        var actions = posix_spawn_file_actions_t()
        #endif
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, pipeEnds[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        // SAFETY: every text ends with a zero and is copied; the copies are freed after the call, which copies what it needs; the list ends with nil.
        var words: [UnsafeMutablePointer<CChar>?] = ([Array(program.utf8)] + arguments).map { word in
            (word + [0]).withUnsafeBytes { $0.bindMemory(to: CChar.self).baseAddress.flatMap { strdup($0) } }
        }
        defer { for word in words { free(word) } }
        words.append(nil)
        var child: pid_t = 0
        let result = posix_spawnp(&child, program, &actions, nil, words, environ)
        close(pipeEnds[1])
        guard result == 0 else {
            close(pipeEnds[0])
            return result == ENOENT ? .missing : .failed(failure(program, result))
        }
        return .running(OpenDescriptor(descriptor: pipeEnds[0], path: program, child: child))
    }

    /// All that the program prints, at most `limit` bytes, and its exit status; nil where the pipe breaks.
    func output(limit: Int) -> (bytes: [UInt8], status: Int32)? {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < limit {
            // Why a pipe broke does not help anyone; that it did is enough.
            guard let count = try? read(into: &chunk, 0..<chunk.count) else { return nil }
            if count == 0 { return (bytes, finish()) }
            bytes.append(contentsOf: chunk[..<count])
        }
        return nil
    }

    /// Waits for the program to end: its exit status, -1 when a signal ended it. Only after its output has ended.
    func finish() -> Int32 {
        guard let child else { return 0 }
        self.child = nil
        return Self.status(of: child)
    }

    private static func status(of child: pid_t) -> Int32 {
        var state: Int32 = 0
        while waitpid(child, &state, 0) == -1, errno == EINTR {}
        return state & 0x7F == 0 ? state >> 8 & 0xFF : -1
    }

    private static func failure(_ path: String, _ code: Int32) -> FileError {
        let reason = switch code {
        case ENOENT: "there is no such file"
        case EACCES, EPERM: "no permission"
        case EISDIR: "it is a folder"
        // SAFETY: strerror returns a NUL-terminated text, copied at once.
        default: String(cString: strerror(code))
        }
        return FileError(.read, path, code: code, reason: reason)
    }
}

private func systemRead(_ descriptor: Int32, _ address: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, address, count)
}
