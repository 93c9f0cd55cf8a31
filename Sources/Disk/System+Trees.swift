/// Whole folders that this program makes under a temporary name.
extension System {
    /// Makes the folder `name`. What a killed run left under that name is of no use and goes.
    static func makeEmptyFolder(_ folder: Int32, _ name: String) -> Int32 {
        let result = makeFolder(folder, name)
        if result >= 0 || lastError != exists { return result }
        removeTree(folder, name)
        return makeFolder(folder, name)
    }

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
