import PartnerCodes
import SiteBuild
import Testing

@Suite struct MessageTemplateTests {
    @Test(arguments: [
        ("Код: {{code}}. Здравствуйте! Хочу авто.", "Код: KTM482. Здравствуйте! Хочу авто.", "Здравствуйте! Хочу авто."),
        ("Hello! Code: {{code}}. A car?\nThanks", "Hello! Code: KTM482. A car?\nThanks", "Hello! A car?\nThanks"),
        ("รหัส: {{code}} สวัสดีครับ", "รหัส: KTM482 สวัสดีครับ", "สวัสดีครับ"),
        ("推荐码：{{code}}。您好！我想租车。", "推荐码：KTM482。您好！我想租车。", "您好！我想租车。"),
        ("您好！推荐码：{{code}}，我想租车。", "您好！推荐码：KTM482，我想租车。", "您好！我想租车。"),
        ("{{code}}", "KTM482", ""),
    ])
    func `a message is filled with a code, and without one the words that announce it go too`(text: String, filled: String, without: String) throws {
        let template = try MessageTemplate(text)
        #expect(template.filled(with: try PartnerCode("KTM482")) == filled)
        #expect(template.withoutCode == without)
        #expect(template.text == text)
    }

    @Test(arguments: [
        ("Здравствуйте!", "the message does not carry `{{code}}`, so no partner could be credited"),
        ("Code: {code}", "the message misspells `{{code}}`"),
        ("Code: {{ code }}", "the message misspells `{{code}}`"),
        ("Code: {{code}} {{code}}", "the message carries `{{code}}` 2 times"),
        ("Code: {{code}} for {{name}}", "the message has other double braces than `{{code}}`"),
        ("Hello\nCode: {{code}}", "`{{code}}` is not in the first line of the message"),
        ("Hello\u{2028}Code: {{code}}", "`{{code}}` is not in the first line of the message"),
        ("Код{{code}}", "`{{code}}` touches `д`, so the code could not be told from it"),
        ("Code: {{code}}7", "`{{code}}` touches `7`, so the code could not be told from it"),
        ("Code: {{code}} 5 days", "`5` follows `{{code}}`, so it could be read as part of the code"),
        ("{{{code}}} x", "`{{code}}` touches `{`, so the code could not be told from it"),
        ("https://x.example/{{code}} hi", "`{{code}}` touches `/`, so the code could not be told from it"),
    ])
    func `a message that could not carry a code safely is refused`(text: String, message: String) {
        #expect { try MessageTemplate(text) } throws: { ($0 as? MessageTemplate.Problem)?.message == message }
    }
}
