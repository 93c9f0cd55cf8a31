#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The system calls for sockets, signals and watched folders. All differences between platforms are in this file.
///
/// A result below zero means failure; `Network.lastError` says why.
enum Network {
    static var lastError: Int32 { errno }
    static let addressInUse = EADDRINUSE
    static let noPermission = EACCES
    static let wouldBlock = EAGAIN
    static let interrupted = EINTR

    /// The system's words for an error number.
    static func reason(_ code: Int32) -> String {
        String(cString: strerror(code))  // SAFETY: strerror returns a NUL-terminated text, copied at once.
    }

    /// A listening IPv4 socket that does not block; `isOpenToAll` takes calls from other machines.
    static func listen(port: UInt16, isOpenToAll: Bool) -> Int32 {
        #if canImport(Glibc)
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
        let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        if descriptor < 0 { return -1 }
        var isOn: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = isOpenToAll ? 0 : UInt32(0x7F00_0001).bigEndian
        let isBound = withUnsafePointer(to: &address) { pointer in
            // SAFETY: a socket address of this family is a `sockaddr_in`, and its length is given.
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0 }
        }
        guard isBound, startListening(descriptor) == 0 else {
            let code = errno
            close(descriptor)
            errno = code
            return -1
        }
        makeNonBlocking(descriptor)
        return descriptor
    }

    /// The port that a listening socket has got.
    static func port(of descriptor: Int32) -> UInt16 {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        // SAFETY: the kernel writes at most `length` bytes, the size of the value.
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        return result == 0 ? UInt16(bigEndian: address.sin_port) : 0
    }

    /// The next caller, whose socket does not block; below zero when nobody calls.
    static func accept(_ listener: Int32) -> Int32 {
        #if canImport(Darwin)
        let descriptor = Darwin.accept(listener, nil, nil)
        #elseif canImport(Musl)
        let descriptor = Musl.accept(listener, nil, nil)
        #else
        let descriptor = Glibc.accept(listener, nil, nil)
        #endif
        if descriptor >= 0 { makeNonBlocking(descriptor) }
        return descriptor
    }

    /// Up to 16 KB of what has come; empty at the end, nil when nothing is there yet, or with `lastError`.
    static func receive(_ descriptor: Int32) -> [UInt8]? {
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: 16_384) { buffer, filled in
            // SAFETY: the kernel writes at most `buffer.count` bytes.
            count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
            filled = max(0, count)
        }
        return count < 0 ? nil : bytes
    }

    /// Sends from `offset` on; the number of bytes taken, below zero with `lastError`.
    static func send(_ descriptor: Int32, _ bytes: [UInt8], from offset: Int) -> Int {
        bytes.withUnsafeBytes { buffer in
            let rest = UnsafeRawBufferPointer(rebasing: buffer[offset...])
            // SAFETY: the kernel reads at most `rest.count` bytes.
            #if canImport(Darwin)
            return Darwin.send(descriptor, rest.baseAddress, rest.count, 0)
            #elseif canImport(Musl)
            return Musl.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
            #else
            return Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
            #endif
        }
    }

    @discardableResult static func close(_ descriptor: Int32) -> Int32 {
        #if canImport(Darwin)
        Darwin.close(descriptor)
        #elseif canImport(Musl)
        Musl.close(descriptor)
        #else
        Glibc.close(descriptor)
        #endif
    }

    /// What a descriptor is waited for.
    struct Interest {
        var descriptor: Int32
        var wantsToWrite = false
        var isReadable = false
        var isWritable = false
    }

    /// Waits until one of `interests` is ready, at most `milliseconds`, and marks those that are.
    static func wait(_ interests: inout [Interest], milliseconds: Int) {
        var requests = interests.map { pollfd(fd: $0.descriptor, events: Int16($0.wantsToWrite ? POLLIN | POLLOUT : POLLIN), revents: 0) }
        guard poll(&requests, nfds_t(requests.count), Int32(milliseconds)) > 0 else { return }
        for (index, request) in requests.enumerated() {
            let events = Int32(request.revents)
            interests[index].isReadable = events & Int32(POLLIN | POLLHUP | POLLERR | POLLNVAL) != 0
            interests[index].isWritable = events & Int32(POLLOUT) != 0
        }
    }

    /// The IPv4 addresses of this machine in its networks, loopback left out.
    static func localAddresses() -> [String] {
        var first: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&first) == 0 else { return [] }
        defer { freeifaddrs(first) }
        var addresses: [String] = []
        var next = first
        while let entry = next {
            next = entry.pointee.ifa_next
            guard let address = entry.pointee.ifa_addr, Int32(address.pointee.sa_family) == AF_INET else { continue }
            // SAFETY: an address of this family is a `sockaddr_in`.
            let number = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { UInt32(bigEndian: $0.pointee.sin_addr.s_addr) }
            if number >> 24 == 127 { continue }
            addresses.append([24, 16, 8, 0].map { String(number >> $0 & 255) }.joined(separator: "."))
        }
        return addresses
    }

    private static func startListening(_ descriptor: Int32) -> Int32 {
        #if canImport(Darwin)
        Darwin.listen(descriptor, 64)
        #elseif canImport(Musl)
        Musl.listen(descriptor, 64)
        #else
        Glibc.listen(descriptor, 64)
        #endif
    }

    private static func makeNonBlocking(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }
}

