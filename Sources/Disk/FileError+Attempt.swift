extension FileError.Operation {
    /// What did not succeed, as the beginning of a sentence that names the file next: "cannot read".
    package var attempt: String {
        switch self {
        case .read: "cannot read"
        case .list: "cannot open the folder"
        case .write: "cannot write"
        case .remove: "cannot remove"
        case .lock: "cannot lock"
        }
    }
}
