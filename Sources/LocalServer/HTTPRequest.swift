import ByteText

/// The head of an HTTP/1.1 request (RFC 9112), as far as a server of files needs it.
package struct HTTPRequest: Equatable, Sendable {
    /// `GET`, `HEAD` or what else was asked.
    package let method: String
    /// The path, percent-decoded, with its first slash and without the query.
    package let path: String
    /// Whether the caller wants to ask more on the same connection.
    let keepsConnection: Bool

    /// What came of reading what has arrived so far.
    package enum Outcome: Equatable {
        /// The end of the head is not there yet.
        case incomplete
        /// A request, and how many bytes it took.
        case request(HTTPRequest, length: Int)
        /// It cannot be answered; the connection ends.
        case refused(HTTPStatus)
    }

    /// The longest head that is read.
    static let longestHead = 16_384

    /// Reads the first request in `bytes`.
    package static func read(_ bytes: [UInt8]) -> Outcome {
        guard let end = endOfHead(bytes) else { return bytes.count > longestHead ? .refused(.headTooLong) : .incomplete }
        if end > longestHead { return .refused(.headTooLong) }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(whereSeparator: \.isNewline)
        let words = (lines.first ?? "").split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, words[2].hasPrefix("HTTP/1."), !words[0].isEmpty, let path = path(of: words[1]) else { return .refused(.badRequest) }
        var keepsConnection = words[2] != "HTTP/1.0"
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { return .refused(.badRequest) }
            let value = line[line.index(after: colon)...].lowercased().filter { $0 != " " && $0 != "\t" }
            switch line[..<colon].lowercased() {
            case "connection" where value.contains("close"): keepsConnection = false
            case "content-length" where value != "0": return .refused(.methodNotAllowed)
            case "transfer-encoding": return .refused(.methodNotAllowed)
            default: break
            }
        }
        return .request(HTTPRequest(method: String(words[0]), path: path, keepsConnection: keepsConnection), length: end)
    }
}

private extension HTTPRequest {
    /// The offset behind the empty line that ends the head.
    static func endOfHead(_ bytes: [UInt8]) -> Int? {
        var index = 0
        while let feed = bytes[index...].firstIndex(of: .lineFeed) {
            let next = feed + 1
            if next < bytes.count, bytes[next] == .lineFeed { return next + 1 }
            if next + 1 < bytes.count, bytes[next] == .carriageReturn, bytes[next + 1] == .lineFeed { return next + 2 }
            index = next
        }
        return nil
    }

    /// The decoded path of a request target, in origin or absolute form; nil when it is neither or its escapes are broken.
    static func path(of target: Substring) -> String? {
        var target = target
        if target.hasPrefix("http://") {
            let rest = target.dropFirst(7)
            target = rest.firstIndex(of: "/").map { rest[$0...] } ?? "/"
        }
        guard target.hasPrefix("/") else { return nil }
        let raw = Array(target.prefix { $0 != "?" && $0 != "#" }.utf8)
        guard PercentEncoding.isWellFormed(raw) else { return nil }
        let decoded = PercentEncoding.decode(raw)
        guard !decoded.contains(0) else { return nil }
        return String(validating: decoded, as: UTF8.self)
    }
}
