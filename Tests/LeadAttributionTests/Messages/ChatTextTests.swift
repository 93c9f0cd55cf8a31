@testable import LeadAttribution
import Testing

/// Lines of one export after a fixed header, and the messages they are: `Name: text [flags]`.
struct TextSample: CustomTestStringConvertible, Sendable {
    let name: String
    let isIOS: Bool
    let body: String
    let expected: [String]
    var testDescription: String { name }

    static func android(_ name: String, _ body: String, _ expected: String...) -> TextSample {
        TextSample(name: name, isIOS: false, body: body, expected: expected)
    }

    static func iOS(_ name: String, _ body: String, _ expected: String...) -> TextSample {
        TextSample(name: name, isIOS: true, body: body, expected: expected)
    }

    static let all: [TextSample] = [
        .android("several lines", "Ann: one\ntwo\n\nthree", "Ann: one\ntwo\n\nthree"),
        .android("a colon in the text", "Ann: Код: KTM482", "Ann: Код: KTM482"),
        .android("nothing after the name", "Ann:", "Ann: "),
        .android("nothing but a space after the name", "Ann: ", "Ann: "),
        .android("a sender without a contact", "~ Ann: hi", "~ Ann: hi"),
        .android("a number as sender", "\u{202A}+66 81\u{A0}234‑56‑78\u{202C}: hi", "+66 81\u{A0}234‑56‑78: hi"),
        .android("an emoji and a colon in the name", "Bob :) Smith: hi", "Bob :) Smith: hi"),
        .android("a notice", "Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them. Learn more."),
        .android("a subject with a code", "Ann changed the subject from “Rent” to “Code: KTM482”"),
        .android("a subject with a code, straight quotes", "Ann changed the subject to \"Code: KTM482\""),
        .android("a subject with a code, ru", "Анна изменила тему с «Аренда» на «Код: KTM482»"),
        .android("a subject with a code, de", "Anna hat den Betreff von „Miete“ zu „Code: KTM482“ geändert"),
        .android("a subject with a code, words of no known language", "Ann otsikoi “Code: KTM482”"),
        .android("a subject with a code, without quotes", "Ann changed the group name to Code: KTM482"),
        .android("a group's name", "Ann created group \"Phuket: bikes\""),
        .android("a quoted nickname", "Ann \"Bee\" Smith: hi", "Ann \"Bee\" Smith: hi"),
        .android("a span of time in a message", "Ann: dates\n14.03.2025, 09:15 - 18.03.2025, 10:00", "Ann: dates\n14.03.2025, 09:15 - 18.03.2025, 10:00"),
        .android("a list in a message", "Ann: see\n[2,4,0]\n1. one\n2025", "Ann: see\n[2,4,0]\n1. one\n2025"),
        .android("a chat of another form in a message", "Ann: see\n[21:15, 14/03/2025] Bob: Code: KTM482\n[3/14/25, 9:15:32 PM] Bob: x",
            "Ann: see\n[21:15, 14/03/2025] Bob: Code: KTM482\n[3/14/25, 9:15:32 PM] Bob: x"),
        .android("media omitted", "Ann: <Media omitted>", "Ann:  [media]"),
        .android("media omitted, ru", "Ann: <Без медиафайлов>", "Ann:  [media]"),
        .android("media omitted, with a caption", "Ann: <Media omitted>\nCode: KTM482", "Ann: Code: KTM482 [media]"),
        .android("media omitted, marked", "Ann: \u{200E}<Média vynechány>", "Ann:  [media]"),
        .android("the words in a sentence", "Ann: it says <Media omitted> here", "Ann: it says <Media omitted> here"),
        .android("null", "Ann: null", "Ann:  [media]"),
        .android("an attached file", "Ann: \u{200E}IMG-20250314-WA0001.jpg (file attached)\nCode: KTM482", "Ann: Code: KTM482 [media]"),
        .android("an attached file, ru", "Ann: IMG-20250314-WA0001.jpg (файл добавлен)", "Ann:  [media]"),
        .android("brackets at the end", "Ann: call me (file attached)", "Ann: call me (file attached)"),
        .android("a smile", "Ann: thanks :)", "Ann: thanks :)"),
        .android("deleted", "Ann: This message was deleted", "Ann:  [deleted]"),
        .android("deleted, de, with a full stop", "Ann: Diese Nachricht wurde gelöscht.", "Ann:  [deleted]"),
        .android("deleted, hi", "Ann: यह मैसेज मिटाया गया", "Ann:  [deleted]"),
        .android("deleted, and more", "Ann: This message was deleted by mistake", "Ann: This message was deleted by mistake"),
        .android("edited", "Ann: Code: KTM482 <This message was edited>", "Ann: Code: KTM482 [edited]"),
        .android("edited, ru", "Ann: Код: KTM482 <Сообщение изменено>", "Ann: Код: KTM482 [edited]"),
        .android("edited, es, with a full stop", "Ann: hola <Se editó este mensaje.>", "Ann: hola [edited]"),
        .android("edited, pt", "Ann: olá\noi <Mensagem editada>", "Ann: olá\noi [edited]"),
        .android("edited, tr, after a mark", "Ann: evet \u{200E}<Bu mesaj düzenlendi>", "Ann: evet [edited]"),
        .android("edited caption", "Ann: IMG-1.jpg (file attached)\nCode <This message was edited>", "Ann: Code [edited,media]"),
        .android("an angle bracket", "Ann: a <b>", "Ann: a <b>"),
        .android("a heart", "Ann: <3", "Ann: <3"),
        .android("marks inside", "Ann: ask \u{2068}@Bob\u{2069} \u{200F}now", "Ann: ask @Bob now"),
        .android("line separators that are no line ends", "Ann: a\u{2028}b\u{85}c\u{0B}d", "Ann: a\u{2028}b\u{85}c\u{0B}d"),
        .iOS("lines inside a message", "Ann: one\ntwo", "Ann: one\ntwo"),
        .iOS("a chat of the same form pasted", "Ann: see\n[13.03.2025, 09:15:32] Bob: Code: KTM482\n[13.03.2025, 09:16:32] Bob: x",
            "Ann: see\n[13.03.2025, 09:15:32] Bob: Code: KTM482\n[13.03.2025, 09:16:32] Bob: x"),
        .iOS("encryption", "Ann: \u{200E}Messages and calls are end-to-end encrypted. Only people in this chat can read, listen to, or share them."),
        .iOS("encryption, mark lost", "Ann: Messages and calls are end-to-end encrypted. No one outside of this chat, not even WhatsApp, can read or listen to them."),
        .iOS("encryption, ru", "Ann: \u{200E}Сообщения и звонки защищены сквозным шифрованием. Только участники этого чата могут читать их."),
        .iOS("security code", "Ann: \u{200E}Your security code with Ann changed. Tap to learn more."),
        .iOS("a subject with a code", "Rent: \u{200E}Ann changed the subject to “Code: KTM482”"),
        .iOS("a missed call", "Ann: \u{200E}Missed voice call, \u{200E}Tap to call back"),
        .iOS("the words of a call, typed", "Ann: Missed voice call", "Ann: Missed voice call"),
        .iOS("a typed text after a mark", "Ann: \u{200E}Код: KTM482", "Ann: Код: KTM482"),
        .iOS("image omitted", "Ann: \u{200E}image omitted", "Ann:  [media]"),
        .iOS("image omitted, ru", "Ann: \u{200E}изображение отсутствует", "Ann:  [media]"),
        .iOS("image omitted, ja", "Ann: \u{200E}画像は含まれていません", "Ann:  [media]"),
        .iOS("contact card omitted", "Ann: \u{200E}Contact card omitted", "Ann:  [media]"),
        .iOS("image omitted after a caption", "Ann: Code: KTM482 \u{200E}image omitted", "Ann: Code: KTM482 [media]"),
        .iOS("document omitted", "Ann: Code KTM482.pdf • \u{200E}2 pages \u{200E}document omitted", "Ann:  [media]"),
        .iOS("document omitted, marks lost", "Ann: Some file.txt document omitted", "Ann:  [media]"),
        .iOS("the words in a sentence", "Ann: no image omitted", "Ann: no image omitted"),
        .iOS("attached", "Ann: \u{200E}<attached: 00000012-PHOTO-2025-03-14-09-15-32.jpg>", "Ann:  [media]"),
        .iOS("attached after a caption", "Ann: Code: KTM482 \u{200E}<прикреплено: 00000012-PHOTO-2025-03-14-09-15-32.jpg>", "Ann: Code: KTM482 [media]"),
        .iOS("an attached document", "Ann: KTM482.pdf • \u{200E}2 pages \u{200E}<attached: 00000012-KTM482.pdf>", "Ann:  [media]"),
        .iOS("edited", "Ann: Code: KTM482 \u{200E}<This message was edited>", "Ann: Code: KTM482 [edited]"),
        .iOS("deleted", "Ann: \u{200E}This message was deleted.", "Ann:  [deleted]"),
        .iOS("deleted by oneself", "Ann: \u{200E}You deleted this message.", "Ann:  [deleted]"),
    ]

