import Foundation
import Testing
@testable import LocalServer

@Suite struct ChangeWatchTests {
    /// A folder of files with a clock that the test moves.
    private final class Place {
        let root: String
        var watch: ChangeWatch
        private var now: Duration = .zero

        init(_ files: [String: String]) throws {
            let folder = FileManager.default.temporaryDirectory.appending(path: "sitegen-watch-\(UUID().uuidString)")
            root = folder.path
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            watch = ChangeWatch(root: root, files: [], folders: [])
            for (path, text) in files { try write(text, path) }
            watch = ChangeWatch(root: root, files: ["site.json"], folders: ["partners"])
        }

        deinit { try? FileManager.default.removeItem(atPath: root) }  // What cannot be removed is left to the system's own cleaning.

        func write(_ text: String, _ path: String) throws {
            let file = URL(filePath: root).appending(path: path)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }

        /// What the watch says now, and after everything had time to come to rest.
        func changes() -> (atOnce: [String], later: [String]) {
            now += .seconds(3)
            let atOnce = watch.settledChanges(now: now)
            now += .milliseconds(100)
            return (atOnce, watch.settledChanges(now: now))
        }
    }

    @Test func `a change counts once it has come to rest, and once only`() throws {
        let place = try Place(["site.json": "1", "partners/a.json": "1"])
        #expect(place.changes().later == [])
        try place.write("two", "partners/a.json")
        try place.write("new", "partners/more/b.json")
        try place.write("other", "notes.txt")
        let (atOnce, later) = place.changes()
        #expect(atOnce == [])
        #expect(later == ["partners/a.json", "partners/more/b.json"])
        #expect(place.changes().later == [])
    }

    @Test func `what comes and goes in between, hidden files and back-ups are not worth a word`() throws {
        let place = try Place(["partners/a.json": "1"])
        try place.write("x", "partners/a.json~")
        try place.write("x", "partners/.a.json.swp")
        try place.write("x", "partners/sed12345")
        _ = place.watch.settledChanges(now: .seconds(5))
        try FileManager.default.removeItem(atPath: place.root + "/partners/sed12345")
        #expect(place.changes().later == [])
    }

    @Test func `a folder that vanishes and comes back is a change each time`() throws {
        let place = try Place(["site.json": "1", "partners/a.json": "1"])
        try FileManager.default.moveItem(atPath: place.root, toPath: place.root + "-away")
        #expect(place.changes().later == ["partners/a.json", "site.json"])
        try FileManager.default.moveItem(atPath: place.root + "-away", toPath: place.root)
        #expect(place.changes().later == ["partners/a.json", "site.json"])
    }

    @Test func `a file that the caller wrote itself is taken as it is`() throws {
        let place = try Place(["partners/codes.jsonl": "1"])
        try place.write("22", "partners/codes.jsonl")
        place.watch.accept("partners/codes.jsonl")
        #expect(place.changes().later == [])
    }
}
