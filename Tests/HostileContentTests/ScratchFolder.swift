import ByteText
import Foundation

/// A folder of a test's own on the real disk, removed with the value. A class for its `deinit`.
final class ScratchFolder {
    let url: URL
    var path: String { url.path }

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "hostile-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)  // What cannot be removed is left to the system's own cleaning.
    }

    func write(_ text: String, to path: String) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func link(_ path: String, to target: URL) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? FileManager.default.removeItem(at: file)  // Not there is just as well.
        try FileManager.default.createSymbolicLink(at: file, withDestinationURL: target)
    }

    /// Every file with its text, links not followed.
    func files() throws -> [String: String] {
        var files: [String: String] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: path) {
            let file = url.appending(path: name)
            let kind = try FileManager.default.attributesOfItem(atPath: file.path)[.type] as? FileAttributeType
            if kind == .typeRegular { files[name] = String(decoding: try Data(contentsOf: file), as: UTF8.self) }
            if kind == .typeSymbolicLink { files[name] = "-> " + (try FileManager.default.destinationOfSymbolicLink(atPath: file.path)) }
        }
        return files
    }

    /// `text` as JSON.
    func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.append(jsonString: text)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A small `site.json`.
    let site = #"""
        {"baseURL": "https://cars.example/", "business": {"name": "Cars", "phone": "+66 81 234 5678"}, "languages": ["en"], "message": "Code: {{code}}. Hello!"}
        """#

    /// A `manifest.json` with two partners, the first of which bears `name`, a text of JSON.
    func manifest(name: String) -> String {
        #"""
        {"version":1,"generator":"sitegen 0.1.0","baseURL":"https://cars.example/","languages":["en"],
        "messages":{"general":{"en":{"phone":"66812345678","text":"Code: {{code}}. Hello!"}}},"folder":"public","files":["index.html"],"partnerFiles":["index.html"],"partners":[
        {"id":"hotel","name":\#(name),"slug":"hotel","status":"active","page":"https://cars.example/hotel/","codes":["KTM482"]},
        {"id":"guide","name":"Guide","slug":"guide","status":"retired","page":"https://cars.example/guide/","codes":["XHB731"]}]}
        """#
    }
}
