/// The size of a symbol, 1 to 40: version 1 has 21 × 21 modules, and each further one four more a side.
package struct QRVersion: Hashable, Comparable, Sendable {
    /// 1…40
    package let number: Int

    /// Version 1.
    package static let smallest = QRVersion(known: 1)
    /// Version 40.
    package static let largest = QRVersion(known: 40)

    /// nil for a number outside 1…40.
    package init?(_ number: Int) {
        guard 1...40 ~= number else { return nil }
        self.number = number
    }

    init(known number: Int) {
        precondition(1...40 ~= number)
        self.number = number
    }

    package static func < (left: QRVersion, right: QRVersion) -> Bool { left.number < right.number }

    /// Modules a side, the quiet zone left out: 21…177.
    package var size: Int { 17 + number * 4 }

    /// Versions that write the lengths of segments in the same number of bits (ISO/IEC 18004, table 3).
    static let countWidthGroups = [1...9, 10...26, 27...40]

    /// The rows, and likewise columns, on which alignment patterns are centred: evenly spaced from the far end, the odd rest
    /// next to row 6. Gives annex E.
    var alignmentCentres: [Int] {
        guard number > 1 else { return [] }
        let gaps = number / 7 + 1
        let span = size - 13
        // Version 32 is the one of annex E whose step is not the even number next above the mean.
        let step = number == 32 ? 26 : (span + gaps * 2 - 1) / (gaps * 2) * 2
        return [6] + (0..<gaps).reversed().map { size - 7 - $0 * step }
    }

    /// Bytes in the symbol, for data and error correction together: what the fixed patterns leave free.
    var codewordCount: Int {
        let finders = 3 * 64
        let timing = 2 * (size - 16)
        let format = 2 * 15 + 1
        let versionInformation = number >= 7 ? 2 * 18 : 0
        let centres = alignmentCentres.count
        // Those in line with the timing patterns share five modules with them; none stands on a finder pattern.
        let alignment = centres == 0 ? 0 : (centres * centres - 3) * 25 - (centres - 2) * 2 * 5
        return (size * size - finders - timing - format - versionInformation - alignment) / 8
    }
}
