import ByteText

/// Lines inside a pasted or forwarded text that WhatsApp wrote and no person: a new subject of a group may quote a code.
enum SystemLines {
    /// The system lines of `range`, in order. O(range).
    static func ranges(of bytes: [UInt8], in range: Range<Int>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let end = bytes.firstOffset(of: .lineFeed, in: start..<range.upperBound)
            if end - start >= 24, end - start <= 600, isSystemLine(bytes[start..<end]) { ranges.append(start..<end) }
            start = end + 1
        }
        return ranges
    }

    /// Bytes, not `String.contains`, which takes a microsecond a phrase.
    private static func isSystemLine(_ line: ArraySlice<UInt8>) -> Bool {
        var index = line.startIndex
        while index + 4 <= line.endIndex {
            if isFirstByte[Int(line[index])], beginnings.contains(fourBytes(line, index)) {
                let rest = line[index...]
                if phrases.contains(where: { rest.starts(with: $0) }) { return true }
            }
            index += 1
        }
        return false
    }

    private static func fourBytes(_ text: ArraySlice<UInt8>, _ index: Int) -> UInt32 {
        UInt32(text[index]) | UInt32(text[index + 1]) << 8 | UInt32(text[index + 2]) << 16 | UInt32(text[index + 3]) << 24
    }

    private static let phrases: [[UInt8]] = [
        "changed the subject", "changed the group name", "changed the group description", "created group “", "created group \"",
        "end-to-end encrypted",
        "изменил тему", "изменила тему", "изменил(-а) тему", "изменил(а) тему", "изменил название группы", "изменила название группы",
        "изменил(-а) название",
        "создал группу «", "создала группу «", "создал(-а) группу", "сквозным шифрованием", "เปลี่ยนหัวข้อ", "เปลี่ยนชื่อกลุ่ม",
        "การเข้ารหัสจากต้นทางถึงปลายทาง",
    ].map { Array($0.utf8) }

    /// What the phrases begin with; a dozen, so that an array is searched faster than a set.
    private static let beginnings = phrases.map { fourBytes($0[...], 0) }.reduce(into: [UInt32]()) { if !$0.contains($1) { $0.append($1) } }

    private static let isFirstByte: [Bool] = (0..<256).map { byte in phrases.contains { Int($0[0]) == byte } }
}
