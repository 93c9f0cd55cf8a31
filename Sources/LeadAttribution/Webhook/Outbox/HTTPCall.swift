/// A request to another service. Address, headers and body may hold keys and are never printed.
package struct HTTPCall: Sendable {
    package enum Method: String, Sendable { case get = "GET", post = "POST" }

    package var method: Method
    package var url: Secret
    /// Whole lines: `Content-Type: application/json`.
    package var headers: [Secret]
    /// A user and a password, `AC…:token`, for services that want them (RFC 7617).
    package var user: Secret?
    package var body: [UInt8]

    package init(_ method: Method, _ url: Secret, headers: [Secret] = [], user: Secret? = nil, body: [UInt8] = []) {
        self.method = method
        self.url = url
        self.headers = headers
        self.user = user
        self.body = body
    }
}

/// What came of a request.
package enum HTTPResult: Equatable, Sendable {
    case answer(HTTPAnswer)
    /// Nothing came back, for this reason.
    case unreachable(String)
}

/// An answer of another service.
package struct HTTPAnswer: Equatable, Sendable {
    package var status: Int
    package var headers: [HTTPField]
    package var body: [UInt8]

    /// The value of the first header of this name, whatever its case.
    package func header(_ name: String) -> String? {
        headers.first { $0.name == name.lowercased() }?.value
    }
}

/// A line of a head: its name in small letters and its value.
package struct HTTPField: Equatable, Sendable {
    package var name: String
    package var value: String
}

/// What makes requests.
package protocol HTTPClient {
    func send(_ call: HTTPCall) -> HTTPResult
}
