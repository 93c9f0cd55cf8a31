#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// What a program asks of the machine that it runs on, beside its files.
package enum Machine {
    /// Seconds since 1970-01-01T00:00:00Z by the machine's clock, which may be off.
    package static var unixSeconds: Int { time(nil) }

    /// What changes with every start of the machine, at most 16 bytes; nil where the system does not tell.
    package static var startIdentity: [UInt8]? {
        let file = open("/proc/sys/kernel/random/boot_id", O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { System.close(file) }
        // The file states no size; the text is `0a1b2c3d-…` of 36 characters and a line feed.
        guard let text = try? DiskFile.contents(of: file, size: 64, path: "boot_id"), text.count >= 36 else { return nil }
        return Array(text.filter { $0 != 0x2D }.prefix(16))
    }

    /// Ends this process after so many seconds, whatever it waits for then.
    package static func endProcess(afterSeconds seconds: UInt32) { _ = alarm(seconds) }

    /// Lets nobody ask this process to end, for what it has to do after its answer: lighttpd does so as soon as it has read that. Programs that are
    /// started detached from here can be asked again.
    package static func outliveRequests() { _ = signal(SIGTERM, SIG_IGN) }

    /// Waits so many seconds.
    package static func pause(seconds: Int) {
        var left = UInt32(clamping: seconds)
        while left > 0 { left = sleep(left) }
    }

    /// Lets every other program of the machine go first.
    package static func yieldToOthers() { _ = nice(10) }

    /// The file of the program that runs; nil where the system does not tell.
    package static var programPath: String? {
        #if canImport(Darwin)
        var size = UInt32(4_096)
        var path = [CChar](repeating: 0, count: Int(size))
        // SAFETY: the call writes at most `size` bytes and ends them with a zero.
        guard _NSGetExecutablePath(&path, &size) == 0 else { return nil }
        return String(decoding: path.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        #else
        return System.absolutePath("/proc/self/exe")
        #endif
    }
}
