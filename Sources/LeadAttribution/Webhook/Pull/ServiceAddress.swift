/// The address of a service that gets a key with every request: `https://api.twilio.com`, without a slash at its end.
///
/// Plain `http` is taken for this computer alone, where a test's server may listen: elsewhere the key could be read on the way.
package struct ServiceAddress: Equatable, Sendable {
    package let text: String

    /// Nil for anything else than such an address.
    package init?(_ text: String) {
        var address = text[...]
        while address.hasSuffix("/") { address.removeLast() }
        let rest: Substring
        if address.hasPrefix("https://") {
            rest = address.dropFirst("https://".count)
        } else if address.hasPrefix("http://") {
            rest = address.dropFirst("http://".count)
            guard ["127.0.0.1", "localhost", "[::1]"].contains(where: { rest == $0 || rest.hasPrefix($0 + ":") || rest.hasPrefix($0 + "/") }) else { return nil }
        } else {
            return nil
        }
        guard !rest.isEmpty, rest.utf8.allSatisfy({ 0x21...0x7E ~= $0 }), !rest.contains("@"), !rest.contains("?"), !rest.contains("#") else { return nil }
        self.text = String(address)
    }
}
