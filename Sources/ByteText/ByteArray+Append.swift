/// Writing text into an output buffer, which is everywhere a plain `[UInt8]`.
extension [UInt8] {
    /// Appends the UTF-8 bytes of `text`.
    @inlinable package mutating func append(utf8 text: String) {
        var text = text
        text.withUTF8 { append(contentsOf: $0) }  // SAFETY: the buffer is copied while it lives.
    }

    /// Appends the UTF-8 bytes of a literal, without making a `String` of it.
    @inlinable package mutating func append(literal text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    /// Appends the bytes of `range` of `bytes`, which it must lie within. Unlike a slice, it does not count a reference to them: on
    /// several cores at once that takes longer than the copying.
    package mutating func append(_ range: Range<Int>, of bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { bytes in
            // SAFETY: `rebasing` traps if the range does not lie within the buffer.
            append(contentsOf: UnsafeBufferPointer(rebasing: bytes[range]))
        }
    }

    /// Appends `number` in decimal digits.
    package mutating func append(decimal number: Int) {
        append(contentsOf: String(number).utf8)
    }

    /// Appends `number` in decimal digits, with zeros in front up to `width`.
    package mutating func append(decimal number: Int, width: Int) {
        let digits = String(number).utf8
        for _ in 0..<Swift.max(0, width - digits.count) { append(0x30) }
        append(contentsOf: digits)
    }
}
