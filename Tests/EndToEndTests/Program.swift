import Foundation
import TestSupport

/// Runs the built programs as a shell would, each in a fresh folder.
struct Program {
    struct Outcome: Equatable {
        var status: Int32
        var output: String
        var messages: String
    }

    let name: String

    static let sitegen = Program(name: "sitegen")
    static let attribution = Program(name: "attribution")

    /// The package's own folder.
    static let package = BuiltProgram.package

    var executable: URL { BuiltProgram.url(of: name) }

    /// Runs the program in `folder` and waits for its end.
    func run(_ arguments: [String], in folder: URL, environment: [String: String] = [:], input: String = "") throws -> Outcome {
        let process = try start(arguments, in: folder, environment: environment, input: input)
        return try process.end()
    }

    /// Starts the program in `folder`; its output goes to files, so that no pipe can fill up.
    func start(_ arguments: [String], in folder: URL, environment: [String: String] = [:], input: String = "") throws -> Running {
        let scratch = try TemporaryFolder()
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let usual = ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"].merging(BuiltProgram.sanitizerEnvironment) { $1 }
        process.environment = usual.merging(environment) { $1 }
        let output = scratch.url.appending(path: "output"), messages = scratch.url.appending(path: "messages")
        for file in [output, messages] { try Data().write(to: file) }
        try scratch.write(input, to: "input")
        process.standardInput = try FileHandle(forReadingFrom: scratch.url.appending(path: "input"))
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: messages)
        try process.run()
        return Running(process: process, scratch: scratch)
    }

    struct Running {
        let process: Process
        let scratch: TemporaryFolder

        func end() throws -> Outcome {
            process.waitUntilExit()
            return Outcome(
                status: process.terminationStatus, output: try scratch.text("output"), messages: try scratch.text("messages"))
        }
    }
}

/// A folder of a test's own, removed with the value. A class for its `deinit`.
final class TemporaryFolder: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "sitegen-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)  // What cannot be removed is left to the system's own cleaning.
    }

    func text(_ path: String) throws -> String { String(decoding: try Data(contentsOf: url.appending(path: path)), as: UTF8.self) }

    func write(_ text: String, to path: String) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    /// Copies a file or folder of the package.
    func copyFromPackage(_ names: String...) throws {
        for name in names { try FileManager.default.copyItem(at: Program.package.appending(path: name), to: url.appending(path: name)) }
    }

    /// Every file below `path` with its bytes.
    func tree(_ path: String = "") throws -> [String: Data] {
        let base = path.isEmpty ? url : url.appending(path: path)
        var files: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: base.path) {
            let file = base.appending(path: name)
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue { files[name] = try Data(contentsOf: file) }
        }
        return files
    }
}
