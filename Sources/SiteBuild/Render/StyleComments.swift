import ByteText

/// Takes the comments out of a style sheet: they are for those who change the file, and would travel to every customer.
enum StyleComments {
    /// `style` without comments, and without lines that began with one and held nothing else. What stands in quotes or in `url(…)` stays as it is
    /// (CSS Syntax Level 3, sections 4.3.2, 4.3.5 and 4.3.6). O(size).
    static func removed(from style: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(style.count)
        var place = 0
        while place < style.count {
            let plain = place..<style.firstOffset(in: place..<style.count, where: beginnings, has: 1)
            result.append(plain, of: style)
            place = plain.upperBound
            if place == style.count { break }
            let byte = style[place]
            if byte == .slash, place + 1 < style.count, style[place + 1] == .asterisk {
                place = end(ofCommentAt: place, in: style)
                // Between two words a comment parts them, and where a space would mean something else, so does only a comment.
                let isTight = !isSpace(result.last) && !isSpace(place < style.count ? style[place] : nil)
                if isTight { result.append(utf8: "/**/") }
                if result.last ?? .lineFeed == .lineFeed, place < style.count, style[place] == .lineFeed { place += 1 }
                continue
            }
            let quoted = byte == .quote || byte == .apostrophe ? end(ofStringAt: place, in: style) : place + 1
            result.append(place..<quoted, of: style)
            place = quoted
            if byte == .openParenthesis, result.suffix(4).map({ $0 | 0x20 }).elementsEqual("url(".utf8) {
                let address = end(ofAddressAt: place, in: style)
                result.append(place..<address, of: style)
                place = address
            }
        }
        return result
    }

    /// 1 for each byte that something begins with which is not copied as it is, or holds what looks like a comment.
    private static let beginnings: [UInt8] = (UInt8.min...UInt8.max).map { [.slash, .quote, .apostrophe, .openParenthesis].contains($0) ? 1 : 0 }

    private static func isSpace(_ byte: UInt8?) -> Bool { byte.map { $0 == .space || $0 == .lineFeed || $0 == .tab } ?? true }

    private static func end(ofCommentAt start: Int, in style: [UInt8]) -> Int {
        var place = start + 2
        while place + 1 < style.count, style[place] != .asterisk || style[place + 1] != .slash { place += 1 }
        return min(place + 2, style.count)
    }

    private static func end(ofStringAt start: Int, in style: [UInt8]) -> Int {
        var place = start + 1
        while place < style.count, style[place] != style[start] { place += style[place] == .backslash ? 2 : 1 }
        return min(place + 1, style.count)
    }

    /// The end of an address without quotes; `start` itself for one that has them.
    private static func end(ofAddressAt start: Int, in style: [UInt8]) -> Int {
        guard let first = style[start...].first(where: { !isSpace($0) }), first != .quote, first != .apostrophe else { return start }
        return style[start...].firstIndex(of: .closeParenthesis) ?? style.count
    }
}
