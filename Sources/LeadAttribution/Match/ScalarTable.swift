import ByteText
import PartnerCodes

/// One scalar of a message, and what the readers of codes need to know of it.
struct ReadScalar {
    let scalar: Unicode.Scalar
    /// In bytes.
    let length: Int
    /// See `ScalarTable.facts(of:)`.
    fileprivate let facts: UInt32

    /// What it is in a code.
    var folded: FoldedScalar { @inline(__always) get { FoldedScalar(classByte: UInt8(truncatingIfNeeded: facts)) } }
    var isSymbol: Bool { @inline(__always) get { UInt8(truncatingIfNeeded: facts) < 32 } }
    /// A real digit of any script, no letter that is read as one.
    var isDigit: Bool { @inline(__always) get { facts & 0x100 != 0 } }
    /// As `WordHash.lowercased`.
    var lowercased: UInt32 { @inline(__always) get { facts &>> 10 } }
    var isLowercase: Bool { @inline(__always) get { facts & 0x200 != 0 } }
}

/// What the readers of codes need to know of every scalar: looked up below `Folding.lowScalarLimit` and for Thai, worked out for others.
struct ScalarTable: Sendable {
    private let low = Self.low
    private static let low = (0..<Folding.lowScalarLimit).map { Unicode.Scalar($0).map(facts) ?? 0 }
    private static let thaiScalars: Range<UInt32> = 0xE00..<0xE60
    private static let thai = thaiScalars.map { Unicode.Scalar($0).map(facts) ?? 0 }

    /// The scalar that begins at `index`; U+FFFD of one byte where the bytes are not UTF-8.
    @inline(__always)
    func scalar(_ bytes: [UInt8], at index: Int) -> ReadScalar {
        let first = bytes[index]
        if first < 0x80 { return ReadScalar(scalar: Unicode.Scalar(first), length: 1, facts: low[Int(first)]) }
        // Cyrillic, of which there is most.
        if first == 0xD0 || first == 0xD1, index + 1 < bytes.count, bytes[index + 1] & 0xC0 == 0x80,
           let scalar = Unicode.Scalar(UInt32(first & 0x1F) &<< 6 | UInt32(bytes[index + 1] & 0x3F)) {
            return ReadScalar(scalar: scalar, length: 2, facts: low[Int(scalar.value)])
        }
        return otherScalar(bytes, at: index)
    }

    @inline(never)
    private func otherScalar(_ bytes: [UInt8], at index: Int) -> ReadScalar {
        let (scalar, length) = UTF8Text.scalar(at: index, in: bytes)
        return ReadScalar(scalar: scalar, length: length, facts: knownFacts(of: scalar) ?? Self.facts(of: scalar))
    }

    private func knownFacts(of scalar: Unicode.Scalar) -> UInt32? {
        if scalar.value < Folding.lowScalarLimit { return low[Int(scalar.value)] }
        return Self.thaiScalars.contains(scalar.value) ? Self.thai[Int(scalar.value - Self.thaiScalars.lowerBound)] : nil
    }

    /// The class byte (see `FoldedScalar`) in the lowest eight bits, then a bit for real digits and one for what is its own lower case, above
    /// them the scalar in lower case.
    private static func facts(of scalar: Unicode.Scalar) -> UInt32 {
        let folded = Folding.classify(scalar)
        let lowercased = WordHash.lowercased(scalar.value)
        return UInt32(folded.classByte) | (isDigit(scalar, folded) ? 0x100 : 0) | (lowercased == scalar.value ? 0x200 : 0) | lowercased << 10
    }

    private static func isDigit(_ scalar: Unicode.Scalar, _ folded: FoldedScalar) -> Bool {
        guard case .symbol(0..<10) = folded else { return false }
        return scalar.value < Folding.lowScalarLimit ? "0"..."9" ~= scalar : scalar.properties.numericType == .decimal
    }
}
