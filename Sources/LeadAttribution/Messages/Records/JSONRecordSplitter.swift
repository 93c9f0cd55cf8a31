import ByteText
import Disk

/// Cuts a text into its JSON objects: one a line, one after the other in any layout, or the elements of a list.
///
/// Only brackets and quotes are looked at. An object that is cut off, as by a full disk, ends where the next line begins with `{`, so one
/// broken line costs nothing but itself.
struct JSONRecordSplitter {
    enum Record: Equatable {
        /// An object in the window's bytes.
        case object(Range<Int>, line: Int, place: Int)
        /// Something else, or an object without an end, that was passed over.
        case broken(line: Int)
        /// The text ends within this object, in the window's bytes.
        case unfinished(Range<Int>, line: Int)
        case tooLong(line: Int)
    }

    /// Longer than anything a channel sends in one piece (Meta: 3 MB).
    static let limit = 8 << 20

    private(set) var window: RecordWindow

    init(_ window: RecordWindow) {
        self.window = window
    }

    /// The next record; nil at the end of the text.
    mutating func next() throws(FileError) -> Record? {
        while try window.hasByte() {
            switch window.bytes[window.index] {
            case .lineFeed:
                window.line += 1
                window.index += 1
            case .space, .tab, .carriageReturn, .comma, .openBracket, .closeBracket, 0x1E:
                window.index += 1
            case .openBrace:
                return try object()
            default:
                let line = window.line
                _ = try window.nextLine(limit: 0)
                return .broken(line: line)
            }
        }
        return nil
    }
}

private extension JSONRecordSplitter {
    mutating func object() throws(FileError) -> Record {
        var start = window.index
        let line = window.line
        let place = window.place
        // The brackets that are open, the innermost last.
        var open: [UInt8] = []
        var isInText = false
        while try window.hasByte(keeping: &start) {
            let byte = window.bytes[window.index]
            window.index += 1
            if byte == .lineFeed {
                if try brokeOff(before: &start, isInText: isInText, innermost: open.last) {
                    window.line += 1
                    return .broken(line: line)
                }
                window.line += 1
            } else if isInText {
                if byte == .quote { isInText = false } else if byte == .backslash, try window.hasByte(keeping: &start) {
                    if window.bytes[window.index] != .lineFeed { window.index += 1 }
                }
            } else if byte == .quote {
                isInText = true
            } else if byte == .openBrace || byte == .openBracket {
                open.append(byte)
            } else if byte == .closeBrace || byte == .closeBracket {
                _ = open.popLast()
                if open.isEmpty { return .object(start..<window.index, line: line, place: place) }
            }
            if window.index - start > Self.limit {
                _ = try window.nextLine(limit: 0)
                return .tooLong(line: line)
            }
        }
        return .unfinished(start..<window.index, line: line)
    }

    /// Whether the line feed before `index` cuts an object off: the next line begins an object of its own, where neither a value nor an
    /// element of a list can begin.
    mutating func brokeOff(before start: inout Int, isInText: Bool, innermost: UInt8?) throws(FileError) -> Bool {
        guard try window.hasByte(keeping: &start), window.bytes[window.index] == .openBrace else { return false }
        if isInText { return true }
        var last = window.index - 2
        while last > start, window.bytes[last].isASCIIWhitespace { last -= 1 }
        switch window.bytes[max(last, start)] {
        case .colon, .openBracket: return false
        case .comma: return innermost == .openBrace
        default: return true
        }
    }
}
