import Disk

/// A folder of the output and the files that this program wants in it.
struct OutputFolder: Sendable {
    /// Relative to the output folder; empty for the output folder itself.
    let path: String
    var files: [FileUpdate]

    init(_ path: String, _ files: [FileUpdate]) {
        self.path = path
        self.files = files
    }

    /// The paths of the files, relative to the output folder.
    var filePaths: [String] { files.map { Self.join(path, $0.path.text) } }

    static func join(_ folder: String, _ name: String) -> String {
        folder.isEmpty ? name : name.isEmpty ? folder : folder + "/" + name
    }
}
