/// A small HTTP/1.1 server for looking at a site on one's own machine: one thread, one loop, nothing that blocks.
///
/// Not for the open internet: no TLS, no limits beyond the few that keep a mistake from filling the memory. A final class
/// because it owns the connections.
package final class LocalServer {
    /// More callers at once than browsers of one household make.
    private static let mostConnections = 200
    /// A caller who neither asks nor listens for so long is let go.
    private static let patience = Duration.seconds(60)

    private let listener: ListeningSocket
    private let now: () -> Duration
    private var connections: [Connection] = []

    /// A server at `listener`; `now` is a clock that never goes back.
    package init(at listener: ListeningSocket, now: @escaping () -> Duration) {
        self.listener = listener
        self.now = now
    }

    /// One turn of the loop: waits at most `milliseconds` for callers or for `other` to become readable, and answers who called.
    package func turn(waitingMilliseconds milliseconds: Int, or other: Int32?, answer: (HTTPRequest) -> HTTPAnswer) {
        var interests = [Network.Interest(descriptor: listener.descriptor)]
        interests += connections.map { Network.Interest(descriptor: $0.descriptor, wantsToWrite: $0.hasUnsent) }
        if let other { interests.append(Network.Interest(descriptor: other)) }
        Network.wait(&interests, milliseconds: milliseconds)
        let time = now()
        for (connection, interest) in zip(connections, interests.dropFirst()) {
            if interest.isWritable { connection.send() }
            if interest.isReadable { connection.receive(now: time, answer: answer) }
        }
        connections.removeAll { !$0.isOpen || (!$0.isEventStream && time - $0.lastUse > Self.patience) }
        if interests[0].isReadable { acceptAll(time) }
    }

    /// Sends an event to every page that listens.
    package func send(_ event: ServerEvent) {
        for connection in connections { connection.send(event) }
    }

    private func acceptAll(_ time: Duration) {
        while connections.count < Self.mostConnections {
            let descriptor = Network.accept(listener.descriptor)
            if descriptor < 0 { return }
            connections.append(Connection(descriptor: descriptor, now: time))
        }
    }
}
