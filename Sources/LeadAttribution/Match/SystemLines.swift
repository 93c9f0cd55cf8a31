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
        line.indices.contains { index in
            guard isFirstByte[Int(line[index])] else { return false }
            let rest = line[index...]
            return phrases.contains { $0[0] == rest.first && rest.starts(with: $0) }
        }
    }

    private static let phrases: [[UInt8]] = [
        "changed the subject", "changed the group name", "changed the group description", "created group “", "created group \"",
        "end-to-end encrypted",
        "изменил тему", "изменила тему", "изменил(-а) тему", "изменил(а) тему", "изменил название группы", "изменила название группы",
        "изменил(-а) название",
        "создал группу «", "создала группу «", "создал(-а) группу", "сквозным шифрованием", "เปลี่ยนหัวข้อ", "เปลี่ยนชื่อกลุ่ม",
        "การเข้ารหัสจากต้นทางถึงปลายทาง",
    ].map { Array($0.utf8) }

    private static let isFirstByte: [Bool] = (0..<256).map { byte in phrases.contains { Int($0[0]) == byte } }
}
