import CommandLineKit
import Diagnostics
import Disk
import SiteBuild

/// What a command works with: the site's folder, the output, the console and the calendar.
struct Workplace {
    let console: Console
    let disk: DiskFileSystem
    private let outputPath: String?

    /// Opens the site's folder that `invocation` names.
    init(invocation: Invocation, console: Console) throws(FileError) {
        self.console = console
        disk = try DiskFileSystem(root: invocation[SiteOptions.root])
        outputPath = invocation.lists(SiteOptions.output) ? invocation[SiteOptions.output] : nil
    }

    /// The build of this site.
    func builder(progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) throws(FileError) -> SiteBuilder {
        let (output, folder) = try output()
        return SiteBuilder(disk: disk, output: output, folder: folder, today: Self.today, progress: progress, waiting: waiting)
    }

    /// Where the site and its manifest stand: the folder around the output, and the output's name in it.
    func output() throws(FileError) -> (disk: DiskFileSystem, folder: SitePath) {
        guard let outputPath else { return (disk, SiteBuilder.usualFolder) }
        let (parent, name) = try Self.split(outputPath)
        let around = try DiskFileSystem(root: parent)
        if let path = around.absolutePath, let root = disk.absolutePath { try Self.refuse(path, name.text, insideSiteAt: root) }
        return (around, name)
    }

    /// Where the site is, for people.
    var outputDescription: String {
        if let outputPath { return outputPath.hasSuffix("/") && outputPath.count > 1 ? String(outputPath.dropLast()) : outputPath }
        return disk.root == "." ? "public" : disk.root + (disk.root.hasSuffix("/") ? "" : "/") + "public"
    }

    /// Says that another program holds the lock.
    var waiting: @Sendable () -> Void {
        { [console] in console.say("Another sitegen is working in this folder; waiting for it …\n") }
    }

    /// Says why a command does nothing, and what to do instead.
    func refuse(_ message: String, hint: String) -> RunStatus {
        let style = console.messageStyle
        console.complain("\(style.paint("error", .error)): \(message)\n  \(style.paint("hint", .good)): \(hint)\n")
        return .foundErrors
    }

    /// Prints `diagnostics` with their source lines.
    func report(_ diagnostics: [Diagnostic]) {
        console.report(diagnostics, readSource: source)
    }

    /// The file of that name again, for its source line; nothing where it cannot be read any more.
    func source(_ path: String) -> [UInt8]? {
        SitePath(path).flatMap { try? disk.read($0) }
    }

    static var today: CivilDate {
        let (year, month, day) = localToday()
        guard let date = CivilDate(year: year, month: month, day: day) else { preconditionFailure("the clock shows no day of the calendar") }
        return date
    }

    private static func split(_ path: String) throws(FileError) -> (parent: String, name: SitePath) {
        var path = path[...]
        while path.count > 1, path.last == "/" { path.removeLast() }
        let slash = path.lastIndex(of: "/")
        let name = String(slash.map { path[path.index(after: $0)...] } ?? path)
        guard let place = SitePath(name) else { throw unusable(String(path), "it names no folder") }
        let parent = slash.map { String(path[..<$0]) } ?? "."
        return (parent.isEmpty ? "/" : parent, place)
    }

    /// Refuses an output that would stand among the site's sources, or inside a site that is already built: its manifest, the list
    /// of all partners, would be published with it.
    private static func refuse(_ parent: String, _ name: String, insideSiteAt root: String) throws(FileError) {
        let path = parent == "/" ? "/" + name : parent + "/" + name
        if root == path || root.hasPrefix(path + "/") { throw unusable(path, "the site's own folder is in it") }
        guard path.hasPrefix(root + "/"), let first = path.dropFirst(root.count + 1).split(separator: "/").first else { return }
        let own = ["partners", "templates", "sources", "tests", "docs", "benchmarks", ".git", ".build", ".ci"]
        if own.contains(first.lowercased()) { throw unusable(path, "`\(first)` belongs to the site's sources") }
        if first == SiteBuilder.usualFolder.text, path.dropFirst(root.count + 1) != first {
            throw unusable(path, "it is inside the built site, and the list of partners would be published beside it")
        }
    }

    private static func unusable(_ path: String, _ reason: String) -> FileError {
        FileError(.write, path, code: 0, reason: reason + "; name a folder of its own, such as `preview/public`")
    }
}

/// What the machine could not do, in words.
enum FailureText {
    static func text(for error: FileError, style: TextStyle) -> String {
        let doing = switch error.operation {
        case .read: "cannot read"
        case .list: "cannot open the folder"
        case .write: "cannot write"
        case .remove: "cannot remove"
        case .lock: "cannot lock"
        }
        let hint = switch error.operation {
        case .lock: "another sitegen is working in this folder; try again when it is done"
        case .write where error.code == 0: "give `--output` another folder"
        case .write where error.reason == "the disk is full": "free some space and build again; the site is whole, page by page, and no code was lost"
        case .read, .list, .write, .remove: "check that the folder is there and that you may read and write it, then run the command again"
        }
        return "\(style.paint("error", .error)): \(doing) `\(visible(error.path))`: \(error.reason)\n  \(style.paint("hint", .good)): \(hint)\n"
    }
}
