import CommandLineKit
import Diagnostics
import Disk
import LeadAttribution
import Manifest

/// What a command works with: the console, the manifest and the files of messages.
struct Desk {
    let console: Console
    var environment = Environment([:])

    /// The environment variable called `name`; nil when it is missing or empty.
    func variable(_ name: String) -> String? { environment[EnvironmentName(stringLiteral: name)] }

    /// The manifest at the path `named`, or in that folder; nil after saying what is wrong with it and what to do.
    func manifest(at named: String) throws(FileError) -> Manifest? {
        // The folder of the site does as well; why a path is no folder does not matter.
        let isFolder = (try? DiskFileSystem(root: named)) != nil
        let path = isFolder ? named + (named.hasSuffix("/") ? "" : "/") + "manifest.json" : named
        guard let bytes = try WholeFile.read(path) else {
            let build = AttributionProgram.table.asTyped("`sitegen build`")
            console.complain(console.messageStyle.complaint(
                "there is no `\(visible(path))`", hint: "build the site first (\(build)), or say where the file is: `--manifest my-site/manifest.json`"))
            return nil
        }
        let (manifest, diagnostics) = Manifest.read(bytes, path: path)
        report(diagnostics)
        return manifest
    }

    /// The settings of the receiver and its helpers; nil after saying what is wrong with them.
    func receiverSettings() throws(FileError) -> ReceiverSettings? {
        var problems: [Diagnostic] = []
        let settings = try SettingsFile.settings(variable: variable, into: &problems)
        reportWithoutSource(problems)
        return problems.containsError ? nil : settings
    }

    /// Says why nothing could be done, and what to do.
    func refuse(_ reason: String, hint: String? = nil) -> RunStatus {
        let style = console.messageStyle
        console.complain("\(style.paint("error", .error)): \(visible(reason))" + (hint.map { "\n  \(style.paint("hint", .good)): \($0)" } ?? ""))
        return .couldNotRun
    }

    /// Prints `diagnostics` with their source lines.
    func report(_ diagnostics: [Diagnostic]) {
        console.report(AttributionProgram.table.asTyped(diagnostics)) { path in
            // Gone in the meantime: the message is printed without its line.
            (try? WholeFile.read(path)) ?? nil
        }
    }

    /// Prints `diagnostics` without any line of the files that they speak of, which hold keys.
    func reportWithoutSource(_ diagnostics: [Diagnostic]) { console.report(diagnostics) { _ in nil } }
}

/// A file of any path, read as a whole.
enum WholeFile {
    private static let missing: Int32 = 2

    /// The bytes of the file at `path`, nil when nothing is there.
    static func read(_ path: String) throws(FileError) -> [UInt8]? {
        let file: OpenDescriptor
        do throws(FileError) { file = try OpenDescriptor(path: path) } catch {
            if error.code == missing { return nil }
            throw error
        }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = try file.read(into: &piece, 0..<piece.count)
            if count == 0 { return bytes }
            bytes.append(contentsOf: piece[..<count])
        }
    }
}

/// What the machine could not do, in words.
enum FailureText {
    static func text(for error: FileError, style: TextStyle) -> String {
        let hint = "check that it is there and that you may read it, then run the command again"
        return style.complaint("\(error.operation.attempt) `\(visible(error.path))`: \(error.reason)", hint: hint)
    }
}
