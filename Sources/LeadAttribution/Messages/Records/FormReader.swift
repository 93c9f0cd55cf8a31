import ByteText
import Diagnostics
import Disk

/// Reads saved requests of Twilio (`application/x-www-form-urlencoded`), one a line. Delivery reports among them are passed over.
struct FormReader: MessageReader {
    private var window: RecordWindow
    private let name: String
    private var isDone = false
    private(set) var diagnostics: [Diagnostic] = []
    private var unreadable = 0
    private static let toldLimit = 20
    private static let lineLimit = 4 << 20

    init(_ source: TextSource, sample: Sample, name: String, chunkSize: Int) {
        window = RecordWindow(source, sample: sample, chunkSize: chunkSize)
        self.name = name
    }

    mutating func fetch(into batch: inout MessageBatch) throws(FileError) -> Bool {
        batch.removeAll(source: name)
        batch.bytes.removeAll(keepingCapacity: true)
        while batch.bytes.count < MessageBatch.usualSize, !isDone {
            let origin = RecordOrigin(source: name, line: window.line, offset: window.place)
            guard let (line, isCut) = try window.nextLine(limit: Self.lineLimit) else {
                isDone = true
                break
            }
            take(line, isCut: isCut, origin, into: &batch)
        }
        return !batch.records.isEmpty
    }
}

private extension FormReader {
    mutating func take(_ line: ArraySlice<UInt8>, isCut: Bool, _ origin: RecordOrigin, into batch: inout MessageBatch) {
        if line.allSatisfy(\.isASCIIWhitespace) { return }
        let fields = TwilioFields(FormBody.pairs(line))
        if isCut || !fields.isMessage {
            unreadable += 1
            if unreadable <= Self.toldLimit {
                diagnostics.append(Diagnostic(
                    "R040", .warning, at: SourceLocation(path: name, line: origin.line),
                    isCut ? "the line is longer than \(Self.lineLimit >> 20) MB" : "the line is no request of Twilio's",
                    hint: "the other lines were read"))
            }
        }
        guard !isCut, let message = fields.message(origin) else { return }
        batch.append(message)
    }
}

/// Bodies of form requests (WHATWG URL, `application/x-www-form-urlencoded`).
package enum FormBody {
    /// The decoded names and values of `body`, in its order.
    package static func pairs(_ body: some Collection<UInt8>) -> [(name: String, value: String)] {
        Array(body).split(separator: .ampersand).map { pair in
            let name = pair.prefix { $0 != UInt8(ascii: "=") }
            let value = pair.dropFirst(name.count + 1)
            return (decoded(name), decoded(value))
        }
    }

    private static func decoded(_ text: ArraySlice<UInt8>) -> String {
        String(decoding: PercentEncoding.decode(text, plusIsSpace: true), as: UTF8.self)
    }
}
