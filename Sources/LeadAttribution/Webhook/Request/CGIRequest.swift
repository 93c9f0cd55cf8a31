import ByteText

/// A request as a web server hands it to a CGI program: environment variables (RFC 3875, section 4.1) and a body on standard input.
///
/// Whatever the client sent arrives in variables called `HTTP_…` alone, so no header can pose as a setting or as a fact of the server.
package struct CGIRequest: Sendable {
    /// `GET`, `POST`, in the server's own spelling.
    package var method: String
    /// What follows the program in the address, decoded by the server: `/meta`.
    package var path: String
    /// What follows `?`, still encoded; empty without one.
    package var query: String
    /// The type of the body, as sent.
    package var contentType: String?
    package var bodyLength: BodyLength
    /// The signature of Meta, as sent.
    package var metaSignature: String?
    /// The signature of Twilio, as sent.
    package var twilioSignature: String?
    /// Which key and hash Twilio signed with, where it was not the account's token.
    package var twilioSignatureSettings: String?
    /// How the body is packed, as sent.
    package var contentEncoding: String?
    /// The address as the server saw it, which behind a proxy is not the address that was called; nil where the server does not tell.
    package var seenURL: String?

    /// What the client said of the length of the body.
    package enum BodyLength: Equatable, Sendable {
        case bytes(Int)
        case missing
        /// No number of bytes.
        case unreadable
        /// More bytes than can be counted.
        case enormous
    }

    /// Reads the variables of the server; `variable` gives nil for one that is missing or empty.
    package init(variable: (String) -> String?) {
        method = variable("REQUEST_METHOD") ?? ""
        path = variable("PATH_INFO") ?? ""
        query = variable("QUERY_STRING") ?? ""
        contentType = variable("CONTENT_TYPE")
        bodyLength = Self.length(variable("CONTENT_LENGTH"))
        metaSignature = variable("HTTP_X_HUB_SIGNATURE_256")
        twilioSignature = variable("HTTP_X_TWILIO_SIGNATURE")
        twilioSignatureSettings = variable("HTTP_X_TWILIO_WEBHOOKS_SIGNATURE_SETTINGS")
        contentEncoding = variable("HTTP_CONTENT_ENCODING")
        seenURL = Self.url(variable)
    }

    /// Whether a web server started the program. Its arguments then mean nothing: a server may make them of the query (RFC 3875, section
    /// 4.4), so they come from whoever sent the request.
    package static func isRunning(variable: (String) -> String?) -> Bool {
        variable("GATEWAY_INTERFACE") != nil && variable("REQUEST_METHOD") != nil
    }

    /// The values of a name in the query, decoded.
    package func queryValues(_ name: String) -> [[UInt8]] {
        FormPairs.read(Array(query.utf8)).filter { $0.name.elementsEqual(name.utf8) }.map(\.value)
    }
}

private extension CGIRequest {
    static func length(_ text: String?) -> BodyLength {
        guard let text else { return .missing }
        guard !text.isEmpty, text.utf8.allSatisfy(\.isASCIIDigit) else { return .unreadable }
        return Int(text).map(BodyLength.bytes) ?? .enormous
    }

    static func url(_ variable: (String) -> String?) -> String? {
        guard let host = variable("HTTP_HOST") ?? variable("SERVER_NAME") else { return nil }
        let isSecure = variable("HTTPS").map { $0.lowercased() != "off" } ?? (variable("REQUEST_SCHEME") == "https")
        guard let uri = variable("REQUEST_URI") else {
            var path: [UInt8] = []
            for byte in ((variable("SCRIPT_NAME") ?? "") + (variable("PATH_INFO") ?? "")).utf8 {
                if byte == .slash { path.append(byte) } else { path.append(percentEncoding: byte) }
            }
            let query = variable("QUERY_STRING").map { "?" + $0 } ?? ""
            return (isSecure ? "https://" : "http://") + host + String(decoding: path, as: UTF8.self) + query
        }
        if uri.hasPrefix("http://") || uri.hasPrefix("https://") { return uri }
        return (isSecure ? "https://" : "http://") + host + uri
    }
}

/// The names and values of a form, decoded, as bytes: what Twilio signs need not be UTF-8.
enum FormPairs {
    /// In the order of `body`; empty values count, empty pairs do not.
    static func read(_ body: [UInt8]) -> [(name: [UInt8], value: [UInt8])] {
        body.split(separator: .ampersand).map { pair in
            let name = pair.prefix { $0 != UInt8(ascii: "=") }
            return (PercentEncoding.decode(Array(name), plusIsSpace: true), PercentEncoding.decode(Array(pair.dropFirst(name.count + 1)), plusIsSpace: true))
        }
    }
}
