package import Foundation

/// The programs of this package, as they were built with the tests.
package enum BuiltProgram {
    /// The package's own folder.
    package static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Where the program `name` is: beside the tests themselves where these are run from such a folder, as with `--scratch-path`.
    package static func url(of name: String) -> URL {
        let beside = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name)
        return FileManager.default.isExecutableFile(atPath: beside.path) ? beside : package.appending(path: ".build/debug/\(name)")
    }

    /// What the sanitizers need (`Tests/Fuzzing/sanitize`), for a program that is given an environment of its own; empty in a usual run.
    package static let sanitizerEnvironment = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") || $0.key == "LD_PRELOAD" }

    /// The same as a path.
    package static func path(of name: String) -> String { url(of: name).path }
}
