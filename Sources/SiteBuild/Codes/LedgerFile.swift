import ByteText
package import Diagnostics
package import Disk
import PartnerCodes
import StructuredText

/// Reads and writes `partners/codes.jsonl`, the ledger: one JSON object a line, sorted by code.
///
/// `{"code":"KTM482","partner":"hotel-sunrise","name":"Hotel Sunrise","slugs":["sunrise"],"issued":"2026-11-22"}`, and
/// `"current":true` (the code on the partner's pages), `"retired":"2027-03-01"` or `"withdrawn":"…"` where they apply. `name` and `slugs` may be absent in a line written by hand.
package enum LedgerFile {
    package static let path: SitePath = "partners/codes.jsonl"
    static let location = SourceLocation(path: path.text)

    /// The ledger in `bytes`; nil after an error. Every broken line is reported.
    package static func read(_ bytes: [UInt8]) -> (Ledger?, [Diagnostic]) {
        let (ledger, diagnostics, _) = readWhole(bytes)
        return (diagnostics.containsError ? nil : ledger, diagnostics)
    }

    /// The lines of `bytes` that can be read, what is wrong with the others, and whether `write` would give the same bytes again, as far
    /// as that is plain to see.
    static func readWhole(_ bytes: [UInt8]) -> (Ledger, [Diagnostic], isAsWritten: Bool) {
        var diagnostics: [Diagnostic] = []
        var entries: [Ledger.Entry] = []
        var places: [Range<Int>] = []
        var isCanonical = bytes.last == .lineFeed || bytes.isEmpty
        var start = 0
        while start < bytes.count {
            let line = start..<bytes.firstOffset(of: .lineFeed, in: start..<bytes.count)
            start = line.upperBound + 1
            if let entry = CanonicalLedgerLine.entry(bytes, line) {
                entries.append(entry)
                places.append(line)
                continue
            }
            isCanonical = false
            if bytes[line].allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { continue }
            if let marker = mergeMarker(bytes[line]) {
                diagnostics.append(Diagnostic(
                    "L001", .error, at: SourceLocation(path: path.text, range: line), "the ledger holds a merge conflict (`\(marker)`)",
                    hint: "keep the lines of both sides and delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`; the build then checks that no two codes clash"))
                continue
            }
            if let entry = entry(bytes, line, into: &diagnostics) {
                entries.append(entry)
                places.append(line)
            }
        }
        let isInOrder = entries.indices.dropFirst().allSatisfy { entries[$0 - 1].code < entries[$0].code }
        let merged = isInOrder ? entries : merged(entries, places, into: &diagnostics)
        return (Ledger(entries: merged), diagnostics, isCanonical && isInOrder)
    }

    /// The bytes of the file for `ledger`.
    package static func write(_ ledger: Ledger) -> [UInt8] { write(ledger.entries[...]) }

    /// The same in two pieces, each made on a core of its own.
    static func pieces(_ ledger: Ledger) -> [[UInt8]] {
        let half = ledger.entries.count / 2
        let pieces = bothAtOnce({ write(ledger.entries[..<half]) }, { write(ledger.entries[half...]) })
        return [pieces.0, pieces.1]
    }

    private static func write(_ entries: ArraySlice<Ledger.Entry>) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(entries.reduce(0) { $0 + 100 + 2 * $1.partner.text.utf8.count + ($1.name?.utf8.count ?? 0) })
        for entry in entries { append(entry, to: &bytes) }
        return bytes
    }
}

private extension LedgerFile {
    /// Appends the line of `entry`, piece by piece: a writer that knows JSON takes four times as long over the very many lines.
    static func append(_ entry: Ledger.Entry, to bytes: inout [UInt8]) {
        func append(_ key: StaticString, _ day: CivilDate) {
            bytes.append(literal: key)
            day.append(to: &bytes)
            bytes.append(.quote)
        }
        bytes.append(literal: "{\"code\":\"")
        bytes.append(utf8: entry.code.text)
        bytes.append(literal: "\",\"partner\":\"")
        bytes.append(utf8: entry.partner.text)
        bytes.append(.quote)
        if let name = entry.name {
            bytes.append(literal: ",\"name\":")
            bytes.append(jsonString: name)
        }
        if let newest = entry.newestSlug {
            bytes.append(literal: ",\"slugs\":[\"")
            for slug in entry.earlierSlugs {
                bytes.append(utf8: slug.text)
                bytes.append(literal: "\",\"")
            }
            bytes.append(utf8: newest.text)
            bytes.append(literal: "\"]")
        }
        append(",\"issued\":\"", entry.issued)
        if entry.isCurrent { bytes.append(literal: ",\"current\":true") }
        if let retired = entry.retired { append(",\"retired\":\"", retired) }
        if let withdrawn = entry.withdrawn { append(",\"withdrawn\":\"", withdrawn) }
        bytes.append(literal: "}\n")
    }

