/// A small file that only its owner may read, such as one with keys.
package enum SecretFile {
    /// What came of reading one.
    package enum Contents: Equatable, Sendable {
        case bytes([UInt8])
        case missing
        /// Others than its owner may read or change it; not read.
        case openToOthers
        /// Longer than `limit`, or no file at all; not read.
        case unfit
    }

    /// In bytes.
    package static let limit = 65_536

    /// The file at `path`. Permissions are those of the file that was opened, so they cannot change in between.
    package static func read(_ path: String) throws(FileError) -> Contents {
        let file = System.openForReading(path: path)
        if file < 0 {
            if System.lastError == System.missing || System.lastError == System.notAFolder { return .missing }
            throw FileError.last(.read, path)
        }
        defer { System.close(file) }
        guard let size = System.regularFileSize(file), size <= limit else { return .unfit }
        guard System.isOpenToOthers(file) == false else { return .openToOthers }
        return .bytes(try DiskFile.contents(of: file, size: size, path: path))
    }
}
