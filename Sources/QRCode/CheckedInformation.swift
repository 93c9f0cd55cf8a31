/// The two short messages about a symbol itself, each with the remainder of a BCH code (ISO/IEC 18004, annexes C and D).
enum CheckedInformation {
    /// Level and mask in 15 bits, laid over with the standard's pattern so that none is all light (7.9).
    static func format(_ level: QRLevel, _ mask: QRMask) -> UInt32 {
        withRemainder(level.indicator << 3 | UInt32(mask.number), generator: 0x537) ^ 0x5412
    }

    /// The version in 18 bits, for version 7 and above (7.10).
    static func version(_ version: QRVersion) -> UInt32 {
        withRemainder(UInt32(version.number), generator: 0x1F25)
    }

    /// `message` followed by its remainder in the division by `generator` over GF(2).
    private static func withRemainder(_ message: UInt32, generator: UInt32) -> UInt32 {
        let degree = 31 - generator.leadingZeroBitCount
        let shifted = message << UInt32(degree)
        var remainder = shifted
        while remainder >> UInt32(degree) != 0 {
            remainder ^= generator << UInt32(31 - remainder.leadingZeroBitCount - degree)
        }
        return shifted | remainder
    }
}
