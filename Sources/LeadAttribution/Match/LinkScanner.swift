import ByteText
import Manifest

/// Addresses of the web and of mail in a text: what they hold is no code, except for the ready text of a chat link and the address of
/// a page of this site.
struct LinkScanner {
    struct Link {
        /// In bytes of the buffer.
        var range: Range<Int>
        var content: Content
    }

    enum Content {
        /// The ready text of a wa.me, Telegram or LINE link, decoded.
        case text([UInt8])
        /// The page of the partner with this number.
        case page(Int)
        case other
    }

    /// The site's address without scheme and `www.`, in lower case, with a slash at its end.
    private let site: [UInt8]
    /// Partners by the hash of a folder's name in lower case, for which there is no need of the names themselves.
    private let pages: [UInt64: Int32]
    /// Of which an address with a content holds one: the site's host, or what comes before a ready text. In lower case.
    private let destinations: [[UInt8]]
    /// 1 for what these begin with, in either case.
    private let destinationSigns: [UInt8]
    /// 1 for the signs of which every address has one: `/`, `.`, `@`.
    private let signs = (0..<256).map { byte -> UInt8 in "/.@".utf8.contains { Int($0) == byte } ? 1 : 0 }

    private static let chatHosts = [
        "wa.me", "api.whatsapp.com", "web.whatsapp.com", "chat.whatsapp.com", "t.me", "telegram.me", textOnlyHost, "send", "send/", "resolve",
    ]
    /// The host whose links have nothing but the text after the question mark.
    private static let textOnlyHost = "line.me"
    /// Before the text in the links of the others.
    private static let textParameter = Array("text=".utf8)
    private static let topDomains = Set([
        "com", "ru", "me", "net", "org", "th", "info", "travel", "app", "io", "link", "co", "ly", "gl", "su", "рф", "de", "uk", "eu", "kz", "by",
        "ua", "site",
        "online", "shop", "store", "club", "pro", "biz", "gle", "page", "example", "asia", "cn", "in", "tv", "cc", "us",
    ])

    private static let longestTopDomain = topDomains.reduce(0) { max($0, $1.utf8.count) }

    /// O(partners).
    init(_ manifest: Manifest) {
        var site = Self.plainAddress(Array(manifest.baseURL.utf8)[...])
        if site.last != .slash { site.append(.slash) }
        self.site = site
        let destinations = [Array(site.prefix { $0 != .slash && $0 != .ascii("?") }), Self.textParameter, Array(Self.textOnlyHost.utf8)]
        self.destinations = destinations
        destinationSigns = (UInt8.min...UInt8.max).map { byte in destinations.contains { $0.first == byte.asciiLowercased } ? 1 : 0 }
        var pages: [UInt64: Int32] = [:]
        pages.reserveCapacity(manifest.partners.count)
        for (number, partner) in manifest.partners.enumerated() {
            pages[Self.hash(partner.slug)] = Int32(truncatingIfNeeded: number)
            for slug in partner.earlierSlugs { pages[Self.hash(slug)] = Int32(truncatingIfNeeded: number) }
        }
        self.pages = pages
    }

    /// The links of `range`, in order. O(range).
    func links(of bytes: [UInt8], in range: Range<Int>) -> [Link] {
        var links: [Link] = []
        var start = range.lowerBound
        while true {
            let sign = bytes.firstOffset(in: start..<range.upperBound, where: signs, has: 1)
            if sign == range.upperBound { return links }
            var end = sign + 1
            while end < range.upperBound, !bytes[end].isASCIIWhitespace { end += 1 }
            // A dot at the end of a word is a full stop.
            if bytes[sign] != .dot || end > sign + 1 {
                var first = sign
                while first > start, !bytes[first - 1].isASCIIWhitespace { first -= 1 }
                if let link = link(in: first..<end, of: bytes) { links.append(link) }
            }
            start = end
        }
    }

    /// Whether `address`, all between two spaces, may have another content than `.other`. Any that has one has a slash or a question mark, too.
    func mayHaveContent(_ bytes: [UInt8], _ address: Range<Int>) -> Bool {
        var start = address.lowerBound
        while true {
            start = bytes.firstOffset(in: start..<address.upperBound, where: destinationSigns, has: 1)
            if start == address.upperBound { return false }
            if destinations.indices.contains(where: { stands(destinations[$0], bytes, start..<address.upperBound) }) { return true }
            start += 1
        }
    }
}

private extension LinkScanner {
    /// Whether `range` begins with `part`, in either case.
    func stands(_ part: [UInt8], _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        range.count >= part.count && part.indices.allSatisfy { bytes[range.lowerBound + $0].asciiLowercased == part[$0] }
    }

    /// `range` without direction marks at its ends, which are no part of an address.
    func withoutMarks(_ range: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, case let length = DirectionMarks.length(at: start, in: bytes), length > 0, start + length <= end { start += length }
        while let length = (2...3).first(where: { end - $0 >= start && DirectionMarks.length(at: end - $0, in: bytes) == $0 }) { end -= length }
        return start..<end
    }