    /// The lines between two messages that frame them.
    var export: String {
        isIOS ? "[14.03.2025, 09:15:32] Zed: first\r\n[14.03.2025, 09:16:00] \(body)\r\n\u{200E}[14.03.2025, 09:17:00] Zed: last\r\n"
            : "14.03.2025, 09:15 - Zed: first\n14.03.2025, 09:16 - \(body)\n14.03.2025, 09:17 - Zed: last\n"
    }
}

extension Message {
    /// `Name: text [flags]`
    var brief: String {
        let names: [(MessageFlags, String)] = [(.edited, "edited"), (.deleted, "deleted"), (.media, "media"), (.forwarded, "forwarded"), (.cut, "cut")]
        let flags = names.filter { self.flags.contains($0.0) }.map(\.1).joined(separator: ",")
        return "\(sender ?? "-"): \(text)" + (flags.isEmpty ? "" : " [\(flags)]")
    }
}

@Suite struct ChatTextTests {
    @Test(arguments: TextSample.all)
    func `what a person wrote is told from what WhatsApp adds`(_ sample: TextSample) throws {
        let reading = try Reading(sample.export)
        #expect(reading.messages.map(\.brief) == ["Zed: first"] + sample.expected + ["Zed: last"])
        #expect(reading.ids.filter { $0 != "R014" && $0 != "R015" } == [])
    }

