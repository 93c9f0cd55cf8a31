@testable import LeadAttribution
import Testing

/// An export is read in pieces, several at once; wherever the pieces end, what is read is the same.
@Suite struct ChatBorderTests {
    /// Notices, several lines in a message, pasted headers, letters of two, three and four bytes, other forms, marks.
    private static let android = """
        Чат с Анной
        14.03.2025, 09:15 - Messages and calls are end-to-end encrypted. Tap to learn more.
        14.03.2025, 09:15 - Анна: Код: KTM482. Здравствуйте!
        вторая строка

        14.03.2025, 10:00 - 18.03.2025, 10:00
        14.03.2025, 09:16 - +66 81 234-56-78: 👍🏽 สวัสดีค่ะ
        [14.03.2025, 09:16:00] Bob: pasted
        14.03.2025, 09:16 - Анна: <Без медиафайлов>
        14.03.2025, 09:17 - Анна изменила тему на «Код: XHB731»
        3/14/25, 9:17 PM - Cat: pasted
        14.03.2025, 09:17 - Анна: IMG-20250314-WA0001.jpg (файл добавлен)
        подпись
        31.02.2025, 09:18 - Анна: no such day
        14.03.2025, 09:18 - Анна:
        14.03.2025, 09:19 - Анна: 3/15/25, 9:15 PM - Bob: in one line

        """
    private static let iOS = """
        [14.03.2025, 09:15:32] Ann: \u{200E}Messages and calls are end-to-end encrypted.\r
        [14.03.2025, 09:15:33] Ann: first
        [14.03.2025, 09:15:33] Bob: pasted into the first\r
        \u{200E}[14.03.2025, 09:15:34] ~\u{202F}Боб: \u{200E}image omitted\r
        [14.03.2025, 09:15:35] Ann: Код: KTM482\r\n\r
        [14.03.2025, 09:15:36] Ann: last 👍\r

        """

    private static let exports: [(name: String, bytes: [UInt8])] = [
        ("android", Array(android.utf8)), ("android, CR LF", Array(android.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n").utf8)),
        ("android, no line end", Array(android.utf8.dropLast(30))), ("byte order mark", [0xEF, 0xBB, 0xBF] + Array(android.utf8)), ("iOS", Array(iOS.utf8)),
        ("iOS, no line end", Array(iOS.utf8.dropLast(2))), ("UTF-16", [0xFF, 0xFE] + android.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
        ("UTF-16, big", [0xFE, 0xFF] + iOS.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }), ("broken", Array(android.utf8).map { $0 == 0x91 ? 0xFF : $0 }),
    ]

    @Test(arguments: exports.indices) func `wherever a piece ends, the messages are the same`(_ index: Int) throws {
        let (name, bytes) = Self.exports[index]
        let whole = try Reading(bytes, options: Self.options(chunk: 1 << 20))
        #expect(whole.messages.count >= 3, "\(name)")
        for chunk in 16...min(bytes.count + 16, 700) {
            #expect(try Reading(bytes, options: Self.options(chunk: chunk)) == whole, "\(name), \(chunk) bytes at a time")
        }
        for size in 1...20 { #expect(try Reading(bytes, pieces: [size, 3], options: Self.options(chunk: 24)) == whole, "\(name), \(size) bytes come at once") }
    }

    @Test(arguments: [0, 1, 999, 1_000, 1_001, 1_002, 2_600, 400_000], ["x", "\n", "\r\n", "[1.1.25, 10:00:00] Eve: \n", "line\n", "ж"])
    func `a message about as long as is kept is cut in one way`(_ excess: Int, _ unit: String) throws {
        let length = MessageBatch.textLimit - 500 + excess
        let text = String(repeating: unit, count: length / unit.utf8.count)
        for start in ["14.03.2025, 09:15 - Ann: a\n14.03.2025, 09:16 - Bob: ", "14.03.2025, 09:15 - Ann joined\n", ""] {
            let bytes = Array((start + text + "\n14.03.2025, 09:17 - Cat: c\n\n14.03.2025, 09:18 - Dan: d").utf8)
            var options = Self.options(chunk: 8 << 20)
            options.sampleSize = 8 << 20
            let whole = try Reading(bytes, options: options)
            if !start.isEmpty { #expect(whole.messages.suffix(2).map(\.sender) == ["Cat", "Dan"]) }
            for chunk in [1 << 13, 1 << 18, 1 << 20, 1_048_000] {
                options.chunkSize = chunk
                let reading = try Reading(bytes, options: options)
                #expect(reading == whole, "\(start), \(chunk) bytes at a time")
            }
        }
    }

    @Test func `a batch goes from one source to another`() throws {
        var batch = MessageBatch()
        func texts(_ source: String, me: [String]) throws -> [String] {
            var reader = try MessageSource.open(MemorySource(Array(source.utf8)), name: "x", options: ReadingOptions(ownNames: me))
            var texts: [String] = []
            while try reader.read(into: &batch) { texts += batch.records.indices.map { "\(batch.records[$0].direction) \(batch.message(at: $0).text)" } }
            return texts
        }
        let chat = "14.03.2025, 09:15 - Ann: a\n14.03.2025, 09:16 - Bob: b\n"
        #expect(try texts(chat, me: ["Bob"]) == ["inbound a", "own b"])
        #expect(try texts(chat, me: ["Ann"]) == ["own a", "inbound b"])
        #expect(try texts("Код: KTM482", me: []) == ["inbound Код: KTM482"])
        #expect(try texts(chat, me: []) == ["unknown a", "unknown b"])
    }

    /// With the dates' order given, so that the sample decides nothing.
    private static func options(chunk: Int) -> ReadingOptions {
        var options = ReadingOptions.small(sample: 4 << 20, chunk: chunk)
        options.dateOrder = .dayMonthYear
        options.kind = .chat
        return options
    }
}
