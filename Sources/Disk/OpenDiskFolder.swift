/// A folder of the disk that is kept open, so that bringing the many folders below it up to date does not look it up each time.
///
/// A final class because it owns an open folder handle.
final class OpenDiskFolder: OpenFolder {
    private let handle: Int32
    private let path: SitePath
    private let isDraft: Bool

    /// Takes over `handle`, an open folder; `path` names it in errors. In a draft, which nobody looks at yet, files are made in their places.
    init(_ handle: Int32, path: SitePath, isDraft: Bool = false) {
        self.handle = handle
        self.path = path
        self.isDraft = isDraft
    }

    deinit {
        System.close(handle)
    }

    func update(_ files: [FileUpdate], in folder: SitePath, isNew: Bool) throws(FileError) -> [UpdateOutcome] {
        if isDraft {
            try fillDraft(files, in: folder, isNew: isNew)
            return files.map { _ in .created }
        }
        if isNew, try make(folder, with: files) { return files.map { _ in .created } }
        var outcomes: [UpdateOutcome] = []
        outcomes.reserveCapacity(files.count)
        for file in files {
            let place = folder.appending(file.path)
            let outcome = try DiskFile.compare(place.text, in: handle, with: file.bytes, path: whole(place))
            if outcome == .created, outcomes.isEmpty, !isNew, System.kind(handle, folder.text) == nil, System.lastErrorIsMissing,
               try make(folder, with: files) { return files.map { _ in .created } }
            if outcome != .unchanged { try replace(place, with: file.bytes) }
            outcomes.append(outcome)
        }
        return outcomes
    }

    func makeFolder(_ folder: SitePath) throws(FileError) {
        if folder != .root { try makeFolders(folder, in: "", as: .root) }
    }

    /// Opens the folder at `path` below `start` name by name, never through a link, and makes what is missing if `making`; `durably` waits
    /// until the names of what was made are on the disk. `path` must not be the root; `whole` names it in errors.
    static func descend(from start: Int32, to path: SitePath, making: Bool, durably: Bool = false, whole: SitePath) throws(FileError) -> Int32 {
        var folder = start
        for name in path.names.map(String.init) {
            var next = System.openFolder(folder, name, followingLinks: false)
            if next < 0, making, System.lastError == System.missing,
               System.makeFolder(folder, name) >= 0 || System.lastError == System.exists,
               !durably || System.sync(folder) >= 0 {
                next = System.openFolder(folder, name, followingLinks: false)
            }
            let error = next < 0 ? FileError.last(.write, whole.text) : nil
            if folder != start { System.close(folder) }
            if let error { throw error }
            folder = next
        }
        return folder
    }
}

private extension OpenDiskFolder {
    /// Makes `folder` with all its `files`, unless it is there or is more than one name: under another name, given up for its own
    /// when it is whole. What a killed run left under that name is of no use.
    func make(_ folder: SitePath, with files: [FileUpdate]) throws(FileError) -> Bool {
        let name = folder.text
        guard folder != .root, !folder.isBelowFolder else { return false }
        let temporary = DiskFile.temporaryName(name)
        if System.makeEmptyFolder(handle, temporary) < 0 { throw FileError.last(.write, whole(folder)) }
        do throws(FileError) {
            try fill(temporary, with: files, as: folder)
        } catch {
            System.removeTree(handle, temporary)
            throw error
        }
        if System.rename(handle, temporary, to: name) >= 0 { return true }
        let error = FileError.last(.write, whole(folder))
        System.removeTree(handle, temporary)
        // Someone made a folder of that name in the meantime.
        if error.code == System.exists || error.code == System.notEmpty || error.code == System.notAFolder { return false }
        throw error
    }

    /// Makes `files` in `folder`, where none of them is yet, and that first unless it is there.
    func fillDraft(_ files: [FileUpdate], in folder: SitePath, isNew: Bool) throws(FileError) {
        if isNew { try makeFolder(folder) }
        do throws(FileError) {
            try fill(folder.text, with: files, as: folder)
        } catch {
            if isNew || error.code != System.missing { throw error }
            try fillDraft(files, in: folder, isNew: true)
        }
    }

    /// Makes `files` in the folder `name`, where none of them is yet; errors call it `folder`.
    func fill(_ name: String, with files: [FileUpdate], as folder: SitePath) throws(FileError) {
        let start = name.isEmpty ? "" : name + "/"
        var made: [SitePath] = []
        for file in files {
            let below = file.path.folder
            if below != .root, !made.contains(below) {
                made.append(below)
                try makeFolders(below, in: start, as: folder)
            }
            try DiskFile.create(start + file.path.text, in: handle, with: file.bytes, path: whole(folder.appending(file.path)))
        }
    }

    /// Makes each folder of `path`, which is not the root, that is not there. `start`, empty or ending in a slash, leads to where they begin;
    /// errors call that `folder`.
    func makeFolders(_ path: SitePath, in start: String, as folder: SitePath) throws(FileError) {
        let place = start + path.text
        func make(_ name: String) throws(FileError) {
            if System.makeFolder(handle, name) < 0, System.lastError != System.exists { throw FileError.last(.write, whole(folder.appending(path))) }
        }
        let names = place.utf8.dropFirst(start.utf8.count)
        for slash in names.indices where names[slash] == 0x2F { try make(String(place[..<slash])) }
        try make(place)
    }

    func replace(_ place: SitePath, with bytes: [UInt8]) throws(FileError) {
        let (folder, name) = (place.folder, place.name)
        if folder == .root { return try DiskFile.replace(name, in: handle, with: [bytes], path: whole(place), durably: false) }
        let own = try Self.descend(from: handle, to: folder, making: true, whole: path.appending(folder))
        defer { System.close(own) }
        try DiskFile.replace(name, in: own, with: [bytes], path: whole(place), durably: false)
    }

    func whole(_ place: SitePath) -> String { path.appending(place).text }
}
