/// CRC-32 as gzip, PNG and ZIP use it (ISO 3309, polynomial 0xEDB88320 reflected; RFC 1952 section 8).
package struct CRC32: Sendable {
    private var state: UInt32 = 0xFFFF_FFFF

    /// The checksum of no bytes yet.
    package init() {}

    /// The checksum of everything given so far.
    package var value: UInt32 { ~state }

    /// Adds `bytes`. One table lookup a byte.
    package mutating func update(_ bytes: ArraySlice<UInt8>) {
        let table = Self.table
        var state = state
        for byte in bytes { state = table[Int(UInt8(truncatingIfNeeded: state) ^ byte)] ^ state >> 8 }
        self.state = state
    }

    /// The checksum of `bytes`.
    package static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var checksum = CRC32()
        checksum.update(bytes[...])
        return checksum.value
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { remainder, _ in remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1 }
    }
}
