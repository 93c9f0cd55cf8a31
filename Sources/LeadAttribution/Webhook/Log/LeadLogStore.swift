import ByteText
package import Disk

/// The lead log of one machine: a folder with a file a day (UTC), `2026-11-22.jsonl`, that any number of processes add to.
///
/// A message is stored once, however often and to whichever process it is delivered: under the folder's lock its id is looked for in the
/// days that a channel may still send again (Meta: seven), and in days to come, where a clock was off. Then its line is added in one
/// piece; what a killed process left of a line is cut away first, for it was never answered. The lock is let go before the disk is waited
/// for, so that many processes wait for the disk together; nothing is answered before that. Where the disk refuses, the log is written to it again
/// before anything else is answered.
package final class LeadLogStore {
    /// Meta sends again for seven days (webhooks overview, April 2026).
    static let daysOfRepeats = 8
    static let seenFolder: FileName = ".seen"

    private let folder: SharedFolder
    private let seen: SharedFolder
    private let machineStart: [UInt8]

    /// Opens the folder at `path`, which must exist. A class because it owns open folders.
    package init(path: String, machineStart: [UInt8] = Machine.startIdentity ?? []) throws(FileError) {
        folder = try SharedFolder(path: path)
        seen = try folder.folder(Self.seenFolder)
        self.machineStart = machineStart
    }

    /// Stores those of `messages` that are new and waits until all of them are on the disk; how many were new. `now` is in seconds since
    /// 1970 UTC.
    package func store(_ messages: [Message], now: Int) throws(FileError) -> Int {
        guard let receivedAt = MessageTime(unixSeconds: now) else {
            throw FileError(.write, folder.path, code: 0, reason: "the clock of this computer is wrong by thousands of years")
        }
        let lines = messages.map { LeadLogLine.bytes($0, receivedAt: receivedAt) }
        if lines.isEmpty { return 0 }
        let (days, added) = try add(lines, on: LogDay(receivedAt))
        for day in days {
            do throws(FileError) {
                try day.log.sync()
            } catch {
                // Where even this fails, there is nobody left to tell; the sender is told either way.
                try? noteFailedSync(of: day.day)
                throw error
            }
        }
        return added
    }

    /// Remembers that the log of `day` may not be on the disk though the system believes so.
    func noteFailedSync(of day: LogDay) throws(FileError) {
        let lock = try folder.lock()
        defer { withExtendedLifetime(lock) {} }
        guard let log = try folder.openForReading(day.logName) else { return }
        var table = try SeenTable(day.tableName, in: seen, of: log, machineStart: machineStart)
        try table.noteLog(isDoubtful: true)
    }
}

private extension LeadLogStore {
    /// A day's log, its table, and which day it is.
    struct OpenDay {
        var day: LogDay
        var log: SharedFile
        var table: SeenTable
    }

    /// Adds what is new, under the lock; the logs that must be on the disk before anything is answered.
    func add(_ lines: [[UInt8]], on today: LogDay) throws(FileError) -> (touched: [(day: LogDay, log: SharedFile)], added: Int) {
        let lock = try folder.lock()
        defer { withExtendedLifetime(lock) {} }
        let (log, size) = try openLog(of: today)
        var table = try SeenTable(today.tableName, in: seen, of: log, machineStart: machineStart)
        try settle(log, &table)
        let others = try otherDays(than: today)

        var touched = [(day: today, log: log)]
        var fresh: [MessageIdentity] = []
        var batch = BatchIdentities(count: lines.count)
        var bytes: [UInt8] = []
        for line in lines {
            guard let identity = LeadLogLine.identity(line.dropLast()), !batch.hadBefore(identity) else { continue }
            if try table.contains(identity) { continue }
            var isKnown = false
            for other in others where try other.table.contains(identity) {
                isKnown = true
                touched.append((other.day, other.log))
                break
            }
            if isKnown { continue }
            fresh.append(identity)
            bytes += line
        }
        if !table.isNameSynced {
            try folder.sync()
            try table.noteNameSynced()
        }
        if fresh.isEmpty { return (touched, 0) }
        try table.reserve(fresh.count)
        do throws(FileError) {
            try log.write(bytes, at: size)
        } catch {
            // Half a line is worse than none; where even this fails, the next process does it.
            try? log.truncate(to: size)
            throw error
        }
        // From here on the line counts: if the table fails, the next process reads it from the log.
        try table.add(fresh, coveringLogTo: size + bytes.count)
        return (touched, fresh.count)
    }

