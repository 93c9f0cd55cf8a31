import ByteText
import PartnerCodes
import StructuredText

/// Reads a line of the ledger in exactly the form in which `LedgerFile` writes it: most lines of every build, in one pass over
/// their bytes. Any other line, right or wrong, is for the reader that knows JSON and says what is wrong.
struct CanonicalLedgerLine {
    private var line: CanonicalJSONReader

    /// The entry in `line`; nil where it is written in any other way.
    static func entry(_ bytes: [UInt8], _ line: Range<Int>) -> Ledger.Entry? {
        var reader = CanonicalLedgerLine(line: CanonicalJSONReader(bytes, line))
        return reader.entry()
    }
}

private extension CanonicalLedgerLine {
    mutating func entry() -> Ledger.Entry? {
        guard line.skip("{\"code\":"), let codeText = line.text(), let code = PartnerCode(canonical: codeText),
              line.skip(",\"partner\":"), let idText = line.text(), let partner = try? PartnerID(idText) else { return nil }  // The other reader says why.
        var name: String?
        if line.skip(",\"name\":") {
            name = line.text()
            if name == nil { return nil }
        }
        var newestSlug: Slug?
        var earlierSlugs: [Slug] = []
        if line.skip(",\"slugs\":[") {
            let usual = Slug(for: partner)
            repeat {
                guard let slug = line.skip(text: usual.text) ? usual : line.text().flatMap({ Slug(published: $0) }) else { return nil }
                if let newestSlug { earlierSlugs.append(newestSlug) }
                newestSlug = slug
            } while line.skip(",")
            guard line.skip("]") else { return nil }
        }
        guard line.skip(",\"issued\":"), let issued = day() else { return nil }
        let isCurrent = line.skip(",\"current\":true")
        var retired: CivilDate?
        if line.skip(",\"retired\":") {
            retired = day()
            if retired == nil { return nil }
        }
        var withdrawn: CivilDate?
        if line.skip(",\"withdrawn\":") {
            withdrawn = day()
            if withdrawn == nil { return nil }
        }
        guard line.skip("}"), line.isAtEnd else { return nil }
        return Ledger.Entry(
            code: code, partner: partner, name: name, newestSlug: newestSlug, earlierSlugs: earlierSlugs, issued: issued, retired: retired,
            withdrawn: withdrawn, isCurrent: isCurrent)
    }

    /// A day in quotes.
    mutating func day() -> CivilDate? { line.plainText().flatMap { CivilDate(line.bytes[$0]) } }
}
