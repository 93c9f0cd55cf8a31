import ByteText

/// Lines inside a pasted or forwarded text that WhatsApp wrote and no person: a new subject of a group may quote a code.
enum SystemLines {
    /// The system lines of `range`, in order. O(range).
    static func ranges(of bytes: [UInt8], in range: Range<Int>) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = range.lowerBound
        while start < range.upperBound {
            let end = bytes.firstOffset(of: .lineFeed, in: start..<range.upperBound)
            if end - start >= 24, end - start <= 600, isSystemLine(bytes, start..<end) { ranges.append(start..<end) }
            start = end + 1
        }
        return ranges
    }

    /// Bytes, not `String.contains`, which takes a microsecond a phrase.
    private static func isSystemLine(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
        let mayBegin = mayBegin
        for index in line.lowerBound..<line.upperBound - 3 where mayBegin[slot(bytes.eightBytes(at: index))] {
            let rest = bytes[index..<line.upperBound]
            if phrases.contains(where: { rest.starts(with: $0) }) { return true }
        }
        return false
    }

    /// Of the first four of eight bytes, in a table of 4,096.
    private static func slot(_ word: UInt64) -> Int {
        Int(truncatingIfNeeded: (UInt32(truncatingIfNeeded: word) &* 0x9E37_79B1) &>> 20)
    }

    private static let phrases: [[UInt8]] = [
        "changed the subject", "changed the group name", "changed the group description", "created group “", "created group \"",
        "end-to-end encrypted",
        "изменил тему", "изменила тему", "изменил(-а) тему", "изменил(а) тему", "изменил название группы", "изменила название группы",
        "изменил(-а) название",
        "создал группу «", "создала группу «", "создал(-а) группу", "сквозным шифрованием", "เปลี่ยนหัวข้อ", "เปลี่ยนชื่อกลุ่ม",
        "การเข้ารหัสจากต้นทางถึงปลายทาง",
    ].map { Array($0.utf8) }

    /// Whether four bytes can be the beginning of a phrase.
    private static let mayBegin: [Bool] = {
        var table = [Bool](repeating: false, count: 1 << 12)
        for phrase in phrases { table[slot(phrase.eightBytes(at: 0))] = true }
        return table
    }()
}
