/// Validation of a part of a text, such as a line of a log.
extension UTF8Text {
    /// The offset in `bytes` of the first byte of `range` that is not part of valid UTF-8 within it, or nil when all of it is.
    ///
    /// A sequence that is cut by the end of `range` is invalid. One pass; ASCII is skipped eight bytes at a time.
    package static func firstInvalidOffset(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
        var offset = range.lowerBound
        while true {
            offset = firstBytePastASCII(in: bytes, offset..<range.upperBound)
            if offset == range.upperBound { return nil }
            while offset < range.upperBound, bytes[offset] >= 0x80 {
                let length = multibyteScalar(at: offset, in: bytes).length
                if length == 1 || offset + length > range.upperBound { return offset }
                offset += length
            }
        }
    }

    private static func firstBytePastASCII(in bytes: [UInt8], _ range: Range<Int>) -> Int {
        bytes.withUnsafeBytes { buffer in
            // SAFETY: the caller keeps `range` inside `bytes`; eight bytes are loaded only where they end within it.
            var offset = range.lowerBound
            while offset + 8 <= range.upperBound,
                  buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self) & 0x8080_8080_8080_8080 == 0 { offset += 8 }
            while offset < range.upperBound, buffer[offset] < 0x80 { offset += 1 }
            return offset
        }
    }
}
