import Diagnostics
import Manifest
import PartnerCodes
import Testing

@Suite struct ManifestTests {
    private let sampleText = """
        {"version":1,"generator":"sitegen 0.1.0","baseURL":"https://shiba-cars.example/","languages":["ru","en"],
        "messages":{
        "general":{"ru":{"phone":"66812345678","text":"Код: {{code}}. Здравствуйте!"},"en":{"phone":"66812345678","text":"Code: {{code}}."}},
        "offer:economy":{"ru":{"phone":"66812345678","text":"Код: {{code}}. \\"Эконом\\""}}},
        "folder":"public","earlierPhones":["66899999999"],
        "files":[
        "404.html",
        "assets/preview.png",
        "index.html"],
        "partnerFiles":[
        "en/index.html",
        "index.html",
        "kit/index.html"],
        "partners":[
        {"id":"asha","name":"Asha","slug":"asha","status":"retired","page":"https://shiba-cars.example/asha/","codes":["BCH123"],"files":["index.html"]},
        {"id":"hotel-sunrise","name":"Hotel \\\\ Sunrise","slug":"sunrise","status":"active","page":"https://shiba-cars.example/sunrise/","codes":["SUNRISE5","KTM482"],"slugs":["old","older"],"messages":{"general":{"ru":{"phone":"66811111111","text":"{{code}}"}}}}]}

        """

    private func sample() throws -> Manifest {
        let asha = Manifest.Partner(
            id: try PartnerID("asha"), name: "Asha", slug: "asha", status: .retired, page: "https://shiba-cars.example/asha/",
            codes: [try PartnerCode("BCH123")], files: ["index.html"])
        let hotel = Manifest.Partner(
            id: try PartnerID("hotel-sunrise"), name: "Hotel \\ Sunrise", slug: "sunrise", status: .active,
            page: "https://shiba-cars.example/sunrise/", codes: [try PartnerCode("SUNRISE5"), try PartnerCode("KTM482")],
            earlierSlugs: ["old", "older"],
            messages: [Manifest.Message(name: "general", texts: [Manifest.Text(language: "ru", phone: "66811111111", text: "{{code}}")])])
        return Manifest(
            generator: "sitegen 0.1.0", baseURL: "https://shiba-cars.example/", languages: ["ru", "en"],
            messages: [
                Manifest.Message(name: "general", texts: [
                    Manifest.Text(language: "ru", phone: "66812345678", text: "Код: {{code}}. Здравствуйте!"),
                    Manifest.Text(language: "en", phone: "66812345678", text: "Code: {{code}}."),
                ]),
                Manifest.Message(name: "offer:economy", texts: [
                    Manifest.Text(language: "ru", phone: "66812345678", text: "Код: {{code}}. \"Эконом\""),
                ]),
            ],
            files: ["index.html", "404.html", "assets/preview.png"], partnerFiles: ["index.html", "kit/index.html", "en/index.html"],
            earlierPhones: ["66899999999"], partners: [hotel, asha])
    }

    @Test func `a manifest is written with a line for each message, file and partner, in order`() throws {
        #expect(String(decoding: try sample().write(), as: UTF8.self) == sampleText)
    }

    @Test func `what was written is read as the same manifest`() throws {
        let (manifest, diagnostics) = Manifest.read(Array(sampleText.utf8), path: "manifest.json")
        #expect(diagnostics == [])
        #expect(manifest == (try sample()))
    }

    @Test func `the head of a manifest is all of it but its partners, who are counted by their lines`() throws {
        let (bytes, sample) = (Array(sampleText.utf8), try sample())
        let head = Manifest(
            generator: sample.generator, baseURL: sample.baseURL, languages: sample.languages, messages: sample.messages, files: sample.files,
            partnerFiles: sample.partnerFiles, earlierPhones: sample.earlierPhones, partners: [])
        #expect(Manifest.head(of: bytes, withAtLeast: 0) == head)
        #expect(Manifest.head(of: bytes, withAtLeast: 2) == head)
        #expect(Manifest.head(of: bytes, withAtLeast: 3) == nil)
        #expect(Manifest.head(of: head.write(), withAtLeast: 0) == nil, "where there are none, there is nothing to leave out")
        for (right, wrong) in [("\"version\":1", "\"version\":2"), ("\"folder\":\"public\"", "\"folder\":\"../public\""), ("\"languages\":", "\"languages\"")] {
            #expect(Manifest.head(of: Array(sampleText.replacing(right, with: wrong).utf8), withAtLeast: 0) == nil)
        }
    }

    @Test func `every beginning of a manifest but the whole gives one error that says to build again`() {
        let bytes = Array(sampleText.utf8)
        for length in 0..<bytes.count - 1 {
            let (manifest, diagnostics) = Manifest.read(Array(bytes.prefix(length)), path: "manifest.json")
            #expect(manifest == nil)
            #expect(diagnostics.map(\.hint) == ["run `sitegen build`, which writes the file anew"])
        }
    }

