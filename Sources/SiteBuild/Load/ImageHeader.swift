import ByteText

/// What the first bytes of a picture say: its kind and its size in pixels.
///
/// PNG (W3C PNG, section 11.2.1), JPEG (ITU-T T.81, B.2.2), GIF89a, WebP (RFC 9649) and SVG with a `viewBox` or a `width` and `height`.
struct ImageHeader: Equatable {
    let type: String
    let width: Int
    let height: Int

    /// Reads `bytes`; nil where they are no picture of these kinds, or one without a size.
    init?(_ bytes: [UInt8]) {
        guard let (type, width, height) = Self.png(bytes) ?? Self.jpeg(bytes) ?? Self.gif(bytes) ?? Self.webp(bytes) ?? Self.svg(bytes),
              width > 0, height > 0 else { return nil }
        (self.type, self.width, self.height) = (type, width, height)
    }
}

private extension ImageHeader {
    typealias Found = (String, Int, Int)

    static func bigEndian(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
        bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
    }

    static func littleEndian(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
        bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    static func png(_ bytes: [UInt8]) -> Found? {
        guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
            bytes[12..<16].elementsEqual("IHDR".utf8)
        else { return nil }
        return ("image/png", bigEndian(bytes, 16, 4), bigEndian(bytes, 20, 4))
    }

    static func gif(_ bytes: [UInt8]) -> Found? {
        guard bytes.count >= 10, bytes.starts(with: "GIF8".utf8) else { return nil }
        return ("image/gif", littleEndian(bytes, 6, 2), littleEndian(bytes, 8, 2))
    }

    static func jpeg(_ bytes: [UInt8]) -> Found? {
        guard bytes.starts(with: [0xFF, 0xD8, 0xFF]) else { return nil }
        var offset = 2
        while offset + 9 <= bytes.count {
            guard bytes[offset] == 0xFF else { return nil }
            let marker = bytes[offset + 1]
            if marker == 0xFF || marker == 0x01 || (0xD0...0xD8).contains(marker) {
                offset += marker == 0xFF ? 1 : 2
                continue
            }
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                return ("image/jpeg", bigEndian(bytes, offset + 7, 2), bigEndian(bytes, offset + 5, 2))
            }
            offset += 2 + max(2, bigEndian(bytes, offset + 2, 2))
        }
        return nil
    }

    static func webp(_ bytes: [UInt8]) -> Found? {
        guard bytes.count >= 30, bytes.starts(with: "RIFF".utf8), bytes[8..<12].elementsEqual("WEBP".utf8) else { return nil }
        switch String(decoding: bytes[12..<16], as: UTF8.self) {
        case "VP8 ": return ("image/webp", littleEndian(bytes, 26, 2) & 0x3FFF, littleEndian(bytes, 28, 2) & 0x3FFF)
        case "VP8L":
            let bits = littleEndian(bytes, 21, 4)
            return ("image/webp", bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
        case "VP8X": return ("image/webp", littleEndian(bytes, 24, 3) + 1, littleEndian(bytes, 27, 3) + 1)
        default: return nil
        }
    }

    static func svg(_ bytes: [UInt8]) -> Found? {
        let start = String(decoding: bytes.prefix(4_096), as: UTF8.self)
        guard let open = start.firstRange(of: "<svg"), let end = start[open.lowerBound...].firstIndex(of: ">") else { return nil }
        let tag = start[open.upperBound..<end]
        func number(_ name: String) -> Int? {
            attribute(name, tag).flatMap { Double($0.hasSuffix("px") ? String($0.dropLast(2)) : $0) }.flatMap(whole)
        }
        if let width = number("width"), let height = number("height") { return ("image/svg+xml", width, height) }
        let box = (attribute("viewBox", tag) ?? "").split { $0 == " " || $0 == "," }.compactMap { Double($0) }
        guard box.count == 4, let width = whole(box[2]), let height = whole(box[3]) else { return nil }
        return ("image/svg+xml", width, height)
    }

    static func whole(_ number: Double) -> Int? {
        number.isFinite && number > 0 && number < 1_000_000 ? Int(number.rounded(.up)) : nil
    }

    static func attribute(_ name: String, _ tag: Substring) -> String? {
        for quote in ["\"", "'"] {
            guard let start = tag.firstRange(of: " \(name)=\(quote)") ?? tag.firstRange(of: "\n\(name)=\(quote)") else { continue }
            return String(tag[start.upperBound...].prefix { String($0) != quote })
        }
        return nil
    }
}
