@testable import attribution
import CommandLineKit
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The commands as a user sees them: whole outputs and exit statuses.
@Suite struct CommandTests {
    @Test func `check prints a table and what needs an eye`() throws {
        let folder = try SampleFolder()
        let run = folder.run(["check", folder.chat, "--manifest", folder.manifest, "--me", "Shiba Cars"])
        #expect(run.status == .done)
        #expect(run.messages == "")
        #expect(run.output.replacing(folder.path + "/", with: "") == """
            Partner              Leads  Messages  First       Last
            Hotel Sunrise            1         2  2026-11-14  2026-11-15  ████████████████████
            Анна, гид                1         1  2026-11-15  2026-11-15  ████████████████████
            Old <Bar> (retired)      1         1  2026-11-18  2026-11-18  ████████████████████

            3 leads from 4 messages with a code, of 9 messages; 1 of them your own.

            People with codes of several partners (1)
              Мария: anna-guide, hotel-sunrise; counted for anna-guide  chat.txt:5

            Corrected, counted: one slip from exactly one code (1)
              “XHB732” → XHB731 of anna-guide  2026-11-15 10:00, Мария, chat.txt:5

            Ambiguous, not counted: ask the customer (1)
              “KTM482” could be KTM482 of hotel-sunrise, or something else: a price, a flight, a model  2026-11-16 11:05, +66 81 *** **77, chat.txt:8

            Conflicting, not counted: codes of two partners in one message (1)
              “PMC905” has codes of several: PMC905 of old-bar, XHB731 of anna-guide  2026-11-17 12:00, +44 79** ****56, chat.txt:9

            Unknown codes, not counted: ask the customer to read the code out again (1)
              “QWE555” is near no code  2026-11-16 11:00, +66 81 *** **77, chat.txt:7

            """)
    }

    @Test func `json lines have fixed members in a fixed order`() throws {
        let folder = try SampleFolder()
        let run = folder.run(["check", folder.chat, "--manifest", folder.manifest, "--me", "Shiba Cars", "--format", "jsonl"])
        let lines = run.output.replacing(folder.path + "/", with: "").split(separator: "\n").map(String.init)
        #expect(lines.count == 10)
        #expect(lines[0] == #"{"type":"message","source":"chat.txt","line":2,"id":null,"time":"2026-11-14T09:15:00","sender":"+7 912 345-67-89","text":"Код: КТМ 482. Здравствуйте! Интересует аренда авто.","verdict":"attributed","code":"KTM482","partner":"hotel-sunrise","partnerStatus":"active","matched":"КТМ 482","rule":"exact","candidates":[]}"#)
        #expect(lines[1].contains(#""verdict":"own","code":null,"partner":null,"partnerStatus":null,"matched":null,"rule":"own","candidates":[]}"#))
        #expect(lines[3].hasSuffix(#""verdict":"corrected","code":"XHB731","partner":"anna-guide","partnerStatus":"active","matched":"XHB732","rule":"labelled-slip","candidates":[{"code":"XHB731","partner":"anna-guide","distance":1}]}"#))
        #expect(lines[9] == #"{"type":"summary","messages":9,"leads":3,"partners":[{"partner":"hotel-sunrise","messages":2,"leads":1,"first":"2026-11-14T09:15:00","last":"2026-11-15T10:02:00"},{"partner":"anna-guide","messages":1,"leads":1,"first":"2026-11-15T10:00:00","last":"2026-11-15T10:00:00"},{"partner":"old-bar","messages":1,"leads":1,"first":"2026-11-18T12:00:00","last":"2026-11-18T12:00:00"}],"verdicts":{"attributed":3,"corrected":1,"ambiguous":1,"conflicting":1,"unknown":1,"none":1,"own":1},"repeated":0,"conflictingPersons":1}"#)
    }

    @Test func `csv holds each message with a code and no formula`() throws {
        let folder = try SampleFolder()
        let run = folder.run(["check", folder.chat, "--manifest", folder.manifest, "--me", "Shiba Cars", "--format", "csv"])
        #expect(run.output.replacing(folder.path + "/", with: "").split(whereSeparator: \.isNewline).map(String.init) == [
            "\u{FEFF}verdict,partner,code,partnerStatus,time,sender,text,matched,rule,candidates,source,line",
            "attributed,hotel-sunrise,KTM482,active,2026-11-14T09:15:00,'+7 912 ***-**-89,Код: КТМ 482. Здравствуйте! Интересует аренда авто.,КТМ 482,exact,,chat.txt,2",
            "corrected,anna-guide,XHB731,active,2026-11-15T10:00:00,Мария,Code: XHB732. Hello!,XHB732,labelled-slip,XHB731 anna-guide,chat.txt,5",
            "attributed,hotel-sunrise,KTM482,active,2026-11-15T10:02:00,Мария,или KTM482?,KTM482,exact,,chat.txt,6",
            "unknown,,,,2026-11-16T11:00:00,'+66 81 *** **77,\"Код: QWE555 <b>привет</b> & \"\"спасибо\"\"\",QWE555,no-such-code,,chat.txt,7",
            "ambiguous,,,,2026-11-16T11:05:00,'+66 81 *** **77,рейс KTM482,KTM482,other-meaning,KTM482 hotel-sunrise,chat.txt,8",
            "conflicting,,,,2026-11-17T12:00:00,'+44 79** ****56,\"PMC905 and XHB731, call +44 79** ****56\",PMC905,two-partners,PMC905 old-bar; XHB731 anna-guide,chat.txt,9",
            "attributed,old-bar,PMC905,retired,2026-11-18T12:00:00,Пётр,PMC-905 добрый день,PMC-905,exact,,chat.txt,10",
        ])
    }

    @Test func `on a narrow terminal bars give way to names, and a status is never cut`() throws {
        let folder = try SampleFolder()
        try folder.write("narrow.txt", """
            14.11.2026, 09:15 - A: Code: PMC905
            14.11.2026, 09:16 - B: Code: SUNRISE5

            """)
        let arguments = ["check", folder.path + "/narrow.txt", "--manifest", folder.manifest, "--me", "Shiba Cars", "--quiet"]
        #expect(folder.run(arguments, columns: 66).output.split(separator: "\n").prefix(3).map(String.init) == [
            "Partner            Leads  Messages  First       Last",
            "Hotel Sunrise          1         1  2026-11-14  2026-11-14  ██████",
            "Old <B… (retired)      1         1  2026-11-14  2026-11-14  ██████",
        ])
    }

    @Test func `the page is self-contained, escaped, marked and masked`() throws {
        let folder = try SampleFolder()
        let page = folder.run(["check", folder.chat, "--manifest", folder.manifest, "--me", "Shiba Cars", "--format", "html"]).output
        #expect(page.contains("<blockquote>Код: <mark>QWE555</mark> &lt;b&gt;привет&lt;/b&gt; &amp; &quot;спасибо&quot;</blockquote>"))
        #expect(page.contains("<blockquote><mark>PMC905</mark> and XHB731, call +44 79** ****56</blockquote>"))
        #expect(page.contains("Old &lt;Bar&gt;"))
        #expect(page.contains("""
            <li><span>Old &lt;Bar&gt;</span><svg role="img" aria-label="1"><rect width="86%" height="100%" rx="3"/><text x="86%" dx="8" y="13">1</text></svg></li>
            """))
        for forbidden in ["<script", "<b>", "http://", "https://", "345-67", "999 8877", "src=", "@import", "url("] {
            #expect(!page.contains(forbidden), "\(forbidden)")
        }
        #expect(page.contains("prefers-color-scheme:dark") && page.contains("@media print"))
        #expect(Self.unclosed(page) == [])
        let shown = folder.run(["check", folder.chat, "--manifest", folder.manifest, "--me", "Shiba Cars", "--format", "html", "--show-numbers"]).output
        #expect(shown.contains("+66 81 999 8877") && shown.contains("call +44 7911 123456"))
    }

    /// Elements that are not closed in order; empty for a page that is well formed.
    static func unclosed(_ page: String) -> [String] {
        var open: [String] = []
        for piece in page.split(separator: "<").dropFirst() {
            let tag = piece.prefix { $0 != ">" }
            let name = String(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "!" })
            if ["!doctype", "!", "meta"].contains(name) || tag.hasSuffix("/") { continue }
            if !tag.hasPrefix("/") { open.append(name) } else if open.last == name { open.removeLast() } else { open.append("/" + name) }
        }
        return open
    }

    @Test func `explain answers for one message`() throws {
        let folder = try SampleFolder()
        #expect(folder.run(["explain", "Код: КТМ 482 здравствуйте", "--manifest", folder.manifest]).output == """
            Hotel Sunrise (hotel-sunrise), code KTM482
              “КТМ 482” is exactly this code.

            """)
        #expect(folder.run(["explain", "Код: KXM 483", "--manifest", folder.manifest]).output == """
            Nobody: this is no partner's code
              “KXM 483” is announced as a code, and the nearest codes are two slips away.
            Nearest codes:
              KTM482  Hotel Sunrise (hotel-sunrise), 2 slips away
            Ask the customer:
              Подскажите, пожалуйста, ваш код — KTM482? Он указан на карточке или странице, по которой вы нас нашли.
              Could you please check: is your code KTM482? It is on the card or page that led you to us.

            """)
        #expect(folder.run(["explain", "здравствуйте, интересует аренда авто", "--manifest", folder.manifest]).output.contains("Word for word this is the message of your pages"))
        #expect(folder.run(["explain", "рейс KTM482", "--manifest", folder.manifest]).output.hasPrefix(
            "Nobody yet: it may be a code, or something else\n  “KTM482” is or nearly is a code, but it may as well be a flight"))
        #expect(folder.run(["explain", "мы с KTM483 приехали", "--manifest", folder.manifest]).output.hasPrefix("""
            Nobody: there is no code in this message
              No code stands in it, and no word such as “code” announces what is near one.
            Nearest codes:
              KTM482  Hotel Sunrise (hotel-sunrise), 1 slip away

            """))
        #expect(folder.run(["explain", "мы из Hotel Sunrise", "--manifest", folder.manifest]).output.contains("The text names Hotel Sunrise (hotel-sunrise)"))
    }

    @Test func `a statement accounts for leads and sales, line by line`() throws {
        let folder = try SampleFolder()
        let arguments = ["statement", folder.chat, "--partner", "hotel-sunrise", "--month", "2026-11", "--sales", folder.sales, "--root", folder.path,
                         "--manifest", folder.manifest, "--me", "Shiba Cars"]
        let run = folder.run(arguments)
        #expect(run.status == .done)
        // The column is as wide as the folder's path.
        let wide = "Message" + String(repeating: " ", count: folder.path.count + 6) + "Sale"
        #expect(run.output.replacing(folder.path + "/", with: "").replacing(wide, with: "Message     Sale") == """
            Hotel Sunrise, 2026-11
            1 lead, 1 sale for 12,600.50, commission 7.5 %: 945.04.

            Date        Person            Code    Verdict     Message
            2026-11-14  +7 912 ***-**-89  KTM482  attributed  chat.txt:2

            Sold        Person               Amount  Commission  Message     Sale
            2026-11-25  +7 912 ***-**-89  12,600.50      945.04  chat.txt:2  sales.csv:2
            Total                         12,600.50      945.04

            1 sale of the month to people who had sent no code by then, not counted here.

            """)
        #expect(folder.run(arguments + ["--format", "csv"]).output.replacing(folder.path + "/", with: "").split(whereSeparator: \.isNewline).map(String.init) == [
            "\u{FEFF}kind,date,person,code,verdict,amount,commission,message,sale",
            "lead,2026-11-14,'+7 912 ***-**-89,KTM482,attributed,,,chat.txt:2,",
            "sale,2026-11-25,'+7 912 ***-**-89,KTM482,attributed,12600.50,945.04,chat.txt:2,sales.csv:2",
            "total,2026-11,,,,12600.50,945.04,,",
        ])
        let page = folder.run(arguments + ["--format", "html"]).output
        #expect(page.contains("<h1>Statement for Hotel Sunrise, 2026-11</h1>") && !page.contains("345-67"))
        #expect(Self.unclosed(page) == [])
        #expect(folder.run(arguments + ["--commission", "10%"]).output.contains("commission 10 %: 1,260.05."))
    }

    @Test func `what cannot be run says what to do and ends with two`() throws {
        let folder = try SampleFolder()
        let missing = folder.run(["check", folder.chat, "--manifest", folder.path + "/nothing.json"])
        #expect(missing.status == .couldNotRun)
        #expect(missing.messages.contains("build the site first"))
        try folder.write("newer.json", #"{"version": 2, "generator": "sitegen 3.0.0"}"#)
        let newer = folder.run(["check", folder.chat, "--manifest", folder.path + "/newer.json"])
        #expect(newer.status == .couldNotRun)
        #expect(newer.messages.contains("update this program"))
        try folder.write("broken.json", #"{"version": 1, "partners": ["#)
        #expect(folder.run(["explain", "x", "--manifest", folder.path + "/broken.json"]).status == .couldNotRun)
        #expect(folder.run(["statement", folder.chat, "--partner", "nobody", "--month", "2026-11", "--manifest", folder.manifest]).status == .couldNotRun)
        #expect(folder.run(["check", folder.chat, "--window", "x"]).status == .couldNotRun)
    }

    @Test func `a file that cannot be read is an error, and the rest is still counted`() throws {
        let folder = try SampleFolder()
        let run = folder.run(["check", folder.path + "/missing.txt", folder.chat, "--manifest", folder.manifest, "--me", "Shiba Cars"])
        #expect(run.status == .foundErrors)
        #expect(run.output.contains("3 leads from 4 messages"))
        #expect(run.messages.contains("missing.txt: error: the file cannot be read"))
    }

    @Test func `a folder is read with all that is in it, and the business is guessed and named`() throws {
        let folder = try SampleFolder()
        try folder.makeFolder("exports")
        try folder.write("exports/WhatsApp Chat with Anna.txt", "14.11.2026, 09:15 - Anna: Code: KTM482\n14.11.2026, 09:16 - Shiba Cars: Hello! Code: KTM482\n")
        try folder.write("exports/photo.jpg", "KTM482")
        let run = folder.run(["check", folder.path + "/exports", "--manifest", folder.manifest])
        #expect(run.output.contains("1 lead from 1 message with a code, of 2 messages; 1 of them your own."))
        #expect(run.messages.contains("`Shiba Cars` was taken for your own name, since the file is named after the other side"))
        #expect(run.status == .done)
    }
}

/// A folder of its own with a manifest, a chat, sales and a partner, removed at the end.
///
/// A class, so that it can remove the folder when the test is done.
final class SampleFolder: Sendable {
    let path: String
    var manifest: String { path + "/manifest.json" }
    var chat: String { path + "/chat.txt" }
    var sales: String { path + "/sales.csv" }

    struct CannotWrite: Error {}

    init() throws {
        var template = Array("/tmp/attribution-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw CannotWrite() }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        try write("manifest.json", Self.manifestText)
        try write("chat.txt", Self.chatText)
        try write("sales.csv", "customer,date,amount\n8 912 345-67-89,2026-11-25,\"12,600.50\"\nМария,26.11.2026,5000\nIvan,2026-11-27,100\n+79123456789,2026-12-01,900\n")
        try makeFolder("partners")
        try write("partners/hotel-sunrise.json", #"{"name": "Hotel Sunrise", "private": {"commission": "7,5 %"},}"#)
    }

    deinit {
        for name in ["exports/WhatsApp Chat with Anna.txt", "exports/photo.jpg", "partners/hotel-sunrise.json", "manifest.json", "chat.txt", "sales.csv", "newer.json", "broken.json", "narrow.txt"] {
            unlink(path + "/" + name)
        }
        for name in ["/exports", "/partners", ""] { rmdir(path + name) }
    }

    func makeFolder(_ name: String) throws {
        guard mkdir(path + "/" + name, 0o700) == 0 else { throw CannotWrite() }
    }

    func write(_ name: String, _ text: String) throws {
        guard let file = fopen(path + "/" + name, "w") else { throw CannotWrite() }
        defer { fclose(file) }
        guard fputs(text, file) >= 0 else { throw CannotWrite() }
    }

    func run(_ arguments: [String], columns: Int? = nil) -> (status: RunStatus, output: String, messages: String) {
        let environment = Environment(["NO_COLOR": "1"])
        let recording = ConsoleRecording(columns: columns, environment: environment)
        let status = AttributionProgram.run(arguments, environment: environment, console: recording.console)
        return (status, recording.output, recording.messages)
    }

    static let manifestText = #"""
        {"version":1,"generator":"sitegen 0.1.0","baseURL":"https://shiba-cars.example/","languages":["ru","en"],
        "messages":{"general":{"ru":{"phone":"66812345678","text":"Код: {{code}}. Здравствуйте! Интересует аренда авто."},"en":{"phone":"66812345678","text":"Code: {{code}}. Hello! I would like to rent a car."}}},
        "folder":"public","files":["index.html"],"partnerFiles":["index.html"],"partners":[
        {"id":"anna-guide","name":"Анна, гид","slug":"anna","status":"active","page":"https://shiba-cars.example/anna/","codes":["XHB731"]},
        {"id":"hotel-sunrise","name":"Hotel Sunrise","slug":"sunrise","status":"active","page":"https://shiba-cars.example/sunrise/","codes":["SUNRISE5","KTM482"]},
        {"id":"old-bar","name":"Old <Bar>","slug":"old-bar","status":"retired","page":"https://shiba-cars.example/old-bar/","codes":["PMC905"]}]}
        """#

    static let chatText = """
        14.11.2026, 09:15 - Сообщения и звонки защищены сквозным шифрованием. Только участники этого чата могут читать, слушать или пересылать их.
        14.11.2026, 09:15 - +7 912 345-67-89: Код: КТМ 482. Здравствуйте! Интересует аренда авто.
        14.11.2026, 09:20 - Shiba Cars: Здравствуйте! Вижу код KTM482. Какие даты?
        14.11.2026, 09:21 - +7 912 345-67-89: с 25.11 по 5.12, рейс SU 274
        15.11.2026, 10:00 - Мария: Code: XHB732. Hello!
        15.11.2026, 10:02 - Мария: или KTM482?
        16.11.2026, 11:00 - +66 81 999 8877: Код: QWE555 <b>привет</b> & "спасибо"
        16.11.2026, 11:05 - +66 81 999 8877: рейс KTM482
        17.11.2026, 12:00 - +44 7911 123456: PMC905 and XHB731, call +44 7911 123456
        18.11.2026, 12:00 - Пётр: PMC-905 добрый день

        """
}
