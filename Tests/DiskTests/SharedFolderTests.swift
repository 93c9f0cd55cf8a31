@testable import Disk
import Foundation
import Testing

@Suite struct SharedFolderTests {
    private let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "shared-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    @Test func `files are made, added to, cut, replaced and removed`() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }  // The system clears what is left of temporary files.
        let folder = try SharedFolder(path: path).folder("inner")
        #expect(try folder.open("a") == nil && folder.read("a") == nil)
        let file = try folder.make("a")
        try file.write(Array("one\ntwo".utf8), at: 0)
        try file.sync()
        #expect(try file.read(at: 4, count: 100) == Array("two".utf8) && file.status().size == 7)
        try file.truncate(to: 4)
        try folder.replace("b", with: [1, 2])
        #expect(try folder.fileNames() == ["a", "b"] && folder.read("a") == Array("one\n".utf8) && folder.read("b") == [1, 2])
        try folder.remove("a")
        try folder.remove("a")
        #expect(try folder.fileNames() == ["b"])
        #expect(throws: FileError.self) { try SharedFolder(path: path + "/missing") }
    }

    @Test func `a link is never followed`() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }  // The system clears what is left of temporary files.
        try FileManager.default.createSymbolicLink(atPath: path + "/link", withDestinationPath: "/etc/passwd")
        try FileManager.default.createSymbolicLink(atPath: path + "/folder", withDestinationPath: "/tmp")
        let folder = try SharedFolder(path: path)
        #expect(throws: FileError.self) { try folder.open("link") }
        #expect(throws: FileError.self) { try folder.read("link") }
        #expect(throws: FileError.self) { try folder.folder("folder") }
    }

    @Test(.enabled(if: geteuid() == 0, "only root can make files for others")) func `what root makes belongs to the owner of the folder`() throws {
        defer { try? FileManager.default.removeItem(atPath: path) }  // The system clears what is left of temporary files.
        func owner(_ name: String) throws -> Int? { try FileManager.default.attributesOfItem(atPath: path + name)[.ownerAccountID] as? Int }
        try SharedFolder(path: path).folder("own").replace("a", with: [1])
        #expect(try owner("/own") == 0 && owner("/own/a") == 0)
        try FileManager.default.setAttributes([.ownerAccountID: 65_534, .groupOwnerAccountID: 65_534], ofItemAtPath: path)
        let folder = try SharedFolder(path: path)
        try folder.folder("inner").replace("b", with: [1])
        _ = try folder.make("c")
        #expect(try [owner("/inner"), owner("/inner/b"), owner("/c"), owner("/own")] == [65_534, 65_534, 65_534, 0])
    }

    @Test func `one at a time holds the lock, and the next gets it`() async throws {
        defer { try? FileManager.default.removeItem(atPath: path) }  // The system clears what is left of temporary files.
        let file = try SharedFolder(path: path).make("count")
        try file.write([0, 0], at: 0)
        let path = path
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<50 {
                        guard let folder = try? SharedFolder(path: path), let lock = try? folder.lock(), let file = try? folder.open("count"),
                              let bytes = try? file.read(at: 0, count: 2) else { return }
                        let next = Int(bytes[0]) << 8 + Int(bytes[1]) + 1
                        try? file.write([UInt8(next >> 8), UInt8(next & 255)], at: 0)
                        withExtendedLifetime(lock) {}
                    }
                }
            }
        }
        let bytes = try file.read(at: 0, count: 2)
        #expect(Int(bytes[0]) * 256 + Int(bytes[1]) == 400)
        let lock = try SharedFolder(path: path).tryLock()
        #expect(try lock != nil && SharedFolder(path: path).tryLock() == nil)
        withExtendedLifetime(lock) {}
    }
}

@Suite struct ProgramCallTests {
    @Test func `a program gets its input and its environment alone, and its output comes back`() {
        let call = ProgramCall("/bin/sh", ["-c", "cat; env | grep -v '^PWD=\\|^SHLVL=\\|^_=\\|^OLDPWD='; exit 3"], environment: ["A=b c"], input: Array("in\n".utf8))
        #expect(call.run(limit: 1_000) == .ended(status: 3, output: Array("in\nA=b c\n".utf8), isWhole: true))
        #expect(ProgramCall("cat", [], input: []).run(limit: 10) == .ended(status: 0, output: [], isWhole: true))
        #expect(ProgramCall("there-is-no-such-program", []).run(limit: 10) == .missing)
        #expect(ProgramCall("/bin/sh", ["-c", "yes"]).run(limit: 10) == .ended(status: -1, output: Array("y\ny\ny\ny\ny\n".utf8), isWhole: false))
    }

    @Test func `a detached program outlives the call and holds no stream`() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "detached-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: path) }  // The system clears what is left of temporary files.
        #expect(ProgramCall("/bin/sh", ["-c", "readlink /proc/self/fd/1 > \(path).new; mv \(path).new \(path)"], environment: ["PATH=/usr/bin:/bin"]).startDetached())
        let end = ContinuousClock.now + .seconds(10)
        while !FileManager.default.fileExists(atPath: path), ContinuousClock.now < end { usleep(10_000) }
        #expect(FileManager.default.fileExists(atPath: path))
    }
}
