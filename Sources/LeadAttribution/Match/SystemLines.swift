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

    private static func isSystemLine(_ line: ArraySlice<UInt8>) -> Bool {
        // Every such line quotes a name or speaks of encryption.
        guard line.contains(where: { $0 == .quote || $0 == 0xE2 || $0 == 0xC2 || $0 == .hyphen }) else { return false }
        let text = String(decoding: line, as: UTF8.self)
        return phrases.contains { text.contains($0) }
    }

    private static let phrases = [
        "changed the subject", "changed the group name", "changed the group description", "created group “", "created group \"", "end-to-end encrypted",
        "изменил тему", "изменила тему", "изменил(-а) тему", "изменил(а) тему", "изменил название группы", "изменила название группы", "изменил(-а) название",
        "создал группу «", "создала группу «", "создал(-а) группу", "сквозным шифрованием", "เปลี่ยนหัวข้อ", "เปลี่ยนชื่อกลุ่ม", "การเข้ารหัสจากต้นทางถึงปลายทาง",
    ]
}
