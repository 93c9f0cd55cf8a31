@testable import LeadAttribution
import Manifest
import PartnerCodes
import Testing

/// The quick look at a message (`mayHoldCode`) passes over nothing that the careful reading would find.
@Suite struct QuickLookTests {
    static let codes = ["KTM482", "SUNRISE", "XHB731", "HOTEL5", "MANGO77", "SOLO24", "PHIL77", "SURFKATA9", "2024", "WEDDING26"]
    static let greek = ("el", "Κωδικός: {{code}}. Γεια σας! Θέλω ένα αυτοκίνητο.")

    static func matcher() throws -> Matcher {
        Matcher(try SampleSite.manifest(
            codes.map { .init(id: "p-\($0.lowercased())", codes: [$0]) }, messages: SampleSite.message + [("es", "Código: {{code}}. Hola!"), greek]))
    }

    @Test(arguments: [
        "Hi, I come from MANGO-77 and need a car for a week please", "we stay at hotel-5 until the end of the month", "написали на сайте SOLO·24 про машину",
        "нашёл вас по коду PHIL–77 у друзей", "Ко\u{301}д: KTM48 здравствуйте хочу машину на неделю", "Co\u{301}digo: KTM48 hola quiero un coche pequeño",
        "Co\u{200B}de: KTM48 hello I would like a car", "Ко\u{AD}д: KTM48 здравствуйте", "C\u{FE0F}ode S URFKATA9 hello", "Κωδικός: KTM48 Γεια σας!", "ΚΩΔΙΚΟΣ KTM482",
        "see HTTPS://WWW.SHIBA-CARS.EXAMPLE/p-mango77 please, all of us", "https://wa.me/66812345678?lang=en&text=%D0%9A%D0%BE%D0%B4%3A%20KTM482 ok",
        "wa.me?text=SUNRISE", "line.me?SUNRISE", "wa.me?text=SUNRISE or https://maps.app.goo.gl/xZkABC", "https://maps.app.goo.gl/xZkABC line.me?SUNRISE",
        "https://LINE.me/R/oaMessage/@shiba/?Code%3A%20KTM482 ok", "a/b/c tg://resolve?domain=shiba&text=code+KTM482 and so on and on",
        "my friend sent KTM🯴🯸🯲 to me yesterday", "hi \u{200E}shiba-cars.example/p-mango77/ for me", "hi \u{2068}wa.me/66812345678?text=Code%3A+KTM482\u{2069} ok",
    ])
    func `codes and labels are seen however they are written`(text: String) throws {
        let matcher = try Self.matcher()
        let verdict = matcher.verdict(on: text)
        #expect(verdict.kind != .none, "\(text)")
        #expect(verdict.kind == matcher.carefulVerdict(on: Array(text.utf8), in: 0..<text.utf8.count).kind)
    }

    @Test(arguments: [
        "мы тут https://maps.app.goo.gl/x450ZkKh9 рядом с пляжем", "https://www.google.com/maps?q=7.29,94.30 is where we are", "см. https://t.me/shiba/12 или звоните нам",
        "da/nein oder http://example.com/text/link?x=1#line", "file://a/b/c.txt und ftp://ftp.example.com",
    ])
    func `an address that can lead to no partner is passed over`(text: String) throws {
        let matcher = try Self.matcher()
        let bytes = Array(text.utf8)
        #expect(!matcher.mayHoldCode(bytes, in: bytes.indices))
        #expect(matcher.carefulVerdict(on: bytes, in: bytes.indices).kind == .none)
    }

