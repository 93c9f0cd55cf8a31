import Foundation

/// A folder of a test's own, removed with the value. A class for its `deinit`.
final class ScratchFolder: Sendable {
    let url: URL
    var path: String { url.path }

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "attribution-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)  // What cannot be removed is left to the system's own cleaning.
    }

    func text(_ name: String) throws -> String { String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self) }

    func write(_ text: String, to name: String, permissions: Int = 0o600) throws {
        let file = url.appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)  // in place, so that the file stays the same one
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: file.path)
    }

    func append(_ text: String, to name: String) throws { try write(self.text(name) + text, to: name) }

    func remove(_ name: String) throws { try FileManager.default.removeItem(at: url.appending(path: name)) }

    func names(_ folder: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: url.appending(path: folder).path).sorted()
    }

    func inode(_ name: String) throws -> Int {
        (try FileManager.default.attributesOfItem(atPath: url.appending(path: name).path)[.systemFileNumber] as? Int) ?? -1
    }

    func permissions(_ name: String) throws -> Int {
        (try FileManager.default.attributesOfItem(atPath: url.appending(path: name).path)[.posixPermissions] as? Int) ?? -1
    }
}
