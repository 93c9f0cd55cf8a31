import ByteText
import Diagnostics
import LeadAttribution
import Manifest
import StructuredText

/// Sources of messages, from bytes to every form of the report: in one piece or in many, the messages are the same; texts stay whole, and what
/// programs read is JSON.
enum MessagesTarget {
    private static let matcher = Matcher(SampleManifest.manifest)

    static func complaint(_ bytes: [UInt8], _ kind: SourceKind?) -> String? {
        guard let whole = messages(bytes, kind, pieces: []), let pieces = messages(bytes, kind, pieces: [1, 5, 64]) else { return "memory failed" }
        if whole.messages != pieces.messages { return "in pieces the messages differ" }
        if whole.diagnostics != pieces.diagnostics { return "in pieces the diagnostics differ" }
        if let complaint = DiagnosticsCheck.complaint(about: whole.diagnostics, source: { _ in bytes }) { return complaint }
        return reports(bytes, kind)
    }

    private static func messages(_ bytes: [UInt8], _ kind: SourceKind?, pieces: [Int]) -> (messages: [Message], diagnostics: [Diagnostic])? {
        var options = ReadingOptions(kind: kind, ownNames: ["Shiba"])
        if !pieces.isEmpty { options.chunkSize = 32 }
        guard var reader = try? MessageSource.open(MemorySource(bytes, pieces: pieces), name: "file", options: options) else { return nil }  // The caller complains.
        var all: [Message] = []
        var batch = MessageBatch()
        while let goesOn = try? reader.read(into: &batch) {  // The same.
            guard goesOn else { return (all, reader.diagnostics) }
            all += batch.records.indices.map(batch.message)
        }
        return nil
    }

    private static func reports(_ bytes: [UInt8], _ kind: SourceKind?) -> String? {
        var attribution = Attribution(matcher, sourceCount: 1)
        var csv = CSVReport(showsNumbers: false)
        var complaint: String?
        let options = ReadingOptions(kind: kind, ownNames: ["Shiba"])
        guard let reader = try? MessageSource.open(MemorySource(bytes), name: "file", options: options) else { return "memory failed" }  // It is memory.
        do {
            try attribution.read(reader, each: { message, verdict in
                csv.add(message, verdict)
                if complaint == nil { complaint = line(message, verdict) }
            })
        } catch { return "memory failed" }
        let report = attribution.report()
        _ = HTMLReport.page(report, title: "file", showsNumbers: false)
        _ = JSONLinesReport.summary(report)
        return complaint
    }

    /// A line of the report, read again.
    private static func line(_ message: Message, _ verdict: Verdict) -> String? {
        let bytes = JSONLinesReport.line(message, verdict)
        var problems: [Diagnostic] = []
        guard let value = JSONReader.read(bytes, path: "line", dialect: .strict, into: &problems) else { return "a line of the report is no JSON" }
        if value["text"]?.string != message.text { return "the text of a message is not whole" }
        if let matched = verdict.matched, PasteTarget.isBroken(matched, Array(message.text.utf8)) { return "what was matched is no part of the text" }
        return nil
    }
}

/// Pasted text and the matcher: the quick look and the careful reading agree, and what was matched are whole characters of the text.
enum PasteTarget {
    private static let matcher = Matcher(SampleManifest.manifest)
    private static let evidence = EvidenceFinder(SampleManifest.manifest)

    static func complaint(_ bytes: [UInt8]) -> String? {
        let quick = matcher.verdict(on: bytes, in: bytes.indices)
        if quick != matcher.carefulVerdict(on: bytes, in: bytes.indices) { return "the quick look and the careful reading differ" }
        if quick.kind.isCredit != (quick.partner != nil) { return "a credit without a partner, or a partner without a credit" }
        if let matched = quick.matched, isBroken(matched, bytes) { return "what was matched is no part of the text" }
        let text = String(decoding: bytes, as: UTF8.self)
        let explanation = Explanation(text, matcher: matcher, evidence: evidence)
        if explanation.isCredited != matcher.verdict(on: text).kind.isCredit { return "the explanation credits somebody else" }
        return MessagesTarget.complaint(bytes, .text)
    }

    /// Whether `range` leaves `bytes` or cuts a character of it.
    static func isBroken(_ range: Range<Int>, _ bytes: [UInt8]) -> Bool {
        guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return true }
        guard UTF8Text.firstInvalidOffset(in: bytes) == nil else { return false }
        return [range.lowerBound, range.upperBound].contains { $0 < bytes.count && bytes[$0] & 0xC0 == 0x80 }
    }
}

/// An archive: what `unzip` lists up to an empty line, and what it unpacks after that. Names become patterns that stay patterns of one name.
enum ArchiveTarget {
    static func complaint(_ bytes: [UInt8]) -> String? {
        let border = bytes.firstRange(of: [.lineFeed, .lineFeed])
        let listing = Array(bytes[..<(border?.lowerBound ?? bytes.count)])
        let content = Array(bytes[(border?.upperBound ?? bytes.count)...])
        let entries = UnzipArchive.entries(inListing: listing)
        for entry in entries {
            if entry.nameBytes.isEmpty || entry.nameBytes.contains(.lineFeed) { return "an entry without a name" }
            if UnzipArchive.pattern(entry.nameBytes).first == .hyphen { return "a name that is an option" }
        }
        var options = ReadingOptions()
        options.archiveTool = KnownArchive(listing: .entries(entries), content: content)
        let start: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
        guard var reader = try? MessageSource.open(MemorySource(start), name: "chat.zip", archive: ("chat.zip", 4), options: options) else { return "memory failed" }  // It is memory.
        var batch = MessageBatch()
        while (try? reader.read(into: &batch)) ?? false {}  // It is memory.
        return DiagnosticsCheck.complaint(about: reader.diagnostics, source: { _ in nil })
    }
}
