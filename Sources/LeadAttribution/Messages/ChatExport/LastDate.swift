import ByteText

/// The date of the header that was read last. Most messages are of the same day as the one before, and then the bytes of the date tell so
/// without being read.
struct LastDate {
    private(set) var date = WrittenDate()
    /// Midnight; nil where the date is none in the export's order.
    private(set) var day: MessageTime?
    /// How many bytes the date takes, with what stands before and after it; zero where it cannot be known again.
    private(set) var length = 0
    private var words: (UInt64, UInt64) = (0, 0)
    private var masks: (UInt64, UInt64) = (0, 0)

    /// Whether the same date stands at `start`.
    @inline(__always)
    func stands(_ bytes: [UInt8], at start: Int) -> Bool {
        length > 0 && (bytes.eightBytes(at: start) ^ words.0) & masks.0 | (bytes.eightBytes(at: start + 8) ^ words.1) & masks.1 == 0
    }

    /// Takes the date in `range` for the last one. One that is longer than two words, and of which the place is not known, is read every time.
    mutating func take(_ date: WrittenDate, day: MessageTime?, _ bytes: [UInt8], _ range: Range<Int>) {
        self.date = date
        self.day = day
        length = range.count <= 16 ? range.count : 0
        words = (bytes.eightBytes(at: range.lowerBound), bytes.eightBytes(at: range.lowerBound + 8))
        masks = (length >= 8 ? .max : 1 << UInt64(length * 8) &- 1, length >= 16 ? .max : length > 8 ? 1 << UInt64(length * 8 - 64) &- 1 : 0)
    }
}
