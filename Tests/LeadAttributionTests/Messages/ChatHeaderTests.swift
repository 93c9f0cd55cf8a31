@testable import LeadAttribution
import Testing

/// An export of one locale and what it means, a line a message.
struct LocaleSample: CustomTestStringConvertible, Sendable {
    let locale: String
    let export: String
    let expected: [String]
    var testDescription: String { locale }

    init(_ locale: String, _ export: String, _ expected: String...) {
        self.locale = locale
        self.export = export
        self.expected = expected
    }

    static let all: [LocaleSample] = [
        .init("ru Android", "14.03.2025, 09:15 - Имя: Код: КТМ482\n15.03.2025, 10:00 - Ира: да\n",
            "2025-03-14T09:15:00 Имя: Код: КТМ482", "2025-03-15T10:00:00 Ира: да"),
        .init("ru Android, older", "14.03.25, 09:15 - Имя: Код: КТМ482\n", "2025-03-14T09:15:00 Имя: Код: КТМ482"),
        .init("ru iOS", "[14.03.2025, 09:15:32] Имя: Код\r\n[14.03.2025, 09:16:00] Ира: да\r\n",
            "2025-03-14T09:15:32 Имя: Код", "2025-03-14T09:16:00 Ира: да"),
        .init("en-US Android", "3/14/25, 9:15\u{202F}PM - Ann: hi\n4/3/25, 12:05\u{202F}AM - Bob: yo\n",
            "2025-03-14T21:15:00 Ann: hi", "2025-04-03T00:05:00 Bob: yo"),
        .init("en-US Android before 2023", "3/14/22, 9:15 PM - Ann: hi\n", "2022-03-14T21:15:00 Ann: hi"),
        .init("en-US iOS", "[3/14/25, 9:15:32\u{202F}PM] Ann: hi\r\n[3/15/25, 12:00:01\u{202F}AM] Bob: yo\r\n",
            "2025-03-14T21:15:32 Ann: hi", "2025-03-15T00:00:01 Bob: yo"),
        .init("en-US iOS 24 h", "[3/18/22, 14:56:00] Ann: hi\r\n", "2022-03-18T14:56:00 Ann: hi"),
        .init("en-GB Android", "31/01/2025, 08:01 - Ann: hi\n", "2025-01-31T08:01:00 Ann: hi"),
        .init("en-GB iOS", "[25/07/2025, 08:01:00] Ann: hi\r\n", "2025-07-25T08:01:00 Ann: hi"),
        .init("en-IN Android", "15/01/25, 6:01\u{202F}pm - Ann: hi\n", "2025-01-15T18:01:00 Ann: hi"),
        .init("en-IN iOS", "[13/11/25, 12:25:56\u{202F}PM] Ann: hi\r\n", "2025-11-13T12:25:56 Ann: hi"),
        .init("en-CA Android", "2023-12-20, 5:46\u{202F}p.m. - Ann: hi\n2023-12-21, 12:46\u{202F}a.m. - Ann: yo\n",
            "2023-12-20T17:46:00 Ann: hi", "2023-12-21T00:46:00 Ann: yo"),
        .init("en-ZA Android", "2023/12/20, 5:46 pm - Ann: hi\n", "2023-12-20T17:46:00 Ann: hi"),
        .init("de Android", "18.09.25, 10:01 - Ann: hi\n", "2025-09-18T10:01:00 Ann: hi"),
        .init("de iOS", "[17.08.25, 22:43:01] Ann: hi\r\n", "2025-08-17T22:43:01 Ann: hi"),
        .init("es-ES Android", "31/10/25, 9:06 - Ann: hi\n", "2025-10-31T09:06:00 Ann: hi"),
        .init("es-MX Android", "14/12/25, 8:29\u{202F}p.\u{A0}m. - Ann: hi\n14/12/25, 8:29\u{202F}a.\u{A0}m. - Bob: yo\n",
            "2025-12-14T20:29:00 Ann: hi", "2025-12-14T08:29:00 Bob: yo"),
        .init("pt-BR Android", "22/03/2025 09:15 - Ann: oi\n", "2025-03-22T09:15:00 Ann: oi"),
        .init("pt-BR iOS", "[22/03/2025, 09:15:20] Ann: oi\r\n", "2025-03-22T09:15:20 Ann: oi"),
        .init("fr Android", "22/05/2025, 07:01 - Ann: oui\n", "2025-05-22T07:01:00 Ann: oui"),
        .init("fr Android 2018", "22/05/2018 à 07:01 - Ann: oui\n", "2018-05-22T07:01:00 Ann: oui"),
        .init("fr Android 2018, dots", "22.05.18 à 18:00 - Ann: oui\n", "2018-05-22T18:00:00 Ann: oui"),
        .init("fr iOS", "[18/03/2025 14:57:00] Ann: oui\r\n", "2025-03-18T14:57:00 Ann: oui"),
        .init("fr-CA Android", "2025-03-18 14 h 57 - Ann: oui\n", "2025-03-18T14:57:00 Ann: oui"),
        .init("it Android", "28/06/25, 10:57 - Ann: sì\n", "2025-06-28T10:57:00 Ann: sì"),
        .init("tr Android", "13.04.2025 16:34 - Ann: evet\n3.05.2025 16:34 - Ann: hayır\n",
            "2025-04-13T16:34:00 Ann: evet", "2025-05-03T16:34:00 Ann: hayır"),
        .init("tr iOS", "[25.04.2025 10:01:00] Ann: evet\r\n", "2025-04-25T10:01:00 Ann: evet"),
        .init("th Android", "14/3/2568 09:01 - แอน: KTM482\n", "2025-03-14T09:01:00 แอน: KTM482"),
        .init("th iOS", "[14/3/2568 09:01:02] แอน: KTM482\r\n", "2025-03-14T09:01:02 แอน: KTM482"),
        .init("en iOS, Buddhist years", "[3/18/2565 BE, 14:56:01] Ann: hi\r\n[3/27/2565 BE, 21:41:35] Bob: yo\r\n",
            "2022-03-18T14:56:01 Ann: hi", "2022-03-27T21:41:35 Bob: yo"),
        .init("en iOS, Japanese era", "[3/18/R4, 14:56:01] Ann: hi\r\n[1/7/R5, 23:32:30] Bob: yo\r\n",
            "2022-03-18T14:56:01 Ann: hi", "2023-01-07T23:32:30 Bob: yo"),
        .init("ja iOS, era with a character", "[令和7年3月14日 9:01:02] アン: はい\r\n", "2025-03-14T09:01:02 アン: はい"),
        .init("zh-CN Android", "2025/3/14 09:01 - 安: 好\n", "2025-03-14T09:01:00 安: 好"),
        .init("zh-CN Android, year characters", "2025年3月14日 下午3:01 - 安: 好\n", "2025-03-14T15:01:00 安: 好"),
        .init("zh-CN iOS", "[2025/7/21 05:11:12] 安: 好\r\n", "2025-07-21T05:11:12 安: 好"),
        .init("zh-TW Android", "2025/3/14 下午12:05 - 安: 好\n2025/3/14 上午12:05 - 安: 嗨\n2025/3/14 凌晨1:05 - 安: 早\n2025/3/14 中午12:30 - 安: 午\n2025/3/14 晚上11:30 - 安: 晚\n",
            "2025-03-14T12:05:00 安: 好", "2025-03-14T00:05:00 安: 嗨", "2025-03-14T01:05:00 安: 早", "2025-03-14T12:30:00 安: 午",
            "2025-03-14T23:30:00 安: 晚"),
        .init("zh-TW iOS", "[2025/1/2 下午3:04:05] 安: 好\r\n", "2025-01-02T15:04:05 安: 好"),
        .init("ja Android", "2025/08/09 9:01 - アン: はい\n", "2025-08-09T09:01:00 アン: はい"),
        .init("ja iOS", "[2025/08/09 9:01:02] アン: はい\r\n", "2025-08-09T09:01:02 アン: はい"),
        .init("ja Android, 12 h", "2025/08/09 午後9:01 - アン: はい\n", "2025-08-09T21:01:00 アン: はい"),
        .init("ko Android", "2025. 3. 14. 오후 12:30 - 안: 네\n2025. 3. 14. 오전 12:30 - 안: 응\n",
            "2025-03-14T12:30:00 안: 네", "2025-03-14T00:30:00 안: 응"),
        .init("ko iOS", "[2025. 3. 14. 오후 2:30:07] 안: 네\r\n", "2025-03-14T14:30:07 안: 네"),
        .init("ar Android", "١٧/٠٧/٢٠٢٦، ١٠:٣٠ م - آن: نعم\n١٧/٠٧/٢٠٢٦، ١٠:٣١ ص - آن: لا\n",
            "2026-07-17T22:30:00 آن: نعم", "2026-07-17T10:31:00 آن: لا"),
        .init("ar-MA Android", "21/5/2025، 09:17 - Ann: oui\n", "2025-05-21T09:17:00 Ann: oui"),
        .init("ar iOS", "[١٨\u{200F}/٣\u{200F}/٢٠٢٢، ٢:٥٦:٠٠\u{A0}م] آن: نعم\r\n", "2022-03-18T14:56:00 آن: نعم"),
        .init("fa Android, Persian digits", "۲۰۲۵/۰۷/۱۷،\u{A0}۱۰:۳۰ - آن: بله\n", "2025-07-17T10:30:00 آن: بله"),
        .init("hi Android", "23/09/2025, 6:02 pm - ऐन: हाँ\n", "2025-09-23T18:02:00 ऐन: हाँ"),
        .init("hi iOS", "[23/09/25, 6:02:10 अपराह्न] ऐन: हाँ\r\n", "2025-09-23T18:02:10 ऐन: हाँ"),
        .init("mr Android, Devanagari digits", "२३/०९/२०२५, ६:०२ म.उ. - ऐन: हो\n", "2025-09-23T18:02:00 ऐन: हो"),
        .init("nl Android", "25-10-2025 13:32 - Ann: ja\n", "2025-10-25T13:32:00 Ann: ja"),
        .init("cs Android", "18.03.25 14:56 - Ann: ano\n", "2025-03-18T14:56:00 Ann: ano"),
        .init("cs iOS", "[18.03.2025 14:56:08] Ann: ano\r\n", "2025-03-18T14:56:08 Ann: ano"),
        .init("sk Android, spaces after dots", "18. 3. 2025 14:56 - Ann: áno\n", "2025-03-18T14:56:00 Ann: áno"),
        .init("hr Android, dot at the end", "18. 03. 2025. 14:56 - Ann: da\n", "2025-03-18T14:56:00 Ann: da"),
        .init("bg Android", "18.03.25 г., 14:56 - Ann: да\n", "2025-03-18T14:56:00 Ann: да"),
        .init("fi Android", "13.6.2025 klo 21.26 - Ann: joo\n", "2025-06-13T21:26:00 Ann: joo"),
        .init("fi iOS", "[12.3.2025 klo 14.09.18] Ann: joo\r\n[13.3.2025 klo 14.09.18] Ann: ei\r\n",
            "2025-03-12T14:09:18 Ann: joo", "2025-03-13T14:09:18 Ann: ei"),
        .init("sv Android", "2025-12-01 12:01 - Ann: ja\n", "2025-12-01T12:01:00 Ann: ja"),
        .init("id Android", "30/08/25 18.01 - Ann: ya\n", "2025-08-30T18:01:00 Ann: ya"),
        .init("pl Android", "8.03.2025, 14:56 - Ann: tak\n18.03.2025, 14:56 - Ann: nie\n",
            "2025-03-08T14:56:00 Ann: tak", "2025-03-18T14:56:00 Ann: nie"),
        .init("vi iOS, time first", "[14:56:01, 18/3/22] Ann: vâng\r\n[14:57:02, 18/3/22] Bob: ừ\r\n",
            "2022-03-18T14:56:01 Ann: vâng", "2022-03-18T14:57:02 Bob: ừ"),
        .init("el Android", "18/3/25, 2:56 μ.μ. - Ann: ναι\n", "2025-03-18T14:56:00 Ann: ναι"),
        .init("he Android", "18.3.2025, 14:56 - ‏Ann: כן\n", "2025-03-18T14:56:00 Ann: כן"),
        .init("en dash", "18.03.2025, 14:56 – Ann: hi\n", "2025-03-18T14:56:00 Ann: hi"),
        .init("old form with a colon", "18/3/14, 2:56:01 PM: Ann: hi\n19/3/14, 12:56:01 AM: Bob: yo\n",
            "2014-03-18T14:56:01 Ann: hi", "2014-03-19T00:56:01 Bob: yo"),
        .init("no year", "4 Oct 18:00 - Ann: hi\n5 Oct 19:00 - Bob: yo\n", "- Ann: hi", "- Bob: yo"),
        .init("month in words", "Oct 4, 2018, 18:00 - Ann: hi\nOct 5, 2018, 19:00 - Bob: yo\n",
            "2018-10-04T18:00:00 Ann: hi", "2018-10-05T19:00:00 Bob: yo"),
        .init("WhatsApp Web, 24 h", "[21:15, 14/03/2025] Ann: hi\n[21:16, 14/03/2025] Bob: yo\nmore\n",
            "2025-03-14T21:15:00 Ann: hi", "2025-03-14T21:16:00 Bob: yo\nmore"),
        .init("WhatsApp Web, 12 h", "[8:19 PM, 6/13/2026] Ann: hi\n[8:20 PM, 6/13/2026] Bob: yo", "2026-06-13T20:19:00 Ann: hi",
            "2026-06-13T20:20:00 Bob: yo"),
        .init("WhatsApp Web, ru", "[21:15, 14.03.2025] Ann: Код: KTM482", "2025-03-14T21:15:00 Ann: Код: KTM482"),
    ]
}

