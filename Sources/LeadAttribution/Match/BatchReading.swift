import ByteText

/// A batch, and what it comes to by itself: its messages, and the verdicts on them. As a batch, it is filled again and again.
struct BatchReading: Sendable {
    /// A message that says more than “none”.
    struct Found: Sendable {
        let index: Int
        /// On the text of the message; `matched` counts its bytes.
        let verdict: Verdict
    }

    /// Any other message within the period.
    struct Plain: Sendable {
        let index: Int32
        let isOwn: Bool
        /// Whether it is what the site's links send, the code left out.
        let isSentMessage: Bool
        /// By which it is found again in another source; zero where that is not asked for, or where it cannot be told.
        let hash: UInt64
    }

    /// Its place among all readings.
    var number = 0
    var batch = MessageBatch()
    /// In order of the messages.
    private(set) var found: [Found] = []
    /// In order of the messages.
    private(set) var plain: [Plain] = []
    /// Whoever takes it in may note here who the senders of `batch` are, by their numbers; they stay the same within a source.
    var persons: [Int32] = []

    /// All of it, of which nothing is left here.
    mutating func taken() -> BatchReading {
        var other = BatchReading()
        swap(&self, &other)
        return other
    }
}

/// How batches are read, any number at a time.
struct BatchReader: Sendable {
    let matcher: Matcher
    let period: MessagePeriod
    /// Whether messages without a code are to be found again in another source.
    let hashesPlain: Bool
}

extension BatchReading {
    /// Takes the batch apart and reads the messages of other people than the business that lie within the period.
    mutating func fill(by reader: BatchReader) {
        batch.takeApart()
        found.removeAll(keepingCapacity: true)
        plain.removeAll(keepingCapacity: true)
        plain.reserveCapacity(batch.records.count)
        for index in batch.records.indices {
            guard reader.period.contains(batch.records[index].time) else { continue }
            let isOwn = batch.records[index].direction == .own
            let text = batch.records[index].text
            if !isOwn, reader.matcher.mayHoldCode(batch.bytes, in: text) {
                let verdict = reader.matcher.carefulVerdict(on: batch.bytes, in: text)
                if verdict.kind != .none {
                    found.append(Found(index: index, verdict: Self.onText(verdict, batch, index, reader.matcher)))
                    continue
                }
            }
            plain.append(Plain(
                index: Int32(truncatingIfNeeded: index), isOwn: isOwn,
                isSentMessage: !isOwn && reader.matcher.sentMessages.partner(of: batch.bytes, in: text) != nil,
                hash: reader.hashesPlain ? RepetitionSieve.hash(batch, index) : 0))
        }
    }

    /// `verdict`, which is on the bytes of the message in the buffer, as one on its text.
    private static func onText(_ verdict: Verdict, _ batch: MessageBatch, _ index: Int, _ matcher: Matcher) -> Verdict {
        let place = batch.records[index].text
        if !batch.isPlainText(at: index) {
            let text = batch.message(at: index).text
            // Without marks and broken bytes there is another text to find what was matched in.
            if !batch.bytes.hasSameBytes(in: place, as: text) { return matcher.verdict(on: text) }
        }
        var verdict = verdict
        verdict.matched = verdict.matched.map { $0.lowerBound - place.lowerBound..<$0.upperBound - place.lowerBound }
        return verdict
    }
}
