#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A call of another program, without a shell: its arguments, all of its environment, and what it reads on standard input.
///
/// What must stay secret goes through `input` or `environment`: arguments can be seen by every user of the machine.
package struct ProgramCall: Sendable {
    /// A path, or a name that is looked for in `PATH`.
    package var program: String
    package var arguments: [String]
    /// `NAME=value`, and nothing else of this process's own environment.
    package var environment: [String]
    /// At most a few kilobytes: written whole before anything is read.
    package var input: [UInt8]

    package init(_ program: String, _ arguments: [String], environment: [String] = [], input: [UInt8] = []) {
        self.program = program
        self.arguments = arguments
        self.environment = environment
        self.input = input
    }

    /// What came of a call.
    package enum Outcome: Equatable, Sendable {
        /// The exit status (-1 when a signal ended it) and what it printed; `isWhole` is false where that was more than the limit.
        case ended(status: Int32, output: [UInt8], isWhole: Bool)
        /// There is no such program.
        case missing
        case failed(reason: String)
    }

    /// Runs the program to its end and keeps at most `limit` bytes of its standard output. Its standard error is dropped. How long it may
    /// take is the program's own business; it must be told.
    package func run(limit: Int) -> Outcome {
        var toChild: [Int32] = [-1, -1]
        var fromChild: [Int32] = [-1, -1]
        guard pipe(&toChild) == 0 else { return .failed(reason: System.reason(System.lastError)) }
        guard pipe(&fromChild) == 0 else {
            for end in toChild { System.close(end) }
            return .failed(reason: System.reason(System.lastError))
        }
        for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let (child, code) = spawn(isDetached: false) { actions in
            posix_spawn_file_actions_adddup2(actions, toChild[0], 0)
            posix_spawn_file_actions_adddup2(actions, fromChild[1], 1)
            posix_spawn_file_actions_addopen(actions, 2, "/dev/null", O_WRONLY, 0)
        }
        System.close(toChild[0])
        System.close(fromChild[1])
        defer { System.close(fromChild[0]) }
        guard code == 0 else {
            System.close(toChild[1])
            return code == ENOENT ? .missing : .failed(reason: System.reason(code))
        }
        Self.write(input, to: toChild[1])
        System.close(toChild[1])
        let (output, isWhole) = Self.output(of: fromChild[0], limit: limit)
        if !isWhole { _ = kill(child, SIGTERM) }
        var state: Int32 = 0
        while waitpid(child, &state, 0) == -1, System.lastError == EINTR {}
        return .ended(status: state & 0x7F == 0 ? state >> 8 & 0xFF : -1, output: output, isWhole: isWhole)
    }

    /// Starts the program in a session of its own and does not wait for it. It has no open file of this process, and its streams are empty.
    package func startDetached() -> Bool {
        for descriptor in Int32(3)..<256 where fcntl(descriptor, F_GETFD) >= 0 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        return spawn(isDetached: true) { actions in
            for stream in Int32(0)...2 { posix_spawn_file_actions_addopen(actions, stream, "/dev/null", O_RDWR, 0) }
        }.code == 0
    }
}

private extension ProgramCall {
    #if canImport(Darwin)
    typealias FileActions = posix_spawn_file_actions_t?
    typealias Attributes = posix_spawnattr_t?
    static func noActions() -> FileActions { nil }
    static func noAttributes() -> Attributes { nil }
    #else
    typealias FileActions = posix_spawn_file_actions_t
    typealias Attributes = posix_spawnattr_t
    static func noActions() -> FileActions { FileActions() }
    static func noAttributes() -> Attributes { Attributes() }
    #endif
    /// `POSIX_SPAWN_SETSID`, which not every header declares: 0x80 with glibc and musl, 0x400 on Darwin.
    #if canImport(Darwin)
    static let newSession: Int16 = 0x400
    #else
    static let newSession: Int16 = 0x80
    #endif

    func spawn(isDetached: Bool, _ prepare: (UnsafeMutablePointer<FileActions>) -> Void) -> (child: pid_t, code: Int32) {
        var actions = Self.noActions()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        prepare(&actions)
        var attributes = Self.noAttributes()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        if isDetached {
            // What this process ignores its child would ignore, too.
            var endings = sigset_t()
            sigemptyset(&endings)
            sigaddset(&endings, SIGTERM)
            posix_spawnattr_setsigdefault(&attributes, &endings)
            posix_spawnattr_setflags(&attributes, Self.newSession | Int16(POSIX_SPAWN_SETSIGDEF))
        }
        // SAFETY: strdup copies texts that end with a zero; the copies are freed after the call, which copies what it needs; the lists end with nil.
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) }
        defer { for text in words + variables { free(text) } }
        words.append(nil)
        variables.append(nil)
        var child: pid_t = 0
        let code = posix_spawnp(&child, program, &actions, &attributes, words, variables)
        return (child, code)
    }

    /// A program that ends without reading all is no error of the caller's; its exit status tells.
    static func write(_ bytes: [UInt8], to pipe: Int32) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                // SAFETY: the slice lies inside the array.
                System.write(pipe, UnsafeRawBufferPointer(rebasing: buffer[written...]))
            }
            if count < 0 { return }
            written += count
        }
    }

    static func output(of pipe: Int32, limit: Int) -> (bytes: [UInt8], isWhole: Bool) {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = chunk.withUnsafeMutableBytes { System.read(pipe, into: $0) }  // SAFETY: the call stays inside the buffer.
            if count <= 0 { return (bytes, true) }
            bytes.append(contentsOf: chunk[..<count])
            if bytes.count > limit { return (Array(bytes[..<limit]), false) }
        }
    }
}
