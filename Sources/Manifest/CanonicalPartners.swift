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
    private static let keys = ["{\"id\":\"", "\"name\":\"", "\"slug\":\"", "\"status\":\"", "\"page\":\"", "\"codes\":[\""].map { Array($0.utf8) }

    private let bytes: [UInt8]
    /// Reads one partner with more keys than every partner has.
    private let readOther: ([UInt8]) -> Manifest.Partner?
    private var offset: Int
    private(set) var partners: [Manifest.Partner] = []

    /// The partners of `bytes` and the rest of the manifest, with an empty list in their place; nil where the quick way does not do.
    /// `readOther` reads a line by itself. O(bytes).
    static func read(_ bytes: [UInt8], readOther: @escaping ([UInt8]) -> Manifest.Partner?) -> (partners: [Manifest.Partner], rest: [UInt8])? {
        guard let start = bytes.firstPlace(of: opening) else { return nil }
        var reader = CanonicalPartners(bytes: bytes, offset: start + opening.count, readOther: readOther)
        guard reader.readAll() else { return nil }
        return (reader.partners, Array(bytes[..<(start + opening.count)] + bytes[reader.offset...]))
    }

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

    func partner(_ line: Range<Int>) -> Manifest.Partner? {
        var place = line.lowerBound
        guard let id = text(after: 0, &place, line), let name = text(after: 1, &place, line), let slug = text(after: 2, &place, line),
              let statusText = text(after: 3, &place, line), let page = text(after: 4, &place, line), let codes = codes(&place, line) else { return nil }
        guard place + 1 == line.upperBound, bytes[place] == .closeBrace else { return readOther(Array(bytes[line])) }
        // A broken id is told by the reader that takes its time.
        guard let status = Manifest.Status(rawValue: statusText), let id = try? PartnerID(id), SafePath.isSafe(slug) else { return nil }
        return Manifest.Partner(id: id, name: name, slug: slug, status: status, page: page, codes: codes)
    }

    /// The text that follows the key `number`, past its comma.
    func text(after number: Int, _ place: inout Int, _ line: Range<Int>) -> String? {
        guard let range = range(after: Self.keys[number], &place, line), place < line.upperBound, bytes[place] == .comma else { return nil }
        place += 1
        // Validating goes through generic code that takes longer than all the rest.
        if bytes[range].allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes[range], as: UTF8.self) }
        return String(validating: bytes[range], as: UTF8.self)
    }

    func codes(_ place: inout Int, _ line: Range<Int>) -> [PartnerCode]? {
        var codes: [PartnerCode] = []
        var key = Self.keys[5]
        while let range = range(after: key, &place, line), let code = PartnerCode(canonical: bytes[range]), place < line.upperBound {
            codes.append(code)
            key = [.quote]
            place += 1
            if bytes[place - 1] == .closeBracket { return codes }
            if bytes[place - 1] != .comma { return nil }
        }
        return nil
    }

    /// The bytes between `key`, which must stand at `place`, and the next quote; `place` is then past that. Nil where anything is escaped.
    func range(after key: [UInt8], _ place: inout Int, _ line: Range<Int>) -> Range<Int>? {
        guard place + key.count < line.upperBound else { return nil }
        for index in key.indices where bytes[place + index] != key[index] { return nil }
        let start = place + key.count
        var end = start
        while end < line.upperBound {
            let byte = bytes[end]
            if byte == .quote {
                place = end + 1
                return start..<end
            }
            if byte < 0x20 || byte == .backslash { return nil }
            end += 1
        }
        return nil
    }
}

private extension [UInt8] {
    /// Where `part`, which begins with a line feed, first stands.
    func firstPlace(of part: [UInt8]) -> Int? {
        var place = firstOffset(of: .lineFeed, in: indices)
        while place + part.count <= count {
            if self[place...].starts(with: part) { return place }
            place = firstOffset(of: .lineFeed, in: place + 1..<count)
        }
        return nil
    }
}
