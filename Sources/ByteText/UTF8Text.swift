/// Validation and decoding of UTF-8 (RFC 3629), with the offset of what is wrong.
package enum UTF8Text {
    /// The offset of the first byte that is not part of valid UTF-8, or nil when all of it is.
    ///
    /// Overlong forms, surrogates and values past U+10FFFF are invalid. One pass; runs of ASCII and of Cyrillic letters are skipped
    /// eight bytes at a time.
    package static func firstInvalidOffset(in bytes: [UInt8]) -> Int? { firstInvalidOffset(in: bytes, bytes.indices) }

    /// The same for `range` of `bytes` alone: a sequence that is cut by its end is invalid.
    package static func firstInvalidOffset(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
        return bytes.withUnsafeBytes { whole in
            // SAFETY: every load is of a byte below `end`, or of eight whole bytes that end at or before it.
            let buffer = UnsafeRawBufferPointer(rebasing: whole[range])
            var offset = 0
            let end = buffer.count
            while offset < end {
                if offset &+ 8 <= end {
                    let word = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
                    if word & 0x8080_8080_8080_8080 == 0 || word & 0xC0FE_C0FE_C0FE_C0FE == 0x80D0_80D0_80D0_80D0 {
                        offset &+= 8
                        continue
                    }
                }
                let length = sequenceLength(at: offset, in: buffer)
                if length == 0 { return range.lowerBound + offset }
                offset &+= length
            }
            return nil
        }
    }

    /// The text that `range` of `bytes` is, which must lie within them; nil where it is not valid UTF-8.
    package static func string(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
        let isASCII = isASCII(bytes, range)
        return isASCII || firstInvalidOffset(in: bytes, range) == nil ? string(bytes, range, isASCII: isASCII) : nil
    }

    /// The text that `range` of `bytes` is, which must be valid UTF-8: that is not looked at again.
    package static func validString(_ bytes: [UInt8], _ range: Range<Int>) -> String { string(bytes, range, isASCII: isASCII(bytes, range)) }

    private static func string(_ bytes: [UInt8], _ range: Range<Int>, isASCII: Bool) -> String {
        // SAFETY: the callers know that the bytes are valid, and `extracting` traps if the range does not lie within them. A text that is not
        // known to be ASCII is compared and hashed as if it were not.
        String(copying: UTF8Span(unchecked: bytes.span.extracting(range), isKnownASCII: isASCII))
    }

    private static func isASCII(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        bytes.withUnsafeBytes { bytes in
            // SAFETY: `rebasing` traps if the range does not lie within the bytes.
            let bytes = UnsafeRawBufferPointer(rebasing: bytes[range])
            return WordScan.firstOffset(in: bytes, from: 0) { $0 & WordScan.eight(0x80) } == bytes.count
        }
    }

    /// The three texts one after the other, in one allocation where `+` takes two or three.
    package static func joined(_ first: String, _ second: String, _ third: String) -> String {
        var (first, second, third) = (first, second, third)
        return first.withUTF8 { first in
            second.withUTF8 { second in
                third.withUTF8 { third in
                    String(unsafeUninitializedCapacity: first.count + second.count + third.count) { text in
                        // SAFETY: `rebasing` traps if the ranges do not lie within the buffer, which is as long as the three.
                        let (start, end) = (first.count, first.count + second.count)
                        _ = UnsafeMutableBufferPointer(rebasing: text[..<start]).initialize(from: first)
                        _ = UnsafeMutableBufferPointer(rebasing: text[start..<end]).initialize(from: second)
                        _ = UnsafeMutableBufferPointer(rebasing: text[end..<end + third.count]).initialize(from: third)
                        return end + third.count
                    }
                }
            }
        }
    }

    /// Whether `text` has a control, ASCII or of U+0080 to U+009F (C2 80 …), or a scalar of U+2000 to U+207F (E2 80 …, E2 81 …), among which are
    /// the marks that change the text around them. Eight bytes at a time.
    package static func mayDisrupt(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            let bytes = UnsafeRawBufferPointer(bytes)
            var offset = 0
            while true {
                offset = WordScan.firstOffset(in: bytes, from: offset) { word in
                    WordScan.bytes(word, below: 0x20) | WordScan.bytes(word, equalTo: 0x7F) | WordScan.bytes(word, equalTo: 0xC2)
                        | WordScan.bytes(word, equalTo: 0xE2)
                }
                if offset == bytes.count { return false }
                // SAFETY: in a string, which is valid UTF-8, C2 and E2 are not the last.
                switch bytes[offset] {
                case 0xC2: if bytes[offset + 1] < 0xA0 { return true }
                case 0xE2: if bytes[offset + 1] < 0x82 { return true }
                default: return true
                }
                offset &+= 1
            }
        }
    }

    /// The scalar that begins at `offset` and its length in bytes. U+FFFD and 1 where the bytes are not UTF-8.
    @inlinable @inline(__always) package static func scalar(at offset: Int, in bytes: [UInt8]) -> (scalar: Unicode.Scalar, length: Int) {
        let first = bytes[offset]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        // Cyrillic and Greek, of which there is most.
        if first >= 0xC2, first < 0xE0, offset + 1 < bytes.count, bytes[offset + 1] & 0xC0 == 0x80 {
            let value = UInt32(first & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F)
            return (Unicode.Scalar(value) ?? "\u{FFFD}", 2)
        }
        return multibyteScalar(at: offset, in: bytes)
    }

    @usableFromInline
    package static func multibyteScalar(at offset: Int, in bytes: [UInt8]) -> (scalar: Unicode.Scalar, length: Int) {
        // Past the end there are zeros, which continue nothing.
        let word = UInt32(truncatingIfNeeded: bytes.eightBytes(at: offset))
        func bits(_ place: UInt32) -> UInt32 { word &>> (8 &* place) & 0x3F }
        let (value, length): (UInt32, Int)
        if word & 0xC0E0 == 0x80C0 {
            (value, length) = ((word & 0x1F) &<< 6 | bits(1), 2)
        } else if word & 0xC0_C0F0 == 0x80_80E0 {
            (value, length) = ((word & 0x0F) &<< 12 | bits(1) &<< 6 | bits(2), 3)
        } else if word & 0xC0C0_C0F8 == 0x8080_80F0 {
            (value, length) = ((word & 0x07) &<< 18 | bits(1) &<< 12 | bits(2) &<< 6 | bits(3), 4)
        } else {
            (value, length) = (word & 0xFF, 1)
        }
        // What fewer bytes could say is not UTF-8, nor is a surrogate (RFC 3629, section 3), which is no scalar.
        let least: UInt32 = length == 1 ? 0 : length == 2 ? 0x80 : length == 3 ? 0x800 : 0x1_0000
        if length > 1 || value < 0x80, value >= least, let scalar = Unicode.Scalar(value) { return (scalar, length) }
        return ("\u{FFFD}", 1)
    }

    /// The length of the valid sequence at `offset`, 0 if there is none (RFC 3629, section 4).
    private static func sequenceLength(at offset: Int, in buffer: UnsafeRawBufferPointer) -> Int {
        func isContinuation(_ index: Int, _ low: UInt8 = 0x80, _ high: UInt8 = 0xBF) -> Bool {
            index < buffer.count && buffer[index] >= low && buffer[index] <= high
        }
        let first = buffer[offset]
        switch first {
        case 0x00...0x7F:
            return 1
        case 0xC2...0xDF:
            return offset &+ 1 < buffer.count && buffer[offset &+ 1] & 0xC0 == 0x80 ? 2 : 0
        case 0xE0...0xEF:
            let low: UInt8 = first == 0xE0 ? 0xA0 : 0x80
            let high: UInt8 = first == 0xED ? 0x9F : 0xBF
            return isContinuation(offset + 1, low, high) && isContinuation(offset + 2) ? 3 : 0
        case 0xF0...0xF4:
            let low: UInt8 = first == 0xF0 ? 0x90 : 0x80
            let high: UInt8 = first == 0xF4 ? 0x8F : 0xBF
            return isContinuation(offset + 1, low, high) && isContinuation(offset + 2) && isContinuation(offset + 3) ? 4 : 0
        default:
            return 0
        }
    }
}
