import ByteText

/// Finds labels in the bytes of a message, in either case, without taking it apart into words: looks for the byte of each label that
/// messages hold least often, its anchor.
struct LabelFinder: Sendable {
    private struct Anchor {
        var byte: UInt8
        var label: Int
        var place: Int
        /// How far from the anchor a second byte of the label stands, which is looked at first.
        var guardOffset: Int
        /// The bytes that may stand there, in either case, four of them.
        var guards: UInt32

        @inline(__always)
        func mayBeGuard(_ byte: UInt8) -> Bool {
            // Whether a byte of the difference is zero.
            let difference = guards ^ UInt32(byte) &* 0x0101_0101
            return (difference &- 0x0101_0101) & ~difference & 0x8080_8080 != 0
        }
    }

    private var anchors: [Anchor] = []
    /// Where the anchors of each byte begin in `anchors`; 257 places.
    private var anchorStarts: [Int] = []
    /// Lower case.
    private var labels: [[UInt8]] = []

    init(_ spellings: [[UInt8]]) {
        let lower = spellings.map(Self.lowercased)
        // `code` finds `codes` and `promocode`, too.
        for label in lower where !labels.contains(label) && !lower.contains(where: { $0.count < label.count && Self.contains(label, $0) }) {
            addAnchor(label)
        }
        anchors.sort { ($0.byte, $0.label) < ($1.byte, $1.label) }
        anchorStarts = (0...256).map { byte in anchors.firstIndex { Int($0.byte) >= byte } ?? anchors.count }
    }

    /// The bytes at which `isLabel` need be asked.
    var anchorBytes: Set<UInt8> { Set(anchors.map(\.byte)) }

    /// Whether a label stands around the byte at `index`, all of it in `range`, which holds that byte.
    @inline(__always)
    func isLabel(_ bytes: [UInt8], at index: Int, in range: Range<Int>) -> Bool {
        var number = anchorStarts[Int(bytes[index])]
        let end = anchorStarts[Int(bytes[index]) + 1]
        while number < end {
            let anchor = anchors[number]
            let guardIndex = index + anchor.guardOffset
            if range.contains(guardIndex), anchor.mayBeGuard(bytes[guardIndex]), stands(anchor, bytes, index, range) { return true }
            number += 1
        }
        return false
    }
}

private extension LabelFinder {
    private func stands(_ anchor: Anchor, _ bytes: [UInt8], _ index: Int, _ range: Range<Int>) -> Bool {
        let label = labels[anchor.label]
        let start = index - anchor.place
        guard start >= range.lowerBound, start + label.count <= range.upperBound else { return false }
        for place in label.indices where !isSame(bytes, start + place, label, place) { return false }
        return true
    }

    /// The first bytes of letters whose capitals may differ in both bytes: Latin ones with accents, Greek, Cyrillic.
    static func isLead(_ byte: UInt8) -> Bool { byte == 0xD0 || byte == 0xD1 || byte == 0xC3 || byte == 0xCE || byte == 0xCF }

    /// Compares bytes without regard to case.
    func isSame(_ bytes: [UInt8], _ offset: Int, _ label: [UInt8], _ place: Int) -> Bool {
        let wanted = label[place]
        if wanted < 0x80 { return bytes[offset].asciiLowercased == wanted }
        // Lead bytes differ between cases; the second byte, compared in lower case, tells the letter.
        if Self.isLead(wanted) { return Self.isLead(bytes[offset]) }
        if place > 0, Self.isLead(label[place - 1]) {
            return lowercased(bytes[offset - 1], bytes[offset]) == lowercased(label[place - 1], wanted)
        }
        return bytes[offset] == wanted
    }

    func lowercased(_ first: UInt8, _ second: UInt8) -> UInt32 {
        WordHash.lowercased(UInt32(first & 0x1F) << 6 | UInt32(second & 0x3F))
    }

    mutating func addAnchor(_ label: [UInt8]) {
        let byFrequency = label.indices.sorted { (Self.frequency(label, $0), $0) < (Self.frequency(label, $1), $1) }
        guard let place = byFrequency.first else { return }
        // A lead byte beside another one says little.
        let guardPlace = byFrequency.dropFirst().first { label[$0] < 0xC0 && bytes(of: label, at: $0).count <= 4 }
        let guards = guardPlace.map { bytes(of: label, at: $0) }
        labels.append(label)
        for byte in bytes(of: label, at: place) {
            let guards = guards ?? [byte]
            let packed = (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(guards[min($1, guards.count - 1)]) }
            anchors.append(Anchor(byte: byte, label: labels.count - 1, place: place, guardOffset: (guardPlace ?? place) - place, guards: packed))
        }
    }

    /// Every byte that can stand at `place` in one case or another.
    func bytes(of label: [UInt8], at place: Int) -> [UInt8] { (UInt8.min...UInt8.max).filter { isSameAlone($0, label, place) } }

    static func lowercased(_ spelling: [UInt8]) -> [UInt8] {
        String(decoding: spelling, as: UTF8.self).unicodeScalars.flatMap { scalar in
            Array(String(Unicode.Scalar(WordHash.lowercased(scalar.value)) ?? scalar).utf8)
        }
    }

    static func contains(_ whole: [UInt8], _ part: [UInt8]) -> Bool {
        whole.count >= part.count && (0...whole.count - part.count).contains { whole[$0...].starts(with: part) }
    }

    func isSameAlone(_ byte: UInt8, _ label: [UInt8], _ place: Int) -> Bool {
        if label[place] < 0x80 { return byte.asciiLowercased == label[place] }
        if Self.isLead(label[place]) { return Self.isLead(byte) }
        guard place > 0, Self.isLead(label[place - 1]) else { return byte == label[place] }
        let wanted = lowercased(label[place - 1], label[place])
        return [0xC3, 0xCE, 0xCF, 0xD0, 0xD1].contains { lowercased($0, byte) == wanted }
    }

    /// How often the byte occurs in messages, roughly: letters by their rank in English and Russian, lead bytes most of all.
    static func frequency(_ label: [UInt8], _ place: Int) -> Int {
        let byte = label[place]
        if byte.isASCIILetter { return 30 - (Array("etaoinshrdlucmfwypvbgkjqxz".utf8).firstIndex(of: byte) ?? 15) }
        if byte >= 0xE0 { return 35 }
        if byte >= 0xC0 { return 100 }
        if place > 0, label[place - 1] == 0xD0 || label[place - 1] == 0xD1 {
            let common: [UInt32] = Array("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё".unicodeScalars).map(\.value)
            let value = UInt32(label[place - 1] & 0x1F) << 6 | UInt32(byte & 0x3F)
            return 34 - (common.firstIndex(of: value) ?? 20)
        }
        // Continuations of long sequences, of which the last tells most; as bytes of Cyrillic letters all are frequent.
        return place > 1 && label[place - 2] >= 0xE0 ? 40 : 60
    }
}
