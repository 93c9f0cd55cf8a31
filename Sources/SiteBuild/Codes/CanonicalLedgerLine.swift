import ByteText
import PartnerCodes

/// Reads a line of the ledger in exactly the form in which `LedgerFile` writes it: most lines of every build, in one pass over
/// their bytes. Any other line, right or wrong, is for the reader that knows JSON and says what is wrong.
struct CanonicalLedgerLine {
    private let bytes: [UInt8]
    private let end: Int
    private var offset: Int

    private init(_ bytes: [UInt8], _ line: Range<Int>) {
        self.bytes = bytes
        offset = line.lowerBound
        end = line.upperBound
    }

    /// The entry in `line`; nil where it is written in any other way.
    static func entry(_ bytes: [UInt8], _ line: Range<Int>) -> Ledger.Entry? {
        var reader = CanonicalLedgerLine(bytes, line)
        return reader.entry()
    }
}

private extension CanonicalLedgerLine {
    mutating func entry() -> Ledger.Entry? {
        guard skip("{\"code\":"), let codeText = text(), let code = PartnerCode(canonical: codeText),
              skip(",\"partner\":"), let idText = text(), let partner = try? PartnerID(idText) else { return nil }  // The other reader says why.
        var name: String?
        if skip(",\"name\":") {
            name = text()
            if name == nil { return nil }
        }
        var slugs: [Slug] = []
        if skip(",\"slugs\":[") {
            repeat {
                guard let written = text(), let slug = Slug(published: written) else { return nil }
                slugs.append(slug)
            } while skip(",")
            guard skip("]") else { return nil }
        }
        guard skip(",\"issued\":"), let issued = day() else { return nil }
        let isCurrent = skip(",\"current\":true")
        var retired: CivilDate?
        if skip(",\"retired\":") {
            retired = day()
            if retired == nil { return nil }
        }
        var withdrawn: CivilDate?
        if skip(",\"withdrawn\":") {
            withdrawn = day()
            if withdrawn == nil { return nil }
        }
        guard skip("}"), offset == end else { return nil }
        return Ledger.Entry(
            code: code, partner: partner, name: name, slugs: slugs, issued: issued, retired: retired, withdrawn: withdrawn, isCurrent: isCurrent)
    }

    /// Steps over `literal` if it stands here.
    mutating func skip(_ literal: StaticString) -> Bool {
        literal.withUTF8Buffer { literal in
            // SAFETY: the buffer is that of the literal, and every index is checked against both lengths.
            guard offset + literal.count <= end else { return false }
            for place in 0..<literal.count where bytes[offset + place] != literal[place] { return false }
            offset += literal.count
            return true
        }
    }

    /// A text in quotes without an escape.
    mutating func text() -> String? {
        guard offset < end, bytes[offset] == .quote else { return nil }
        let start = offset + 1
        var index = start
        var isASCII = true
        while index < end, bytes[index] != .quote {
            if bytes[index] == .backslash || bytes[index] < 0x20 { return nil }
            if bytes[index] >= 0x80 { isASCII = false }
            index += 1
        }
        if index == end { return nil }
        offset = index + 1
        return isASCII ? String(decoding: bytes[start..<index], as: UTF8.self) : String(validating: bytes[start..<index], as: UTF8.self)
    }

    /// A day in quotes.
    mutating func day() -> CivilDate? {
        guard offset + 12 <= end, bytes[offset] == .quote, bytes[offset + 11] == .quote else { return nil }
        offset += 12
        return CivilDate(bytes[offset - 11..<offset - 1])
    }
}
