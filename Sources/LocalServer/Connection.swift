/// One caller. A final class because it owns an open socket.
final class Connection {
    let descriptor: Int32
    private(set) var isOpen = true
    private(set) var isEventStream = false
    /// When something last came or went, for callers who fall silent.
    private(set) var lastUse: Duration
    private var incoming: [UInt8] = []
    private var outgoing: [UInt8] = []
    private var sent = 0
    private var endsWhenSent = false

    init(descriptor: Int32, now: Duration) {
        self.descriptor = descriptor
        lastUse = now
    }

    deinit { Network.close(descriptor) }

    var hasUnsent: Bool { sent < outgoing.count }

    /// Takes what has come and answers every whole request in it.
    func receive(now: Duration, answer: (HTTPRequest) -> HTTPAnswer) {
        lastUse = now
        guard let bytes = Network.receive(descriptor) else {
            if Network.lastError != Network.wouldBlock, Network.lastError != Network.interrupted { isOpen = false }
            return
        }
        if bytes.isEmpty { isOpen = false }
        if isEventStream || endsWhenSent { return }
        incoming += bytes
        while !endsWhenSent, !isEventStream {
            switch HTTPRequest.read(incoming) {
            case .incomplete: return send()
            case .refused(let status):
                outgoing += HTTPResponse.plain(status).bytes(withBody: true, keepsConnection: false)
                endsWhenSent = true
            case .request(let request, let length):
                incoming.removeFirst(length)
                put(request, answer)
            }
        }
        send()
    }

    /// Sends an event, to a caller who listens for them.
    func send(_ event: ServerEvent) {
        guard isEventStream else { return }
        outgoing += event.bytes
        send()
    }

    /// Sends as much as the line takes.
    func send() {
        while hasUnsent {
            let count = Network.send(descriptor, outgoing, from: sent)
            if count < 0 {
                if Network.lastError == Network.interrupted { continue }
                if Network.lastError != Network.wouldBlock { isOpen = false }
                return
            }
            sent += count
        }
        outgoing.removeAll(keepingCapacity: true)
        sent = 0
        if endsWhenSent { isOpen = false }
    }

    private func put(_ request: HTTPRequest, _ answer: (HTTPRequest) -> HTTPAnswer) {
        guard request.method == "GET" || request.method == "HEAD" else {
            outgoing += HTTPResponse.plain(.methodNotAllowed).bytes(withBody: true, keepsConnection: false)
            endsWhenSent = true
            return
        }
        switch answer(request) {
        case .whole(let response):
            outgoing += response.bytes(withBody: request.method == "GET", keepsConnection: request.keepsConnection)
            endsWhenSent = !request.keepsConnection
        case .events(let first):
            outgoing += ServerEvent.streamHead + first.bytes
            isEventStream = true
        }
    }
}
