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
    private let period: MessagePeriod
    private var sequence = 0
    private var sourceNumber: Int32 = -1

    /// An attribution by `manifest` of messages within `period` from `sourceCount` sources.
    package init(_ manifest: Manifest, rules: LeadRules = LeadRules(), period: MessagePeriod = MessagePeriod(), sourceCount: Int) {
        self.init(Matcher(manifest), rules: rules, period: period, sourceCount: sourceCount)
    }

    package init(_ matcher: Matcher, rules: LeadRules = LeadRules(), period: MessagePeriod = MessagePeriod(), sourceCount: Int) {
        self.matcher = matcher
        self.period = period
        sieve = RepetitionSieve(sourceCount: sourceCount)
        tally = ReportTally(directory: matcher.directory, rules: rules)
    }

    /// Reads a source to its end. `each` gets every message that counts, in order; nil where nobody asks, which is much faster, for then
    /// only messages that carry a code are copied out of the reader's buffer. `progress` is called now and then with the number of
    /// messages read.
    package mutating func read(
        _ reader: any MessageReader, progress: (Int) -> Void = { _ in }, each: ((Message, Verdict) -> Void)? = nil
    ) throws(FileError) {
        var reader = reader
        sourceNumber += 1
        var batch = MessageBatch()
        var following = MessageBatch()
        var hasBatch = try reader.read(into: &batch)
        while hasBatch {
            let verdicts = BatchVerdicts(on: batch, by: matcher, within: period)
            hasBatch = try reader.read(into: &following)
            take(batch, verdicts.all(), each)
            swap(&batch, &following)
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
    /// The messages of a batch with what was `found` in some of them.
    mutating func take(_ batch: MessageBatch, _ found: [BatchVerdicts.Found], _ each: ((Message, Verdict) -> Void)?) {
        var next = 0
        for index in batch.records.indices {
            if next < found.count, found[next].index == index {
                takeFound(batch, index, found[next].verdict, each)
                next += 1
            } else {
                takePlain(batch, index, each)
            }
        }
    }

    /// A message in which something was found: none of the business's own, and within the period.
    mutating func takeFound(_ batch: MessageBatch, _ index: Int, _ found: Verdict, _ each: ((Message, Verdict) -> Void)?) {
        readMessages += 1
        takeWhole(batch, index, found, each)
    }

    /// Any other message.
    @inline(__always)
    mutating func takePlain(_ batch: MessageBatch, _ index: Int, _ each: ((Message, Verdict) -> Void)?) {
        readMessages += 1
        guard period.contains(batch.records[index].time) else { return }
        let kind: Verdict.Kind = batch.records[index].direction == .own ? .own : .none
        if each != nil { return takeWhole(batch, index, kind == .own ? .own : .none, each) }
        if sieve.isRepeatedPlain(batch, index, source: sourceNumber) { tally.countRepeated() } else { countPlain(kind, batch, index) }
    }

    mutating func countPlain(_ kind: Verdict.Kind, _ batch: MessageBatch, _ index: Int) {
        tally.count(kind)
        guard kind == .none, matcher.sentMessages.partner(of: batch.bytes, in: batch.records[index].text) != nil else { return }
        tally.countWithoutCode()
    }

    @inline(never)
    mutating func takeWhole(_ batch: MessageBatch, _ index: Int, _ found: Verdict, _ each: ((Message, Verdict) -> Void)?) {
        let message = batch.message(at: index)
        var verdict = found
        if found.kind == .none || found.kind == .own {
            if sieve.isRepeatedPlain(batch, index, source: sourceNumber) { return tally.countRepeated() }
            countPlain(found.kind, batch, index)
        } else {
            if sieve.isRepeatedCoded(message, source: sourceNumber) { return tally.countRepeated() }
            let place = batch.records[index].text
            if message.text.utf8.count == place.count {
                verdict.matched = found.matched.map { $0.lowerBound - place.lowerBound..<$0.upperBound - place.lowerBound }
            } else {
                // Once more on the text without marks, so that what was matched can be found in it.
                verdict = matcher.verdict(on: message.text)
            }
            tally.count(verdict.kind)
            tally.add(message, verdict, sequence: sequence)
            sequence += 1
        }
        each?(message, verdict)
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
