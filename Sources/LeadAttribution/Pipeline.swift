package import Diagnostics
package import Disk
package import Manifest
import PartnerCodes

/// The whole of attribution, from messages to a report. Read this first.
///
/// manifest → `Matcher` → messages from any source, as a stream → a verdict for each → leads (a person, not a message) → report.
/// Memory is that of the manifest, of persons with a code and of a bounded number of doubtful messages; never that of a log.
///
///     var attribution = Attribution(manifest, rules: rules, sourceCount: readers.count)
///     for reader in readers { try attribution.read(reader) { message, verdict in … } }
///     let report = attribution.report()
package struct Attribution {
    package let matcher: Matcher
    /// What was wrong with the sources so far.
    package var diagnostics: [Diagnostic] { sourceDiagnostics + (sieve.plainIsFull ? [MessageDiagnostics.tooManyToCompare] : []) }
    private var sourceDiagnostics: [Diagnostic] = []
    /// How many messages were read, repeated ones included.
    package private(set) var readMessages = 0
    private var sieve: RepetitionSieve
    private var tally: ReportTally
    private let batchReader: BatchReader
    private let cores: Int
    private var sequence = 0
    private var sourceNumber: Int32 = -1

    /// An attribution by `manifest` of messages within `period` from `sourceCount` sources.
    package init(
        _ manifest: Manifest, rules: LeadRules = LeadRules(), period: MessagePeriod = MessagePeriod(), sourceCount: Int, cores: Int = processorCount()
    ) {
        self.init(Matcher(manifest), rules: rules, period: period, sourceCount: sourceCount, cores: cores)
    }

    package init(
        _ matcher: Matcher, rules: LeadRules = LeadRules(), period: MessagePeriod = MessagePeriod(), sourceCount: Int, cores: Int = processorCount()
    ) {
        self.matcher = matcher
        self.cores = cores
        batchReader = BatchReader(matcher: matcher, period: period, hashesPlain: sourceCount > 1)
        sieve = RepetitionSieve(sourceCount: sourceCount)
        tally = ReportTally(directory: matcher.directory, rules: rules)
    }

    /// Reads a source to its end. `each` gets every message that counts, in order; nil where nobody asks, which is much faster, for then
    /// only messages that carry a code are copied out of the reader's buffer. `progress` is called now and then with the number of
    /// messages read.
    ///
    /// This thread goes through the source in its order, before and after; what a batch comes to by itself all cores find out.
    package mutating func read(
        _ reader: any MessageReader, progress: (Int) -> Void = { _ in }, each: ((Message, Verdict) -> Void)? = nil
    ) throws(FileError) {
        var reader = reader
        sourceNumber += 1
        let queue = BatchQueue(batchReader, cores: cores)
        var spare: [BatchReading] = []
        var hasMore = true
        while true {
            while hasMore, !queue.isFull {
                var reading = spare.popLast() ?? BatchReading()
                hasMore = try reader.fetch(into: &reading.batch)
                if hasMore { queue.put(&reading) }
            }
            guard var reading = queue.next() else { break }
            reader.settle(reading.batch)
            take(&reading, each)
            spare.append(reading.taken())
            progress(readMessages)
        }
        sourceDiagnostics += reader.diagnostics
    }

    /// What the messages come to.
    package func report() -> AttributionReport { tally.report() }
    /// The leads themselves, for a statement.
    package var leads: LeadBook { tally.leads }
}

private extension Attribution {
    mutating func take(_ reading: inout BatchReading, _ each: ((Message, Verdict) -> Void)?) {
        readMessages += reading.batch.records.count
        var next = 0
        for plain in reading.plain {
            while next < reading.found.count, reading.found[next].index < plain.index {
                take(reading.found[next], of: reading.batch, &reading.persons, each)
                next += 1
            }
            take(plain, of: reading.batch, each)
        }
        for index in next..<reading.found.count { take(reading.found[index], of: reading.batch, &reading.persons, each) }
    }

    /// A message in which something was found.
    mutating func take(_ found: BatchReading.Found, of batch: MessageBatch, _ persons: inout [Int32], _ each: ((Message, Verdict) -> Void)?) {
        if sieve.isRepeatedCoded(batch, found.index, source: sourceNumber) { return tally.countRepeated() }
        tally.count(found.verdict.kind)
        tally.add(batch, found.index, found.verdict, &persons, sequence: sequence)
        sequence += 1
        each?(batch.message(at: found.index), found.verdict)
    }

    /// Any other message.
    @inline(__always)
    mutating func take(_ plain: BatchReading.Plain, of batch: MessageBatch, _ each: ((Message, Verdict) -> Void)?) {
        let index = Int(plain.index)
        if sieve.isRepeatedPlain(batch, index, hash: plain.hash, source: sourceNumber) { return tally.countRepeated() }
        tally.count(plain.isOwn ? .own : .none)
        if plain.isSentMessage { tally.countWithoutCode() }
        each?(batch.message(at: index), plain.isOwn ? .own : .none)
    }
}

/// From when to when messages count, by their date; without bounds by default. Messages without a date always count.
package struct MessagePeriod: Equatable, Sendable {
    /// In days since 1970-01-01, both included.
    package var firstDay: Int?
    package var lastDay: Int?

    package init(firstDay: Int? = nil, lastDay: Int? = nil) {
        self.firstDay = firstDay
        self.lastDay = lastDay
    }

    func contains(_ time: MessageTime?) -> Bool {
        guard firstDay != nil || lastDay != nil, let day = time?.dayNumber else { return true }
        return day >= firstDay ?? .min && day <= lastDay ?? .max
    }
}