    static let remedy = "restore the line from git (`git checkout partners/codes.jsonl`), or run `sitegen codes recover`"

    static func entry(_ bytes: [UInt8], _ line: Range<Int>, into diagnostics: inout [Diagnostic]) -> Ledger.Entry? {
        var found: [Diagnostic] = []
        defer { diagnostics += found }
        guard let value = JSONReader.read(bytes, in: line, path: path.text, dialect: .strict, into: &found) else {
            for place in found.indices where found[place].severity == .error { found[place].hint = remedy }
            return nil
        }
        var object = JSONObjectReader(value, path: path.text)
        let code = object.string("code", required: true)
        let partner = object.string("partner", required: true)
        let name = object.string("name")
        let slugs = object.strings("slugs")
        let issued = object.string("issued", required: true)
        let isCurrent = object.bool("current")?.value ?? false
        let retired = object.string("retired")
        let withdrawn = object.string("withdrawn")
        found += object.finish()
        // What this program does not know it could not write again, so it is no mere warning here.
        for place in found.indices { found[place].severity = .error }
        func report(_ range: Range<Int>, _ message: String) {
            found.append(Diagnostic("L002", .error, at: SourceLocation(path: path.text, range: range), message, hint: remedy))
        }
        func day(_ field: Located<String>?) -> CivilDate? {
            guard let field else { return nil }
            if let date = CivilDate(field.value) { return date }
            report(field.range, "`\(field.value)` is not a day; it is written like `2026-11-22`")
            return nil
        }
        guard let code, let partner else { return nil }
        let ownCode = PartnerCode(canonical: code.value)
        if ownCode == nil { report(code.range, "`\(code.value)` is not a code") }
        let id = try? PartnerID(partner.value)  // Why it is no id does not matter here: the line is broken either way.
        if id == nil { report(partner.range, "`\(partner.value)` is not the id of a partner") }
        let folders = (slugs?.value ?? []).compactMap { slug in
            let folder = Slug(published: slug.value)
            if folder == nil { report(slug.range, "`\(slug.value)` is not a slug") }
            return folder
        }
        guard let ownCode, let id, let issued = day(issued), !found.containsError else { return nil }
        return Ledger.Entry(
            code: ownCode, partner: id, name: name?.value, slugs: folders, issued: issued, retired: day(retired), withdrawn: day(withdrawn),
            isCurrent: isCurrent)
    }

    /// `entries` with those of the same code and partner in one, which is reported: two branches changed the line, and git kept both.
    static func merged(_ entries: [Ledger.Entry], _ places: [Range<Int>], into diagnostics: inout [Diagnostic]) -> [Ledger.Entry] {
        var first: [String: Int] = [:]
        var merged: [Ledger.Entry] = []
        for (place, entry) in entries.enumerated() {
            let key = entry.code.text + " " + entry.partner.text
            guard let earlier = first[key] else {
                first[key] = merged.count
                merged.append(entry)
                continue
            }
            merged[earlier] = merged[earlier].merged(with: entry)
            diagnostics.append(Diagnostic(
                "L003", .warning, at: SourceLocation(path: path.text, range: places[place]),
                "the code `\(entry.code.text)` of `\(entry.partner.text)` stands in the ledger twice, and the two lines count as one",
                hint: "nothing is lost, and there is nothing to do: the next build writes them as one line"))
        }
        return merged
    }

    static func mergeMarker(_ line: ArraySlice<UInt8>) -> String? {
        ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].first { line.starts(with: $0.utf8) }
    }
}
