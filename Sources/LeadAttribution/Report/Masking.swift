import ByteText

/// Hides most digits of telephone numbers, so that a report can be passed on: `+7 912 ***-**-89`.
///
/// Digits become stars one for one, so places in a text stay what they are.
package enum Masking {
    /// `text` with the inner digits of every telephone number in it hidden. Dates and short numbers stay.
    package static func numbers(in text: String) -> String {
        var bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            guard bytes[index].isASCIIDigit || bytes[index] == .ascii("+") else {
                index += 1
                continue
            }
            let end = endOfNumber(bytes, from: index)
            mask(&bytes, index..<end)
            index = max(end, index + 1)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// How a person is shown to others: a number masked, a name by its beginning (`Анна Петрова` is `Ан…`).
    package static func person(_ label: String) -> String {
        let masked = numbers(in: label)
        if masked != label { return masked }
        if label.isEmpty { return "?" }
        let digits = label.utf8.count { $0.isASCIIDigit }
        return digits >= 5 ? String(label.prefix(3)) + "***" : String(label.prefix(2)) + "…"
    }
}

private extension Masking {
    /// Past the last digit of the number that begins at `start`: digits with single signs between them.
    static func endOfNumber(_ bytes: [UInt8], from start: Int) -> Int {
        var end = bytes[start] == .ascii("+") ? start + 1 : start
        var index = end
        var gap = 0
        while index < bytes.count, gap <= 2 {
            if bytes[index].isASCIIDigit {
                end = index + 1
                gap = 0
            } else if " -().".utf8.contains(bytes[index]) {
                gap += 1
            } else if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
                index += 1
                gap += 1
            } else {
                break
            }
            index += 1
        }
        return end
    }

    static func mask(_ bytes: inout [UInt8], _ range: Range<Int>) {
        let places = range.filter { bytes[$0].isASCIIDigit }
        guard 7...15 ~= places.count, !isDate(bytes[range]) else { return }
        for place in places.dropFirst(4).dropLast(2) { bytes[place] = .ascii("*") }
    }

    /// `2026-11-25 10`, `25.11.2026`.
    static func isDate(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split { !$0.isASCIIDigit }
        guard parts.count >= 3, text.first != .ascii("+") else { return false }
        let year = parts.prefix(3).first { $0.count == 4 }
        return year.map { $0.starts(with: "20".utf8) || $0.starts(with: "25".utf8) } ?? false
    }
}