@Suite struct ChatHeaderTests {
    @Test(arguments: LocaleSample.all)
    func `every locale's export is read with its time, sender and text`(_ sample: LocaleSample) throws {
        let reading = try Reading(sample.export)
        #expect(reading.lines == sample.expected)
        #expect(reading.ids.filter { $0 != "R017" } == [])
    }

    @Test(arguments: LocaleSample.all)
    func `line ends, byte order marks and UTF-16 change nothing`(_ sample: LocaleSample) throws {
        let plain = sample.export.split(separator: "\n", omittingEmptySubsequences: false).map { $0.utf8.last == 0x0D ? $0.dropLast() : $0 }
        let converted = sample.export.unicodeScalars.filter { $0 != "\r" }
        #expect(!plain.isEmpty)
        let text = String(String.UnicodeScalarView(converted))
        let variants: [[UInt8]] = [
            Array(text.utf8),
            Array(text.utf8).flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] },
            [0xEF, 0xBB, 0xBF] + Array(sample.export.utf8),
            [0xFF, 0xFE] + sample.export.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] },
            [0xFE, 0xFF] + sample.export.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] },
            Array(sample.export.utf8).reversed().drop { $0 == 0x0A || $0 == 0x0D }.reversed(),
        ]
        for variant in variants { #expect(try Reading(variant).lines == sample.expected) }
    }

    @Test(arguments: LocaleSample.all)
    func `chunks of any size give the same`(_ sample: LocaleSample) throws {
        for size in [16, 17, 19, 23, 31, 64, 1_000] {
            let reading = try Reading(Array(sample.export.utf8), pieces: [1, 3, 7, size], options: .small(sample: 4_096, chunk: size))
            #expect(reading.lines == sample.expected)
        }
    }

    @Test(arguments: LocaleSample.all)
    func `no truncation crashes or invents anything`(_ sample: LocaleSample) throws {
        let bytes = Array(sample.export.utf8)
        let whole = try Reading(bytes).messages
        for length in 0..<bytes.count {
            var options = ReadingOptions()
            options.kind = .chat
            let messages = try Reading(Array(bytes[..<length]), options: options).messages
            #expect(messages.count <= whole.count)
            for (cut, full) in zip(messages, whole) {
                #expect(cut.sender == full.sender)
                // The beginning of a header that is cut off reads like one more line of the message before.
                let text = cut.text.split(separator: "\n", omittingEmptySubsequences: false)[0].prefix { $0 != "\u{FFFD}" }
                #expect(Array(full.text.unicodeScalars).starts(with: text.unicodeScalars), "\(cut.text)")
            }
        }
    }

    @Test(arguments: LocaleSample.all)
    func `the fast way of reading headers agrees with the slow one`(_ sample: LocaleSample) throws {
        let bytes = Array(sample.export.utf8)
        let format = try #require(ChatFormat.detect(bytes, bytes.count))
        guard format.compiled.isUsable else { return }
        var state: UInt64 = 42
        var agreed = 0
        for start in bytes.indices where start == 0 || bytes[start - 1] == 0x0A {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            for round in 0..<2_000 {
                var line = Array(bytes[start..<end])
                if round > 0 {
                    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    let place = Int(state >> 33) % min(line.count, 30)
                    let letters = Array("0123456789/.-:, ]APMapm[\u{202F}".utf8)
                    let letter = letters[Int(state >> 40) % letters.count]
                    switch state >> 61 {
                    case 0: line.insert(letter, at: place)
                    case 1: line.remove(at: place)
                    default: line[place] = letter
                    }
                }
                guard let fast = format.compiled.parse(line, from: 0) else { continue }
                agreed += 1
                let slow = HeaderParser.parse(line, from: 0, to: line.count)
                #expect(slow?.form == format.form && slow?.date == fast.date && slow?.end == fast.end, "\(String(decoding: line, as: UTF8.self))")
                #expect(slow?.clock.hour24 == fast.clock.hour24 && slow?.clock.minute == fast.clock.minute && slow?.clock.second == fast.clock.second)
            }
        }
        #expect(agreed > 100)
    }

    @Test(arguments: LocaleSample.all)
    func `messages of one minute are read like the first of them`(_ sample: LocaleSample) throws {
        // Each message three times, then all of them again: the header before is now the same, now another one.
        let bytes = Array(sample.export.utf8)
        let starts = try Reading(bytes).messages.map(\.offset) + [bytes.count]
        // The last message of a sample may have no line end.
        let lineEnd: [UInt8] = bytes.contains(0x0D) ? [0x0D, 0x0A] : [0x0A]
        let messages = zip(starts, starts.dropFirst()).map { start, end in bytes[start..<end] + (bytes[end - 1] == 0x0A ? [] : lineEnd) }
        let repeated = messages.flatMap { $0 + $0 + $0 } + messages.flatMap { $0 }
        let expected = sample.expected.flatMap { [$0, $0, $0] } + sample.expected
        #expect(try Reading(Array(bytes[..<starts[0]]) + repeated).lines == expected)
    }

    @Test func `a header is known again only where all of it stands again`() throws {
        let headers = ["14.03.2025, 09:15 - ", "14.03.2025, 09:16 - ", "15.03.2025, 09:15 - ", "14.03.2026, 09:15 - ", "14.03.2025, 9:15 - ", "14.03.2025, 09:15 -", "14.03.25, 09:15 - ", "4.03.2025, 09:15 - "]
        for first in headers.prefix(4) {
            for second in headers {
                for third in headers {
                    let lines = [first, second, third].map { "\($0)Ann: hi\n" }
                    let together = try Reading(lines.joined()).messages.map { $0.time?.iso8601 }
                    let format = try #require(ChatFormat.detect(Array(first.utf8) + Array("Ann: hi".utf8), first.utf8.count + 7))
                    let alone = lines.compactMap { line -> String?? in
                        HeaderParser.parse(Array(line.utf8), from: 0, to: line.utf8.count - 1).flatMap { header in
                            header.form == format.form ? format.day(header.date)?.at(hour: header.clock.hour24, minute: Int(header.clock.minute), second: 0)?.iso8601 : nil
                        }
                    }
                    #expect(together == alone, "\(lines)")
                }
            }
        }
    }
}
