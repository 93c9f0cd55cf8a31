import ByteText
import Manifest

/// The messages that the site's links send, the code left out: what a customer sends who deleted it, or who came by a page without one.
struct SentMessages: Sendable {
    /// Messages by the hash of their words; the partner whose alone it is, -1 for the site's.
    private var partners: [UInt64: Int] = [:]
    /// Whether a message of so many bytes is worth a look.
    private var lengths = [Bool](repeating: false, count: 1_024)
    /// Whether a message begins with such a letter, by its lowest bits.
    private var firstLetters = [Bool](repeating: false, count: 256)
    /// The hashes of the first words of all messages.
    private var firstWords: Set<UInt64> = []
    private let scanner = WordScanner()
    /// In bytes: people put a greeting sign or a space more or less.
    private static let lengthSlack = 6

    /// O(messages).
    init(_ manifest: Manifest) {
        for text in manifest.messages.flatMap(\.texts) { add(text.text, partner: -1) }
        for (number, partner) in manifest.partners.enumerated() where !partner.messages.isEmpty {
            for text in partner.messages.flatMap(\.texts) { add(text.text, partner: number) }
        }
    }

    /// The partner whose message `text` is, below zero for the site's; nil where it is no such message.
    func partner(of text: [UInt8], in range: Range<Int>) -> Int? {
        guard range.count < lengths.count, lengths[range.count] else { return nil }
        guard let letter = scanner.firstLetter(of: text, in: range), firstLetters[Int(letter & 255)] else { return nil }
        guard let first = scanner.firstHash(of: text, in: range), firstWords.contains(first) else { return nil }
        return partners[Self.joined(scanner.words(of: text, in: range).words.map(\.hash))]
    }

    private static func joined(_ words: [UInt64]) -> UInt64 { words.reduce(WordHash.start) { ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 &+ ($0 >> 29) } }

    /// A message with its code deleted, with the announcing words and without them.
    private mutating func add(_ template: String, partner: Int) {
        let parts = template.split(separator: "{{code}}", maxSplits: 1, omittingEmptySubsequences: false).map { Array($0.utf8) }
        let hashes = parts.map { part in scanner.words(of: part, in: part.indices).words.map(\.hash) }
        guard parts.count == 2, hashes[1].count >= 2 else { return }
        for letter in parts.compactMap({ scanner.firstLetter(of: $0, in: $0.indices) }) { firstLetters[Int(letter & 255)] = true }
        for (words, length) in [(hashes[0] + hashes[1], parts[0].count + parts[1].count), (hashes[1], parts[1].count)] {
            let hash = Self.joined(words)
            if let first = words.first { firstWords.insert(first) }
            // A message that two partners share says no more than the site's own.
            partners[hash] = partners[hash].map { $0 == partner ? partner : -1 } ?? partner
            for near in max(0, length - Self.lengthSlack)...length + Self.lengthSlack where near < lengths.count { lengths[near] = true }
        }
    }
}
