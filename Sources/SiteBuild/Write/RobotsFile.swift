import Disk

/// `robots.txt`: everything may be read. What search engines shall not list says so itself (`noindex`), and they have to be let in
/// to see it; naming a kit's address here would tell the world of it (RFC 9309, section 3).
enum RobotsFile {
    static let file = FileUpdate("robots.txt", Array("User-agent: *\nAllow: /\n".utf8))

    /// Whether the file is the build's to write: not where someone has put another one.
    static func isOurs(_ owned: OwnedFiles, _ disk: any FileSystem, _ folder: SitePath) throws(FileError) -> Bool {
        if owned.contains(file.path.text) { return true }
        let place = folder.appending(file.path)
        switch try disk.kind(of: place) {
        case nil: return true
        case .file: return try disk.read(place) == file.bytes
        case .folder, .link, .other: return false
        }
    }
}
