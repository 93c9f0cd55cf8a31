import ByteText

/// The status of an answer.
package enum HTTPStatus: Int, Sendable {
    case ok = 200, movedPermanently = 301, badRequest = 400, notFound = 404, methodNotAllowed = 405, headTooLong = 431, failed = 500

    var words: String {
        switch self {
        case .ok: "OK"
        case .movedPermanently: "Moved Permanently"
        case .badRequest: "Bad Request"
        case .notFound: "Not Found"
        case .methodNotAllowed: "Method Not Allowed"
        case .headTooLong: "Request Header Fields Too Large"
        case .failed: "Internal Server Error"
        }
    }
}

/// A whole answer.
package struct HTTPResponse: Equatable, Sendable {
    package var status: HTTPStatus
    /// The media type, with its charset.
    package var type: String
    /// Where to go instead, for `movedPermanently`.
    package var location: String?
    package var body: [UInt8]

    package init(_ status: HTTPStatus, type: String, body: [UInt8], location: String? = nil) {
        self.status = status
        self.type = type
        self.body = body
        self.location = location
    }

    /// An answer in one line of text.
    static func plain(_ status: HTTPStatus) -> HTTPResponse {
        HTTPResponse(status, type: "text/plain; charset=utf-8", body: Array("\(status.rawValue) \(status.words)\n".utf8))
    }

    /// As it goes over the line. Nothing is kept by browsers, since the next build may change it.
    func bytes(withBody: Bool, keepsConnection: Bool) -> [UInt8] {
        var head = "HTTP/1.1 \(status.rawValue) \(status.words)\r\nContent-Type: \(type)\r\nContent-Length: \(body.count)\r\n"
        head += "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
        if let location { head += "Location: \(location)\r\n" }
        if status == .methodNotAllowed { head += "Allow: GET, HEAD\r\n" }
        head += "Connection: \(keepsConnection ? "keep-alive" : "close")\r\n\r\n"
        return Array(head.utf8) + (withBody ? body : [])
    }
}

/// What a request gets.
package enum HTTPAnswer: Sendable {
    case whole(HTTPResponse)
    /// A stream of events that stays open (HTML, “Server-sent events”); begins with the given one.
    case events(first: ServerEvent)
}

/// A message to open pages.
package struct ServerEvent: Equatable, Sendable {
    let name: String
    let data: String

    /// `data` is one line.
    package init(_ name: String, data: String) {
        precondition(!data.utf8.contains(.lineFeed) && !data.utf8.contains(.carriageReturn), "a line break would end the event")
        self.name = name
        self.data = data
    }

    var bytes: [UInt8] { Array("event: \(name)\ndata: \(data)\n\n".utf8) }

    /// The head of the stream; browsers that lose it come back after half a second.
    static let streamHead = Array("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\nretry: 500\n\n".utf8)
}
