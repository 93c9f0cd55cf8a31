import LeadAttribution
import Manifest
import PartnerCodes
import Testing

/// Each rule of reading a message, on texts in Russian, English and Thai.
@Suite struct MatchRulesTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var text: String
        var expected: String
        init(_ text: String, _ expected: String) {
            self.text = text
            self.expected = expected
        }
        var testDescription: String { text }
    }

    /// `attributed KTM482 hotel-sunrise "ктм 482" exact`, and the nearest codes after a bar.
    static func summary(_ verdict: Verdict, of text: String) -> String {
        var parts = [verdict.kind.rawValue]
        if let code = verdict.code { parts.append(code.text) }
        if let partner = verdict.partner { parts.append(partner.text) }
        if let matched = verdict.matched { parts.append("[\(String(decoding: Array(text.utf8)[matched], as: UTF8.self))]") }
        parts.append(verdict.rule.rawValue)
        if !verdict.candidates.isEmpty { parts.append("| " + verdict.candidates.map { "\($0.code)/\($0.distance)" }.joined(separator: " ")) }
        return parts.joined(separator: " ")
    }

    static func check(_ example: Case) throws {
        let matcher = Matcher(try SampleSite.small())
        #expect(summary(matcher.verdict(on: example.text), of: example.text) == example.expected)
    }

    @Test(arguments: [
        Case("Код: KTM482. Здравствуйте! Интересует аренда авто.", "attributed KTM482 hotel-sunrise [KTM482] exact"),
        Case("Код: ктм 482. Здраст", "attributed KTM482 hotel-sunrise [ктм 482] exact"),
        Case("Здравствуйте, нам посоветовали вас, КТМ-482", "attributed KTM482 hotel-sunrise [КТМ-482] exact"),
        Case("привет! к т м 4 8 2 это код из отеля", "attributed KTM482 hotel-sunrise [к т м 4 8 2] exact"),
        Case("K T M - 4 8 2", "attributed KTM482 hotel-sunrise [K T M - 4 8 2] exact"),
        Case("Hello, my friend gave me KTM 48 2 for a discount", "attributed KTM482 hotel-sunrise [KTM 48 2] exact"),
        Case("（ＫＴＭ４８２）", "attributed KTM482 hotel-sunrise [ＫＴＭ４８２] exact"),
        Case("ขอเช่ารถค่ะ รหัสKTM482ค่ะ", "attributed KTM482 hotel-sunrise [KTM482] exact"),
        Case("รหัส KTM๔๘๒ สนใจเช่ารถ", "attributed KTM482 hotel-sunrise [KTM๔๘๒] exact"),
        Case("hi, code dive-77", "attributed DIVE77 dive-club [dive-77] exact"),
        Case("Здравствуйте! У меня есть DIVE77, что это даёт?", "attributed DIVE77 dive-club [DIVE77] exact"),
        Case("KTM482 и ещё раз ktm482", "attributed KTM482 hotel-sunrise [KTM482] exact"),
        Case("KTM482 … SUNRISE", "attributed KTM482 hotel-sunrise [KTM482] exact"),
        Case("Code: PMC905 please", "attributed PMC905 old-bar [PMC905] exact"),
        Case("К\u{200B}Т\u{200D}М482", "attributed KTM482 hotel-sunrise [К\u{200B}Т\u{200D}М482] exact"),
    ]) func `an exact code attributes wherever it stands`(_ example: Case) throws { try Self.check(example) }

    @Test(arguments: [
        Case("Code: SUNRISE. Hello!", "attributed SUNRISE hotel-sunrise [SUNRISE] labelled"),
        Case("promo code Sunrise please", "attributed SUNRISE hotel-sunrise [Sunrise] labelled"),
        Case("код партнёра — sunrise", "attributed SUNRISE hotel-sunrise [sunrise] labelled"),
        Case("Код:\nsunrise", "attributed SUNRISE hotel-sunrise [sunrise] labelled"),
        Case("Код КТМЧВ2", "attributed KTM482 hotel-sunrise [КТМЧВ2] exact"),
        Case("КОД - 2024", "attributed 2024 year [2024] labelled"),
        Case("Код 2024", "attributed 2024 year [2024] labelled"),
        Case("Sunrise", "attributed SUNRISE hotel-sunrise [Sunrise] whole-message"),
        Case("«SUNRISE» 🙂", "attributed SUNRISE hotel-sunrise [SUNRISE] whole-message"),
        Case("We stay at the Sunrise hotel", "none no-code"),
        Case("Встретимся на sunrise point в 2024", "none no-code"),
        Case("2024", "ambiguous [2024] other-meaning | 2024/0"),
    ]) func `a word or a number counts only where it is announced`(_ example: Case) throws { try Self.check(example) }

    @Test(arguments: [
        Case("Код: KTM483. Здравствуйте!", "corrected KTM482 hotel-sunrise [KTM483] labelled-slip | KTM482/1"),
        Case("Код KTM48. Здравствуйте!", "corrected KTM482 hotel-sunrise [KTM48] labelled-slip | KTM482/1"),
        Case("code:KMT482 hi", "corrected KTM482 hotel-sunrise [KMT482] labelled-slip | KTM482/1"),
        Case("Код: КТД482", "corrected KTM482 hotel-sunrise [КТД482] labelled-slip | KTM482/1"),
        Case("Код: KTM,482", "corrected KTM482 hotel-sunrise [KTM,482] labelled-slip | KTM482/1"),
        Case("Код: KT/482", "corrected KTM482 hotel-sunrise [KT/482] labelled-slip | KTM482/1"),
        Case("ktm 483", "corrected KTM482 hotel-sunrise [ktm 483] whole-message-slip | KTM482/1"),
        Case("您好！推荐码：KTM4882，我想租车", "corrected KTM482 hotel-sunrise [KTM4882] labelled-slip | KTM482/1"),
        Case("推薦碼 KTM4882", "corrected KTM482 hotel-sunrise [KTM4882] labelled-slip | KTM482/1"),
        Case("รหัส: KTM4882 ค่ะ", "corrected KTM482 hotel-sunrise [KTM4882] labelled-slip | KTM482/1"),
        Case("Code: sunrsie", "corrected SUNRISE hotel-sunrise [sunrsie] labelled-slip | SUNRISE/1"),
        Case("мы тут с KTM483 приехали", "none no-code"),
    ]) func `one slip in labelled position is corrected`(_ example: Case) throws { try Self.check(example) }

    @Test(arguments: [
        Case("Код: KTM999. Здравствуйте", "unknown [KTM999] no-such-code"),
        Case("Код: KTM455. Здравствуйте", "unknown [KTM455] two-slips | KTM482/2"),
        Case("code ABC-123", "unknown [ABC-123] no-such-code"),
        Case("Код: 482", "none no-code"),
        Case("Code: FRIEND", "unknown [FRIEND] no-such-code"),
        Case("Код: 48213", "unknown [48213] no-such-code"),
        Case("Код города?", "none no-code"),
        Case("какой у вас код?", "none no-code"),
        Case("Код: не помню, простите", "none no-code"),
        Case("zip code 83100", "none no-code"),
        Case("dress code smart casual?", "none no-code"),
    ]) func `what is announced and is nobody's is unknown, and words are nothing`(_ example: Case) throws { try Self.check(example) }

    @Test(arguments: [
        Case("KTM482 или XHB731?", "conflicting [KTM482] two-partners | KTM482/0 XHB731/0"),
        Case("Код: XHB732. А подруга дала KTM482", "conflicting [KTM482] two-partners | KTM482/0 XHB731/1"),
        Case("Код: КТМ-482/XHB731", "conflicting [КТМ-482] two-partners | KTM482/0 XHB731/0"),
        Case("KTM482/XHB731", "conflicting [KTM482] two-partners | KTM482/0 XHB731/0"),
        Case("KTM482+XHB731 привет", "conflicting [KTM482] two-partners | KTM482/0 XHB731/0"),
        Case("нам дали KTM482_XHB731", "conflicting [KTM482] two-partners | KTM482/0 XHB731/0"),
        Case("KTM482-XHB731", "conflicting [KTM482] two-partners | KTM482/0 XHB731/0"),
        Case("Код: KTM482&XHB731.", "conflicting [KTM482] two-partners | KTM482/0 XHB731/0"),
        Case("Код: KTM482, код: SUNRISE", "attributed KTM482 hotel-sunrise [KTM482] exact"),
        Case("Код: QWE555. мой друг: KTM482", "attributed KTM482 hotel-sunrise [KTM482] exact"),
    ]) func `two partners in one message conflict, two codes of one do not`(_ example: Case) throws { try Self.check(example) }

    @Test(arguments: [
        Case("https://wa.me/66812345678?text=%D0%9A%D0%BE%D0%B4%3A%20KTM482.%20Hi", "attributed KTM482 hotel-sunrise [https://wa.me/66812345678?text=%D0%9A%D0%BE%D0%B4%3A%20KTM482.%20Hi] link-text"),
        Case("смотри: https://api.whatsapp.com/send/?phone=66&text=Code%3A+XHB732", "corrected XHB731 anna-guide [https://api.whatsapp.com/send/?phone=66&text=Code%3A+XHB732] link-text | XHB731/1"),
        Case("https://shiba-cars.example/anna-guide/en/ here", "attributed XHB731 anna-guide [https://shiba-cars.example/anna-guide/en/] page-link"),
        Case("shiba-cars.example/hotel-sunrise", "attributed KTM482 hotel-sunrise [shiba-cars.example/hotel-sunrise] page-link"),
        Case("https://shiba-cars.example/hotel-sunrise/kit/", "none no-code"),
        Case("https://shiba-cars.example/en/", "none no-code"),
        Case("https://maps.google.com/KTM482?q=KTM482", "none no-code"),
        Case("ktm482@mail.ru", "none no-code"),
        Case("instagram.com/ktm482", "none no-code"),
        Case("@ktm482", "none no-code"),
    ]) func `links count only where they are the site's own or carry a ready text`(_ example: Case) throws { try Self.check(example) }

    @Test(arguments: [
        Case("рейс KTM482, прилёт в 10:30", "ambiguous [KTM482] other-meaning | KTM482/0"),
        Case("booking ref KTM 482", "ambiguous [KTM 482] other-meaning | KTM482/0"),
        Case("заплатил за ktm 482 бата", "ambiguous [ktm 482] other-meaning | KTM482/0"),
        Case("KTM482-15-20", "none no-code"),
        Case("мой AB-KTM482 приехал", "none no-code"),
        Case("this is xKTM482 indeed", "none no-code"),
        Case("это KTM4821 какой-то", "none no-code"),
        Case("Anna changed the subject from “Trip” to “Code: KTM482”", "none no-code"),
    ]) func `what the words around call something else is no code`(_ example: Case) throws { try Self.check(example) }

    @Test func `a retired partner is credited and called retired`() throws {
        let verdict = Matcher(try SampleSite.small()).verdict(on: "Код: РМС905")
        #expect(verdict.partner?.text == "old-bar")
        #expect(verdict.partnerStatus == .retired)
    }

    @Test func `labels of the site's own messages are understood`() throws {
        let manifest = try SampleSite.manifest(
            [.init(id: "a", codes: ["MOON"])], messages: [("ru", "Привет! Я от друга {{code}}, хочу авто"), ("en", "My ticket is {{code}}!")])
        let matcher = Matcher(manifest)
        #expect(matcher.verdict(on: "Я ОТ ДРУГА moon, хочу").kind == .attributed)
        #expect(matcher.verdict(on: "Привет! Я от друга MOOON").kind == .corrected, "the site has no colon there, so none is needed")
        #expect(matcher.verdict(on: "my ticket is: moon").kind == .attributed)
        #expect(matcher.verdict(on: "the moon is up").kind == .none)
    }
}
