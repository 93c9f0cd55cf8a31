/// What one Unicode scalar is to a reader that looks for codes: the only four cases that matter.
package enum FoldedScalar: Equatable, Sendable {
    /// Part of a code: a symbol of the skeleton alphabet, 0…31 (see `CodeSkeleton`).
    case symbol(UInt8)
    /// A space, hyphen, dash or dot: dropped where it stands inside a code. Line breaks are none of these.
    case separator
    /// Draws nothing of its own (zero-width characters, direction marks, combining accents): dropped anywhere.
    case invisible
    /// Never part of a code; `isLetterOrDigit` tells whether it belongs to the same word as a letter beside it.
    case other(isLetterOrDigit: Bool)

    /// The case for what `classByte` gave: 0…31 a symbol, then separator, invisible, other, other letter.
    @inlinable @inline(__always) package init(classByte: UInt8) {
        switch classByte {
        case 0..<32: self = .symbol(classByte)
        case 32: self = .separator
        case 33: self = .invisible
        case 34: self = .other(isLetterOrDigit: false)
        default: self = .other(isLetterOrDigit: true)
        }
    }

    package var classByte: UInt8 {
        switch self {
        case .symbol(let symbol): symbol
        case .separator: 32
        case .invisible: 33
        case .other(let isLetterOrDigit): isLetterOrDigit ? 35 : 34
        }
    }
}
