import ByteText

/// A value of a row: where it stands, and whether reading it takes more than copying it.
package struct CSVField: Equatable, Sendable {
    /// The value's bytes, without the quotes around it; offsets from the start of the file.
    package var range: Range<Int>
    /// Whether quotes within it are doubled.
    package var hasDoubledQuotes: Bool
}

/// Cuts bytes into records and values (RFC 4180, and what spreadsheets make of it): the hot loop, which knows nothing of headers.
///
/// A quote opens a quoted value only at its very start; elsewhere it is an ordinary character, as in `5" pipe`. Lines end at
/// LF, CR LF or CR.
struct CSVScanner {
    /// How a record came to its end.
    enum Outcome: Equatable {
        case record
        /// The closing quote of a value is followed by other text, which begins there.
        case recordWithTextAfterQuote(Int)
        /// The quote that opens a value, and that nothing closes.
        case unclosedQuote(Int)
        /// The bytes end within the record, and more may follow.
        case incomplete
        case end
    }

    var delimiter: UInt8 = .comma

    /// Cuts the record that begins at `start` of `window` into `fields`; moves `start` behind it, line end included, unless it is
    /// incomplete. `base` is the window's place in the file; `isLast`: nothing follows the window. O(record).
    func nextRecord(
        of window: [UInt8], at start: inout Int, base: Int, isLast: Bool, into fields: inout [CSVField]
    ) -> Outcome {
        fields.removeAll(keepingCapacity: true)
        let end = window.count
        var index = start
        if index == end { return isLast ? .end : .incomplete }
        var outcome = Outcome.record
        while true {
            if index < end, window[index] == .quote {
                let opening = index
                var hasDoubledQuotes = false
                index += 1
                while true {
                    while index < end, window[index] != .quote { index += 1 }
                    if index == end { return isLast ? .unclosedQuote(base + opening) : .incomplete }
                    if index + 1 < end, window[index + 1] == .quote {
                        hasDoubledQuotes = true
                        index += 2
                    } else {
                        break
                    }
                }
                fields.append(CSVField(range: base + opening + 1..<base + index, hasDoubledQuotes: hasDoubledQuotes))
                index += 1
                while index < end, window[index] == .space { index += 1 }
                let after = index
                index = endOfValue(in: window, from: index)
                if index > after, outcome == .record { outcome = .recordWithTextAfterQuote(base + after) }
            } else {
                let first = index
                index = endOfValue(in: window, from: index)
                fields.append(CSVField(range: base + first..<base + index, hasDoubledQuotes: false))
            }
            if index == end { break }
            let byte = window[index]
            index += 1
            if byte == delimiter { continue }
            if byte == .lineFeed || index == end && isLast { break }
            if index == end { return .incomplete }
            if window[index] == .lineFeed { index += 1 }
            break
        }
        if index == end, !isLast, window[index - 1] != .lineFeed { return .incomplete }
        start = index
        return outcome
    }

    @inline(__always)
    private func endOfValue(in window: [UInt8], from start: Int) -> Int {
        var index = start
        while index < window.count {
            let byte = window[index]
            if byte == delimiter || byte == .lineFeed || byte == .carriageReturn { break }
            index += 1
        }
        return index
    }
}
