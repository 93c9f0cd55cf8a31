import ByteText

/// What one export is like, learnt from its beginning: the form of its headers, how its messages end, the order of its dates.
struct ChatFormat {
    let form: HeaderForm
    let compiled: CompiledHeader
    /// The header that the form was taken from.
    let example: ParsedHeader
    /// What can begin a header, by byte.
    let firstBytes: [Bool]
    /// What can begin a header of this form or of the usual others, by byte.
    let firstBytesOfAny: [Bool]
    /// Whether messages end with CR LF and lines inside them with a lone LF, as on iOS; a header after a lone LF is pasted text there.
    var endsWithCRLF = false
    var order = DateOrder.dayMonthYear
    var ground = DateOrderEvidence.Ground.parts

    /// iOS writes brackets and puts a name before every line, notices too; WhatsApp Web copies have brackets and the time first.
    var isIOS: Bool { form.isBracketed && !isWeb }
    var isWeb: Bool { form.isBracketed && form.isTimeFirst && !form.hasSeconds }

    /// The form of the header at `start` as that of the whole export.
    init(_ example: ParsedHeader, in bytes: [UInt8], from start: Int) {
        form = example.form
        self.example = example
        compiled = CompiledHeader(example, in: bytes, from: start)
        firstBytes = example.form.firstBytes
        var any = firstBytes
        for byte in Array("0123456789[".utf8) { any[Int(byte)] = true }
        firstBytesOfAny = any
    }

    /// The header at `start` if it is one of this export, in whichever way reads it.
    @inline(__always)
    func header(_ bytes: [UInt8], from start: Int, to end: Int) -> (date: WrittenDate, clock: WrittenClock, end: Int)? {
        if compiled.isUsable, let header = compiled.parse(bytes, from: start), header.end <= end { return (header.date, header.clock, header.end) }
        return generalHeader(bytes, from: start, to: end)
    }

    /// The time and the end of the header at `start` if it is one of this export; its date is the `last` one then. A date stands again only
    /// where `compiled`, which then is usable, had read it; a header, only where its bytes alone make it one.
    @inline(__always)
    func header(_ bytes: [UInt8], from start: Int, to end: Int, after last: inout LastHeader) -> (clock: WrittenClock, end: Int)? {
        if last.stands(bytes, at: start), start + last.length <= end { return (last.clock, start + last.length) }
        return headerOfAnotherMinute(bytes, from: start, to: end, after: &last)
    }

    @inline(never)
    private func headerOfAnotherMinute(_ bytes: [UInt8], from start: Int, to end: Int, after last: inout LastHeader) -> (clock: WrittenClock, end: Int)? {
        guard last.dateStands(bytes, at: start), let (clock, headerEnd) = compiled.clock(bytes, from: start + last.dateLength), headerEnd <= end else {
            return headerOfAnotherDay(bytes, from: start, to: end, after: &last)
        }
        if compiled.isClosed { last.take(clock, bytes, start..<headerEnd) }
        return (clock, headerEnd)
    }

    @inline(never)
    private func headerOfAnotherDay(_ bytes: [UInt8], from start: Int, to end: Int, after last: inout LastHeader) -> (clock: WrittenClock, end: Int)? {
        if compiled.isUsable, let header = compiled.parse(bytes, from: start), header.end <= end {
            last.take(header.date, day: day(header.date), bytes, start..<header.dateEnd)
            return (header.clock, header.end)
        }
        guard let header = generalHeader(bytes, from: start, to: end) else { return nil }
        last.take(header.date, day: day(header.date), bytes, start..<start)
        return (header.clock, header.end)
    }

    @inline(never)
    func generalHeader(_ bytes: [UInt8], from start: Int, to end: Int) -> (date: WrittenDate, clock: WrittenClock, end: Int)? {
        guard let header = HeaderParser.parse(bytes, from: start, to: end), header.form == form else { return nil }
        return (header.date, header.clock, header.end)
    }

    /// Whether the rest of a line after a header ends a span of time that somebody wrote: `14.03.2025, 10:00 - 18.03.2025, 10:00`.
    @inline(__always)
    func isSpan(_ bytes: [UInt8], from headerEnd: Int, to end: Int) -> Bool {
        !form.isBracketed && headerEnd < end && bytes[headerEnd].isASCIIDigit && HeaderParser.startsWithDate(bytes, from: headerEnd, to: end)
    }

