/// Whether the world can reach an address.
enum PublicAddress {
    /// What is wrong with the host of `address`, as the end of a sentence; nil when the world may reach it.
    ///
    /// Names kept for examples and tests are those of RFC 2606 and RFC 6761, private networks those of RFC 1918.
    static func flaw(ofHostIn address: String) -> String? {
        let afterScheme = address.firstRange(of: "://").map { address[$0.upperBound...] } ?? address[...]
        let host = afterScheme.prefix { $0 != "/" && $0 != ":" && $0 != "?" }.lowercased()
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        let numbers = labels.compactMap { UInt8($0) }
        if numbers.count == 4, labels.count == 4 {
            let isPrivate = numbers[0] == 10 || numbers[0] == 127 || numbers[0] == 192 && numbers[1] == 168
                || numbers[0] == 172 && (16...31).contains(numbers[1])
            return isPrivate ? "is one of this building only" : "is a bare number, for which there is hardly ever a certificate"
        }
        guard labels.count > 1, let last = labels.last else { return "is one of this machine only" }
        if ["localhost", "local", "internal", "lan", "home"].contains(last) { return "is one of this machine or building only" }
        let isExample = ["example", "test", "invalid"].contains(last) || labels.suffix(2).first == "example" && ["com", "net", "org"].contains(last)
        return isExample ? "is an example and not a real one" : nil
    }
}
