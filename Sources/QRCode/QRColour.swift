/// A colour of an SVG.
package enum QRColour: Equatable, Sendable {
    /// 0xRRGGBB
    case rgb(UInt32)
    /// The colour of the text around an inlined picture.
    case currentColor
    /// Nothing is painted.
    case transparent

    /// `#000000`
    package static let black = rgb(0x000000)
    /// `#ffffff`
    package static let white = rgb(0xFFFFFF)

    /// As an attribute's value.
    var attribute: String {
        switch self {
        case .rgb(let value):
            let digits = String(value & 0xFF_FFFF, radix: 16)
            return "#" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
        case .currentColor: return "currentColor"
        case .transparent: return "none"
        }
    }
}
