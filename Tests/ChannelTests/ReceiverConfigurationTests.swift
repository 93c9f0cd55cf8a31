import SiteBuild
import Testing

/// The file of settings, in the ways in which people write such files.
@Suite struct ReceiverConfigurationTests {
    @Test(arguments: [
        ("WEBHOOK_URL=https://a/b", "https://a/b"), ("  WEBHOOK_URL = https://a/b  ", "https://a/b"), ("export WEBHOOK_URL=\"https://a/b\"", "https://a/b"),
        ("WEBHOOK_URL='https://a/b'\r\n", "https://a/b"), ("WEBHOOK_URL=x\nWEBHOOK_URL=y", "y"), ("WEBHOOK_URL=a=b", "a=b"),
        ("# WEBHOOK_URL=x", nil), ("WEBHOOK_URL=", nil), ("WEBHOOK_URL", nil), ("webhook_url=x", nil), ("", nil), ("WEBHOOK_URL=\"", "\""),
    ] as [(String, String?)])
    func `a line is a name and a value`(text: String, expected: String?) {
        #expect(ReceiverConfiguration(environment: { _ in nil }, fileBytes: Array(text.utf8))[.webhookURL] == expected)
    }

    @Test func `the environment wins over the file, unless it is empty`() {
        let bytes = Array("WEBHOOK_URL=file\nATTRIBUTION_LEADS=file".utf8)
        let settings = ReceiverConfiguration(environment: { $0 == "WEBHOOK_URL" ? "shell" : "" }, fileBytes: bytes)
        #expect(settings[.webhookURL] == "shell")
        #expect(settings[.leads] == "file")
    }

    @Test func `bytes that are no text do no harm`() {
        let settings = ReceiverConfiguration(environment: { _ in nil }, fileBytes: [0xFF, 0x0A, 0x00] + Array("\nWEBHOOK_URL=x".utf8))
        #expect(settings[.webhookURL] == "x")
    }
}
