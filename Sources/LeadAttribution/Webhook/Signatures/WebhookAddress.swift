/// The address that Twilio was told to call, which is what it signs.
///
/// Behind a proxy the program sees another one: `http` for `https`, an inner name, an inner port. Headers that a proxy adds can be added by
/// anybody, so the true address is configured; only where it is not, the server's own view counts.
enum WebhookAddress {
    /// The addresses that a request may have been signed for.
    static func candidates(_ request: CGIRequest, _ settings: ReceiverSettings) -> [String] {
        let query = request.query.isEmpty ? "" : "?" + request.query
        if let whole = settings.twilioWebhookURL {
            let address = withoutFragment(whole)
            if request.query.isEmpty { return [address] }
            // Twilio may add a query of its own, such as the hash of a body.
            return address.contains("?") ? [address, address.prefix { $0 != "?" } + query] : [address + query, address]
        }
        if let base = settings.webhookURL {
            var address = withoutFragment(base)
            // The whole address that was entered at the channel, or a slash at its end, are what people write instead.
            for ending in ["/", "/twilio", "/meta"] where address.hasSuffix(ending) { address.removeLast(ending.count) }
            return [address + request.path + query]
        }
        return request.seenURL.map { [$0] } ?? []
    }

    /// Settings of the connection stand in the fragment (`#rc=2`), which is not signed.
    private static func withoutFragment(_ url: String) -> String { String(url.prefix { $0 != "#" }) }
}
