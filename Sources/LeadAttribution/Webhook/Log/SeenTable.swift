import ByteText
import Disk

/// The identities of the messages in one day's log, in a file that is looked into and never loaded: a table of hashes with open addressing.
///
/// A header of 64 bytes, then `capacity` places of 16 bytes, at most half of them taken; all zero is free. The log is the truth and the table
/// follows it: the header says up to which byte of which file the log is covered, and what lies beyond (a process was killed between the
/// two) is read again. A table of another log or of an earlier start of the machine, which may have lost part of it, is made anew, unless
/// it was sealed: brought to the disk when its day was over. All under the lock of the log's folder. Looking up costs one reading of 512 bytes
/// as a rule, whatever the number of messages.
struct SeenTable {
    private var file: SharedFile
    private var header: Header
    private let folder: SharedFolder
    private let name: FileName
    private let machineStart: [UInt8]

    struct Header: Equatable {
        static let size = 64
        /// In place of a start of the machine: the table is on the disk.
        static let sealed = [UInt8](repeating: 0xFF, count: 16)
        private static let mark = Array("SEENIDS1".utf8)

        /// The start of the machine at which the table was written, 16 bytes.
        var machineStart: [UInt8]
        /// Which file the log is.
        var logIdentity: UInt64
        /// How many bytes of the log are covered.
        var covered: Int
        /// How many places are taken; after an interruption perhaps fewer.
        var count: Int
        var capacity: Int
        /// Whether the log's name is on the disk.
        var isNameSynced: Bool
        /// Whether bringing the log to the disk has failed, so that it has to be written again before it counts as being there.
        var isDoubtful = false

        var bytes: [UInt8] {
            var bytes = Self.mark + (machineStart + [UInt8](repeating: 0, count: 16)).prefix(16)
            let marks: UInt64 = (isNameSynced ? 1 : 0) | (isDoubtful ? 2 : 0)
            for number in [logIdentity, UInt64(covered), UInt64(count), UInt64(capacity), marks] {
                for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> UInt64(shift))) }
            }
            return bytes
        }

        init(machineStart: [UInt8], logIdentity: UInt64, capacity: Int) {
            self.machineStart = Array((machineStart + [UInt8](repeating: 0, count: 16)).prefix(16))
            self.logIdentity = logIdentity
            self.capacity = capacity
            covered = 0
            count = 0
            isNameSynced = false
        }

        init?(_ bytes: [UInt8]) {
            guard bytes.count == Self.size, bytes.starts(with: Self.mark) else { return nil }
            func number(_ place: Int) -> UInt64 { (0..<8).reduce(0) { $0 | UInt64(bytes[24 + place * 8 + $1]) << UInt64($1 * 8) } }
            machineStart = Array(bytes[8..<24])
            logIdentity = number(0)
            guard let covered = Int(exactly: number(1)), let count = Int(exactly: number(2)), let capacity = Int(exactly: number(3)),
                  capacity > 0, capacity & (capacity - 1) == 0, count < capacity, number(4) <= 3 else { return nil }
            (self.covered, self.count, self.capacity, isNameSynced, isDoubtful) = (covered, count, capacity, number(4) & 1 == 1, number(4) & 2 == 2)
        }
    }

    static let firstCapacity = 1_024
    private static let probe = 32

    /// Opens the table called `name` of the log `log`, makes it if need be, and brings it up to what the log holds.
    init(_ name: FileName, in folder: SharedFolder, of log: SharedFile, machineStart: [UInt8]) throws(FileError) {
        self.folder = folder
        self.name = name
        self.machineStart = machineStart
        let (identity, size) = try log.status()
        let fresh = Header(machineStart: machineStart, logIdentity: identity, capacity: Self.firstCapacity)
        if let existing = try folder.open(name), let header = Header(try existing.read(at: 0, count: Header.size)),
           header.machineStart == fresh.machineStart || header.machineStart == Header.sealed, header.logIdentity == identity, header.covered <= size,
           try existing.status().size == Header.size + header.capacity * MessageIdentity.size {
            (file, self.header) = (existing, header)
        } else {
            header = fresh
            file = try Self.make(name, in: folder, header, places: nil)
        }
        try cover(log, to: size)
    }

    /// Whether the log's name is known to be on the disk.
    var isNameSynced: Bool { header.isNameSynced }

    /// Remembers that the log's name is on the disk.
    mutating func noteNameSynced() throws(FileError) {
        header.isNameSynced = true
        try file.write(header.bytes, at: 0)
    }

    /// Whether bringing the log to the disk has failed.
    var isLogDoubtful: Bool { header.isDoubtful }

    /// Remembers whether bringing the log to the disk has failed.
    mutating func noteLog(isDoubtful: Bool) throws(FileError) {
        header.isDoubtful = isDoubtful
        try file.write(header.bytes, at: 0)
    }

    /// Brings the table of a day that is over to the disk, so that the next start of the machine need not make it anew.
    mutating func seal() throws(FileError) {
        if header.machineStart == Header.sealed { return }
        try file.sync()
        header.machineStart = Header.sealed
        try file.write(header.bytes, at: 0)
        try file.sync()
    }

    func contains(_ identity: MessageIdentity) throws(FileError) -> Bool {
        try find(identity).isThere
    }

    /// Makes room for `count` more, so that a full disk shows before the log is written.
    mutating func reserve(_ count: Int) throws(FileError) {
        if (header.count + count) * 2 <= header.capacity { return }
        try remake(adding: [], roomFor: count)
    }

    /// Adds what a line of the log that ends at `end` holds; room for it was reserved.
    mutating func add(_ identities: [MessageIdentity], coveringLogTo end: Int) throws(FileError) {
        try unseal()
        for identity in identities {
            let (isThere, place) = try find(identity)
            if !isThere { try file.write(identity.bytes, at: Header.size + place * MessageIdentity.size) }
            // Counted even if it was there: an interruption may have left it out of the count.
            header.count += 1
        }
        header.covered = end
        try file.write(header.bytes, at: 0)
    }
}

