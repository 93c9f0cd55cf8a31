import ByteText

/// The header that was read last. Most messages are of the same day as the one before, and many of the same minute: then the bytes tell so
/// without being read.
struct LastHeader {
    private(set) var date = WrittenDate()
    /// Midnight; nil where the date is none in the export's order.
    private(set) var day: MessageTime?
    private(set) var clock = WrittenClock()
    /// How many bytes the header takes; zero where it cannot be known again.
    private(set) var length = 0
    /// How many bytes the date takes, with what stands before and after it; zero where it cannot be known again.
    private(set) var dateLength = 0
    /// Of the header: its first eight bytes, eight in the middle and the last eight, which leave none out.
    private var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
    private var middle = 0
    private var dateWords: (UInt64, UInt64) = (0, 0)
    private var dateMasks: (UInt64, UInt64) = (0, 0)

    /// Whether the same header stands at `start`.
    @inline(__always)
    func stands(_ bytes: [UInt8], at start: Int) -> Bool {
        length > 0 && (bytes.eightBytes(at: start) ^ words.0) | (bytes.eightBytes(at: start + middle) ^ words.1)
            | (bytes.eightBytes(at: start + length - 8) ^ words.2) == 0
    }

    /// Whether the same date stands at `start`.
    @inline(__always)
    func dateStands(_ bytes: [UInt8], at start: Int) -> Bool {
        dateLength > 0 && (bytes.eightBytes(at: start) ^ dateWords.0) & dateMasks.0 | (bytes.eightBytes(at: start + 8) ^ dateWords.1) & dateMasks.1 == 0
    }

    /// Takes the header in `range` for the last one, of which the date is known.
    mutating func take(_ clock: WrittenClock, _ bytes: [UInt8], _ range: Range<Int>) {
        self.clock = clock
        // Three words hold no more.
        length = 8...24 ~= range.count ? range.count : 0
        if length == 0 { return }
        middle = min(8, length - 8)
        words = (bytes.eightBytes(at: range.lowerBound), bytes.eightBytes(at: range.lowerBound + middle), bytes.eightBytes(at: range.upperBound - 8))
    }

    /// Takes the date in `range` for the last one. One that is longer than two words, and of which the place is not known, is read every time.
    mutating func take(_ date: WrittenDate, day: MessageTime?, _ bytes: [UInt8], _ range: Range<Int>) {
        self.date = date
        self.day = day
        length = 0
        dateLength = range.count <= 16 ? range.count : 0
        dateWords = (bytes.eightBytes(at: range.lowerBound), bytes.eightBytes(at: range.lowerBound + 8))
        dateMasks = (
            dateLength >= 8 ? .max : 1 << UInt64(dateLength * 8) &- 1, dateLength >= 16 ? .max : dateLength > 8 ? 1 << UInt64(dateLength * 8 - 64) &- 1 : 0)
    }
}
