import Disk

extension ChatExportReader {
    /// A reader of the export that begins with `sample`, once the order of its dates is decided.
    ///
    /// The sample decides nearly always. Where none of its dates has a part past 12, the rest of the source is looked through once for
    /// such a part, if it can be read twice, because the whole file is better evidence than any habit.
    static func open(
        _ opened: TextSource, sample: Sample, name: String, options: ReadingOptions
    ) throws(FileError) -> any MessageReader {
        var source = opened
        guard var format = ChatFormat.detect(sample.bytes, sample.bytes.count) else {
            return NoMessages(MessageDiagnostics.noMessages(name))
        }
        var carried = sample.bytes
        if let order = options.dateOrder {
            format.order = order
            format.ground = .given
        } else {
            var evidence = DateOrderEvidence()
            evidence.noteSpelling(format.example)
            format.forEachHeader(sample.bytes, sample.bytes.count) { evidence.take($0) }
            if !evidence.isSettled, !sample.isWhole, try source.restart() {
                try lookThrough(&source, format, &evidence, options)
                guard try source.restart() else { preconditionFailure("a source that started again once does so again") }
                carried = []
            }
            (format.order, format.ground) = evidence.decision(for: format.form)
        }
        let export = ChatExport(name: name, format: format, owner: ChatOwner(names: options.ownNames))
        return ChatExportReader(source, export, sample: carried, chunkSize: options.chunkSize)
    }

    /// Notes the headers of the whole source until one settles the order.
    private static func lookThrough(
        _ source: inout TextSource, _ format: ChatFormat, _ evidence: inout DateOrderEvidence, _ options: ReadingOptions
    ) throws(FileError) {
        evidence = evidence.emptied()
        let size = max(options.chunkSize, 1 << 12)
        var bytes = [UInt8](repeating: 0, count: size)
        var kept = 0
        while !evidence.isSettled {
            let got = try source.read(into: &bytes, kept..<size)
            let count = kept + got
            let lineEnd = got == 0 ? count : (bytes[..<count].lastIndex(of: 0x0A) ?? -1) + 1
            format.forEachHeader(bytes, lineEnd) { evidence.take($0) }
            if got == 0 { return }
            // A line longer than the chunk is no header; its end is taken for a line's beginning, which no header form fits.
            kept = count - lineEnd < size / 2 ? count - lineEnd : 0
            if kept > 0 { bytes.replaceSubrange(0..<kept, with: Array(bytes[lineEnd..<count])) }
        }
    }
}
