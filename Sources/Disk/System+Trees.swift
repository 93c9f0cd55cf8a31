/// Removing whole folders: only what this program made under a temporary name.
extension System {
    /// Removes the folder `name` with all that is in it, as far as it can; a link in it is removed, not followed.
    static func removeTree(_ folder: Int32, _ name: String) {
        let own = openFolder(folder, name, followingLinks: false)
        if own >= 0 {
            let again = openFolder(own, ".", followingLinks: false)
            for entry in entries(ofFolder: own) ?? [] where again >= 0 {
                if entry.kind == .folder { removeTree(again, entry.name) } else { _ = removeFile(again, entry.name) }
            }
            if again >= 0 { close(again) }
        }
        _ = removeFolder(folder, name)
    }
}
