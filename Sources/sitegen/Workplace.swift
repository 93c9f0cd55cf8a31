import CommandLineKit
import Diagnostics
import Disk
import SiteBuild

/// What a command works with: the site's folder, the output, the console and the calendar.
struct Workplace {
    let console: Console
    let leftovers: Leftovers
    let disk: DiskFileSystem
    /// Whether the terminal's locale is one of UTF-8, so that drawings of blocks can be seen.
    let writesUTF8: Bool
    /// The site's folder as its user wrote it.
    let shownRoot: String
    private let outputPath: String?

    /// Opens the site's folder that `invocation` names.
    init(invocation: Invocation, environment: Environment, console: Console, leftovers: Leftovers = Leftovers()) throws(FileError) {
        self.console = console
        self.leftovers = leftovers
        let locale = environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"] ?? ""
        writesUTF8 = locale.lowercased().replacing("-", with: "").hasSuffix("utf8")
        shownRoot = invocation.lists(SiteOptions.root) ? invocation[SiteOptions.root] : "."
        disk = try DiskFileSystem(root: shownRoot)
        outputPath = invocation.lists(SiteOptions.output) ? invocation[SiteOptions.output] : nil
    }

    private init(_ other: Workplace, root: String) throws(FileError) {
        console = other.console
        leftovers = other.leftovers
        writesUTF8 = other.writesUTF8
        shownRoot = other.shownRoot
        disk = try DiskFileSystem(root: root)
        outputPath = other.outputPath
    }

    /// The same workplace with its folder opened again at its `root`, an absolute path: it may have been replaced in the meantime.
    func reopened(at root: String) throws(FileError) -> Workplace { try Workplace(self, root: root) }

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
        return shown("public")
    }

    /// A path within the site's folder, as it is seen from where the user stands.
    func shown(_ path: String) -> String {
        shownRoot == "." ? path : shownRoot + (shownRoot.hasSuffix("/") ? "" : "/") + path
    }

    /// Says that another program holds the lock.
    var waiting: @Sendable () -> Void {
        { [console] in console.say("Another sitegen is working in this folder; waiting for it …\n") }
    }

    /// Says why a command does nothing, and what to do instead.
    func refuse(_ message: String, hint: String) -> RunStatus {
        console.complain(console.messageStyle.complaint(visible(message), hint: hint))
        return .foundErrors
    }

    /// Says something in whole sentences, in lines that fit the terminal.
    func tell(_ text: String) { console.say(console.messageStyle.wrapped(text)) }

    /// Prints `diagnostics` with their source lines.
    func report(_ diagnostics: [Diagnostic]) {
        console.report(Sitegen.table.asTyped(diagnostics), readSource: source)
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

    /// The words that start this program, as its user types them: by SwiftPM in a clone, by its name once it is installed.
    static var programWords: String { ProcessStart.isBySwift ? "swift run sitegen" : "sitegen" }

    /// `text` as it must be typed into a shell: in quotes where it has a space or another character that means something there.
    static func typed(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil || "/._-~+".unicodeScalars.contains($0)
        }
        if isPlain, !text.isEmpty { return text }
        // Within double quotes a shell still reads these four as something else, an interactive one `!` as well.
        return text.contains { "\"$`\\!".contains($0) } ? "'" + text.replacing("'", with: "'\\''") + "'" : "\"\(text)\""
    }

    /// `--root …` as further commands need it, with a space in front; empty for the current folder.
    var rootOption: String { shownRoot == "." ? "" : " --root \(Self.typed(shownRoot))" }

    /// A command line of this program for this site, as it is to be typed: `swift run sitegen list --root my-site`.
    func typed(_ command: String) -> String { "\(Self.programWords) \(command)\(rootOption)" }

    static func split(_ path: String) throws(FileError) -> (parent: String, name: SitePath) {
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
        let hint = switch error.operation {
        case .lock where error.reason == FileError.heldByAnother: "another sitegen is working in this folder; try again when it is done"
        case .lock: "check that the folder is there and that its disk lets programs lock it, then run the command again"
        case .write where error.code == 0: "give `--output` another folder"
        case .write where error.reason == "the disk is full": "free some space and build again; the site is whole, page by page, and no code was lost"
        case .read, .list, .write, .remove: "check that the folder is there and that you may read and write it, then run the command again"
        }
        return style.complaint("\(error.operation.attempt) `\(visible(error.path))`: \(error.reason)", hint: hint)
    }
}