    /// The day's log, made where it is missing, and its size without what a killed process left of a line.
    func openLog(of day: LogDay) throws(FileError) -> (log: SharedFile, size: Int) {
        let log: SharedFile
        if let existing = try folder.open(day.logName) { log = existing } else { log = try folder.make(day.logName) }
        let size = try log.status().size
        let whole = try endOfLastLine(log, size)
        if whole < size { try log.truncate(to: whole) }
        return (log, whole)
    }

    func endOfLastLine(_ log: SharedFile, _ size: Int) throws(FileError) -> Int {
        if size == 0 { return 0 }
        if try log.read(at: size - 1, count: 1) == [.lineFeed] { return size }
        var end = size
        while end > 0 {
            let start = max(0, end - 65_536)
            if let place = try log.read(at: start, count: end - start).lastIndex(of: .lineFeed) { return start + place + 1 }
            end = start
        }
        return 0
    }

    /// The other days whose messages may come again: the last ones, and any in the future. Tables of days long past are removed.
    func otherDays(than today: LogDay) throws(FileError) -> [OpenDay] {
        let oldest = today.adding(-Self.daysOfRepeats)
        var days: [LogDay] = []
        for back in 1...Self.daysOfRepeats { days.append(today.adding(-back)) }
        for name in try seen.fileNames() {
            guard let day = LogDay(tableName: name), day != today else { continue }
            if day < oldest { try seen.remove(name) } else if day > today { days.append(day) }
        }
        var others: [OpenDay] = []
        for day in days.sorted() {
            guard let log = try folder.openForReading(day.logName) else { continue }
            var table = try SeenTable(day.tableName, in: seen, of: log, machineStart: machineStart)
            if table.isLogDoubtful, let writable = try folder.open(day.logName) { try settle(writable, &table) }
            if day < today { try table.seal() }
            others.append(OpenDay(day: day, log: log, table: table))
        }
        return others
    }

    /// Brings a log to the disk that an earlier process could not bring there.
    func settle(_ log: SharedFile, _ table: inout SeenTable) throws(FileError) {
        if !table.isLogDoubtful { return }
        try log.writeAgain()
        try log.sync()
        try table.noteLog(isDoubtful: false)
    }
}

/// A day of the lead log, by UTC.
struct LogDay: Hashable, Comparable {
    /// Days since 1970-01-01.
    let number: Int

    init(number: Int) { self.number = number }

    /// The day of a time in UTC.
    init(_ time: MessageTime) { number = time.dayNumber }

    /// The day whose log is called `logName`.
    init?(logName: FileName) { self.init(name: logName, ending: ".jsonl") }

    /// The day whose table of ids is called `tableName`.
    init?(tableName: FileName) { self.init(name: tableName, ending: ".ids") }

    /// The day that `text` names as `2026-11-22`.
    init?(text: Substring) {
        guard text.utf8.count == 10, let time = MessageTime(reading: String(text) + "T00:00:00") else { return nil }
        self.init(time)
    }

    private init?(name: FileName, ending: String) {
        guard name.text.utf8.count == 10 + ending.utf8.count, name.text.hasSuffix(ending) else { return nil }
        self.init(text: name.text.prefix(10))
    }

    var logName: FileName { FileName(text + ".jsonl") }
    var tableName: FileName { FileName(text + ".ids") }

    func adding(_ days: Int) -> LogDay { LogDay(number: number + days) }

    static func < (left: LogDay, right: LogDay) -> Bool { left.number < right.number }

    /// `2026-11-22`
    var text: String {
        let time = Array((MessageTime(unixSeconds: number * 86_400)?.iso8601 ?? "").utf8)
        return String(decoding: time.prefix(10), as: UTF8.self)
    }
}

/// The identities of one delivery so far. A set where there are many; one message, which is nearly always all, does without: making a set for
/// the first time costs a program that ends at once more than storing the message.
private struct BatchIdentities {
    private var few: [MessageIdentity] = []
    private var many: Set<MessageIdentity>?

    init(count: Int) {
        if count > 16 { many = [] }
    }

    /// Whether `identity` was asked for before.
    mutating func hadBefore(_ identity: MessageIdentity) -> Bool {
        if many != nil { return many?.insert(identity).inserted == false }
        for known in few where known.bytes == identity.bytes { return true }
        few.append(identity)
        return false
    }
}
