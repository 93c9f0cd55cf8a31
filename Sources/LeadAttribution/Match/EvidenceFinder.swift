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

    /// A message without its code, as word hashes put together; the partner whose it is, -1 for the site's.
    private var messages: [UInt64: Int] = [:]
    /// Names by the hash of their first word.
    private var names: [UInt64: [(words: [UInt64], partner: Int)]] = [:]
    private let partners: [PartnerID]
    private let scanner = WordScanner()

    /// O(partners).
    package init(_ manifest: Manifest) {
        partners = manifest.partners.map(\.id)
        for text in manifest.messages.flatMap(\.texts) { add(text.text, partner: -1) }
        for (number, partner) in manifest.partners.enumerated() {
            for text in partner.messages.flatMap(\.texts) { add(text.text, partner: number) }
            let words = hashes(partner.name)
            guard let first = words.first, partner.name.unicodeScalars.count >= 4 else { continue }
            names[first, default: []].append((words, number))
        }
    }

    /// The best hint in `text`, if there is one. O(text).
    package func evidence(in text: String) -> Evidence? {
        let words = hashes(text)
        if let partner = messages[Self.joined(words)] { return partner < 0 ? .generalMessage : .ownMessage(partners[partner]) }
        var named: Set<Int> = []
        for index in words.indices {
            for name in names[words[index]] ?? [] where words[index...].starts(with: name.words) { named.insert(name.partner) }
        }
        guard named.count == 1, let partner = named.first else { return nil }
        return .named(partners[partner])
    }
}

private extension EvidenceFinder {
    /// A message with its code deleted, with the announcing words and without them.
    mutating func add(_ template: String, partner: Int) {
        let parts = template.split(separator: "{{code}}", maxSplits: 1, omittingEmptySubsequences: false).map { hashes(String($0)) }
        guard parts.count == 2, parts[1].count >= 2 else { return }
        for words in [parts[0] + parts[1], parts[1]] {
            let hash = Self.joined(words)
            // A message that two partners share says no more than the site's own.
            messages[hash] = messages[hash].map { $0 == partner ? partner : -1 } ?? partner
        }
    }

    func hashes(_ text: String) -> [UInt64] {
        let bytes = Array(text.utf8)
        return scanner.words(of: bytes, in: bytes.indices).words.map(\.hash)
    }

    static func joined(_ words: [UInt64]) -> UInt64 { words.reduce(WordHash.start) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 &+ ($0 >> 29) } }
}
