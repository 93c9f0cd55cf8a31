import ByteText
package import Disk

/// Reads `.zip` archives through the system's `unzip`: `unzip -Z` lists, `unzip -p` prints one entry. Nothing is written to disk, and no
/// shell sees a name.
package struct UnzipArchive: ArchiveTool {
    private let program: String

    /// `program` is found by `PATH` unless it is a path.
    package init(program: String = "unzip") {
        self.program = program
    }

    package func entries(ofArchive path: String) -> ArchiveListing {
        switch OpenDescriptor.launch(program, [Array("-Z".utf8), Self.argument(path)]) {
        case .missing, .failed: return .toolMissing
        case .running(let listing):
            guard let (text, status) = listing.output(limit: 64 << 20), status == 0 || status == 1 else { return .unreadable }
            return .entries(Self.entries(inListing: text))
        }
    }

    package func open(_ entry: ArchiveEntry, ofArchive path: String, limit: Int) throws(FileError) -> any ByteSource {
        UnpackedEntry(program: program, arguments: [Array("-p".utf8), Self.argument(path), Self.pattern(entry.nameBytes)], limit: limit)
    }
}

extension UnzipArchive {
    /// A path that cannot be taken for an option.
    static func argument(_ path: String) -> [UInt8] { Array((path.hasPrefix("-") ? "./" + path : path).utf8) }

    /// A pattern that matches the one name: `unzip` takes names of entries for patterns with `*`, `?` and `[`. A backslash becomes `?`, because
    /// `unzip` shows it but looks for a slash where the archive was made on Windows.
    package static func pattern(_ name: [UInt8]) -> [UInt8] {
        var pattern: [UInt8] = []
        for (index, byte) in name.enumerated() {
            switch byte {
            case .backslash: pattern.append(UInt8(ascii: "?"))
            case UInt8(ascii: "*"), UInt8(ascii: "?"), .openBracket, .closeBracket: pattern += [.backslash, byte]
            case .hyphen where index == 0: pattern += [.backslash, byte]
            default: pattern.append(byte)
            }
        }
        return pattern
    }

    /// The lines of `unzip -Z` that stand for entries: eight columns, the fourth the size, and the name.
    package static func entries(inListing text: [UInt8]) -> [ArchiveEntry] {
        text.split(separator: .lineFeed).compactMap { line in
            let columns = line.split(separator: .space, maxSplits: 8, omittingEmptySubsequences: true)
            guard columns.count == 9, let kind = columns[0].first, Array("-?dl".utf8).contains(kind), columns[0].count >= 7,
                  let size = Int(String(decoding: columns[3], as: UTF8.self)), columns[7].contains(.colon)
            else { return nil }
            return ArchiveEntry(nameBytes: Array(columns[8]), size: size)
        }
    }
}

/// The output of `unzip -p`, counted, and started again where it is to be read again.
private struct UnpackedEntry: ByteSource {
    private let program: String
    private let arguments: [[UInt8]]
    private let limit: Int
    private var running: OpenDescriptor?
    private var taken = 0
    private(set) var fault: SourceFault?

    init(program: String, arguments: [[UInt8]], limit: Int) {
        self.program = program
        self.arguments = arguments
        self.limit = limit
    }

    mutating func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(FileError) -> Int {
        if fault != nil { return 0 }
        if running == nil, taken == 0 {
            guard case .running(let started) = OpenDescriptor.launch(program, arguments) else {
                fault = .damaged
                return 0
            }
            running = started
        }
        guard let running else { return 0 }
        let count = try running.read(into: &buffer, range)
        taken += count
        if taken > limit {
            fault = .tooLong(limit: limit)
            self.running = nil
            return max(0, count - (taken - limit))
        }
        if count == 0 {
            // 1 is a warning only, such as extra bytes before the archive.
            if running.finish() > 1 || taken == 0 { fault = .damaged }
            self.running = nil
            if taken == 0 { taken = 1 }
        }
        return count
    }

    mutating func restart() throws(FileError) -> Bool {
        running = nil
        taken = 0
        fault = nil
        return true
    }
}
