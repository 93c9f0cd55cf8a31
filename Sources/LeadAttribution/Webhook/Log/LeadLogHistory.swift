import Disk

/// The identities of messages in the days of a lead log that `LeadLogStore` looks into no more, because no channel delivers them again.
///
/// Only a pull asks for messages that old. 16 bytes and a set's place for each message; O(bytes of those days).
struct LeadLogHistory {
    private var identities: Set<MessageIdentity> = []
    private static let chunk = 4 << 20

    /// Reads the days of the log at `path` on which a message sent on the day `from` or later may stand. Messages are stored on the day of their
    /// arrival, which a clock that is off may put a day earlier.
    init(logAt path: String, from: LogDay, today: LogDay) throws(FileError) {
        let folder = try SharedFolder(path: path)
        for name in try folder.fileNames() {
            guard let day = LogDay(logName: name), day >= from.adding(-1), day <= today.adding(1 - LeadLogStore.daysOfRepeats),
                  let file = try folder.openForReading(name) else { continue }
            var place = 0
            let size = try file.status().size
            while place < size {
                let lines = try file.read(at: place, count: min(Self.chunk, size - place))
                guard let end = lines.lastIndex(of: 0x0A) else { break }
                for line in lines[..<end].split(separator: 0x0A) {
                    if let identity = LeadLogLine.identity(line) { identities.insert(identity) }
                }
                place += end + 1
            }
        }
    }

    /// Whether the log has `message`, by its id.
    func contains(_ message: Message) -> Bool {
        guard !identities.isEmpty, let identity = LeadLogLine.identity(LeadLogLine.bytes(message, receivedAt: nil).dropLast()) else { return false }
        return identities.contains(identity)
    }
}
