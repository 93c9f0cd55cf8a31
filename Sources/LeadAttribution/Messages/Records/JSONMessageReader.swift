import ByteText
import Diagnostics
import Disk
import StructuredText

/// Reads messages out of JSON of any of the known kinds, record by record: Twilio's lists, single messages and bulk exports, saved
/// payloads of Meta, the lead log. A record that cannot be read is a diagnostic, and the next one is read.
struct JSONMessageReader: MessageReader {
    private var splitter: JSONRecordSplitter
    private let name: String
    private var isDone = false
    private var unknown = 0
    private var found = false
    private(set) var diagnostics: [Diagnostic] = []
    /// So many diagnostics of one kind are told one by one.
    private static let toldLimit = 20

    init(_ source: TextSource, sample: Sample, name: String, chunkSize: Int) {
        splitter = JSONRecordSplitter(RecordWindow(source, sample: sample, chunkSize: chunkSize))
        self.name = name
    }

    mutating func fetch(into batch: inout MessageBatch) throws(FileError) -> Bool {
        batch.removeAll(source: name)
        batch.bytes.removeAll(keepingCapacity: true)
        while batch.bytes.count < MessageBatch.usualSize, !isDone {
            guard let record = try splitter.next() else {
                finish()
                break
            }
            switch record {
            case .object(let range, let line, let place):
                take(range, line: line, place: place, into: &batch)
            case .broken(let line):
                note("the line is no complete JSON", id: "R030", line: line, hint: "the other lines were read")
            case .unfinished(let range, let line):
                if LeadLogLine.isBeginning(splitter.window.bytes[range]) {
                    // No error: nothing is missing, since the channel was not told that the message is kept, and delivers it again.
                    diagnostics.append(Diagnostic(
                        "R035", .note, at: SourceLocation(path: name, line: line), "the last line of the log is not whole: a message is being written at this moment",
                        hint: "run the command again to count it; if its receiver was killed, the channel sends the message again by itself"))
                } else {
                    note("the file ends within this record", id: "R030", line: line, hint: "it was cut off; get the file again if its last messages matter")
                }
            case .tooLong(let line):
                note("the record is longer than \(JSONRecordSplitter.limit >> 20) MB and was passed over", id: "R033", line: line, hint: nil)
            }
        }
        return !batch.records.isEmpty
    }
}

private extension JSONMessageReader {
    mutating func take(_ range: Range<Int>, line: Int, place: Int, into batch: inout MessageBatch) {
        var problems: [Diagnostic] = []
        guard let value = JSONReader.read(splitter.window.bytes, in: range, path: name, dialect: .strict, into: &problems) else {
            let problem = problems.first { $0.severity == .error }
            note(problem.map { "the record cannot be read: \($0.message)" } ?? "the record cannot be read", id: "R030", line: line,
                hint: "the other records were read")
            return
        }
        let origin = RecordOrigin(source: name, line: line, offset: place)
        switch JSONMessages.read(value, origin) {
        case .messages(let messages):
            found = true
            for message in messages { batch.append(message) }
        case .failure(let text):
            found = true
            note("this is no list of messages but an error of the channel: \(text)", id: "R031", line: line,
                hint: "ask the channel again, with the right account and key")
        case .unknown:
            unknown += 1
            note("the record is of no known kind", id: "R032", line: line,
                hint: "known are Twilio's messages, payloads of the Meta Cloud API and the lead log of this program")
        }
    }

    mutating func note(_ message: String, id: String, line: Int, hint: String?) {
        let told = diagnostics.count { $0.id == id }
        guard told < Self.toldLimit else { return }
        let severity: Diagnostic.Severity = id == "R032" ? .warning : .error
        diagnostics.append(Diagnostic(
            id, severity, at: SourceLocation(path: name, line: line),
            told + 1 == Self.toldLimit ? message + "; further ones are not listed" : message,
            hint: hint))
    }

    mutating func finish() {
        isDone = true
        if let fault = splitter.window.fault { diagnostics.append(MessageDiagnostics.fault(fault, name)) }
    }
}

/// Where a record stands.
struct RecordOrigin {
    var source: String
    var line: Int
    var offset: Int
}

/// Tells the kinds of JSON records apart.
enum JSONMessages {
    enum Outcome: Equatable {
        case messages([Message])
        /// The channel reports an error, in these words.
        case failure(String)
        case unknown
    }

    static func read(_ value: JSONValue, _ origin: RecordOrigin) -> Outcome {
        if LeadLog.isRecord(value) { return .messages(LeadLog.messages(value, origin)) }
        if MetaPayload.isRecord(value) { return .messages(MetaPayload.messages(value, origin)) }
        return TwilioJSON.read(value, origin)
    }
}
