import ByteText
import Disk

/// A window that moves over a text and holds one record at a time, however the chunks fall.
struct RecordWindow {
    private var source: TextSource
    private let chunkSize: Int
    private(set) var bytes: [UInt8]
    /// How many of `bytes` have a meaning.
    private(set) var count: Int
    /// Of `bytes[0]`, from the start of the text.
    private(set) var offset = 0
    /// Where the next byte to look at is.
    var index = 0
    /// The number of the line that `index` is on.
    var line = 1
    private var isAtEnd: Bool

    init(_ source: TextSource, sample: Sample, chunkSize: Int) {
        self.source = source
        self.chunkSize = max(chunkSize, 16)
        bytes = sample.bytes
        count = sample.bytes.count
        isAtEnd = sample.isWhole
    }

    var fault: SourceFault? { source.fault }
    /// Where `index` is in the file.
    var place: Int { offset + index + source.skipped }

    /// Whether there is a byte at `index`, read if need be. What lies before `kept` may be dropped, which moves `index` and `kept`.
    mutating func hasByte(keeping kept: inout Int) throws(FileError) -> Bool {
        while index >= count {
            guard !isAtEnd else { return false }
            try readMore(keeping: &kept)
        }
        return true
    }

    /// As `hasByte`, where nothing before `index` is needed any more.
    mutating func hasByte() throws(FileError) -> Bool {
        var kept = index
        return try hasByte(keeping: &kept)
    }

    /// The next line without its end, which is passed over; nil at the end of the text. Of a line longer than `limit` only the beginning is
    /// returned, but all of it is passed over.
    mutating func nextLine(limit: Int) throws(FileError) -> (text: ArraySlice<UInt8>, isCut: Bool)? {
        guard try hasByte() else { return nil }
        var start = index
        var cut: [UInt8]?
        while try hasByte(keeping: &start) {
            index = bytes.firstOffset(of: .lineFeed, in: index..<count)
            if index < count { break }
            if index - start > limit {
                if cut == nil { cut = Array(bytes[start..<start + limit]) }
                start = index
            }
        }
        var end = index
        if index < count {
            index += 1
            line += 1
        }
        if let cut { return (cut[...], true) }
        if end > start, bytes[end - 1] == .carriageReturn { end -= 1 }
        return (bytes[start..<min(end, start + limit)], end - start > limit)
    }

    private mutating func readMore(keeping kept: inout Int) throws(FileError) {
        if kept > 0 {
            bytes.replaceSubrange(0..<count - kept, with: Array(bytes[kept..<count]))
            offset += kept
            index -= kept
            count -= kept
            kept = 0
        }
        if bytes.count < count + chunkSize {
            bytes.append(contentsOf: repeatElement(0, count: max(count + chunkSize, min(2 * count, count + (8 << 20))) - bytes.count))
        }
        let got = try source.read(into: &bytes, count..<count + chunkSize)
        if got == 0 { isAtEnd = true }
        count += got
    }
}
