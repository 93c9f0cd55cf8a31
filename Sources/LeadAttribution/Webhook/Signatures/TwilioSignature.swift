import ByteText

/// The signature of Twilio: Base64 of the HMAC-SHA1 of the address and the sorted parameters under the account's token
/// (docs/usage/webhooks/webhooks-security; twilio-python `request_validator.py`), or of an HMAC that
/// `X-Twilio-Webhooks-Signature-Settings` names under a shared key (webhook-shared-keys, 7 September 2026).
enum TwilioSignature {
    /// The hash and the key that a request is signed with.
    struct Method: Equatable {
        enum Hash { case sha1, sha256 }

        var hash: Hash
        var secret: Secret

        /// Nil where the key that the request names is not configured, or its hash is unknown.
        init?(settings: String?, token: Secret?, sharedKey: Secret?) {
            guard let settings else {
                guard let token else { return nil }
                (hash, secret) = (.sha1, token)
                return
            }
            guard let sharedKey else { return nil }
            let fields = settings.split(separator: ",").map { $0.filter { $0 != " " } }
            switch fields.first(where: { $0.hasPrefix("algorithm=") })?.dropFirst("algorithm=".count) {
            case "HMAC_SHA256": hash = .sha256
            case "HMAC_SHA1": hash = .sha1
            default: return nil
            }
            secret = sharedKey
        }
    }

    /// Whether `given` signs any of `urls`, each with and without a port, with the parameters of a form.
    static func isValid(_ given: String, urls: [String], form: [(name: [UInt8], value: [UInt8])], method: Method) -> Bool {
        let parameters = signedParameters(form)
        let given = Array(given.utf8)
        var isValid = false
        // All are tried, so that time does not tell which one was meant.
        for url in urls.flatMap(spellings) {
            let signed = Array(url.utf8) + parameters
            let hash = method.hash == .sha1 ? HMAC.sha1(signed, key: method.secret.bytes) : HMAC.sha256(signed, key: method.secret.bytes)
            if ConstantTime.areEqual(given, Array(Base64.encode(hash).utf8)) { isValid = true }
        }
        return isValid
    }

    /// Whether `body` is what the address promises: JSON is not part of what is signed, but its hash in the address is.
    static func promises(_ url: [[UInt8]], body: [UInt8]) -> Bool {
        guard url.count == 1 else { return false }
        return ConstantTime.areEqual(url[0], Array(Hexadecimal.encode(SHA256.digest(body)).utf8))
    }

    /// Names in order of bytes, each before each of its values; of equal values of a name one.
    static func signedParameters(_ form: [(name: [UInt8], value: [UInt8])]) -> [UInt8] {
        let sorted = form.sorted { left, right in
            left.name == right.name ? left.value.lexicographicallyPrecedes(right.value) : left.name.lexicographicallyPrecedes(right.name)
        }
        var bytes: [UInt8] = []
        for (index, pair) in sorted.enumerated() {
            if index > 0, sorted[index - 1] == pair { continue }
            bytes += pair.name
            bytes += pair.value
        }
        return bytes
    }

    /// The address without a port, and with one: its own, or the usual one of its scheme.
    static func spellings(_ url: String) -> [String] {
        let bytes = Array(url.utf8)
        guard let scheme = bytes.firstRange(of: Array("://".utf8)) else { return [url] }
        let end = bytes[scheme.upperBound...].firstIndex { $0 == .slash || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.count
        let authority = bytes[scheme.upperBound..<end]
        // A user's name may hold a colon, and an address in brackets is full of them.
        let host = authority.lastIndex { $0 == UInt8(ascii: "@") || $0 == .closeBracket } ?? authority.startIndex
        let colon = authority[host...].lastIndex(of: .colon)
        let bare = Array(bytes[..<(colon ?? end)])
        let usual = bytes.starts(with: Array("https".utf8)) ? ":443" : ":80"
        let port = colon.map { Array(bytes[$0..<end]) } ?? Array(usual.utf8)
        let rest = bytes[end...]
        return [bare + rest, bare + port + rest].map { String(decoding: $0, as: UTF8.self) }
    }
}
