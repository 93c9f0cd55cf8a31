import ByteText

/// The signature of Meta: `X-Hub-Signature-256: sha256=` and the hexadecimal HMAC-SHA256 of the body's own bytes under the app secret
/// (webhooks overview, April 2026). The older `X-Hub-Signature` is not looked at.
enum MetaSignature {
    static func isValid(_ given: String, body: [UInt8], secret: Secret) -> Bool {
        let expected = "sha256=" + Hexadecimal.encode(HMAC.sha256(body, key: secret.bytes))
        return ConstantTime.areEqual(Array(given.utf8), Array(expected.utf8))
    }
}
