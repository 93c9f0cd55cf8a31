/// How much of a symbol may be lost and still be read (ISO/IEC 18004, 6.5.1).
package enum QRLevel: Int, CaseIterable, Comparable, Sendable {
    /// L, about 7 %.
    case low
    /// M, about 15 %.
    case medium
    /// Q, about 25 %.
    case quartile
    /// H, about 30 %.
    case high

    package static func < (left: QRLevel, right: QRLevel) -> Bool { left.rawValue < right.rawValue }

    /// The two bits that name the level in a symbol (table 12).
    var indicator: UInt32 {
        switch self {
        case .low: 0b01
        case .medium: 0b00
        case .quartile: 0b11
        case .high: 0b10
        }
    }
}
