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
        _ = try disk.open(.root).update([FileUpdate("a", [1]), FileUpdate("b", big)], in: "x")
        let before = try FileManager.default.attributesOfItem(atPath: folder.url.appending(path: "x/b").path)[.systemFileNumber] as? Int
        let files = [FileUpdate("a", [2]), FileUpdate("b", big), FileUpdate("c", [3])]
        #expect(try disk.compare(files, in: "x") == [.replaced, .unchanged, .created])
        #expect(try disk.open("x").update(files, in: .root) == [.replaced, .unchanged, .created])
        #expect(try FileManager.default.attributesOfItem(atPath: folder.url.appending(path: "x/b").path)[.systemFileNumber] as? Int == before)
        #expect(try disk.read("x/a") == [2])
    }

    @Test(arguments: [0, 1, 65_534, 65_535, 65_536, 65_537, 131_072, 200_000])
    func `a file of any size is unchanged only if every byte is the same`(size: Int) throws {
        let folder = try Folder()
        let disk = try folder.disk
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 / 7) }
        try disk.replace("f", with: bytes)
        #expect(try disk.compare([FileUpdate("f", bytes)], in: .root) == [.unchanged])
        #expect(try disk.compare([FileUpdate("f", bytes + [0])], in: .root) == [.replaced])
        guard size > 0 else { return }
        #expect(try disk.compare([FileUpdate("f", bytes.dropLast())], in: .root) == [.replaced])
        for place in Set([0, size / 2, size - 1]) {
            var other = bytes
            other[place] ^= 1
            #expect(try disk.compare([FileUpdate("f", other)], in: .root) == [.replaced])
        }
    }

    @Test func `an open folder makes what is missing below it and finds what is there`() throws {
        let folder = try Folder()
        let open = try folder.disk.open("out")
        #expect(try open.update([FileUpdate("i", [1])], in: "a/b") == [.created])
        #expect(try open.update([FileUpdate("i", [1])], in: "a/b") == [.unchanged])
        #expect(try open.update([FileUpdate("i", [1])], in: "a") == [.created])
        #expect(try open.update([FileUpdate("i", [1])], in: .root) == [.created])
        #expect(try folder.names == ["out", "out/a", "out/a/b", "out/a/b/i", "out/a/i", "out/i"])
    }

    @Test func `a new folder appears with all its files at once, whatever a killed run left of it`() throws {
        let folder = try Folder()
        let disk = try folder.disk
        try disk.replace(".a.sitegen-new/old/half", with: [1])
        let open = try disk.open(.root)
        let files = [FileUpdate("i", [1]), FileUpdate("en/i", [2]), FileUpdate("en/deep/j", [3]), FileUpdate("k", [])]
        #expect(try open.update(files, in: "a", isNew: true) == [.created, .created, .created, .created])
        #expect(try folder.names == ["a", "a/en", "a/en/deep", "a/en/deep/j", "a/en/i", "a/i", "a/k"])
        #expect(try disk.compare(files, in: "a") == [.unchanged, .unchanged, .unchanged, .unchanged])
    }

    @Test func `a folder that is there after all keeps what others put into it`() throws {
        let folder = try Folder()
        let disk = try folder.disk
        try disk.replace("a/photo", with: [9])
        try disk.replace("a/i", with: [8])
        try FileManager.default.createDirectory(at: folder.url.appending(path: "empty"), withIntermediateDirectories: false)
        let open = try disk.open(.root)
        #expect(try open.update([FileUpdate("i", [1]), FileUpdate("en/i", [2])], in: "a", isNew: true) == [.replaced, .created])
        #expect(try open.update([FileUpdate("i", [1])], in: "empty", isNew: true) == [.created])
        #expect(try folder.names == ["a", "a/en", "a/en/i", "a/i", "a/photo", "empty", "empty/i"])
        #expect(try disk.read("a/photo") == [9])
        #expect(try disk.read("a/i") == [1])
    }

    @Test(arguments: [true, false])
    func `a new folder that cannot be filled leaves nothing`(isNew: Bool) throws {
        let folder = try Folder()
        let open = try folder.disk.open(.root)
        let tooLong = FileUpdate(.root.appending(String(repeating: "x", count: 300)), [1])
        #expect { try open.update([FileUpdate("i", [1]), tooLong], in: "a", isNew: isNew) } throws: {
            ($0 as? FileError)?.reason == "the name is too long"
        }
        #expect(try folder.names == [])
    }

    @Test func `a draft is not there until it is published, whatever a killed run left of it`() throws {
        let folder = try Folder()
        let disk = try folder.disk
        try disk.replace(".out.sitegen-new/a/half", with: [1])
        let draft = try disk.draft(of: "out")
        let (one, other) = (try draft.open(), try draft.open())
        #expect(try one.update([FileUpdate("i", [1]), FileUpdate("deep/er/j", [2])], in: .root) == [.created, .created])
        #expect(try other.update([FileUpdate("i", [3]), FileUpdate("en/i", [])], in: "a", isNew: true) == [.created, .created])
        #expect(try other.update([FileUpdate("logo", [4])], in: "assets/pictures") == [.created])
        for _ in 1...2 { try one.makeFolder("b") }
        #expect(try other.update([FileUpdate("en/i", [5])], in: "b", isNew: false) == [.created])
        #expect(try disk.kind(of: "out") == nil)
        try draft.publish()
        #expect(try folder.names == [
            "out", "out/a", "out/a/en", "out/a/en/i", "out/a/i", "out/assets", "out/assets/pictures", "out/assets/pictures/logo", "out/b", "out/b/en",
            "out/b/en/i", "out/deep", "out/deep/er", "out/deep/er/j", "out/i",
        ])
        #expect(try disk.read("out/a/i") == [3])
    }

    @Test func `a draft that is not published leaves nothing, and what is there already stays`() throws {
        let folder = try Folder()
        let disk = try folder.disk
        let long = String(repeating: "x", count: 300)
        #expect {
            let draft = try disk.draft(of: "out")
            try draft.open().makeFolder("c")
            _ = try draft.open().update([FileUpdate("i", [1])], in: "a")
            #expect(try folder.names == [".out.sitegen-new", ".out.sitegen-new/a", ".out.sitegen-new/a/i", ".out.sitegen-new/c"])
            _ = try draft.open().update([FileUpdate(.root.appending(long), [1])], in: "b")
        } throws: { $0 as? FileError == FileError(.write, "out/b/" + long, code: ($0 as? FileError)?.code ?? 0, reason: "the name is too long") }
        #expect(try folder.names == [])
        #expect(throws: FileError.self) {
            let draft = try disk.draft(of: "out")
            try disk.replace("out/mine", with: [9])
            try draft.publish()
        }
        #expect(try folder.names == ["out", "out/mine"])
    }

    @Test func `removing a file removes the folders that it leaves empty, and no others`() throws {
        let folder = try Folder()
        let disk = try folder.disk
        try disk.replace("a/b/c", with: [1])
        try disk.replace("a/d", with: [1])
        try disk.remove("a/b/c")
        try disk.remove("a/b/c")
        #expect(try folder.names == ["a", "a/d"])
        // A run that was killed between the two left the folder.
        try FileManager.default.createDirectory(at: folder.url.appending(path: "a/b"), withIntermediateDirectories: false)
        try disk.remove("a/b/c")
        #expect(try folder.names == ["a", "a/d"])
        try disk.remove("a/d")
        #expect(try folder.names == [])
        // Or some of the folders.
        try FileManager.default.createDirectory(at: folder.url.appending(path: "a"), withIntermediateDirectories: false)
        try disk.remove("a/b/c")
        #expect(try folder.names == [])
    }

    @Test func `nothing is written through a link, neither at the end of a path nor within it`() throws {
        let folder = try Folder(), elsewhere = try Folder()
        let disk = try folder.disk
        try FileManager.default.createSymbolicLink(at: folder.url.appending(path: "out"), withDestinationURL: elsewhere.url)
        #expect(throws: FileError.self) { try disk.replace("out/x", with: [1]) }
        #expect(throws: FileError.self) { try disk.open("out") }
        #expect(throws: FileError.self) { try disk.open(.root).update([FileUpdate("x", [1])], in: "out") }
        #expect(throws: FileError.self) { try disk.open(.root).update([FileUpdate("x", [1])], in: "out", isNew: true) }
        try disk.replace("in/y", with: [1])
        try FileManager.default.createSymbolicLink(at: folder.url.appending(path: "in/z"), withDestinationURL: elsewhere.url.appending(path: "z"))
        #expect(throws: FileError.self) { try disk.open(.root).update([FileUpdate("z", [1])], in: "in") }
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
