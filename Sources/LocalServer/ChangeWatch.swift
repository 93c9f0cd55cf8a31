/// Watches the files of a site that people write, and says when a change has come to rest.
///
/// What changed is found by comparing stamps of the files, so that no way of saving is missed; the kernel's notices only say when
/// to look, and where there are none (macOS, folders of other machines) a look is taken now and then. A look costs a `stat` a file.
package struct ChangeWatch {
    /// How long nothing must change before a change counts: editors save in several steps.
    private static let rest = Duration.milliseconds(60)

    private let root: String
    private let files: [String]
    private let folders: [String]
    private let notices = ChangeNotices()
    private let pause: Duration
    private var stamps: [String: FileStamp] = [:]
    private var nextLook: Duration = .zero
    /// What the caller was told of last; files that come and go in between, as editors make them, are not worth a word.
    private var told: [String: FileStamp] = [:]
    private var isMoving = false
    private var changedAt: Duration = .zero

    /// Watches `files` and all below `folders`, paths relative to `root`, an absolute path. Names that begin with a dot are passed over.
    package init(root: String, files: [String], folders: [String]) {
        self.root = root
        self.files = files
        self.folders = folders
        pause = notices.descriptor == nil ? .milliseconds(400) : .seconds(2)
        stamps = look()
        told = stamps
    }

    /// To wait on besides time; nil where the kernel gives no notices.
    package var descriptor: Int32? { notices.descriptor }

    /// How long the caller may wait before it asks again.
    package var patienceMilliseconds: Int { isMoving ? 20 : 200 }

    /// The paths that changed, once they have come to rest; empty otherwise. To be asked after every wait.
    package mutating func settledChanges(now: Duration) -> [String] {
        if notices.take() || now >= nextLook || isMoving {
            nextLook = now + pause
            let found = look()
            if found != stamps {
                stamps = found
                isMoving = true
                changedAt = now
            }
        }
        guard isMoving, now - changedAt >= Self.rest else { return [] }
        isMoving = false
        defer { told = stamps }
        return Set(stamps.keys).union(told.keys).filter { stamps[$0] != told[$0] }.sorted()
    }

    /// Takes `file` as it now is for known: the caller wrote it itself.
    package mutating func accept(_ file: String) {
        let stamp = FileStamp(path: root + "/" + file)
        stamps[file] = stamp
        told[file] = stamp
    }

    private func look() -> [String: FileStamp] {
        var found: [String: FileStamp] = [:]
        notices.watch(root)
        for file in files { found[file] = FileStamp(path: root + "/" + file) }
        for folder in folders { look(into: folder, depth: 0, &found) }
        return found
    }

    private func look(into folder: String, depth: Int, _ found: inout [String: FileStamp]) {
        let path = root + "/" + folder
        notices.watch(path)
        for name in FileStamp.names(inFolder: path) where !name.hasPrefix(".") && !name.hasSuffix("~") {
            guard let stamp = FileStamp(path: path + "/" + name) else { continue }
            if stamp.isFolder {
                if depth < 8 { look(into: folder + "/" + name, depth: depth + 1, &found) }
            } else {
                found[folder + "/" + name] = stamp
            }
        }
    }
}
