import Disk
import Foundation
import Testing

/// How often the system is asked to read and to write for a page: what a build of many pages takes most of its time for.
@Suite struct SystemCallTests {
    /// How many reading and writing system calls this thread has made; nil where the system does not count them.
    private static var calls: (reading: Int, writing: Int)? {
        guard let text = try? String(contentsOfFile: "/proc/thread-self/io", encoding: .utf8) else { return nil }  // Only Linux has it.
        func number(_ name: String) -> Int? {
            text.split(separator: "\n").first { $0.hasPrefix(name + ": ") }.flatMap { Int($0.dropFirst(name.count + 2)) }
        }
        guard let reading = number("syscr"), let writing = number("syscw") else { return nil }
        return (reading, writing)
    }

    /// The calls that `body` makes, those of counting left out.
    private static func count(_ body: () throws -> Void) throws -> (reading: Int, writing: Int) {
        let empty = try difference {}
        let own = try difference(body)
        return (own.reading - empty.reading, own.writing - empty.writing)
    }

    private static func difference(_ body: () throws -> Void) throws -> (reading: Int, writing: Int) {
        let before = try #require(calls)
        try body()
        let after = try #require(calls)
        return (after.reading - before.reading, after.writing - before.writing)
    }

    @Test(.enabled(if: SystemCallTests.calls != nil)) func `a new page is written by one call and read by none, an unchanged one read by one and written by none`() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "disk-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: root) }  // What cannot be removed is left to the system's own cleaning.
        let open = try DiskFileSystem(root: root.path).open("public")
        let page = [UInt8](repeating: 0x61, count: 8_000)
        func calls(_ page: [UInt8], isNew: Bool) throws -> [Int] {
            let count = try Self.count {
                for number in 0..<20 {
                    guard let folder = SitePath("partner-\(number)") else { continue }
                    _ = try open.update([FileUpdate("index.html", page), FileUpdate("en/index.html", page)], in: folder, isNew: isNew)
                }
            }
            return [count.reading, count.writing]
        }
        #expect(try calls(page, isNew: true) == [0, 40])
        #expect(try calls(page, isNew: false) == [40, 0])
        #expect(try calls(page + [0x62], isNew: false) == [40, 40])
    }
}
