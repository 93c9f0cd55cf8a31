import ByteText
import Disk

/// Makes requests with the system's `curl`, which knows TLS, certificates and proxies.
///
/// All that could be secret goes to its standard input as a configuration, since arguments can be seen by every user of the machine; `~/.curlrc` is
/// not read, redirections are not followed, and nothing but HTTP is spoken.
package struct CurlClient: HTTPClient {
    private let program: String
    private let secondsAtMost: Int
    /// In bytes; what is longer is an error.
    private let answerLimit: Int

    /// `program` is found by `PATH` unless it is a path.
    package init(program: String = "curl", secondsAtMost: Int = 15, answerLimit: Int = 32 << 20) {
        self.program = program
        self.secondsAtMost = secondsAtMost
        self.answerLimit = answerLimit
    }

    package func send(_ call: HTTPCall) -> HTTPResult {
        guard let configuration = configuration(for: call) else { return .unreachable("the address or a header holds a line break") }
        switch ProgramCall(program, ["-q", "--config", "-"], environment: ["LC_ALL=C"], input: configuration).run(limit: answerLimit) {
        case .missing: return .unreachable("the program `curl` is missing; install it (`apt install curl`)")
        case .failed(let reason): return .unreachable("the program `curl` cannot be started: \(reason)")
        case .ended(0, let output, true):
            return HTTPAnswer(output).map(HTTPResult.answer) ?? .unreachable("the service answered something that is not HTTP")
        case .ended(_, _, false): return .unreachable("the service answered more than \(answerLimit >> 20) MB")
        case .ended(let status, _, _): return .unreachable(Self.words(forStatus: status))
        }
    }

    /// The configuration in curl's own form (curl.1, `--config`); nil where a value would break out of its line.
    func configuration(for call: HTTPCall) -> [UInt8]? {
        var text: [UInt8] = []
        func add(_ name: StaticString, _ value: [UInt8]) {
            text.append(literal: name)
            text.append(literal: " = \"")
            for byte in value {
                switch byte {
                case .quote: text.append(literal: "\\\"")
                case .backslash: text.append(literal: "\\\\")
                case .lineFeed: text.append(literal: "\\n")
                case .carriageReturn: text.append(literal: "\\r")
                case .tab: text.append(literal: "\\t")
                default: text.append(byte)
                }
            }
            text.append(literal: "\"\n")
        }
        let lines = [call.url] + call.headers + (call.user.map { [$0] } ?? [])
        guard lines.allSatisfy({ $0.bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }), !call.body.contains(0) else { return nil }
        text.append(literal: "silent\ninclude\nsuppress-connect-headers\ngloboff\nproto = \"=http,https\"\nconnect-timeout = 5\n")
        add("max-time", Array(String(secondsAtMost).utf8))
        add("request", Array(call.method.rawValue.utf8))
        add("url", call.url.bytes)
        // Without it curl waits for leave before it sends a longer body.
        add("header", Array("Expect:".utf8))
        for header in call.headers { add("header", header.bytes) }
        if let user = call.user { add("user", user.bytes) }
        if call.method == .post { add("data-raw", call.body) }
        return text
    }

    /// The exit statuses that people meet (curl.1, “Exit codes”).
    private static func words(forStatus status: Int32) -> String {
        switch status {
        case 3: "the address of the service cannot be read"
        case 1: "the address of the service begins with neither http:// nor https://"
        case 6: "the service's name is unknown; is the address right, and is there a network?"
        case 7: "nobody answers at the service's address"
        case 28: "the service did not answer in time"
        case 35, 51, 53, 58, 59, 60, 66, 77, 80, 83, 90, 91: "no secure connection to the service (TLS, curl status \(status))"
        case 52, 56: "the service broke the connection off"
        default: "curl ended with status \(status)"
        }
    }
}

extension HTTPAnswer {
    /// Reads what `curl --include` prints: the head, an empty line, the body. Interim answers (1xx) come before it.
    init?(_ output: [UInt8]) {
        var rest = output[...]
        while true {
            guard let end = rest.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
            let lines = String(decoding: rest[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
            guard let first = lines.first, first.hasPrefix("HTTP/"), let status = first.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
            else { return nil }
            rest = rest[end.upperBound...]
            if 100...199 ~= status { continue }
            self.status = status
            headers = lines.dropFirst().compactMap { line in
                guard let colon = line.firstIndex(of: ":") else { return nil }
                return HTTPField(name: line[..<colon].lowercased(), value: String(line[line.index(after: colon)...].drop { $0 == " " }))
            }
            body = Array(rest)
            return
        }
    }
}