    @Test func `it agrees with the careful reading on messages made of pieces of codes, labels, signs and invisible characters`() throws {
        let matcher = try Self.matcher()
        var numbers = PieceNumbers(state: 7)
        let signs = [" ", "-", ".", "·", "–", "\n", "\r\n", ", ", ": ", "\u{200B}", "\u{301}", "\u{200E}", "\u{AD}", "\u{FE0F}", "👋", "/", " no ", "я", "k", "1", "ก", "Α"]
        let labels = ["Код", "code", "Code", "Código", "Co\u{301}digo", "Κωδικός", "รหัส", "промокод", "from", "машина на неделю", "hello there my friend",
            " https://shiba-cars.example/p-mango77/ ", " wa.me/66812345678?text=Code%3A+KTM482 ", " https://maps.app.goo.gl/x450Zk", " line.me/x/?KTM48",
            " wa.me?text=SUNRISE ", " line.me?Cod%65%20KTM48 "]
        var passedOver = 0
        for _ in 0..<40_000 {
            var text = ""
            for _ in 0..<numbers.next(1...6) {
                switch numbers.next(0...3) {
                case 0: text += labels[numbers.next(0...labels.count - 1)]
                case 1: text += signs[numbers.next(0...signs.count - 1)]
                default: text += Self.written(Self.codes[numbers.next(0...Self.codes.count - 1)], signs, &numbers)
                }
                text += [" ", "", ": ", ". "][numbers.next(0...3)]
            }
            let bytes = Array(text.utf8)
            guard !matcher.mayHoldCode(bytes, in: bytes.indices) else { continue }
            passedOver += 1
            let careful = matcher.carefulVerdict(on: bytes, in: bytes.indices)
            #expect(careful.kind == .none, "\(text.unicodeScalars.map { $0.isASCII ? String($0) : "\\u{\(String($0.value, radix: 16))}" }.joined())")
        }
        #expect(passedOver > 2_000)
    }

    /// A code in small or capital letters, here and there a sign inside it or a character gone.
    private static func written(_ code: String, _ signs: [String], _ numbers: inout PieceNumbers) -> String {
        var text = ""
        for character in numbers.next(0...1) == 0 ? code.lowercased() : code {
            if numbers.next(0...25) == 0 { continue }
            text.append(character)
            if numbers.next(0...11) == 0 { text += signs[numbers.next(0...signs.count - 1)] }
        }
        return text
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["1\u{200B}", "K1", "1k\u{301}", "a9f3", "1\r", "/", "a.b/", "\u{200B}", "о\u{301}", "1 ", "К\u{AD}"])
    func `a message of any length takes time in proportion`(piece: String) throws {
        // A quadratic look at half a million bytes takes many minutes.
        let matcher = try Self.matcher()
        let bytes = Array(String(repeating: piece, count: 500_000 / piece.utf8.count).utf8)
        _ = matcher.mayHoldCode(bytes, in: bytes.indices)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["Код KTM482 ", "KTM482, ", "код ", "https://shiba-cars.example/p-ktm482/ "])
    func `so does the careful reading of one with any number of codes`(piece: String) throws {
        let matcher = try Self.matcher()
        let bytes = Array(String(repeating: piece, count: 500_000 / piece.utf8.count).utf8)
        let kind = matcher.carefulVerdict(on: bytes, in: bytes.indices).kind
        #expect(kind == (piece == "код " ? .none : .attributed))
    }

    @Test(arguments: ["Здравствуйте! Интересует аренда авто.", ". Здравствуйте! Интересует аренда авто.", "👋 Здравствуйте! Интересует аренда авто.", " Здравствуйте! Интересует аренда авто."])
    func `the ready message without its code is known with a sign before it`(text: String) throws {
        let matcher = try Self.matcher()
        let bytes = Array(text.utf8)
        #expect(matcher.sentMessages.partner(of: bytes, in: bytes.indices) == -1)
    }

    @Test(arguments: [
        ("{{code}} ¡Hola! Busco un coche", " ¡hola! busco un coche"), ("Κωδικός: {{code}}. Γεια σας! Θέλω αυτοκίνητο.", "ΚΩΔΙΚΟΣ: . γεια σας! θέλω αυτοκίνητο."),
        ("รหัส {{code}} สวัสดีค่ะ สนใจเช่ารถ", "สวัสดีค่ะ สนใจเช่ารถ"), ("Ёлка: {{code}}. Ёлка на прокат", "ёлка. ёлка на прокат"), ("🚗 {{code}} — 2 days, please", "2 DAYS, please"),
    ])
    func `a ready message without its code is known in either case, whatever it begins with`(template: String, text: String) throws {
        let messages = SentMessages(try SampleSite.manifest([.init(id: "p-1", codes: ["KTM482"])], messages: [("es", template)]))
        let bytes = Array(("x" + text + "y").utf8)
        #expect(messages.partner(of: bytes, in: 1..<bytes.count - 1) == -1)
    }

