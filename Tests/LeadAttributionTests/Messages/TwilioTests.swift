import Diagnostics
@testable import LeadAttribution
import Testing

@Suite struct TwilioTests {
    @Test func `the console's table is read by its column names`() throws {
        let table = """
            \u{FEFF}From,To,Body,Status,SentDate,ApiVersion,NumSegments,ErrorCode,AccountSid,Sid,Direction,Price,PriceUnit
            whatsapp:+66812345678,whatsapp:+6690,"Код: KTM482, ""hi""
            second line",received,2026-11-20T14:03:00Z,2010-04-01,1,,AC1,SM1,inbound,,USD
            whatsapp:+6690,whatsapp:+66812345678,thanks,delivered,"Fri, 20 Nov 2026 14:04:00 +0000",2010-04-01,1,,AC1,SM2,outbound-api,,USD
            whatsapp:US.ABC123,whatsapp:+6690,x,received,soon,2010-04-01,1,,AC1,SM3,inbound,,USD

            """
        let reading = try Reading(table, name: "log.csv")
        #expect(reading.lines == [
            "2026-11-20T14:03:00Z +66812345678: Код: KTM482, \"hi\"\nsecond line", "2026-11-20T14:04:00Z +6690: thanks", "- US.ABC123: x",
        ])
        #expect(reading.messages.map(\.line) == [2, 4, 5])
        #expect(reading.messages.map(\.id) == ["SM1", "SM2", "SM3"])
        #expect(reading.messages.map(\.direction) == [.inbound, .own, .inbound])
        #expect(reading.messages.map(\.personKeys) == [[.phone("66812345678")], [], [.userID("US.ABC123")]])
        #expect(reading.ids == ["R034"])
    }

    @Test func `columns in another order, by other separators, in small chunks`() throws {
        let table = "sid;body;date_sent;from;direction\r\nSM1;\"Код;1\";2026-11-20T14:03:00Z;whatsapp:+66812345678;inbound\r\nSM2;short\r\n"
        let reading = try Reading(Array(table.utf8), name: "log.csv", pieces: [5], options: .small(sample: 40, chunk: 16))
        #expect(reading.texts == ["Код;1", "short"])
        #expect(reading.messages.map(\.line) == [2, 3])
        #expect(reading.ids == ["V005"])
    }

    @Test func `a table without a text says so`() throws {
        var options = ReadingOptions()
        options.kind = .twilio
        #expect(try Reading("Name,Age\na,1\n", options: options).ids == ["R020"])
        #expect(try Reading("Sid,From,To,Direction\nSM1,whatsapp:+6681,whatsapp:+6690,inbound\n").ids == ["R020"], "one row is no pasted text")
    }

    @Test func `a table that is not UTF-8 is read all the same`() throws {
        let table = Array("Sid,From,Body,Direction\nSM1,whatsapp:+66812345678,a".utf8) + [0xFF] + Array("b,inbound\nSM2,whatsapp:+66812345678,c,inbound\n".utf8)
        let reading = try Reading(table, name: "log.csv")
        #expect(reading.texts == ["a\u{FFFD}b", "c"])
        #expect(reading.ids == ["R008"])
    }

    static let list = """
        {
          "messages": [
            {"sid": "SM1", "from": "whatsapp:+66812345678", "to": "whatsapp:+6690", "body": "Код: KTM482", "direction": "inbound",
             "status": "received", "num_media": "1", "date_sent": "Fri, 20 Nov 2026 14:03:00 +0000", "price": null},
            {"sid": "SM2", "from": "whatsapp:+6690", "to": "whatsapp:+66812345678", "body": "ok", "direction": "outbound-reply", "status": "read"}
          ],
          "page": 0, "page_size": 50, "uri": "/x"
        }
        """

    @Test func `the REST list, arrays of a script and a bulk export are read alike`() throws {
        let expected = ["+66812345678: Код: KTM482 [media]", "+6690: ok"]
        let list = try Reading(Self.list)
        #expect(list.messages.map(\.brief) == expected)
        #expect(list.messages.first?.time?.iso8601 == "2026-11-20T14:03:00Z")
        let script = """
            [{"sid":"SM1","from":"whatsapp:+66812345678","body":"Код: KTM482","direction":"inbound","numMedia":"1","dateSent":"2026-11-20T14:03:00.000Z"},
             {"sid":"SM2","from":"whatsapp:+6690","body":"ok","direction":"outbound-api"}]
            """
        #expect(try Reading(script).messages.map(\.brief) == expected)
        #expect(try Reading(script).messages.map(\.line) == [1, 2])
        let lines = script.dropFirst().dropLast().split(separator: ",\n").joined(separator: "\n")
        #expect(try Reading(lines).messages.map(\.brief) == expected)
    }

    @Test func `an error of the API is no empty list`() throws {
        let reading = try Reading(#"{"code": 20003, "message": "Authenticate", "more_info": "https://x", "status": 401}"#)
        #expect(reading.ids == ["R031"])
        #expect(reading.diagnostics.first?.message == "this is no list of messages but an error of the channel: Authenticate (20003)")
    }

    @Test func `saved requests are read line by line, and reports on deliveries are not`() throws {
        let bodies = """
            MessageSid=SM1&AccountSid=AC1&From=whatsapp%3A%2B66812345678&To=whatsapp%3A%2B6690&Body=%D0%9A%D0%BE%D0%B4%3A+KTM482%0Ahi&NumMedia=0&SmsStatus=received&WaId=66812345678&ProfileName=Ann+Lee&ReferralBody=Code%3A+BXT111&ReferralCtwaClid=c1&Forwarded=true
            MessageSid=SM1&SmsStatus=delivered&MessageStatus=delivered&From=whatsapp%3A%2B6690&To=whatsapp%3A%2B66812345678

            rubbish
            SmsMessageSid=SM3&AccountSid=AC1&From=whatsapp%3AUS.ABC123&Body=&ButtonText=Book&SmsStatus=received&WaId=&ExternalUserIdentifier=US.ABC123
            """
        let reading = try Reading(bodies)
        #expect(reading.messages.map(\.brief) == ["Ann Lee: Код: KTM482\nhi [forwarded]", "US.ABC123: Book"])
        #expect(reading.messages.map(\.personKeys) == [[.phone("66812345678")], [.userID("US.ABC123")]])
        #expect(reading.messages.map(\.line) == [1, 5])
        #expect(reading.messages.first?.referral == AdReferral(body: "Code: BXT111", click: "c1"))
        #expect(reading.ids == ["R040"])
    }
}
