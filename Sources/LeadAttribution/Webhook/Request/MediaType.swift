import ByteText

/// The type of a body (RFC 9110, section 8.3.1): `application/json; charset=utf-8`.
///
/// Taken apart byte by byte: the program is started for every message, and the first use of each generic collection of texts looks through all
/// types of the program, which took longer than the rest of the answer.
struct MediaType: Equatable {
    /// Type and subtype in small letters.
    let name: String
    /// The character set in small letters, where one is named.
    let charset: String?

    init(_ text: String) {
        let bytes = Array(text.utf8)
        var end = bytes.firstOffset(of: Self.semicolon, in: bytes.indices)
        name = Self.word(bytes, 0..<end)
        var charset: String?
        while end < bytes.count, charset == nil {
            let start = end + 1
            end = bytes.firstOffset(of: Self.semicolon, in: start..<bytes.count)
            let equals = bytes.firstOffset(of: Self.equalsSign, in: start..<end)
            if equals < end, Self.word(bytes, start..<equals) == "charset" { charset = Self.word(bytes, equals + 1..<end) }
        }
        self.charset = charset
    }

    /// Whether the text is in UTF-8, which is what both channels send.
    var isUTF8: Bool { charset == nil || charset == "utf-8" || charset == "utf8" || charset == "us-ascii" }
}

private extension MediaType {
    static let semicolon = UInt8(ascii: ";")
    static let equalsSign = UInt8(ascii: "=")

    /// The bytes of `range` in small letters, without blanks around them and without quotes.
    static func word(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, bytes[start] == .space || bytes[start] == .tab { start += 1 }
        while start < end, bytes[end - 1] == .space || bytes[end - 1] == .tab { end -= 1 }
        var word: [UInt8] = []
        for index in start..<end where bytes[index] != .quote { word.append(bytes[index].asciiLowercased) }
        return String(decoding: word, as: UTF8.self)
    }
}
