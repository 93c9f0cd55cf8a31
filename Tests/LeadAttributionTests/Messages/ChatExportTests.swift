@testable import LeadAttribution
import Testing

@Suite struct ChatExportTests {
    @Test func `a message knows its source, line, place and person`() throws {
        let reading = try Reading("14.03.2025, 09:15 - ~ Ann: a\nb\n14.03.2025, 09:16 - \u{202A}+66 81 234-56-78\u{202C}: c\n", name: "x.txt")
        let first = try #require(reading.messages.first)
        #expect(first == Message(
            source: "x.txt", line: 1, offset: 0, id: nil, time: MessageTime(year: 2025, month: 3, day: 14, hour: 9, minute: 15), receivedAt: nil,
            sender: "~ Ann", personKeys: [.chatName("Ann")], direction: .unknown, flags: [], channel: .chat, text: "a\nb", referral: nil))
        #expect(reading.messages.last?.line == 3)
        #expect(reading.messages.last?.offset == "14.03.2025, 09:15 - ~ Ann: a\nb\n".utf8.count)
        #expect(reading.messages.last?.personKeys == [.phone("66812345678")])
    }

    @Test func `a byte order mark counts in the place of a message`() throws {
        let bytes = [0xEF, 0xBB, 0xBF] + Array("14.03.2025, 09:15 - Ann: a\n14.03.2025, 09:16 - Bob: b\n".utf8)
        #expect(try Reading(bytes).messages.map(\.offset) == [3, 30])
    }

    @Test func `the names given as the business's own mark its messages`() throws {
        var options = ReadingOptions()
        options.ownNames = ["Shiba Cars", "+66 81 111 22 33"]
        let text = "14.03.2025, 09:15 - ~\u{202F}Shiba Cars: a\n14.03.2025, 09:15 - Ann: b\n14.03.2025, 09:15 - \u{202A}+66 81 111-22-33\u{202C}: c\n"
        #expect(try Reading(text, options: options).messages.map(\.direction) == [.own, .inbound, .own])
        #expect(try Reading(text).messages.map(\.direction) == [.unknown, .unknown, .unknown])
    }

    @Test func `senders are counted, and the chat's name is that of its file`() throws {
        let text = "14.03.2025, 09:15 - Ann: a\n14.03.2025, 09:15 - Ben: b\n14.03.2025, 09:16 - Ann: c\n14.03.2025, 09:16 - Cat joined\n"
        let chat = try Reading(text, name: "a/WhatsApp Chat with Ann (2).txt").chat
        #expect(chat == ChatSummary(
            source: "a/WhatsApp Chat with Ann (2).txt", title: "Ann",
            senders: [.init(number: 0, name: "Ann", messages: 2), .init(number: 1, name: "Ben", messages: 1)]))
    }

    @Test(arguments: [
        ("WhatsApp Chat - Ann.zip", "Ann"), ("WhatsApp Chat with +66 81 234.txt", "+66 81 234"), ("Чат WhatsApp с контактом Ира.txt", "Ира"),
        ("Чат WhatsApp с Ира.zip", "Ира"), ("WhatsApp_Chat_mit_Ann.txt", "Ann"), ("与安的 WhatsApp 聊天.txt", "安"), ("與安的 WhatsApp 對話.txt", "安"),
        ("_chat.txt", nil), ("notes.txt", nil), ("WhatsApp Chat with .txt", nil),
    ] as [(String, String?)])
    func `file names give the chat's name`(_ file: String, _ title: String?) {
        #expect(ChatTitle.read(fileName: file) == title)
    }

    @Test func `an iOS export whose CR LF were turned into LF is split at its headers`() throws {
        let reading = try Reading("[14.03.2025, 09:15:32] Ann: a\nb\n[14.03.2025, 09:16:00] Bob: c\n")
        #expect(reading.texts == ["a\nb", "c"])
    }

    @Test func `the only message of an iOS export may hold a pasted chat`() throws {
        let reading = try Reading("[14.03.2025, 09:15:32] Ann: a\n[14.03.2025, 09:15:32] Bob: b\r\n")
        #expect(reading.texts == ["a\n[14.03.2025, 09:15:32] Bob: b"])
    }

    @Test func `lines before the first header are skipped and said`() throws {
        let reading = try Reading("My chat\nwith Ann\n14.03.2025, 09:15 - Ann: a\n14.03.2025, 09:16 - Ann: b\n")
        #expect(reading.texts == ["a", "b"])
        #expect(reading.ids == ["R012"])
    }

    @Test func `a file that should be a chat and holds none is an error`() throws {
        var options = ReadingOptions()
        options.kind = .chat
        #expect(try Reading("hello\nworld\n", options: options).ids == ["R016"])
        #expect(try Reading("", options: options).ids == ["R016"])
    }

    @Test func `two exports joined into one file are noticed`() throws {
        let first = "14.03.2025, 09:15 - Ann: a\n"
        let second = (1...5).map { "[3/\($0)/25, 9:15:32 PM] Bob: b\n" }.joined()
        let reading = try Reading(first + second)
        #expect(reading.messages.count == 1)
        #expect(reading.ids == ["R015"])
    }

    @Test func `a huge line is cut, and what follows is read`() throws {
        let line = [UInt8](repeating: UInt8(ascii: "x"), count: 5 << 20)
        for newLine in [[UInt8](), [0x0A]] {
            var bytes = Array("14.03.2025, 09:15 - Ann: a\n14.03.2025, 09:16 - Bob: ".utf8) + newLine
            bytes += line + Array("\nКод: KTM482\n14.03.2025, 09:17 - Cat: c\n".utf8)
            for options in [ReadingOptions.small(sample: 1_000, chunk: 1 << 16), .small(sample: 64 << 20, chunk: 1 << 20)] {
                let reading = try Reading(bytes, options: options)
                #expect(reading.messages.map(\.sender) == ["Ann", "Bob", "Cat"])
                #expect(reading.messages[1].flags == .cut)
                #expect(reading.messages[1].text.utf8.count <= MessageBatch.textLimit)
                #expect(reading.messages[1].text.utf8.count > MessageBatch.textLimit - 1_000)
                #expect(reading.messages[2].line == (newLine.isEmpty ? 4 : 5))
                #expect(reading.ids == ["R013"])
            }
        }
    }

    @Test func `bytes that are not UTF-8 do not stop the reading`() throws {
        let reading = try Reading(Array("14.03.2025, 09:15 - Ann: \u{41}".utf8) + [0xFF, 0xC3, 0x0A] + Array("14.03.2025, 09:16 - Bob: b\n".utf8))
        #expect(reading.texts == ["A\u{FFFD}\u{FFFD}", "b"])
        #expect(reading.ids == ["R008"])
    }

    @Test func `random bytes never crash`() throws {
        var state: UInt64 = 7
        let alphabet: [UInt8] = Array("0123456789/.-: ,[]\n\r<>()AaPpMm".utf8) + [0xE2, 0x80, 0x8E, 0xAF, 0xD9, 0xA3, 0xE0, 0xF0, 0xFF]
        for _ in 0..<3_000 {
            var bytes = Array("[14.03.2025, 09:15:32] Ann: a\r\n".utf8)
            for _ in 0..<120 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes.append(alphabet[Int(state >> 33) % alphabet.count])
            }
            _ = try Reading(bytes, options: .small(sample: 64, chunk: 16 + Int(state >> 60)))
        }
    }
}
