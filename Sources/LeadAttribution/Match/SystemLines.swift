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

    /// Looks at every eighth place only, and at the eight bytes there: wherever a phrase stands in the line, one such word lies within it.
    private static func isSystemLine(_ bytes: [UInt8], _ line: Range<Int>) -> Bool {
        var place = line.lowerBound
        while place + 8 <= line.upperBound {
            if words.contains(bytes.eightBytes(at: place)), hasPhrase(bytes, around: place, line) { return true }
            place += 8
        }
        return false
    }

    /// Whether a phrase begins at `place` or less than eight bytes before it. Bytes, not `String.contains`, which takes a microsecond a phrase.
    @inline(never)
    private static func hasPhrase(_ bytes: [UInt8], around place: Int, _ line: Range<Int>) -> Bool {
        (max(line.lowerBound, place - 7)...place).contains { start in
            let rest = bytes[start..<line.upperBound]
            return phrases.contains { rest.starts(with: $0) }
        }
    }

    static let phrases: [[UInt8]] = [
        "changed the subject", "changed the group name", "changed the group description", "created group “", "created group \"",
        "end-to-end encrypted",
        "изменил тему", "изменила тему", "изменил(-а) тему", "изменил(а) тему", "изменил название группы", "изменила название группы",
        "изменил(-а) название",
        "создал группу «", "создала группу «", "создал(-а) группу", "сквозным шифрованием", "เปลี่ยนหัวข้อ", "เปลี่ยนชื่อกลุ่ม",
        "การเข้ารหัสจากต้นทางถึงปลายทาง",
    ].map { Array($0.utf8) }

    /// The eight bytes of a phrase that are looked at, wherever it stands: no phrase is shorter than two words less one byte.
    private static let words = WordSet(phrases.flatMap { phrase in
        precondition(phrase.count >= 15)
        return (0..<8).map { phrase.eightBytes(at: $0) }
    })
}
