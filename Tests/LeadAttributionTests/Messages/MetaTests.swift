import Diagnostics
@testable import LeadAttribution
import Testing

@Suite struct MetaTests {
    /// A payload around `messages` and `contacts`.
    func payload(_ messages: String, contacts: String = "[]", field: String = "messages") -> String {
        #"{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"\#(field)","value":{"messaging_product":"whatsapp","# +
            #""metadata":{"display_phone_number":"6690","phone_number_id":"2"},"contacts":\#(contacts),"messages":\#(messages)}}]}]}"#
    }

    @Test func `a text is read with its person, time and ad`() throws {
        let message = #"""
            [{"from":"66812345678","id":"wamid.A","timestamp":"1763642580","type":"text","text":{"body":"\u041a\u043e\u0434: KTM482 \/ hi"},
              "context":{"from":"6690","id":"wamid.0","forwarded":true},
              "referral":{"source_url":"https:\/\/fb.me\/x","source_id":"9","source_type":"ad","headline":"Code: BXT111","body":"b","ctwa_clid":"c"}}]
            """#
        let reading = try Reading(payload(message, contacts: #"[{"profile":{"name":"Ann"},"wa_id":"66812345678","user_id":"US.1349"}]"#), name: "m.json")
        #expect(reading.messages == [Message(
            source: "m.json", line: 1, offset: 0, id: "wamid.A", time: MessageTime(unixSeconds: 1_763_642_580), receivedAt: nil, sender: "Ann",
            personKeys: [.userID("US.1349"), .phone("66812345678")], direction: .inbound, flags: .forwarded, channel: .meta, text: "Код: KTM482 / hi",
            referral: AdReferral(url: "https://fb.me/x", id: "9", kind: "ad", headline: "Code: BXT111", body: "b", click: "c"))])
        #expect(reading.ids == [])
    }

    @Test(arguments: [
        (#""type":"text","text":{"body":"hi"}"#, "hi"),
        (#""type":"button","button":{"text":"Book","payload":"KTM482"}"#, "Book"),
        (#""type":"interactive","interactive":{"type":"button_reply","button_reply":{"id":"KTM482","title":"Yes"}}"#, "Yes"),
        (#""type":"interactive","interactive":{"type":"list_reply","list_reply":{"id":"KTM482","title":"Car","description":"KTM482"}}"#, "Car"),
        (#""type":"interactive","interactive":{"type":"nfm_reply","nfm_reply":{"body":"Sent","response_json":"{}"}}"#, ""),
        (#""type":"interactive","errors":[{"code":1}]"#, ""),
        (#""type":"image","image":{"id":"1","caption":"KTM482"}"#, "KTM482 [media]"),
        (#""type":"document","document":{"id":"1","filename":"KTM482.pdf"}"#, " [media]"),
        (#""type":"order","order":{"text":"two","product_items":[]}"#, "two"),
        (#""type":"audio","audio":{"id":"1"}"#, " [media]"),
        (#""type":"unsupported","errors":[{"code":131051}]"#, ""),
        (#""type":"edit","edit":{"original_message_id":"w","message":{"type":"text","text":{"body":"new"}}}"#, "new [edited]"),
        (#""type":"reaction","reaction":{"message_id":"w","emoji":"x"}"#, nil),
        (#""type":"system","system":{"body":"KTM482","type":"user_changed_number","wa_id":"6681"}"#, nil),
        (#""type":"revoke","revoke":{}"#, nil), (#""type":"request_welcome""#, nil), (#""type":"edit""#, nil), (#""type":"something_new""#, nil),
    ] as [(String, String?)])
    func `each type gives what the person wrote and nothing else`(_ body: String, _ expected: String?) throws {
        let reading = try Reading(payload(#"[{"from":"66812345678","id":"w","timestamp":"1763642580",\#(body)}]"#))
        #expect(reading.messages.map(\.brief) == (expected.map { ["66812345678: \($0)"] } ?? []))
    }

    @Test(arguments: [
        (#""from":"66812345678""#, #"{"wa_id":"66812345678"}"#, [.phone("66812345678")]),
        (#""from":"66812345678","from_user_id":"US.1349""#, #"{"wa_id":"66812345678","user_id":"US.1349"}"#, [.userID("US.1349"), .phone("66812345678")]),
        (#""from_user_id":"US.1349""#, #"{"user_id":"US.1349","profile":{"username":"ann"}}"#, [.userID("US.1349")]),
        (#""from":"","from_user_id":"US.1349""#, #"{"wa_id":"","user_id":"US.1349"}"#, [.userID("US.1349")]),
        (#""from":"US.1349""#, #"{"wa_id":"US.1349"}"#, [.userID("US.1349")]),
        (#""from":"US.ENT.13a9""#, #"{}"#, [.userID("US.ENT.13a9")]),
        (#""from":"66812345678""#, #"{"wa_id":"7999","user_id":"RU.1"}"#, [.phone("66812345678")]),
    ] as [(String, String, [PersonKey])])
    func `a person is known by user id and number, whichever field holds them`(_ from: String, _ contact: String, _ keys: [PersonKey]) throws {
        let text = payload(#"[{\#(from),"id":"w","timestamp":1763642580,"type":"text","text":{"body":"hi"}}]"#, contacts: "[\(contact)]")
        let message = try #require(Reading(text).messages.first)
        #expect(message.personKeys == keys)
        #expect(message.time?.iso8601 == "2025-11-20T12:43:00Z")
    }

    @Test func `batches, several entries, echoes and statuses in one file`() throws {
        let two = #"[{"from":"661234567","id":"a","type":"text","text":{"body":"1"}},{"from":"662345678","id":"b","type":"text","text":{"body":"2"}}]"#
        let echo = payload("[]", field: "smb_message_echoes").replacing("\"messages\":[]", with: #""message_echoes":[{"from":"6690","to":"66","id":"c","type":"text","text":{"body":"own"}}]"#)
        let status = #"{"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"statuses":[{"id":"a","status":"read"}]}}]}]}"#
        let other = payload(two, field: "history")
        let reading = try Reading([payload(two), echo, status, other].joined(separator: "\n"))
        #expect(reading.lines == ["- 661234567: 1", "- 662345678: 2", "- 6690: own"])
        #expect(reading.messages.map(\.direction) == [.inbound, .inbound, .own])
        #expect(reading.messages.map(\.line) == [1, 1, 2])
    }

    @Test func `broken lines cost nothing but themselves`() throws {
        let good = payload(#"[{"from":"661234567","id":"a","type":"text","text":{"body":"hi"}}]"#)
        let lines = [good, String(good.prefix(good.utf8.count / 2)), good, "not json", "{\"a\":}", "{\"x\":1}", good, String(good.prefix(40))]
        let text = lines.joined(separator: "\n")
        let reading = try Reading(text)
        #expect(reading.messages.map(\.line) == [1, 3, 7])
        #expect(reading.ids == ["R030", "R030", "R030", "R032", "R030"])
        #expect(reading.diagnostics.map { $0.location?.line } == [2, 4, 5, 6, 8])
        for size in [16, 33, 100, 1_000] {
            let small = try Reading(Array(text.utf8), pieces: [7, size], options: .small(sample: 20, chunk: size))
            #expect(small.messages == reading.messages && small.diagnostics == reading.diagnostics)
        }
    }

    @Test(arguments: ["{\"text\":\"one,", "{\"text\":\"one\",", "{\"text\":\"one", "{", "{\"a\":[1"])
    func `a line that is cut off anywhere does not swallow the next`(_ cut: String) throws {
        let good = payload(#"[{"from":"661234567","id":"a","type":"text","text":{"body":"hi"}}]"#)
        let reading = try Reading([good, cut, good, good].joined(separator: "\n"))
        #expect(reading.messages.map(\.line) == [1, 3, 4])
        #expect(reading.ids == ["R030"])
    }

    @Test func `a document of many lines is one record, and no truncation crashes`() throws {
        let pretty = "{\n  \"object\": \"whatsapp_business_account\",\n  \"entry\": [\n{\n\"changes\": [{\"field\": \"messages\", \"value\": {\"messages\": [\n"
            + "{\"from\": \"661234567\", \"id\": \"a\", \"type\": \"text\", \"text\": {\"body\": \"a } \\\" { b\"}}\n]}}]}]}\n"
        #expect(try Reading(pretty).texts == ["a } \" { b"])
        for length in 0..<pretty.utf8.count - 1 {
            var options = ReadingOptions()
            options.kind = .meta
            let cut = try Reading(Array(pretty.utf8.prefix(length)), options: options)
            #expect(cut.messages == [])
            #expect(length == 0 || cut.ids == ["R030"])
        }
    }

    @Test func `a record of any length is passed over in bounded memory`() throws {
        let good = payload(#"[{"from":"661234567","id":"a","type":"text","text":{"body":"hi"}}]"#)
        let reading = try Reading("{\"a\":\"" + String(repeating: "x", count: 9 << 20) + "\"}\n" + good)
        #expect(reading.texts == ["hi"])
        #expect(reading.ids == ["R033"])
    }
}

@Suite struct LeadLogTests {
    @Test func `the receiver's log is read again as it was written`() throws {
        let log = #"""
            {"type":"message","source":"meta","line":1,"id":"wamid.A","time":"2026-11-20T14:03:00Z","receivedAt":"2026-11-20T14:03:02Z","sender":"Ann","keys":["user:US.1349","phone:66812345678"],"channel":"meta","text":"Код: KTM482","verdict":"attributed","code":"KTM482"}
            {"type":"message","id":null,"time":null,"sender":"+7 912 345-67-89","channel":"twilio","text":"hi","verdict":"none"}
            {"type":"message","sender":"Shiba","text":"ok","verdict":"own"}
            {"type":"summary","messages":3,"verdicts":{}}
            """#
        let reading = try Reading(log)
        #expect(reading.ids == [])
        #expect(reading.lines == ["2026-11-20T14:03:00Z Ann: Код: KTM482", "- +7 912 345-67-89: hi", "- Shiba: ok"])
        #expect(reading.messages.map(\.personKeys) == [[.userID("US.1349"), .phone("66812345678")], [.phone("79123456789")], [.chatName("Shiba")]])
        #expect(reading.messages.map(\.direction) == [.inbound, .inbound, .own])
        #expect(reading.messages.map(\.channel) == [.meta, .twilio, .chat])
        #expect(reading.messages.first?.receivedAt?.iso8601 == "2026-11-20T14:03:02Z")
    }

    @Test func `keys keep their form`() {
        for key in [PersonKey.phone("66"), .userID("US.1"), .chatName("a:b")] { #expect(PersonKey(text: key.text) == key) }
        #expect(PersonKey(text: "mail:x") == nil && PersonKey(text: "phone:") == nil)
    }
}
