import ByteText

/// An answer in the form in which a CGI program gives it (RFC 3875, section 6).
package struct CGIResponse: Equatable, Sendable {
    package var status: HTTPStatus
    package var contentType: String
    /// Which methods the address takes, for 405.
    package var allow: String?
    package var body: [UInt8]

    package init(_ status: HTTPStatus, contentType: String = "text/plain; charset=utf-8", allow: String? = nil, body: [UInt8] = []) {
        self.status = status
        self.contentType = contentType
        self.allow = allow
        self.body = body
    }

    /// What goes to standard output.
    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        var fields = [("Status", status.line), ("Content-Type", contentType), ("Content-Length", String(body.count))]
        if let allow { fields.append(("Allow", allow)) }
        fields += [("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")]
        for (name, value) in fields { bytes.append(utf8: "\(name): \(value)\r\n") }
        bytes.append(utf8: "\r\n")
        return bytes + body
    }
}

/// The statuses that the receiver answers with (RFC 9110, section 15).
package enum HTTPStatus: Int, Sendable {
    case ok = 200
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case lengthRequired = 411
    case contentTooLarge = 413
    case unsupportedMediaType = 415
    case internalServerError = 500
    case serviceUnavailable = 503
    case insufficientStorage = 507

    /// The number and the words for it.
    package var line: String {
        let words = switch self {
        case .ok: "OK"
        case .badRequest: "Bad Request"
        case .forbidden: "Forbidden"
        case .notFound: "Not Found"
        case .methodNotAllowed: "Method Not Allowed"
        case .lengthRequired: "Length Required"
        case .contentTooLarge: "Content Too Large"
        case .unsupportedMediaType: "Unsupported Media Type"
        case .internalServerError: "Internal Server Error"
        case .serviceUnavailable: "Service Unavailable"
        case .insufficientStorage: "Insufficient Storage"
        }
        return "\(rawValue) \(words)"
    }
}
