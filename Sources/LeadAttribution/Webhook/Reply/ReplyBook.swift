import ByteText
package import Disk

/// Who was answered when, so that a person gets one reply in 24 hours however much they write: the folder `.replies` beside the lead log, a file a
/// day (UTC), a line for each key of a person.
///
/// Any number of processes may ask at once. Not synced: a machine that loses power may answer somebody twice.
package struct ReplyBook {
    static let folderName: FileName = ".replies"
    /// In seconds.
    static let pause = 86_400

    private let folder: SharedFolder

    /// The book beside the log in the folder at `path`, which must exist.
    package init(besideLogAt path: String) throws(FileError) {
        folder = try SharedFolder(path: path).folder(Self.folderName)
    }

    /// Notes that the message `id` of the person with `keys` is answered at `now`, in seconds since 1970 UTC; false, and nothing is noted, where
    /// another message of theirs was within 24 hours. The same message may be claimed again.
    package func claim(_ id: String, of keys: [PersonKey], now: Int) throws(FileError) -> Bool {
        let lock = try folder.lock()
        defer { withExtendedLifetime(lock) {} }
        let today = LogDay(number: now / 86_400)
        let message = OutboxEntry.ID(of: id, for: .reply).text
        for name in try folder.fileNames() {
            guard let day = LogDay(text: name.text[...]) else { continue }
            if day < today.adding(-1) {
                try folder.remove(name)
                continue
            }
            for line in String(decoding: try folder.read(name) ?? [], as: UTF8.self).split(separator: "\n") {
                let words = line.split(separator: " ", maxSplits: 2)
                guard words.count == 3, let time = Int(words[0]), time > now - Self.pause, keys.contains(where: { $0.text == words[2] }) else { continue }
                return words[1] == message
            }
        }
        let name = FileName(today.text)
        let file: SharedFile
        if let existing = try folder.open(name) { file = existing } else { file = try folder.make(name) }
        let size = try file.status().size
        let last = try file.read(at: max(0, size - 1), count: 1)
        let isWhole = last.isEmpty || last == [.lineFeed]
        try file.write(Array(((isWhole ? "" : "\n") + keys.map { "\(now) \(message) \($0.text)\n" }.joined()).utf8), at: size)
        return true
    }
}