    @Test(arguments: TextSample.all)
    func `chunks of any size give the same messages`(_ sample: TextSample) throws {
        let bytes = Array(sample.export.utf8)
        let whole = try Reading(bytes).messages
        for size in [16, 21, 37, 90] {
            let messages = try Reading(bytes, pieces: [size, 1, 5], options: .small(sample: 4_096, chunk: size)).messages
            #expect(messages == whole)
        }
    }

    @Test(arguments: TextSample.all)
    func `no truncation crashes or adds a message`(_ sample: TextSample) throws {
        let bytes = Array(sample.export.utf8)
        for length in bytes.indices {
            var options = ReadingOptions()
            options.kind = .chat
            let messages = try Reading(Array(bytes[..<length]), options: options).messages
            // A notice that is cut off may not be known for one.
            #expect(messages.count <= sample.expected.count + (sample.expected.isEmpty ? 3 : 2))
        }
    }

    @Test func `every mark of every language leaves no text`() throws {
        for (phrases, wrap, flag) in [
            (ChatPhrases.mediaOmitted.filter { $0 != "null" }, { "<\($0)>" }, MessageFlags.media),
            (ChatPhrases.kindOmitted, { "\u{200E}\($0)" }, .media), (ChatPhrases.deleted, { $0 }, .deleted),
            (ChatPhrases.deleted, { "\u{200E}\($0)." }, .deleted), (ChatPhrases.edited, { "x <\($0)>" }, .edited),
            (ChatPhrases.edited, { "x \u{200E}<\($0).>" }, .edited), (ChatPhrases.attachedAfter, { "IMG-1.jpg (\($0))" }, .media),
            (ChatPhrases.attachedBefore, { "\u{200E}<\($0): 0001-PHOTO.jpg>" }, .media),
        ] as [([String], (String) -> String, MessageFlags)] {
            for phrase in phrases {
                let message = try #require(Reading("[14.03.2025, 09:15:32] Ann: \(wrap(phrase))\r\n").messages.first)
                #expect(message.flags == flag, "\(phrase)")
                #expect(message.text == (flag == .edited ? "x" : ""), "\(phrase)")
            }
        }
    }
}
