import ByteText
import Diagnostics
package import Disk
import Manifest
import PartnerCodes
import StructuredText

/// Finds new leads in the lead log: the first message of a person that carries a partner's code.
///
/// It remembers, in the folder `.notify` beside the log, how far each day was read, with which codes, and which persons are leads already. Killed
/// anywhere it finds the same leads again, and the outbox knows them by their ids; so notices go first, then persons, then places. With other
/// codes in the manifest the last days are read once more: a code that the manifest lacked when the message came may be a new partner's.
package struct LeadWatch {
    static let folderName: FileName = ".notify"
    private static let stateName: FileName = "places.json"
    private static let personsName: FileName = "persons"
    /// Where nothing is remembered, older leads are no news; in seconds.
    static let newsAtFirst = 3 * 86_400
    private static let chunk = 4 << 20

    private let log: SharedFolder
    private let memory: SharedFolder
    private var places: [LogDay: Int]?
    /// What the codes were that the log was read with.
    private var codes: String?
    private var persons: Set<String>

    /// Watches the log in the folder at `path`. To be made only while serving the outbox.
    package init(logAt path: String) throws(FileError) {
        log = try SharedFolder(path: path)
        memory = try log.folder(Self.folderName)
        (places, codes) = Self.state(try memory.read(Self.stateName))
        persons = Set(try Self.lines(memory.read(Self.personsName) ?? []))
    }

    /// Whether the log has a line that was not read yet.
    package func hasNews() throws(FileError) -> Bool {
        for day in try days() {
            guard let file = try log.openForReading(day.logName) else { continue }
            let place = places?[day] ?? 0
            let size = try file.status().size
            // Half a line is no news yet, and never if its process was killed.
            if size > place, try file.read(at: place, count: min(Self.chunk, size - place)).contains(.lineFeed) { return true }
        }
        return false
    }

    /// Whether the log was never looked into.
    package var isFirstLook: Bool { places == nil }

    /// Reads what is new in the log and puts a notice of each new lead into `outbox`, where `tells`; how many. `each` gets every new message of a
    /// person. `now` in seconds since 1970 UTC.
    package mutating func collect(
        _ matcher: Matcher, language: String, now: Int, into outbox: Outbox, tells: Bool = true, each: (Message) throws(FileError) -> Void = { _ in }
    ) throws(FileError) -> Int {
        let isFirst = isFirstLook
        let days = try days()
        // Days whose logs were moved away are forgotten, so that this does not grow for ever.
        var places = (places ?? [:]).filter { days.contains($0.key) }
        let codes = Self.fingerprint(matcher)
        let newest = LogDay(number: now / 86_400)
        var found = 0
        for day in days {
            guard let file = try log.openForReading(day.logName) else { continue }
            let size = try settledSize(file)
            // A log that became shorter is another one.
            let read = places[day].flatMap { $0 <= size ? $0 : nil } ?? 0
            let isJudgedAnew = !isFirst && codes != self.codes && day >= newest.adding(-Self.newsAtFirst / 86_400)
            var place = isJudgedAnew ? 0 : read
            // A place that is remembered must not be beyond what the disk has after a loss of power.
            if read < size { try file.sync() }
            while place < size {
                var lines = try file.read(at: place, count: min(Self.chunk, size - place))
                // What comes after the last line feed is still being written.
                guard let end = lines.lastIndex(of: .lineFeed) else { break }
                lines.removeLast(lines.count - end - 1)
                var known: [String] = []
                for message in Self.messages(lines, at: place) {
                    if message.direction != .own, message.offset >= read { try each(message) }
                    guard let keys = newPerson(of: message, &known) else { continue }
                    let verdict = matcher.verdict(on: message.text)
                    guard verdict.kind.isCredit, let partner = verdict.partnerNumber else { continue }
                    remember(keys, &known)
                    // A pulled message may have been sent long before it was stored.
                    if isFirst, let sent = message.time ?? message.receivedAt, now - sent.secondsForOrdering > Self.newsAtFirst { continue }
                    if !tells { continue }
                    let arrival = message.receivedAt ?? message.time
                    let id = OutboxEntry.ID(of: message.id ?? message.text + (arrival?.iso8601 ?? ""), for: .lead)
                    let notice = LeadNotice(
                        id: id, message: message, verdict: verdict, partnerName: matcher.directory.partners[partner].name, language: language)
                    if try outbox.add(OutboxEntry(id, for: .lead, createdAt: now, content: notice.json)) { found += 1 }
                }
                try append(known)
                place += lines.count
            }
            places[day] = place
        }
        try memory.replace(Self.stateName, with: Self.bytes(places, codes))
        (self.places, self.codes) = (places, codes)
        return found
    }
}

