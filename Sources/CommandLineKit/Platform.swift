// The only file of this target that calls the system.
#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

extension Console {
    /// The console of this process. From here on a reader that goes away is an end of output and not a signal.
    package static func ofProcess() -> Console {
        signal(SIGPIPE, SIG_IGN)
        return Console(
            output: Stream(FileDescriptorSink(descriptor: STDOUT_FILENO), columns: terminalColumns(STDOUT_FILENO)),
            messages: Stream(FileDescriptorSink(descriptor: STDERR_FILENO), columns: terminalColumns(STDERR_FILENO)),
            environment: .ofProcess)
    }
}

extension Environment {
    /// The environment variables of this process.
    package static var ofProcess: Environment {
        Environment { name in
            // SAFETY: getenv returns nil or a NUL-terminated text, copied before anything could change it; no program of
            // this package sets variables.
            getenv(name).map { String(cString: $0) }
        }
    }
}

extension RunStatus {
    /// Ends the process with this status.
    package func endProcess() -> Never { exit(rawValue) }
}

/// A sink that writes to an open descriptor of the process, waiting where it would block.
struct FileDescriptorSink: OutputSink {
    let descriptor: Int32

    func write(_ bytes: [UInt8]) throws(OutputFailure) {
        var written = 0
        while written < bytes.count {
            // SAFETY: the pointer is used only inside the closure, and `count - written` bytes follow `written`.
            let (count, code) = bytes.withUnsafeBytes { buffer in
                let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: buffer[written...]))
                return (count, errno)
            }
            if count >= 0 {
                written += count
            } else if code == EAGAIN {
                waitUntilWritable()
            } else if code != EINTR {
                // SAFETY: strerror returns a NUL-terminated text that is copied at once.
                throw code == EPIPE ? .readerGone : .failed(reason: String(cString: strerror(code)))
            }
        }
    }

    private func waitUntilWritable() {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&request, 1, -1)
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}

/// The width of the terminal behind `descriptor`: 80 when it does not say, nil when it is no terminal.
private func terminalColumns(_ descriptor: Int32) -> Int? {
    guard isatty(descriptor) == 1 else { return nil }
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
}

extension Keyboard {
    /// The terminal at this process's standard input; nil where there is none, or nobody would see a question.
    package static func ofProcess() -> Keyboard? {
        guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else { return nil }
        return Keyboard { readLine(strippingNewline: true) }
    }
}