/// Ctrl-C and the request to end, held back so that they never interrupt a build and can be asked for between two.
package struct StopSignal {
    /// From here on the two signals of this process wait to be asked for.
    package init() {
        var signals = Self.signals
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// Whether one of them has come.
    package var hasCome: Bool {
        var pending = sigset_t()
        sigpending(&pending)
        return [SIGINT, SIGTERM, SIGHUP].contains { sigismember(&pending, $0) == 1 }
    }

    private static var signals: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        for signal in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
        return signals
    }
}

/// What tells one state of a file from another.
struct FileStamp: Hashable {
    let isFolder: Bool
    let size: Int64
    let inode: UInt64
    let seconds: Int
    let nanoseconds: Int

    /// The stamp of what is at `path`, links followed; nil when nothing is there.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        isFolder = status.st_mode & S_IFMT == S_IFDIR
        size = Int64(status.st_size)
        inode = UInt64(status.st_ino)
        #if canImport(Darwin)
        (seconds, nanoseconds) = (status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec)
        #else
        (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
        #endif
    }

    /// The names in the folder at `path`; empty when it cannot be read.
    static func names(inFolder path: String) -> [String] {
        guard let stream = opendir(path) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            // SAFETY: `d_name` is a NUL-terminated text inside the entry, copied before the next `readdir`.
            names.append(withUnsafeBytes(of: &entry.pointee.d_name) { bytes in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names
    }
}

/// The kernel's word that something happened in watched folders: inotify on Linux, nothing elsewhere.
struct ChangeNotices {
    /// To wait on; nil where the kernel gives none.
    let descriptor: Int32?

    init() {
        #if os(Linux)
        let opened = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        descriptor = opened < 0 ? nil : opened
        #else
        descriptor = nil
        #endif
    }

    /// Watches the folder at `path`; a second time changes nothing.
    func watch(_ path: String) {
        #if os(Linux)
        guard let descriptor else { return }
        let events = IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF
        _ = inotify_add_watch(descriptor, path, UInt32(events))
        #endif
    }

    /// Takes all notices that have come; whether there was one.
    func take() -> Bool {
        #if os(Linux)
        guard let descriptor else { return false }
        var hasCome = false
        var buffer = [UInt8](repeating: 0, count: 8_192)
        // SAFETY: the kernel writes at most `$0.count` bytes.
        while buffer.withUnsafeMutableBytes({ read(descriptor, $0.baseAddress, $0.count) }) > 0 { hasCome = true }
        return hasCome
        #else
        return false
        #endif
    }
}
