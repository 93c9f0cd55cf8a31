import ByteText
import Disk

/// The UTF-8 text of a source: a byte order mark is dropped, and UTF-16 is converted on the way.
///
/// UTF-16 is known by its byte order mark, or by zero bytes beside ASCII where an editor left the mark out. Half of a surrogate
/// pair becomes U+FFFD. Places in the text count from the end of a UTF-8 mark, whose length is `skipped`.
struct TextSource {
    enum Encoding: Equatable, Sendable { case utf8, utf16LittleEndian, utf16BigEndian }

    private var source: any ByteSource
    private(set) var encoding: Encoding?
    /// 3 where a UTF-8 byte order mark was dropped.
    private(set) var skipped = 0
    /// Bytes that are read but not yet handed on: the first ones, or half of a unit of UTF-16.
    private var held: [UInt8] = []
    private var raw: [UInt8] = []
    private var highSurrogate: UInt16?
    private var isAtEnd = false

    init(_ source: any ByteSource) {
        self.source = source
    }

    var fault: SourceFault? { source.fault }

    /// As `ByteSource.read`, in UTF-8. `range` must have room for 16 bytes.
    mutating func read(into buffer: inout [UInt8], _ range: Range<Int>) throws(FileError) -> Int {
        if encoding == nil { try recognise() }
        guard encoding != .utf8 else {
            if held.isEmpty { return try source.read(into: &buffer, range) }
            let count = min(held.count, range.count)
            buffer.replaceSubrange(range.lowerBound..<range.lowerBound + count, with: held[..<count])
            held.removeFirst(count)
            return count
        }
        while !isAtEnd {
            let count = try readUTF16(into: &buffer, range)
            if count > 0 { return count }
        }
        return 0
    }

    /// Starts again from the first byte; false where the source cannot.
    mutating func restart() throws(FileError) -> Bool {
        guard try source.restart() else { return false }
        encoding = nil
        skipped = 0
        held = []
        highSurrogate = nil
        isAtEnd = false
        return true
    }
}

private extension TextSource {
    mutating func recognise() throws(FileError) {
        var start = [UInt8](repeating: 0, count: 4)
        var count = 0
        while count < start.count {
            let more = try source.read(into: &start, count..<start.count)
            if more == 0 { break }
            count += more
        }
        held = Array(start[..<count])
        if held.starts(with: [0xEF, 0xBB, 0xBF]) {
            encoding = .utf8
            skipped = 3
            held.removeFirst(3)
        } else if held.starts(with: [0xFF, 0xFE]) {
            encoding = .utf16LittleEndian
            held.removeFirst(2)
        } else if held.starts(with: [0xFE, 0xFF]) {
            encoding = .utf16BigEndian
            held.removeFirst(2)
        } else if held.count == 4, held[1] == 0, held[3] == 0, held[0] != 0, held[2] != 0 {
            encoding = .utf16LittleEndian
        } else if held.count == 4, held[0] == 0, held[2] == 0, held[1] != 0, held[3] != 0 {
            encoding = .utf16BigEndian
        } else {
            encoding = .utf8
        }
    }

    /// A unit of two bytes becomes at most three bytes of UTF-8, so a third of the room is asked for.
    mutating func readUTF16(into buffer: inout [UInt8], _ range: Range<Int>) throws(FileError) -> Int {
        let wanted = max(2, range.count / 3 * 2 - 4 - held.count)
        if raw.count < held.count + wanted { raw = [UInt8](repeating: 0, count: held.count + wanted) }
        raw.replaceSubrange(..<held.count, with: held)
        let got = try source.read(into: &raw, held.count..<held.count + wanted)
        let count = held.count + got
        var end = range.lowerBound
        func put(_ scalar: Unicode.Scalar, in buffer: inout [UInt8]) {
            for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                buffer[end] = byte
                end += 1
            }
        }
        var index = 0
        while index + 1 < count {
            let low = encoding == .utf16LittleEndian ? raw[index] : raw[index + 1]
            let high = encoding == .utf16LittleEndian ? raw[index + 1] : raw[index]
            let unit = UInt16(high) << 8 | UInt16(low)
            index += 2
            if let first = highSurrogate {
                highSurrogate = nil
                if unit & 0xFC00 == 0xDC00 {
                    let value = 0x1_0000 + (UInt32(first & 0x3FF) << 10 | UInt32(unit & 0x3FF))
                    put(Unicode.Scalar(value) ?? "\u{FFFD}", in: &buffer)
                    continue
                }
                put("\u{FFFD}", in: &buffer)
            }
            if unit & 0xFC00 == 0xD800 { highSurrogate = unit } else { put(Unicode.Scalar(unit) ?? "\u{FFFD}", in: &buffer) }
        }
        held = Array(raw[index..<count])
        if got == 0 {
            isAtEnd = true
            if highSurrogate != nil || !held.isEmpty { put("\u{FFFD}", in: &buffer) }
            highSurrogate = nil
            held = []
        }
        return end - range.lowerBound
    }
}