private extension SeenTable {
    /// A new file in the place of an old one, with all its places on the disk's books.
    static func make(_ name: FileName, in folder: SharedFolder, _ header: Header, places: [UInt8]?) throws(FileError) -> SharedFile {
        let temporary = FileName(name.text + ".new")
        let file = try folder.make(temporary)
        try file.write(header.bytes + (places ?? [UInt8](repeating: 0, count: header.capacity * MessageIdentity.size)), at: 0)
        try folder.rename(temporary, to: name)
        return file
    }

    /// A sealed table that is written to may be lost again.
    mutating func unseal() throws(FileError) {
        guard header.machineStart == Header.sealed else { return }
        header.machineStart = Header(machineStart: machineStart, logIdentity: 0, capacity: 1).machineStart
        try file.write(header.bytes, at: 0)
    }

    /// Writes the table anew, with `identities` as well and room for `count` more: in memory, and then in one piece.
    mutating func remake(adding identities: [MessageIdentity], roomFor count: Int) throws(FileError) {
        let old = try file.read(at: Header.size, count: header.capacity * MessageIdentity.size)
        var capacity = header.capacity
        while (header.count + identities.count + count) * 2 > capacity { capacity *= 2 }
        var places = capacity == header.capacity ? old : [UInt8](repeating: 0, count: capacity * MessageIdentity.size)
        var taken = capacity == header.capacity ? header.count : 0
        func insert(_ entry: ArraySlice<UInt8>, at first: Int) {
            var place = first
            while true {
                let range = place * MessageIdentity.size..<(place + 1) * MessageIdentity.size
                if places[range] == entry { return }
                if places[range].allSatisfy({ $0 == 0 }) {
                    places.replaceSubrange(range, with: entry)
                    taken += 1
                    return
                }
                place = (place + 1) & (capacity - 1)
            }
        }
        if capacity != header.capacity {
            for start in stride(from: 0, to: old.count, by: MessageIdentity.size) {
                let entry = old[start..<start + MessageIdentity.size]
                if !entry.allSatisfy({ $0 == 0 }) { insert(entry, at: MessageIdentity(stored: entry).place(in: capacity)) }
            }
        }
        for identity in identities { insert(identity.bytes[...], at: identity.place(in: capacity)) }
        header.capacity = capacity
        header.count = taken
        file = try Self.make(name, in: folder, header, places: places)
    }

    /// Where `identity` is, or the free place where it belongs.
    func find(_ identity: MessageIdentity) throws(FileError) -> (isThere: Bool, place: Int) {
        var place = identity.place(in: header.capacity)
        var left = header.capacity
        while left > 0 {
            let count = min(Self.probe, header.capacity - place)
            let bytes = try file.read(at: Header.size + place * MessageIdentity.size, count: count * MessageIdentity.size)
            for (index, start) in stride(from: 0, to: bytes.count, by: MessageIdentity.size).enumerated() {
                let entry = bytes[start..<min(start + MessageIdentity.size, bytes.count)]
                if entry.elementsEqual(identity.bytes) { return (true, place + index) }
                if entry.allSatisfy({ $0 == 0 }) { return (false, place + index) }
            }
            left -= count
            place = (place + count) & (header.capacity - 1)
        }
        throw FileError(.read, name.text, code: 0, reason: "the table of message ids is damaged; remove the file and it is made anew")
    }

    mutating func cover(_ log: SharedFile, to size: Int) throws(FileError) {
        var offset = header.covered
        while offset < size {
            var lines = try log.read(at: offset, count: min(Self.chunk, size - offset))
            if lines.isEmpty { return }
            guard let end = lines.lastIndex(of: .lineFeed) else {
                // A line longer than any that is written here, or one without its end: neither is a message.
                if lines.count < Self.chunk { return }
                offset += lines.count
                continue
            }
            lines.removeLast(lines.count - end - 1)
            let identities = lines.split(separator: .lineFeed).compactMap(LeadLogLine.identity)
            offset += lines.count
            if identities.count <= Self.fewLines {
                try reserve(identities.count)
                try add(identities, coveringLogTo: offset)
            } else {
                try unseal()
                header.covered = offset
                try remake(adding: identities, roomFor: 0)
            }
        }
    }

    static let chunk = 16 << 20
    /// So many are added one by one; more by writing the table anew.
    static let fewLines = 64
}

private extension MessageIdentity {
    init(stored bytes: ArraySlice<UInt8>) { self.bytes = Array(bytes) }
}
