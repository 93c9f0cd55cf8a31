import ByteText
import LeadAttribution

/// A whole request to the receiver: lines `NAME=value` of the server's variables, an empty line, the body. Whatever it is, the answer has the
/// lines that we give it and no others, and nothing is stored of what is not signed: the keys of the receiver are not to be guessed.
enum RequestTarget {
    static func complaint(_ bytes: [UInt8]) -> String? {
        let border = bytes.firstRange(of: [.lineFeed, .lineFeed])
        var variables: [String: String] = [:]
        for line in bytes[..<(border?.lowerBound ?? bytes.count)].split(separator: .lineFeed) {
            let name = line.prefix { $0 != UInt8(ascii: "=") }
            variables[String(decoding: name, as: UTF8.self)] = String(decoding: line.dropFirst(name.count + 1), as: UTF8.self)
        }
        let body = Array(bytes[(border?.upperBound ?? bytes.count)...])
        let keys = ["META_APP_SECRET": "b1946ac92492d2347c6235b4d2611184", "META_VERIFY_TOKEN": "word", "TWILIO_AUTH_TOKEN": "591785b794601e212b260e25925636fd"]
        let (outcome, stored) = Self.answer(to: variables, body, keys)
        if !stored.isEmpty || outcome.added > 0 { return "something was stored that nobody signed" }
        if [200].contains(outcome.response.status.rawValue), variables["REQUEST_METHOD"] != "GET" { return "an unsigned message was accepted" }
        return complaint(about: outcome.response)
    }

    /// What a receiver with `settings` answers, and what it stores.
    static func answer(to variables: [String: String], _ body: [UInt8], _ settings: [String: String]) -> (Receiver.Outcome, [Message]) {
        let kept = KeptMessages()
        let receiver = Receiver(ReceiverSettings { settings[$0] }, now: 1_763_642_600, keep: { kept.messages += $0 })
        let request = CGIRequest { variables[$0].flatMap { $0.isEmpty ? nil : $0 } }
        return (receiver.answer(request, body: MemorySource(body, pieces: [3, 50])), kept.messages)
    }

    /// What is wrong with the head of `response`.
    static func complaint(about response: CGIResponse) -> String? {
        let text = response.bytes
        guard let end = text.firstRange(of: Array("\r\n\r\n".utf8)) else { return "an answer without a head" }
        if Array(text[end.upperBound...]) != response.body { return "the body begins elsewhere" }
        let names = text[..<end.lowerBound].split(separator: .lineFeed).map { String(decoding: $0.prefix { $0 != .colon }, as: UTF8.self) }
        let known = ["Status", "Content-Type", "Content-Length"] + (response.allow == nil ? [] : ["Allow"]) + ["Cache-Control", "X-Content-Type-Options"]
        return names == known ? nil : "the head holds other lines"
    }
}

/// What a receiver under attack stored. A class, because its closure keeps it.
private final class KeptMessages {
    var messages: [Message] = []
}

/// A signed delivery. What the channel signs is stored, and saved to a file it is read as the same; a byte more or less and it is refused.
enum DeliveryTarget {
    private static let settings = ["META_APP_SECRET": "app-secret", "TWILIO_AUTH_TOKEN": "12345", "WEBHOOK_URL": "https://x.example/hook"]

    static func complaint(_ bytes: [UInt8]) -> String? {
        check(meta(bytes), bytes, .meta) ?? check(form(bytes), bytes, nil) ?? check(twilioJSON(bytes), bytes, nil)
    }

    private static func check(_ variables: [String: String], _ body: [UInt8], _ kind: SourceKind?) -> String? {
        let (outcome, stored) = RequestTarget.answer(to: variables, body, settings)
        if let complaint = RequestTarget.complaint(about: outcome.response) { return complaint }
        let status = outcome.response.status.rawValue
        if status != 200, status != 400 || !stored.isEmpty { return "a signed delivery was answered with \(status)" }
        if kind == .meta, !stored.isEmpty {
            guard let read = messages(body) else { return "memory failed" }
            if read.map(\.text) != stored.map(\.text) || read.map(\.id) != stored.map(\.id) { return "live and later differ" }
        }
        var changed = body
        if changed.isEmpty { changed = [0x20] } else { changed[changed.count / 2] ^= 0x20 }
        var variables = variables
        variables["CONTENT_LENGTH"] = String(changed.count)
        // Forms are signed as what they say, which many spellings share.
        let isForm = variables["CONTENT_TYPE"]?.contains("form") == true
        if !isForm, RequestTarget.answer(to: variables, changed, settings).0.response.status.rawValue == 200 { return "a changed delivery was accepted" }
        return nil
    }

    private static func messages(_ bytes: [UInt8]) -> [Message]? {
        guard var reader = try? MessageSource.open(MemorySource(bytes), name: "file", options: ReadingOptions(kind: .meta)) else { return nil }  // It is memory.
        var all: [Message] = []
        var batch = MessageBatch()
        while (try? reader.read(into: &batch)) ?? false { all += batch.records.indices.map(batch.message) }  // It is memory.
        return all
    }

    private static func meta(_ body: [UInt8]) -> [String: String] {
        head("/meta", "application/json", body, [
            "HTTP_X_HUB_SIGNATURE_256": "sha256=" + Hexadecimal.encode(HMAC.sha256(body, key: Array("app-secret".utf8))),
        ])
    }

    private static func form(_ body: [UInt8]) -> [String: String] {
        var pairs: [(name: [UInt8], value: [UInt8])] = []
        for pair in body.split(separator: .ampersand) {
            let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            pairs.append((decoded(pair[..<equals]), decoded(pair[equals...].dropFirst())))
        }
        pairs.sort { $0.name == $1.name ? $0.value.lexicographicallyPrecedes($1.value) : $0.name.lexicographicallyPrecedes($1.name) }
        var signed = Array("https://x.example/hook/twilio".utf8)
        for (place, pair) in pairs.enumerated() where place == 0 || pairs[place - 1] != pair { signed += pair.name + pair.value }
        return head("/twilio", "application/x-www-form-urlencoded; charset=UTF-8", body, [
            "HTTP_X_TWILIO_SIGNATURE": Base64.encode(HMAC.sha1(signed, key: Array("12345".utf8))),
        ])
    }

    private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] { PercentEncoding.decode(Array(text), plusIsSpace: true) }

    private static func twilioJSON(_ body: [UInt8]) -> [String: String] {
        let query = "bodySHA256=" + Hexadecimal.encode(SHA256.digest(body))
        return head("/twilio", "application/json", body, [
            "QUERY_STRING": query,
            "HTTP_X_TWILIO_SIGNATURE": Base64.encode(HMAC.sha1(Array("https://x.example/hook/twilio?\(query)".utf8), key: Array("12345".utf8))),
        ])
    }

    private static func head(_ path: String, _ type: String, _ body: [UInt8], _ more: [String: String]) -> [String: String] {
        ["REQUEST_METHOD": "POST", "PATH_INFO": path, "CONTENT_TYPE": type, "CONTENT_LENGTH": String(body.count)].merging(more) { $1 }
    }
}
