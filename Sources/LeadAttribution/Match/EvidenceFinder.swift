package import Manifest
package import PartnerCodes

/// Looks for hints in a message that carries no code. A hint is shown and credits no one.
package struct EvidenceFinder: Sendable {
    /// What speaks for somebody, or for the code having been deleted.
    package enum Evidence: Equatable, Sendable {
        /// Word for word a message that only this partner's links send, the code left out.
        case ownMessage(PartnerID)
        /// Names exactly one partner.
        case named(PartnerID)
        /// Word for word a message of the site's links, the code left out: somebody's link was used.
        case generalMessage
    }

    private let messages: SentMessages
    /// Names by the hash of their first word.
    private var names: [UInt64: [(words: [UInt64], partner: Int)]] = [:]
    private let partners: [PartnerID]
    private let scanner = WordScanner()

    /// O(partners).
    package init(_ manifest: Manifest) {
        partners = manifest.partners.map(\.id)
        messages = SentMessages(manifest)
        for (number, partner) in manifest.partners.enumerated() {
            let words = hashes(partner.name)
            guard let first = words.first, partner.name.unicodeScalars.count >= 4 else { continue }
            names[first, default: []].append((words, number))
        }
    }

    /// The best hint in `text`, if there is one. O(text).
    package func evidence(in text: String) -> Evidence? {
        let words = hashes(text)
        let bytes = Array(text.utf8)
        if let partner = messages.partner(of: bytes, in: bytes.indices) { return partner < 0 ? .generalMessage : .ownMessage(partners[partner]) }
        var named: Set<Int> = []
        for index in words.indices {
            for name in names[words[index]] ?? [] where words[index...].starts(with: name.words) { named.insert(name.partner) }
        }
        guard named.count == 1, let partner = named.first else { return nil }
        return .named(partners[partner])
    }
}

private extension EvidenceFinder {
    func hashes(_ text: String) -> [UInt64] {
        let bytes = Array(text.utf8)
        return scanner.words(of: bytes, in: bytes.indices).words.map(\.hash)
    }
}
