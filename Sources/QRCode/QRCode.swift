/// QR codes from text, by the rules of ISO/IEC 18004:2015.
///
/// Numeric, alphanumeric and byte mode, mixed so that the symbol is smallest; versions 1 to 40; levels L, M, Q and H. Text
/// beyond ASCII is UTF-8 and says so (ECI 26), since readers guess otherwise and zbar takes some Russian for Japanese.
package enum QRCode {
    /// The smallest symbol of at least `minimumVersion` that holds `text` at `level`.
    ///
    /// With `raisesLevel`, the level becomes the highest that this version has room for, which costs no space. Some 15 µs for
    /// a URL; throws when version 40 is too small.
    package static func encode(
        _ text: String, level: QRLevel = .medium, minimumVersion: QRVersion = .smallest, raisesLevel: Bool = true
    ) throws(QRCodeError) -> QRSymbol {
        let bytes = Array(text.utf8)
        return try encode(
            bytes, declaresUTF8: bytes.contains { $0 >= 0x80 }, level: level, minimumVersion: minimumVersion,
            raisesLevel: raisesLevel, mask: nil)
    }

    /// The same for bytes of any meaning, about which the symbol says nothing.
    package static func encode(
        _ bytes: [UInt8], level: QRLevel = .medium, minimumVersion: QRVersion = .smallest, raisesLevel: Bool = true
    ) throws(QRCodeError) -> QRSymbol {
        try encode(
            bytes, declaresUTF8: false, level: level, minimumVersion: minimumVersion, raisesLevel: raisesLevel, mask: nil)
    }

    /// With a `mask` of the caller's, or the one of least penalty for nil.
    static func encode(
        _ bytes: [UInt8], declaresUTF8: Bool, level: QRLevel, minimumVersion: QRVersion, raisesLevel: Bool, mask: QRMask?
    ) throws(QRCodeError) -> QRSymbol {
        let (segments, version) = try fit(bytes, declaresUTF8: declaresUTF8, level: level, minimumVersion: minimumVersion)
        var level = level
        if raisesLevel {
            for higher in QRLevel.allCases where higher > level {
                if segments.bitCount <= CodewordLayout(version, higher).dataCount * 8 { level = higher }
            }
        }
        let layout = CodewordLayout(version, level)
        let data = segments.codewords(of: bytes, count: layout.dataCount)
        let codewords = layout.addingErrorCorrection(to: data)
        if version.size <= UInt64.columnCount {
            return SymbolDrawing<UInt64>(codewords, version, level).symbol(mask: mask)
        }
        return SymbolDrawing<WideRow>(codewords, version, level).symbol(mask: mask)
    }
}

private extension QRCode {
    /// The shortest segments and the smallest version for them; the two depend on each other through the widths of counts.
    static func fit(
        _ bytes: [UInt8], declaresUTF8: Bool, level: QRLevel, minimumVersion: QRVersion
    ) throws(QRCodeError) -> (Segments, QRVersion) {
        var neededBits = 0
        for group in QRVersion.countWidthGroups where group.upperBound >= minimumVersion.number {
            let segments = Segments(shortestFor: bytes, declaresUTF8: declaresUTF8, countWidths: group)
            neededBits = segments.bitCount
            for number in max(group.lowerBound, minimumVersion.number)...group.upperBound {
                let version = QRVersion(known: number)
                if neededBits <= CodewordLayout(version, level).dataCount * 8 { return (segments, version) }
            }
        }
        let availableBits = CodewordLayout(.largest, level).dataCount * 8
        throw .tooLong(byteCount: bytes.count, neededBits: neededBits, availableBits: availableBits)
    }
}