    @Test func `a manifest changed at random is read or told, and what is read is written and read as the same`() throws {
        let source = Array(sampleText.utf8)
        var state: UInt64 = 1
        func roll(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var readable = 0
        for _ in 0..<5_000 {
            var bytes = source
            bytes[roll(bytes.count)] = source[roll(source.count)]
            let (manifest, diagnostics) = Manifest.read(bytes, path: "m")
            #expect((manifest == nil) == diagnostics.containsError)
            guard let manifest else { continue }
            readable += 1
            let (again, told) = Manifest.read(manifest.write(), path: "m")
            #expect(again == manifest)
            #expect(told == [])
        }
        #expect(readable > 1_000)
    }

    @Test func `withdrawn codes are written in order, a line each, and read`() throws {
        var manifest = try sample()
        manifest.withdrawn = [
            Manifest.WithdrawnCode(code: try PartnerCode("KTM336"), partner: try PartnerID("other")),
            Manifest.WithdrawnCode(code: try PartnerCode("BCH124"), partner: try PartnerID("gone")),
        ]
        let written = String(decoding: manifest.write(), as: UTF8.self)
        #expect(written.contains("\n\"withdrawn\":[\n{\"code\":\"BCH124\",\"partner\":\"gone\"},\n{\"code\":\"KTM336\",\"partner\":\"other\"}],\n\"files\""))
        let (again, diagnostics) = Manifest.read(Array(written.utf8), path: "manifest.json")
        #expect(diagnostics == [])
        #expect(again?.withdrawn.map(\.code.text) == ["BCH124", "KTM336"])
        let (broken, told) = Manifest.read(Array(written.replacing("KTM336", with: "ktm").utf8), path: "manifest.json")
        #expect(broken == nil)
        #expect(told.map { "\($0.id) \($0.message)" } == ["M003 `ktm` is not a code"])
    }

    @Test func `a manifest that is not as it was written, but says the same, is read as the same`() throws {
        let source = sampleText
        for other in [source.replacing("\"partners\":[\n", with: "\"partners\": [\n"), source.replacing("},\n{\"id\"", with: "}, {\"id\""),
                      source.replacing("\n", with: "\r\n"), source.replacing("\"name\":\"Asha\"", with: "\"name\":\"\\u0041sha\""), "\u{FEFF}" + source] {
            #expect(other != source)
            let (manifest, diagnostics) = Manifest.read(Array(other.utf8), path: "manifest.json")
            #expect(diagnostics == [])
            #expect(manifest == (try sample()))
        }
    }

    @Test func `keys of later versions are passed over`() {
        let source = sampleText.replacing("\"version\":1,", with: "\"version\":1,\"later\":[{}],").replacing("\"id\":\"asha\"", with: "\"tags\":[],\"id\":\"asha\"")
        let (manifest, diagnostics) = Manifest.read(Array(source.utf8), path: "manifest.json")
        #expect(manifest?.partners.count == 2)
        #expect(diagnostics == [])
    }

    @Test(arguments: [
        ("\"version\":1", "\"version\":2", "M001 the file has the form of version 2, this program reads up to version 1 | it was written by `sitegen 0.1.0`: update this program to that version"),
        ("\"version\":1", "\"version\":\"1\"", "M001 `version` must be a whole number from 1"),
        ("\"version\":1,", "", "M001 `version` is missing"),
        ("\"baseURL\"", "\"base\"", "J031 `baseURL` is missing"),
        ("\"partners\"", "\"partner\"", "J031 `partners` is missing"),
        ("\"files\":[\n", "\"files\":[5,\n", "J030 `files` must be a text in quotes, found a number"),
        ("\"404.html\"", "\"../404.html\"", "M002 `../404.html` is not a path inside the site's folder"),
        ("\"en/index.html\"", "\"/etc/passwd\"", "M002 `/etc/passwd` is not a path inside the site's folder"),
        ("\"slug\":\"asha\"", "\"slug\":\"..\"", "M002 `..` is not a path inside the site's folder"),
        ("\"slug\":\"asha\"", "\"slug\":\"a\\\\b\"", "M002 `a\\b` is not a path inside the site's folder"),
        ("\"old\"", "\"\"", "M002 `` is not a path inside the site's folder"),
        ("\"folder\":\"public\"", "\"folder\":\".\"", "M002 `.` is not a path inside the site's folder"),
        ("\"BCH123\"", "\"bch 123\"", "M003 `bch 123` is not a code"),
        ("\"BCH123\"", "", "M003 the partner has no code"),
        ("\"BCH123\"", "\"KTM482\"", "M004 the code `KTM482` stands there for `asha` and for `hotel-sunrise`"),
        ("\"id\":\"asha\"", "\"id\":\"Asha\"", "M003 the partner's id has `A` as character 1, which cannot be in an id"),
        ("\"id\":\"asha\"", "\"id\":\"hotel-sunrise\"", "M004 the partner `hotel-sunrise` stands there twice"),
        ("\"retired\"", "\"gone\"", "M003 `gone` is not a status that is known here"),
        ("\"66899999999\"", "\"+66\"", "M003 `+66` is not a phone number in digits"),
        ("\"general\":{", "\"general\":{\"th\":5,", "J030 `messages.general.th` must be an object `{…}`, found a number"),
    ])
    func `what is broken is told with its place`(part: String, replacement: String, told: String) {
        let source = sampleText.replacing(part, with: replacement, maxReplacements: 1)
        let (manifest, diagnostics) = Manifest.read(Array(source.utf8), path: "manifest.json")
        #expect(manifest == nil)
        let remedy = "run `sitegen build`, which writes the file anew"
        let summary = diagnostics.map { "\($0.id) \($0.message)" + ($0.hint == remedy ? "" : " | \($0.hint ?? "")") }
        #expect(summary == [told])
        #expect(diagnostics.allSatisfy { $0.id == "M004" || $0.location?.range != nil })
    }

    @Test func `a file that is broken throughout is told in a few errors`() {
        let partners = Array(repeating: "5", count: 1_000).joined(separator: ",")
        let source = "{\"version\":1,\"generator\":\"\",\"baseURL\":\"\",\"languages\":[],\"messages\":{},\"folder\":\"public\",\"files\":[],\"partnerFiles\":[],\"partners\":[\(partners)]}"
        #expect(Manifest.read(Array(source.utf8), path: "m").1.count == 10)
    }
}