    func link(in range: Range<Int>, of bytes: [UInt8]) -> Link? {
        let chunk = withoutMarks(range, of: bytes)
        let text = bytes[chunk]
        if let at = text.firstIndex(of: .ascii("@")), scheme(in: chunk, of: bytes) == nil {
            let touches = at + 1 < chunk.upperBound && (bytes[at + 1].isASCIILetter || bytes[at + 1].isASCIIDigit)
            return touches ? Link(range: chunk, content: .other) : nil
        }
        guard let start = scheme(in: chunk, of: bytes) ?? bareDomain(in: chunk, of: bytes) else { return nil }
        var end = chunk.upperBound
        while end > start, ".,!?)>\"'»]".utf8.contains(bytes[end - 1]) { end -= 1 }
        return Link(range: start..<end, content: content(bytes[start..<end]))
    }

    /// Where `http://`, `https://` or another scheme begins.
    func scheme(in chunk: Range<Int>, of bytes: [UInt8]) -> Int? {
        guard chunk.count > 6 else { return nil }
        for index in chunk.lowerBound..<chunk.upperBound - 2
        where bytes[index] == .colon && bytes[index + 1] == .slash && bytes[index + 2] == .slash {
            var start = index
            while start > chunk.lowerBound, bytes[start - 1].isASCIILetter { start -= 1 }
            return start < index ? start : nil
        }
        return nil
    }

    /// Where `www.name`, `name.com/…` begins.
    func bareDomain(in chunk: Range<Int>, of bytes: [UInt8]) -> Int? {
        var start = chunk.lowerBound
        while start < chunk.upperBound, bytes[start] < 0x80, !bytes[start].isASCIILetter, !bytes[start].isASCIIDigit { start += 1 }
        let host = bytes[start..<chunk.upperBound].prefix { $0 != .slash && $0 != .ascii("?") && $0 != .ascii("#") && $0 != .colon && $0 != .comma }
        // Most often it is a date, a price or the end of a sentence.
        guard let dot = host.lastIndex(of: .dot), 2...Self.longestTopDomain ~= host.endIndex - dot - 1, !host[dot...].contains(where: \.isASCIIDigit) else { return nil }
        let parts = host.split(separator: .dot)
        guard parts.count >= 2, let last = parts.last, parts.dropLast().allSatisfy({ !$0.isEmpty }) else { return nil }
        let name = String(decoding: last.map(\.asciiLowercased), as: UTF8.self)
        // `KTM482.In` may be the end of a sentence; a domain is written small, or goes on after a slash.
        let isSmall = last.allSatisfy { !$0.isASCIIUppercase } || host.endIndex < chunk.upperBound && bytes[host.endIndex] == .slash
        return Self.topDomains.contains(name) && isSmall ? start : nil
    }

    func content(_ link: ArraySlice<UInt8>) -> Content {
        let address = Self.plainAddress(link)
        if address.starts(with: site) || address + [.slash] == site { return page(Array(address.dropFirst(site.count))) }
        let host = String(decoding: address.prefix { $0 != .slash && $0 != .ascii("?") }, as: UTF8.self)
        guard Self.chatHosts.contains(host), let mark = link.firstIndex(of: .ascii("?")) else { return .other }
        let query = link[(mark + 1)...]
        if host == Self.textOnlyHost { return .text(PercentEncoding.decode(query)) }
        for part in query.split(separator: .ampersand) where part.starts(with: Self.textParameter) {
            return .text(PercentEncoding.decode(part.dropFirst(Self.textParameter.count), plusIsSpace: true))
        }
        return .other
    }

    /// The page at `path` of the site: the longest folder that is a partner's. The partner's own kit is no page for customers.
    func page(_ path: [UInt8]) -> Content {
        let plain = PercentEncoding.decode(path.prefix { $0 != .ascii("?") && $0 != .ascii("#") }).map(\.asciiLowercased)
        var parts = plain.split(separator: .slash)
        var rest = 0
        while !parts.isEmpty {
            if let number = pages[Self.hash(String(decoding: Array(parts.joined(separator: [.slash])), as: UTF8.self))] {
                let isKit = plain.split(separator: .slash).suffix(rest).contains { $0.elementsEqual("kit".utf8) }
                return isKit ? .other : .page(Int(number))
            }
            parts.removeLast()
            rest += 1
        }
        return .other
    }

    /// FNV-1a of the bytes in lower case.
    static func hash(_ name: String) -> UInt64 {
        var hash = WordHash.start
        for byte in name.utf8 { hash = (hash ^ UInt64(byte.asciiLowercased)) &* 0x100_0000_01B3 }
        return hash
    }

    /// Without scheme and `www.`, the host in lower case.
    static func plainAddress(_ link: ArraySlice<UInt8>) -> [UInt8] {
        var rest = link
        if let colon = link.firstIndex(of: .colon), link[colon...].starts(with: "://".utf8) { rest = link[(colon + 3)...] }
        let hostEnd = rest.firstIndex { $0 == .slash || $0 == .ascii("?") } ?? rest.endIndex
        var address = rest[..<hostEnd].map(\.asciiLowercased) + rest[hostEnd...]
        if address.starts(with: "www.".utf8) { address.removeFirst(4) }
        return address
    }
}
