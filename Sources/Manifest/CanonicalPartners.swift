import ByteText
import PartnerCodes
import StructuredText

/// The quick way to read the partners of a manifest: straight from the bytes, where they stand as `Manifest.write` puts them.
///
/// A hundred thousand partners are most of a manifest, and a tree of JSON values for each takes far longer than all else that is done
/// with them. Whatever is not exactly as it was written, down to a space, is left to `ManifestReader`, which gives the same partners
/// and says what is wrong.
struct CanonicalPartners {
    private static let opening = Array("\n\"partners\":[\n".utf8)

    private let bytes: [UInt8]
    /// Reads one partner with more keys than every partner has.
    private let readOther: ([UInt8]) -> Manifest.Partner?
    private var offset: Int
    private(set) var partners: [Manifest.Partner] = []

    /// The partners of `bytes` and the rest of the manifest, with an empty list in their place; nil where the quick way does not do.
    /// `readOther` reads a line by itself. O(bytes).
    static func read(_ bytes: [UInt8], readOther: @escaping ([UInt8]) -> Manifest.Partner?) -> (partners: [Manifest.Partner], rest: [UInt8])? {
        guard let start = start(in: bytes) else { return nil }
        var reader = CanonicalPartners(bytes: bytes, offset: start, readOther: readOther)
        guard reader.readAll() else { return nil }
        return (reader.partners, Array(bytes[..<start] + bytes[reader.offset...]))
    }

    /// Where the first partner's line begins; nil where there is none.
    static func start(in bytes: [UInt8]) -> Int? { bytes.firstOffset(of: opening).map { $0 + opening.count } }

    private init(bytes: [UInt8], offset: Int, readOther: @escaping ([UInt8]) -> Manifest.Partner?) {
        self.bytes = bytes
        self.offset = offset
        self.readOther = readOther
        partners.reserveCapacity((bytes.count - offset) / 128)
    }
}

private extension CanonicalPartners {
    /// Reads up to the bracket that closes the list; whether all went well.
    mutating func readAll() -> Bool {
        while true {
            let end = bytes.firstOffset(of: .lineFeed, in: offset..<bytes.count)
            // `},` ends every line but the last, `}]}` that one.
            let isLast = end >= 3 && bytes[end - 1] == .closeBrace && bytes[end - 2] == .closeBracket
            let close = isLast ? end - 2 : end - 1
            guard close > offset, isLast || bytes[close] == .comma, let partner = partner(offset..<close) else { return false }
            partners.append(partner)
            if isLast {
                offset = close
                return true
            }
            offset = end + 1
            if offset >= bytes.count { return false }
        }
    }

    func partner(_ range: Range<Int>) -> Manifest.Partner? {
        var line = CanonicalJSONReader(bytes, range)
        guard line.skip("{\"id\":"), let id = line.text(), line.skip(",\"name\":"), let name = line.text(),
              line.skip(",\"slug\":"), let slug = line.skip(text: id) ? id : line.text(), line.skip(",\"status\":"), let status = status(&line),
              line.skip(",\"page\":"), let page = line.text(), line.skip(",\"codes\":["), let codes = codes(&line) else { return nil }
        guard line.skip("}"), line.isAtEnd else { return readOther(Array(bytes[range])) }
        // A broken id is told by the reader that takes its time.
        guard let id = try? PartnerID(id), SafePath.isSafe(slug) else { return nil }
        return Manifest.Partner(id: id, name: name, slug: slug, status: status, page: page, codes: codes)
    }

    func status(_ line: inout CanonicalJSONReader) -> Manifest.Status? {
        Manifest.Status.allCases.first { line.skip(text: $0.rawValue) }
    }

    /// The codes up to the bracket that closes their list; there is one at least.
    func codes(_ line: inout CanonicalJSONReader) -> [PartnerCode]? {
        var codes: [PartnerCode] = []
        repeat {
            guard let text = line.plainText(), let code = PartnerCode(canonical: bytes[text]) else { return nil }
            codes.append(code)
        } while line.skip(",")
        return line.skip("]") ? codes : nil
    }
}