private extension LeadWatch {
    func days() throws(FileError) -> [LogDay] { try log.fileNames().compactMap { LogDay(logName: $0) }.sorted() }

    /// The size of a day's log while nobody writes to it: what a full disk broke off is cut away before the lock is let go.
    func settledSize(_ file: SharedFile) throws(FileError) -> Int {
        let lock = try log.lock()
        defer { withExtendedLifetime(lock) {} }
        return try file.status().size
    }

    /// What tells one set of codes from another, and whose they are.
    static func fingerprint(_ matcher: Matcher) -> String {
        var text: [UInt8] = []
        for partner in matcher.directory.partners { text.append(utf8: partner.id.text + " " + partner.codes.map(\.text).joined(separator: " ") + "\n") }
        return Hexadecimal.encode(SHA256.digest(text).prefix(16))
    }

    /// The keys of the person who wrote; nil for the business itself and for a person who is a lead, whose other keys are noted.
    mutating func newPerson(of message: Message, _ known: inout [String]) -> [String]? {
        if message.direction == .own { return nil }
        let keys = message.personKeys.map(\.text)
        if persons.isDisjoint(with: keys) { return keys }
        remember(keys, &known)
        return nil
    }

    mutating func remember(_ keys: [String], _ known: inout [String]) {
        for key in keys where persons.insert(key).inserted { known.append(key) }
    }

    /// The messages of whole lines of a log that begin at the byte `place` of it.
    static func messages(_ lines: [UInt8], at place: Int) -> [Message] {
        var start = 0
        var messages: [Message] = []
        while start < lines.count {
            let end = lines.firstOffset(of: .lineFeed, in: start..<lines.count)
            var problems: [Diagnostic] = []
            // A line that cannot be read is told by `attribution check`.
            if let value = JSONReader.read(lines, in: start..<end, path: "", dialect: .strict, into: &problems), LeadLog.isRecord(value) {
                messages += LeadLog.messages(value, RecordOrigin(source: "", line: 1, offset: place + start))
            }
            start = end + 1
        }
        return messages
    }

    /// Adds to the list of persons, one key a line, and waits for the disk. What a killed process left of a line is nobody's key.
    func append(_ keys: [String]) throws(FileError) {
        if keys.isEmpty { return }
        let file: SharedFile
        if let existing = try memory.open(Self.personsName) { file = existing } else { file = try memory.make(Self.personsName) }
        let size = try file.status().size
        let last = try file.read(at: max(0, size - 1), count: 1)
        let isWhole = last.isEmpty || last == [.lineFeed]
        try file.write(Array(((isWhole ? "" : "\n") + keys.map { $0 + "\n" }.joined()).utf8), at: size)
        try file.sync()
    }

    static func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: .lineFeed).map { String(decoding: $0, as: UTF8.self) }
    }

    static func state(_ bytes: [UInt8]?) -> (places: [LogDay: Int]?, codes: String?) {
        var problems: [Diagnostic] = []
        guard let bytes, let value = JSONReader.read(bytes, path: "", dialect: .strict, into: &problems), let members = value["read"]?.members
        else { return (nil, nil) }
        var places: [LogDay: Int] = [:]
        for member in members where !member.key.contains("/") && !member.key.isEmpty {
            if let day = LogDay(logName: FileName(member.key)), let place = member.value.number?.integer { places[day] = place }
        }
        return (places, value["codes"]?.string)
    }

    static func bytes(_ places: [LogDay: Int], _ codes: String) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.key("read")
            json.object { json in for (day, place) in places.sorted(by: { $0.key < $1.key }) { json.member(day.logName.text, place) } }
            json.member("codes", codes)
        }
        return json.bytes + [.lineFeed]
    }
}
