/// Whether users other than the owner may read or write the file at `path`, links followed; nil when nothing is there.
package func isOpenToOthers(path: String) -> Bool? {
    System.permissions(path: path).map { $0 & 0o077 != 0 }
}