    /// Whether a message or a notice begins with the line at `start`, of which nothing from `end` on is seen.
    func beginsMessage(_ bytes: [UInt8], from start: Int, to end: Int, isAfterCRLF: Bool) -> Bool {
        guard start < end, firstBytesOfAny[Int(bytes[start])], isAfterCRLF || !endsWithCRLF else { return false }
        let lineEnd = bytes.firstOffset(of: .lineFeed, in: start..<min(end, start + HeaderParser.longest))
        let contentEnd = lineEnd > start && bytes[lineEnd - 1] == .carriageReturn ? lineEnd - 1 : lineEnd
        guard let header = header(bytes, from: start, to: contentEnd) else { return false }
        return !isSpan(bytes, from: header.end, to: contentEnd)
    }

    /// The day that a date means, at midnight; nil where it means none.
    func day(_ date: WrittenDate) -> MessageTime? {
        date.resolved(order).flatMap { MessageTime(year: $0.year, month: $0.month, day: $0.day, hour: 0, minute: 0) }
    }
}

extension ChatFormat {
    /// The format of the export that begins with `sample`, its order of dates not decided yet; nil where no line is a header.
    ///
    /// The first line decides, because an export begins with a header and whatever follows may be pasted into a message. Only where
    /// it is none (a beginning that was cut off, a title) the most frequent form does.
    static func detect(_ sample: [UInt8], _ count: Int) -> ChatFormat? {
        var forms: [HeaderForm: (count: Int, start: Int, example: ParsedHeader)] = [:]
        var order: [HeaderForm] = []
        var isFirst = true
        var start = 0
        while start < count {
            let end = sample.firstOffset(of: .lineFeed, in: start..<count)
            if let header = HeaderParser.parse(sample, from: start, to: end) {
                if isFirst { return ChatFormat(header, in: sample, from: start).finished(sample, count) }
                if let known = forms[header.form] {
                    forms[header.form] = (known.count + 1, known.start, known.example)
                } else {
                    forms[header.form] = (1, start, header)
                    order.append(header.form)
                }
            }
            if end > start + 1 { isFirst = false }
            start = end + 1
        }
        let best = order.max { (forms[$0]?.count ?? 0) < (forms[$1]?.count ?? 0) }
        guard let best, let found = forms[best] else { return nil }
        return ChatFormat(found.example, in: sample, from: found.start).finished(sample, count)
    }

    /// Finds out how messages end: with CR LF, if a header follows one, or if the only message of the export ends so.
    private func finished(_ sample: [UInt8], _ count: Int) -> ChatFormat {
        guard form.isBracketed else { return self }
        var format = self
        var start = 0
        while start < count {
            let end = sample.firstOffset(of: .lineFeed, in: start..<count)
            let next = end + 1
            if end > start, end < count, sample[end - 1] == .carriageReturn {
                if next == count { format.endsWithCRLF = true }
                let nextEnd = sample.firstOffset(of: .lineFeed, in: min(next, count)..<count)
                if next < count, firstBytes[Int(sample[next])], header(sample, from: next, to: nextEnd) != nil { format.endsWithCRLF = true }
                if format.endsWithCRLF { return format }
            }
            start = next
        }
        return format
    }

    /// Calls `body` with each header of `bytes[..<count]` that stands where a message can begin, until it returns false.
    func forEachHeader(_ bytes: [UInt8], _ count: Int, _ body: (ParsedHeader) -> Bool) {
        var start = 0
        var isAfterCRLF = true
        var last = LastHeader()
        while start < count {
            let end = bytes.firstOffset(of: .lineFeed, in: start..<count)
            if firstBytes[Int(bytes[start])], isAfterCRLF || !endsWithCRLF, let header = header(bytes, from: start, to: end, after: &last) {
                guard body(ParsedHeader(form: form, date: last.date, clock: header.clock, end: header.end)) else { return }
            }
            isAfterCRLF = end > start && bytes[end - 1] == .carriageReturn
            start = end + 1
        }
    }
}
