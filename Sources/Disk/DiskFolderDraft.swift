import Synchronization

/// A folder of the disk that bears a temporary name until it is whole.
///
/// A final class because it owns an open folder handle, and the folder itself until that is published.
final class DiskFolderDraft: FolderDraft {
    private let parent: Int32
    private let path: SitePath
    private let isPublished = Atomic(false)

    /// Makes the folder for `path` in `parent`, an open folder which it takes over.
    init(of path: SitePath, in parent: Int32) throws(FileError) {
        (self.path, self.parent) = (path, parent)
        if System.makeEmptyFolder(parent, temporaryName) < 0 { throw FileError.last(.write, path.text) }
    }

    deinit {
        if !isPublished.load(ordering: .acquiring) { System.removeTree(parent, temporaryName) }
        System.close(parent)
    }

    func open() throws(FileError) -> any OpenFolder {
        let folder = System.openFolder(parent, temporaryName, followingLinks: false)
        if folder < 0 { throw FileError.last(.write, path.text) }
        return OpenDiskFolder(folder, path: path, isDraft: true)
    }

    func publish() throws(FileError) {
        if System.rename(parent, temporaryName, to: path.name) < 0 { throw FileError.last(.write, path.text) }
        isPublished.store(true, ordering: .releasing)
        if System.sync(parent) < 0 { throw FileError.last(.write, path.folder.text) }
    }

    private var temporaryName: String { DiskFile.temporaryName(path.name) }
}