    @Test func `the first letter is that of the first word`() {
        let scanner = WordScanner()
        for text in ["", " ", "Hello", "\u{200B}— Ёж", "👋🏽 2 days", "\u{E2}\u{301}b", "ΩΜΈΓΑ", "สวัสดี", "漢字 x", "¡Hola!", "\u{202B}قطة", "١٢٣"] {
            let bytes = Array(text.utf8)
            let word = scanner.words(of: bytes, in: bytes.indices).words.first
            let letter = scanner.firstLetter(of: bytes, in: bytes.indices)
            #expect((letter == nil) == (word == nil), "\(text)")
            #expect(scanner.firstHash(of: bytes, in: bytes.indices) == word?.hash, "\(text)")
            guard let word, let letter else { continue }
            // Marks in front of the first letter belong to no word.
            let first = String(decoding: bytes[word.range], as: UTF8.self).unicodeScalars.first { $0.properties.isAlphabetic || $0.properties.numericType != nil }
            #expect(first.map { WordHash.lowercased($0.value) } == letter, "\(text)")
        }
    }

    @Test func `a label is found at either end of a range and in either case, and not across its ends`() {
        let labels = ["код", "code", "ёж", "κωδικός", "รหัส", "קוד"]
        let finder = LabelFinder(labels.map { Array($0.utf8) })
        func isFound(_ bytes: [UInt8], in range: Range<Int>) -> Bool { range.contains { finder.isLabel(bytes, at: $0, in: range) } }
        for label in labels {
            for written in [label, label.uppercased(), label == "κωδικός" ? "ΚΩΔΙΚΟΣ" : label] {
                let inner = Array(written.utf8)
                let bytes = Array("..".utf8) + inner + Array("..".utf8)
                let range = 2..<2 + inner.count
                #expect(isFound(bytes, in: range), "\(written)")
                #expect(isFound(bytes, in: bytes.indices), "\(written)")
                #expect(!isFound(bytes, in: range.lowerBound + 1..<bytes.count), "\(written)")
                #expect(!isFound(bytes, in: 0..<range.upperBound - 1), "\(written)")
            }
        }
        #expect(!isFound(Array("cod ко ж รหั".utf8), in: 0..<Array("cod ко ж รหั".utf8).count))
    }

    @Test(arguments: [
        ["код", "code", "kod", "codigo", "código", "codice", "promo", "κωδικός", "รหัส", "โค้ด", "代码", "优惠码", "コード"], ["a", "яя", "ab", "ba"], ["étoile", "été", "о", "ёо"], ["x"],
    ])
    func `labels that share a byte or have nothing in common are found wherever a search would find them`(labels: [String]) {
        let finder = LabelFinder(labels.map { Array($0.utf8) })
        var numbers = PieceNumbers(state: 11)
        let letters = labels.flatMap { [$0, $0.uppercased()] }.flatMap(\.unicodeScalars) + " д-".unicodeScalars
        func lowercased(_ text: String) -> [UInt32] { text.unicodeScalars.map { WordHash.lowercased($0.value) } }
        var found = 0
        for _ in 0..<20_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<numbers.next(1...12) {
                // Now and then a whole label, in whichever case.
                if numbers.next(0...9) == 0 { text += labels[numbers.next(0...labels.count - 1)].unicodeScalars } else { text.append(letters[numbers.next(0...letters.count - 1)]) }
            }
            let (bytes, lower) = (Array(String(text).utf8), lowercased(String(text)))
            let isThere = labels.map(lowercased).contains { label in lower.indices.contains { lower[$0...].starts(with: label) } }
            #expect(bytes.indices.contains { finder.isLabel(bytes, at: $0, in: bytes.indices) } == isThere, "\(String(text))")
            if isThere { found += 1 }
        }
        #expect(found > 2_000)
    }
}
