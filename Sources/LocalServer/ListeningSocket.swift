/// Where calls come in. A final class because it owns an open socket.
package final class ListeningSocket {
    /// Who may call.
    package enum Reach: Sendable {
        /// Programs of this machine alone.
        case loopback
        /// Every machine of the same network: the owner's own phone.
        case localNetwork
    }

    /// Why there is no socket.
    package enum Failure: Error, Equatable, Sendable {
        case portTaken
        case notAllowed
        case other(reason: String)
    }

    /// The port it listens at.
    package let port: UInt16
    let descriptor: Int32

    /// Listens at `port`; 0 takes any that is free.
    package init(port: UInt16, reach: Reach) throws(Failure) {
        descriptor = Network.listen(port: port, isOpenToAll: reach == .localNetwork)
        if descriptor < 0 {
            throw switch Network.lastError {
            case Network.addressInUse: .portTaken
            case Network.noPermission: .notAllowed
            case let code: .other(reason: Network.reason(code))
            }
        }
        self.port = Network.port(of: descriptor)
    }

    deinit { Network.close(descriptor) }

    /// The first port after `port` that is free at this moment, of the next fifty.
    package static func freePort(after port: UInt16, reach: Reach) -> UInt16? {
        let last = UInt16(min(Int(port) + 50, 65_535))
        guard port < last else { return nil }
        for candidate in port + 1...last {
            // Taken or forbidden: the next one is tried.
            if let socket = try? ListeningSocket(port: candidate, reach: reach) { return socket.port }
        }
        return nil
    }

    /// The addresses under which other machines of the network know this one.
    package static func networkAddresses() -> [String] { Network.localAddresses() }
}
