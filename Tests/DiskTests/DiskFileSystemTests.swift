import Disk
import Foundation
import Testing

/// The real disk, in a fresh folder each.
@Suite struct DiskFileSystemTests {
    private final class Folder: Sendable {
        let url: URL

        init() throws {
            url = FileManager.default.temporaryDirectory.appending(path: "disk-test-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        }

        deinit {
            try? FileManager.default.removeItem(at: url)  // What cannot be removed is left to the system's own cleaning.
        }

        var disk: DiskFileSystem { get throws { try DiskFileSystem(root: url.path) } }
        var names: [String] { get throws { try FileManager.default.subpathsOfDirectory(atPath: url.path).sorted() } }
    }

    @Test(arguments: ["", "/a", "a//b", "a/", "./a", "a/..", "..", "a/./b", "a\0b"])
    func `a path that is absolute, climbs or is broken is none`(text: String) {
        #expect(SitePath(text) == nil)
    }

    @Test func `what is written is read again, folders are made, and nothing temporary stays`() throws {
        let folder = try Folder()
        let disk = try folder.disk
        try disk.replace("a/b/c.txt", with: [1, 2, 3])
        #expect(try disk.read("a/b/c.txt") == [1, 2, 3])
        try disk.replace("a/b/c.txt", with: [])
        #expect(try disk.read("a/b/c.txt") == [])
        #expect(try disk.read("a/missing") == nil)
        #expect(try disk.read("a/b/c.txt/d") == nil)
        #expect(try folder.names == ["a", "a/b", "a/b/c.txt"])
    }

    @Test func `an update tells new, changed and unchanged files apart and leaves the last untouched`() throws {
        let folder = try Folder()
        let disk = try folder.disk
        let big = [UInt8](repeating: 7, count: 200_000)
        _ = try disk.update([FileUpdate("a", [1]), FileUpdate("b", big)], in: "x")
        let before = try FileManager.default.attributesOfItem(atPath: folder.url.appending(path: "x/b").path)[.systemFileNumber] as? Int
        let files = [FileUpdate("a", [2]), FileUpdate("b", big), FileUpdate("c", [3])]
        #expect(try disk.compare(files, in: "x") == [.replaced, .unchanged, .created])
        #expect(try disk.update(files, in: "x") == [.replaced, .unchanged, .created])
        #expect(try FileManager.default.attributesOfItem(atPath: folder.url.appending(path: "x/b").path)[.systemFileNumber] as? Int == before)
        #expect(try disk.read("x/a") == [2])
    }

    @Test func `removing a file removes the folders that it leaves empty, and no others`() throws {
        let folder = try Folder()
        let disk = try folder.disk
        try disk.replace("a/b/c", with: [1])
        try disk.replace("a/d", with: [1])
        try disk.remove("a/b/c")
        try disk.remove("a/b/c")
        #expect(try folder.names == ["a", "a/d"])
        try disk.remove("a/d")
        #expect(try folder.names == [])
    }

    @Test func `nothing is written through a link, neither at the end of a path nor within it`() throws {
        let folder = try Folder(), elsewhere = try Folder()
        let disk = try folder.disk
        try FileManager.default.createSymbolicLink(at: folder.url.appending(path: "out"), withDestinationURL: elsewhere.url)
        #expect(throws: FileError.self) { try disk.replace("out/x", with: [1]) }
        #expect(throws: FileError.self) { try disk.update([FileUpdate("x", [1])], in: "out") }
        try disk.replace("in/y", with: [1])
        try FileManager.default.createSymbolicLink(at: folder.url.appending(path: "in/z"), withDestinationURL: elsewhere.url.appending(path: "z"))
        #expect(throws: FileError.self) { try disk.update([FileUpdate("z", [1])], in: "in") }
        #expect(try elsewhere.names == [])
        #expect(try disk.kind(of: "out") == .link)
    }

    @Test func `a folder lists its entries by name with their kinds`() throws {
        let folder = try Folder()
        let disk = try folder.disk
        try disk.replace("b", with: [])
        try disk.replace("a/x", with: [])
        #expect(try disk.list(.root) == [FolderEntry(name: "a", kind: .folder), FolderEntry(name: "b", kind: .file)])
        #expect(try disk.list("nowhere") == nil)
    }

    @Test func `a folder has one lock, and the second who asks is told who waits`() throws {
        let folder = try Folder()
        let first = try folder.disk, second = try folder.disk
        var lock: (any FileLock)? = try first.lock(.root, seconds: 1) {}
        var waited = 0
        #expect { try second.lock(.root, seconds: 1) { waited += 1 } } throws: { ($0 as? FileError)?.operation == .lock }
        #expect(waited == 1)
        withExtendedLifetime(lock) {}
        lock = nil
        #expect(throws: Never.self) { try second.lock(.root, seconds: 1) {} }
    }

    @Test func `reading a folder as a file says what it is`() throws {
        let folder = try Folder()
        let disk = try folder.disk
        try disk.replace("a/x", with: [])
        #expect { try disk.read("a") } throws: { ($0 as? FileError)?.reason == "it is not a file but a folder or a device" }
    }
}
