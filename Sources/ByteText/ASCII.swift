/// Names for the ASCII bytes that parsers and writers compare with.
extension UInt8 {
    @inlinable package static var tab: UInt8 { 0x09 }
    @inlinable package static var lineFeed: UInt8 { 0x0A }
    @inlinable package static var carriageReturn: UInt8 { 0x0D }
    @inlinable package static var space: UInt8 { 0x20 }
    @inlinable package static var quote: UInt8 { 0x22 }
    @inlinable package static var ampersand: UInt8 { 0x26 }
    @inlinable package static var apostrophe: UInt8 { 0x27 }
    @inlinable package static var openParenthesis: UInt8 { 0x28 }
    @inlinable package static var closeParenthesis: UInt8 { 0x29 }
    @inlinable package static var asterisk: UInt8 { 0x2A }
    @inlinable package static var comma: UInt8 { 0x2C }
    @inlinable package static var hyphen: UInt8 { 0x2D }
    @inlinable package static var dot: UInt8 { 0x2E }
    @inlinable package static var slash: UInt8 { 0x2F }
    @inlinable package static var colon: UInt8 { 0x3A }
    @inlinable package static var semicolon: UInt8 { 0x3B }
    @inlinable package static var lessThan: UInt8 { 0x3C }
    @inlinable package static var greaterThan: UInt8 { 0x3E }
    @inlinable package static var backslash: UInt8 { 0x5C }
    @inlinable package static var openBracket: UInt8 { 0x5B }
    @inlinable package static var closeBracket: UInt8 { 0x5D }
    @inlinable package static var openBrace: UInt8 { 0x7B }
    @inlinable package static var closeBrace: UInt8 { 0x7D }

    /// The byte of an ASCII character literal: `.ascii("x")`. The character must be ASCII.
    @inlinable package static func ascii(_ scalar: Unicode.Scalar) -> UInt8 {
        UInt8(ascii: scalar)
    }

    /// `0`…`9`
    @inlinable package var isASCIIDigit: Bool { self &- 0x30 < 10 }
    /// `A`…`Z`
    @inlinable package var isASCIIUppercase: Bool { self &- 0x41 < 26 }
    /// `a`…`z`
    @inlinable package var isASCIILowercase: Bool { self &- 0x61 < 26 }
    /// `A`…`Z`, `a`…`z`
    @inlinable package var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
    /// A space, a tab or part of a line ending.
    @inlinable package var isASCIIWhitespace: Bool {
        self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D
    }
    /// `a`…`z` become `A`…`Z`; every other byte stays.
    @inlinable package var asciiUppercased: UInt8 { isASCIILowercase ? self & 0xDF : self }
    /// `A`…`Z` become `a`…`z`; every other byte stays.
    @inlinable package var asciiLowercased: UInt8 { isASCIIUppercase ? self | 0x20 : self }
}
