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

    /// Appends `number` in decimal digits, with zeros in front up to `width` of them, 1 to 20; a minus stands before all.
    package mutating func append(decimal number: Int, width: Int = 1) {
        if number < 0 { append(.hyphen) }
        let magnitude = number.magnitude
        var unit: UInt = 1
        for _ in 1..<width { unit *= 10 }
        while magnitude / unit >= 10 { unit *= 10 }
        while unit > 0 {
            append(0x30 + UInt8(truncatingIfNeeded: magnitude / unit % 10))
            unit /= 10
        }
    }
}
