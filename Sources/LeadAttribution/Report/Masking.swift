import ByteText

/// Hides most digits of telephone numbers, so that a report can be passed on: `+7 912 ***-**-89`.
///
/// Digits of any script become stars of as many bytes, so places in a text stay what they are.
package enum Masking {
    /// `text` with the inner digits of every telephone number in it hidden, of cards too. Dates and short numbers stay.
    package static func numbers(in text: String) -> String { masked(text) { _ in true } }

    /// The name of a file of messages, in which a phone may have written the number of the other side. Other digits tell one file from
    /// another, and stay.
    package static func source(_ source: String) -> String {
        masked(source) { $0.first == .ascii("+") || $0.contains(.space) || $0.contains(.ascii("(")) }
    }

    private static func masked(_ text: String, where isNumber: (ArraySlice<UInt8>) -> Bool) -> String {
        var bytes = Array(text.utf8)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == .ascii("+") || digitLength(bytes, index) > 0 else {
                index += 1
                continue
            }
            let end = endOfNumber(bytes, from: index)
            if isNumber(bytes[index..<end]) { mask(&bytes, index..<end) }
            index = max(end, index + 1)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// How a person is shown to others: a number masked, a name by its beginning (`Анна Петрова` is `Ан…`).
    package static func person(_ label: String) -> String {
        let masked = numbers(in: label)
        if masked != label { return masked }
        let name = ChatName.plain(label)
        if name.isEmpty { return "?" }
        let digits = name.utf8.count { $0.isASCIIDigit }
        return digits >= 5 ? String(name.prefix(3)) + "***" : String(name.prefix(2)) + "…"
    }

    /// The same as others than the owner may see it: a phone names the export of a chat after the person with `label`.
    package static func source(_ source: String, of label: String) -> String {
        let name = ChatName.plain(label)
        // A name of one letter would be found in every word.
        return self.source(name.count < 2 ? source : source.replacing(name, with: person(name)))
    }
}

private extension Masking {
    /// Past the last digit of the number that begins at `start`: digits with single signs between them.
    static func endOfNumber(_ bytes: [UInt8], from start: Int) -> Int {
        var end = bytes[start] == .ascii("+") ? start + 1 : start
        var index = end
        var gap = 0
        while index < bytes.count, gap <= 2 {
            let length = digitLength(bytes, index)
            if length > 0 {
                end = index + length
                gap = 0
            } else if " -().".utf8.contains(bytes[index]) {
                gap += 1
            } else if bytes[index] == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
                index += 1
                gap += 1
            } else {
                break
            }
            index += max(1, length)
        }
        return end
    }

    static func mask(_ bytes: inout [UInt8], _ range: Range<Int>) {
        var places: [(start: Int, length: Int)] = []
        var index = range.lowerBound
        while index < range.upperBound {
            let length = digitLength(bytes, index)
            if length > 0 { places.append((index, length)) }
            index += max(1, length)
        }
        guard 7...19 ~= places.count, !isDate(bytes[range]) else { return }
        for place in places.dropFirst(4).dropLast(2) {
            bytes.replaceSubrange(place.start..<place.start + place.length, with: stars[place.length])
        }
    }

    /// By the number of bytes.
    static let stars = ["", "*", "\u{66D}", "\u{2217}"].map { Array($0.utf8) }

    /// The bytes of the digit at `index`: ASCII, Arabic, Persian, Devanagari, Thai, full width; 0 where none is.
    static func digitLength(_ bytes: [UInt8], _ index: Int) -> Int {
        if bytes[index] < 0x80 { return bytes[index].isASCIIDigit ? 1 : 0 }
        let (scalar, length) = UTF8Text.scalar(at: index, in: bytes)
        switch scalar.value {
        case 0x660...0x669, 0x6F0...0x6F9, 0x966...0x96F, 0xE50...0xE59, 0xFF10...0xFF19: return length
        default: return 0
        }
    }

    /// `2026-11-25 10`, `25.11.2026`.
    static func isDate(_ text: ArraySlice<UInt8>) -> Bool {
        let parts = text.split { !$0.isASCIIDigit }
        guard parts.count >= 3, text.first != .ascii("+") else { return false }
        let year = parts.prefix(3).first { $0.count == 4 }
        return year.map { $0.starts(with: "20".utf8) || $0.starts(with: "25".utf8) } ?? false
    }
}
