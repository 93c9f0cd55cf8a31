@testable import CommandLineKit
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

@Suite struct PlatformTests {
    @Test func `a descriptor gets every byte, and a reader that went away is an end and no signal`() throws {
        _ = Console.ofProcess()
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        let sink = FileDescriptorSink(descriptor: ends[1])
        try sink.write(Array("whole".utf8))
        var bytes = [UInt8](repeating: 0, count: 16)
        #expect(read(ends[0], &bytes, 16) == 5)
        #expect(String(decoding: bytes.prefix(5), as: UTF8.self) == "whole")
        close(ends[0])
        #expect(throws: OutputFailure.readerGone) { try sink.write([1]) }
        close(ends[1])
    }

    @Test(.enabled(if: access("/dev/full", W_OK) == 0))
    func `a full disk is told in the words of the system`() throws {
        let descriptor = open("/dev/full", O_WRONLY)
        defer { close(descriptor) }
        #expect(throws: OutputFailure.failed(reason: "No space left on device")) {
            try FileDescriptorSink(descriptor: descriptor).write([1])
        }
    }

    @Test func `the environment of the process is read by name`() {
        #expect(Environment.ofProcess["PATH"] != nil)
        #expect(Environment.ofProcess["A_NAME_THAT_NOBODY_SETS"] == nil)
    }
}
