import ByteText
@testable import LeadAttribution
import Testing

@Suite struct SignatureTests {
    static let form = "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212"
    static let token = Secret("12345")

    static func isValid(_ signature: String, _ url: String, _ form: String, settings: String? = nil) throws -> Bool {
        let method = try #require(TwilioSignature.Method(settings: settings, token: token, sharedKey: token))
        return TwilioSignature.isValid(signature, urls: [url], form: FormPairs.read(Array(form.utf8)), method: method)
    }

    // The vectors were run through twilio-python 9.13.0 (reference/messages.md, A3).
    @Test(arguments: [
        ("https://mycompany.com/myapp.php?foo=1&bar=2", form, "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
        ("https://mycompany.com/myapp.php?foo=1&bar=2", "Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234", "IK+Dwps556ElfBT0I3Rgjkr1wJU="),
        ("http://mycompany.com:1234/myapp.php?foo=1&bar=2", form, "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="),
        ("https://mycompany.com/myapp.php?foo=1&bar=2", form, "kvajT1Ptam85bY51eRf/AJRuM3w="),
        ("https://mycompany.com:443/myapp.php?foo=1&bar=2", form, "RSOYDt4T1cUTdK1PDd93/VVr8B8="),
        ("http://mycompany.com/myapp.php?foo=1&bar=2", form, "0ZXoZLH/DfblKGATFgpif+LLRf4="),
        ("https://mycompany.com/myapp.php?foo=1&bar=2&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620", "", "a9nBmqA0ju/hNViExpshrM61xv4="),
        ("https://example.com/myapp.php?foo=1&bar=2", form.replacing("4158675309", with: "4158675310"), "L/OH5YylLD5NRKLltdqwSvS0BnU="),
    ])
    func `what Twilio's own libraries accept is accepted`(_ url: String, _ form: String, _ signature: String) throws {
        #expect(try Self.isValid(signature, url, form))
        #expect(try !Self.isValid(signature, url + "/", form))
        #expect(try !Self.isValid(signature, url, form + "&Extra="))
        #expect(try !Self.isValid(String(signature.dropLast()), url, form))
        #expect(try !Self.isValid(signature + "=", url, form))
        #expect(try !Self.isValid("", url, form))
    }

    @Test func `a shared key signs with the hash that the request names`() throws {
        let url = "https://mycompany.com/myapp.php?foo=1&bar=2"
        let signature = "033hgUJA9M/hXIZsYjwkerEP/DBm35nEri5FhCYjA5s="
        #expect(try Self.isValid(signature, url, Self.form, settings: "key=K1,algorithm=HMAC_SHA256"))
        #expect(try !Self.isValid(signature, url, Self.form, settings: "key=K1, algorithm=HMAC_SHA1"))
        #expect(try !Self.isValid(signature, url, Self.form))
        #expect(TwilioSignature.Method(settings: "key=K1,algorithm=MD5", token: Self.token, sharedKey: Self.token) == nil)
        #expect(TwilioSignature.Method(settings: "key=K1,algorithm=HMAC_SHA256", token: Self.token, sharedKey: nil) == nil)
        #expect(TwilioSignature.Method(settings: nil, token: nil, sharedKey: Self.token) == nil)
    }

    @Test(arguments: [
        ("https://a.b/c?d", ["https://a.b/c?d", "https://a.b:443/c?d"]),
        ("http://a.b:80/c", ["http://a.b/c", "http://a.b:80/c"]),
        ("http://a.b", ["http://a.b", "http://a.b:80"]),
        ("https://a.b:8443?x=:1/", ["https://a.b?x=:1/", "https://a.b:8443?x=:1/"]),
        ("https://u:p@a.b/c:9", ["https://u:p@a.b/c:9", "https://u:p@a.b:443/c:9"]),
        ("https://[::1]/c", ["https://[::1]/c", "https://[::1]:443/c"]),
        ("https://[::1]:99/c", ["https://[::1]/c", "https://[::1]:99/c"]),
        ("nonsense", ["nonsense"]),
    ])
    func `an address is tried without a port and with one`(_ url: String, _ spellings: [String]) {
        #expect(TwilioSignature.spellings(url) == spellings)
    }

    @Test func `parameters are sorted by bytes, empty ones count, values are decoded and not trimmed`() {
        let form = FormPairs.read(Array("b=2&B=1&a=&c&%D1%8F=%20x+&a=0&&=z&%zz=1".utf8))
        #expect(String(decoding: TwilioSignature.signedParameters(form), as: UTF8.self) == "z" + "%zz1" + "B1" + "a" + "a0" + "b2" + "c" + "я x ")
    }

    @Test func `Meta signs the bytes, under the secret as text`() {
        let body = Array(#"{"a":"\u00e4\/"}"#.utf8)
        let signature = "sha256=" + Hexadecimal.encode(HMAC.sha256(body, key: Array("0a1b".utf8)))
        #expect(MetaSignature.isValid(signature, body: body, secret: Secret("0a1b")))
        #expect(!MetaSignature.isValid(signature, body: Array(#"{"a":"ä/"}"#.utf8), secret: Secret("0a1b")))
        #expect(!MetaSignature.isValid(signature, body: body + [0x0A], secret: Secret("0a1b")))
        #expect(!MetaSignature.isValid(signature, body: body, secret: Secret("0a1c")))
        for wrong in [String(signature.dropFirst(7)), "sha1=" + Hexadecimal.encode(HMAC.sha1(body, key: Array("0a1b".utf8))), "sha256=", signature.uppercased(), signature + ", " + signature, ""] {
            #expect(!MetaSignature.isValid(wrong, body: body, secret: Secret("0a1b")), "\(wrong)")
        }
    }

    @Test(arguments: [
        (nil, nil, "", ["http://inner:8080/hook/twilio"]),
        ("https://x.example/hook", nil, "", ["https://x.example/hook/twilio"]),
        ("https://x.example/hook/", nil, "a=b", ["https://x.example/hook/twilio?a=b"]),
        ("https://x.example/hook/twilio#rc=2", nil, "", ["https://x.example/hook/twilio"]),
        ("https://x.example/hook", "https://y.example/t?k=1#rp=all", "", ["https://y.example/t?k=1"]),
        (nil, "https://y.example/t", "bodySHA256=0", ["https://y.example/t?bodySHA256=0", "https://y.example/t"]),
        (nil, "https://y.example/t?k=1", "bodySHA256=0", ["https://y.example/t?k=1", "https://y.example/t?bodySHA256=0"]),
    ] as [(String?, String?, String, [String])])
    func `the configured address comes before what the server saw`(_ base: String?, _ twilio: String?, _ query: String, _ expected: [String]) {
        let seen = ["PATH_INFO": "/twilio", "HTTP_HOST": "inner:8080", "REQUEST_URI": "/hook/twilio", "QUERY_STRING": query]
        let values = ["WEBHOOK_URL": base, "TWILIO_WEBHOOK_URL": twilio]
        #expect(WebhookAddress.candidates(CGIRequest { seen[$0] }, ReceiverSettings { values[$0] ?? nil }) == expected)
    }
}
