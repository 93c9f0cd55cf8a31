import ByteText

/// How any way to write a code is brought to one form: the one function that the issuing and the reading side share.
///
/// A scalar is first replaced by its ASCII *twin* (upper case, the Latin letter of the same look, the ASCII digit), and the
/// twin then becomes one of 32 *symbols*, in which characters that people confuse are one and the same:
/// `0 O`, `1 I L |`, `8 B`, with Cyrillic `З` as `3`, `Ч` as `4` and `б` as `6` already among the twins.
///
/// Merging has the effect of "by position, `O` is `0` where a digit stands and back where a letter stands", without knowing
/// the position, which a vanity code does not tell. Spacing is measured on the merged form, so the guarantee holds for it.
package enum Folding {
    /// What `scalar` is to a reader of codes. A table look-up below U+0600, a few comparisons above.
    package static func classify(_ scalar: Unicode.Scalar) -> FoldedScalar {
        scalar.value < lowScalarLimit
            ? FoldedScalar(classByte: lowScalarClasses[Int(scalar.value)])
            : classifyByRules(scalar)
    }

    /// The ASCII capital or digit that `scalar` is written for, without merging: `о` (Cyrillic) is `O`, not `0`. Nil where it
    /// has none; the bar `|`, which readers take for `1`, has none either.
    package static func twin(of scalar: Unicode.Scalar) -> UInt8? {
        if scalar.value < lowScalarLimit {
            let twin = LookAlikes.lowTwins[Int(scalar.value)]
            return twin == 0 ? nil : twin
        }
        return highTwin(of: scalar)
    }

    /// Scalars below this value (Latin, Greek, Cyrillic, Armenian, Hebrew) are classified by `lowScalarClasses`.
    package static var lowScalarLimit: UInt32 { @inlinable get { 0x600 } }

    /// A class byte (see `FoldedScalar.init(classByte:)`) for each scalar below `lowScalarLimit`.
    private static let lowScalarClasses: [UInt8] = (0..<lowScalarLimit).map { value in
        Unicode.Scalar(value).map { classifyByRules($0).classByte } ?? FoldedScalar.other(isLetterOrDigit: false).classByte
    }

    /// The symbol of an ASCII capital letter or digit.
    static func symbol(ofTwin twin: UInt8) -> UInt8 {
        twin.isASCIIDigit ? twin - 0x30 : letterSymbols[Int(twin - 0x41)]
    }

    /// The character that shows each symbol: the digits, then the letters that are not merged into a digit.
    static let symbolCharacters = Array("0123456789ACDEFGHJKMNPQRSTUVWXYZ".utf8)

    private static let letterSymbols: [UInt8] = (UInt8.ascii("A")...UInt8.ascii("Z")).map { letter in
        switch letter {
        case .ascii("O"): 0
        case .ascii("I"), .ascii("L"): 1
        case .ascii("B"): 8
        default: UInt8(symbolCharacters.firstIndex(of: letter) ?? 0)
        }
    }
}

extension Folding {
    /// For scalars that no rule of codes names.
    static func classifyByProperties(_ properties: Unicode.Scalar.Properties) -> FoldedScalar {
        if properties.isDefaultIgnorableCodePoint { return .invisible }
        switch properties.generalCategory {
        case .spaceSeparator, .dashPunctuation: return .separator
        case .nonspacingMark, .spacingMark, .enclosingMark: return .other(isLetterOrDigit: true)
        default: return .other(isLetterOrDigit: properties.isAlphabetic || properties.numericType != nil)
        }
    }
}

private extension Folding {
    static func classifyByRules(_ scalar: Unicode.Scalar) -> FoldedScalar {
        switch scalar.value {
        case 0x7C, 0x01C0, 0x2223, 0xFF5C, 0xFFE8: return .symbol(1)
        case 0x09, 0x20, 0x2D, 0x2E, 0xA0, 0xB7, 0x2022, 0x2024, 0x2027, 0x2043, 0x2212, 0x2219, 0x22C5, 0x30FB, 0xFF0E, 0xFF65:
            return .separator
        case 0x0300...0x036F, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF, 0xFE20...0xFE2F: return .invisible
        case 0x0E01...0x0E4F: return .other(isLetterOrDigit: true)
        // What messages are full of, for which a look at the properties takes a thousand steps: arrows, signs and pictures, dashes, joiners.
        case 0x2190...0x245F, 0x2500...0x2775, 0x2794...0x2BFF, 0x1F300...0x1FAFF: return .other(isLetterOrDigit: false)
        case 0x2010...0x2015: return .separator
        case 0x200B...0x200F, 0xFE00...0xFE0F: return .invisible
        default: return twin(of: scalar).map { .symbol(symbol(ofTwin: $0)) } ?? classifyByProperties(scalar.properties)
        }
    }

    /// Full-width forms, the "mathematical" letters of decorated posts, and the decimal digits of every script.
    static func highTwin(of scalar: Unicode.Scalar) -> UInt8? {
        switch scalar.value {
        case 0x0E01...0x0E4F: return nil
        case 0xFF21...0xFF3A: return 0x41 + UInt8(scalar.value - 0xFF21)
        case 0xFF41...0xFF5A: return 0x41 + UInt8(scalar.value - 0xFF41)
        case 0x1D400...0x1D6A3: return 0x41 + UInt8((scalar.value - 0x1D400) % 26)
        case 0x212A: return .ascii("K")
        case 0x212B: return .ascii("A")
        default: break
        }
        guard scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue else { return nil }
        return 0x30 + UInt8(value)
    }
}
