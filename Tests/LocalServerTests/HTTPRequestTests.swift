import Testing
@testable import LocalServer

@Suite struct HTTPRequestTests {
    private func read(_ text: String) -> HTTPRequest.Outcome { HTTPRequest.read(Array(text.utf8)) }

    @Test(arguments: [
        ("/", "/"), ("/sunrise/", "/sunrise/"), ("/a?b=c", "/a"), ("/a%20b/%D0%BA", "/a b/к"), ("http://127.0.0.1:8080/x", "/x"), ("http://host", "/"),
        ("/..%2f..%2fetc", "/../../etc"),
    ])
    func `a target becomes a path`(target: String, path: String) {
        let text = "GET \(target) HTTP/1.1\r\nHost: x\r\n\r\n"
        #expect(read(text) == .request(HTTPRequest(method: "GET", path: path, keepsConnection: true), length: text.utf8.count))
    }

    @Test(arguments: [
        "GET\r\n\r\n", "GET / FTP/1.1\r\n\r\n", "GET x HTTP/1.1\r\n\r\n", "GET /%zz HTTP/1.1\r\n\r\n", "GET /%0 HTTP/1.1\r\n\r\n", "GET /%00 HTTP/1.1\r\n\r\n",
        "GET /%ff HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nno colon\r\n\r\n", "\r\n\r\n", " / HTTP/1.1\r\n\r\n",
    ])
    func `what is no request is refused`(text: String) { #expect(read(text) == .refused(.badRequest)) }

    @Test func `a body is refused, and so is a head without end`() {
        #expect(read("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello") == .refused(.methodNotAllowed))
        #expect(read("GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n") == .refused(.methodNotAllowed))
        #expect(read("GET / HTTP/1.1\r\nX: " + String(repeating: "x", count: 20_000)) == .refused(.headTooLong))
    }

    @Test func `every truncation is incomplete, and two requests come apart`() {
        let first = "GET /a HTTP/1.1\r\nConnection: close\r\n\r\n", second = "HEAD /b HTTP/1.0\r\n\r\n"
        for length in 0..<first.utf8.count { #expect(HTTPRequest.read(Array(first.utf8.prefix(length))) == .incomplete) }
        #expect(read(first + second) == .request(HTTPRequest(method: "GET", path: "/a", keepsConnection: false), length: first.utf8.count))
        #expect(read(second) == .request(HTTPRequest(method: "HEAD", path: "/b", keepsConnection: false), length: second.utf8.count))
    }

    @Test func `no bytes make the reader fail`() {
        var state: UInt64 = 42
        let letters = Array("GET /% \r\n:HTTP1.0aF\0\u{7F}".utf8)
        for _ in 0..<5_000 {
            let bytes = (0..<40).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1
                return letters[Int(state >> 33) % letters.count]
            }
            _ = HTTPRequest.read(bytes + Array("\r\n\r\n".utf8))
        }
    }
}
