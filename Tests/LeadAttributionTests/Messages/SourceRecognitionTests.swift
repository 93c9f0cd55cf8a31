import ByteText
@testable import LeadAttribution
import Testing

@Suite struct SourceRecognitionTests {
    @Test(arguments: [
        ("Код: KTM482. Здравствуйте!", .text), ("", .text), ("{{code}} is here", .text), ("[1] first", .text),
        ("14.03.2025 10:00 - 18.03.2025 10:00, нужна машина", .text), ("14.03.2025, 10:00 - Код KTM482, вопрос: есть скутер?", .text),
        ("[21:15, 14/03/2025] Ann: hi", .chat), ("14.03.2025, 09:15 - Ann: hi", .chat), ("\u{200E}[14.03.2025, 09:15:32] Ann: hi", .chat),
        ("14.03.2025, 09:15 - notice\n14.03.2025, 09:15 - Ann: hi\n", .chat),
        ("Hello,\non 14.03.2025, 09:15 - Ann wrote: hi\n", .text),
        ("{\"object\":\"whatsapp_business_account\"}", .json), ("[\n {\"sid\":\"SM1\"}]", .json), ("[]", .json), ("{", .json),
        ("SmsMessageSid=SM1&From=whatsapp%3A%2B66&Body=hi", .forms), ("a=b&c=d", .text),
        ("From,To,Body,Status,SentDate\n", .table(separator: .comma)), ("\"Sid\";\"From\";\"Body\"\n", .table(separator: .semicolon)),
        ("sid\tdate_sent\tbody\n", .table(separator: .tab)), ("Body,Price\n", .text), ("name,phone,note\nAnn,1,x\nBob,2,y\n", .table(separator: .comma)),
        ("name;phone;note\nAnn;\"1;2\";x\nBob;2;y\n", .table(separator: .semicolon)), ("да, нет, может\nа, б, в\nг, д, е\n", .text), ("PK\u{3}\u{4}", .archive),
    ] as [(String, SourceRecognition.Form)])
    func `a source is known by its content`(_ text: String, _ form: SourceRecognition.Form) {
        #expect(SourceRecognition.recognise(Array(text.utf8), isWhole: true, forced: nil) == form)
    }

    @Test func `the user's word on the kind counts`() {
        let chat = Array("14.03.2025, 09:15 - Ann: hi\n".utf8)
        #expect(SourceRecognition.recognise(chat, isWhole: true, forced: .text) == .text)
        #expect(SourceRecognition.recognise(chat, isWhole: true, forced: .meta) == .json)
        #expect(SourceRecognition.recognise(Array("hi".utf8), isWhole: true, forced: .chat) == .chat)
        #expect(SourceRecognition.recognise(Array("a,b".utf8), isWhole: true, forced: .twilio) == .table(separator: .comma))
        #expect(SourceRecognition.recognise([0x1F, 0x8B, 0x08], isWhole: true, forced: .twilio) == .packed)
    }
}

@Suite struct PastedTextTests {
    @Test func `pasted text is one message of any length`() throws {
        let reading = try Reading("\n  Код: KTM482.\r\nЗдравствуйте!\n\n", name: "<stdin>")
        #expect(reading.texts == ["Код: KTM482.\nЗдравствуйте!"])
        #expect(reading.messages.first?.direction == .inbound && reading.messages.first?.channel == .text && reading.messages.first?.line == 2)
        let long = String(repeating: "слово ", count: 400_000)
        #expect(try Reading(long).messages.map(\.flags) == [.cut])
        #expect(try Reading(long).ids == ["R013"])
    }

    @Test(arguments: [
        ("https://wa.me/66812345678?text=%D0%9A%D0%BE%D0%B4%3A%20KTM482.+hi", "Код: KTM482. hi"),
        ("https://api.whatsapp.com/send?phone=66812345678&text=Code%3A%20KTM482&app_absent=0", "Code: KTM482"),
        ("whatsapp://send?text=KTM482", "KTM482"), ("https://t.me/shibacars?text=KTM482", "KTM482"),
        ("https://wa.me/66812345678", "https://wa.me/66812345678"), ("see https://wa.me/1?text=KTM482", "see https://wa.me/1?text=KTM482"),
        ("https://example.com/?text=KTM482", "https://example.com/?text=KTM482"),
    ])
    func `a link that opens a chat stands for its ready text`(_ link: String, _ text: String) throws {
        #expect(try Reading(link + "\n").texts == [text])
    }

    @Test func `nothing at all is said to be nothing`() throws {
        #expect(try Reading(" \n\t").ids == ["R016"])
        #expect(try Reading(" \n\t").messages == [])
    }
}

@Suite struct OwnerGuessTests {
    func chat(_ title: String?, _ names: String...) -> ChatSummary {
        ChatSummary(source: "x", title: title, senders: names.enumerated().map { .init(number: Int32($0), name: $1, messages: 1) })
    }

    @Test func `a chat of two is named after the other side`() {
        #expect(OwnerGuess(chats: [chat("Ann", "~ Ann", "Shiba")]) == OwnerGuess(chats: [chat("Ann", "Shiba", "Ann")]))
        #expect(OwnerGuess(chats: [chat("Ann", "Ann", "Shiba")])?.name == "Shiba")
        #expect(OwnerGuess(chats: [chat("+66 81 234 5678", "+66 81 234-5678", "Shiba")])?.reason == "the file is named after the other side")
        #expect(OwnerGuess(chats: [chat("Bikes", "Ann", "Shiba")]) == nil)
        #expect(OwnerGuess(chats: [chat("Ann", "Ann")]) == nil)
    }

    @Test func `who wrote in most chats is the business`() {
        let chats = [chat(nil, "Ann", "Shiba"), chat(nil, "Shiba", "Ben"), chat(nil, "Cat", "Dan")]
        #expect(OwnerGuess(chats: chats)?.name == "Shiba")
        #expect(OwnerGuess(chats: [chat(nil, "Ann", "Ben"), chat(nil, "Ann", "Ben")]) == nil)
        #expect(OwnerGuess(chats: [chat(nil, "Ann"), chat(nil, "Ben")]) == nil)
    }

    @Test func `who sent the first code is the customer`() {
        #expect(OwnerGuess(chats: [chat(nil, "Ann", "Shiba")], codeSenders: [0])?.name == "Shiba")
        #expect(OwnerGuess(chats: [chat(nil, "Ann", "Shiba", "Ben")], codeSenders: [0]) == nil)
        #expect(OwnerGuess(chats: [chat(nil, "Ann", "Shiba")], codeSenders: [nil]) == nil)
        #expect(OwnerGuess(chats: []) == nil)
    }
}
