import ByteText

/// Finds labels in the bytes of a message, in either case, without taking it apart into words: looks for the byte of each label that
/// messages hold least often, its anchor.
struct LabelFinder: Sendable {
    private struct Anchor {
        var byte: UInt8
        var label: Int
        var place: Int
        var second: Guard
    }

    /// What else stands near an anchor; looked at first.
    private struct Guard {
        /// How far from the anchor.
        let offset: Int
        /// What may stand there, in either case: four bytes.
        let bytes: UInt32

        /// `bytes` are one to four.
        init(offset: Int, _ bytes: [UInt8]) {
            self.offset = offset
            self.bytes = (0..<4).reduce(0) { $0 << 8 | UInt32(bytes[min($1, bytes.count - 1)]) }
        }

        @inline(__always)
        func allows(_ byte: UInt8) -> Bool {
            // Whether a byte of the difference is zero.
            let difference = bytes ^ UInt32(byte) &* 0x0101_0101
            return (difference &- 0x0101_0101) & ~difference & 0x8080_8080 != 0
        }
    }

    private var anchors: [Anchor] = []
    /// Where the anchors of each byte begin in `anchors`; 257 places.
    private var anchorStarts: [Int] = []
    /// What all anchors of a byte have near them, whichever label they are of.
    private var guards: [Guard] = []
    /// Lower case.
    private var labels: [[UInt8]] = []

    init(_ spellings: [[UInt8]]) {
        let lower = spellings.map(Self.lowercased)
        // `code` finds `codes` and `promocode`, too.
        for label in lower where !labels.contains(label) && !lower.contains(where: { $0.count < label.count && Self.contains(label, $0) }) {
            addAnchors(label)
        }
        anchors.sort { ($0.byte, $0.label) < ($1.byte, $1.label) }
        anchorStarts = (0...256).map { byte in anchors.firstIndex { Int($0.byte) >= byte } ?? anchors.count }
        for number in anchors.indices { anchors[number].second = sharedGuard(number..<number + 1, anchors[number].byte) }
        guards = (UInt8.min...UInt8.max).map { sharedGuard(anchorStarts[Int($0)]..<anchorStarts[Int($0) + 1], $0) }
    }

    /// The bytes at which `isLabel` need be asked.
    var anchorBytes: Set<UInt8> { Set(anchors.map(\.byte)) }

    /// Whether a label stands around the byte at `index`, all of it in `range`, which holds that byte.
    @inline(__always)
    func isLabel(_ bytes: [UInt8], at index: Int, in range: Range<Int>) -> Bool {
        allows(guards[Int(bytes[index])], bytes, at: index, in: range) && stands(bytes, around: index, in: range)
    }
}

private extension LabelFinder {
    /// Whether what `second` asks for stands near the anchor at `index`.
    @inline(__always)
    private func allows(_ second: Guard, _ bytes: [UInt8], at index: Int, in range: Range<Int>) -> Bool {
        let place = index + second.offset
        return range.contains(place) && second.allows(bytes[place])
    }

    /// Whether one of the labels of the anchor at `index` stands around it.
    @inline(never)
    func stands(_ bytes: [UInt8], around index: Int, in range: Range<Int>) -> Bool {
        (anchorStarts[Int(bytes[index])]..<anchorStarts[Int(bytes[index]) + 1]).contains { number in
            guard allows(anchors[number].second, bytes, at: index, in: range) else { return false }
            let label = labels[anchors[number].label]
            let start = index - anchors[number].place
            return start >= range.lowerBound && start + label.count <= range.upperBound
                && label.indices.allSatisfy { isSame(bytes, start + $0, label, $0) }
        }
    }

    /// The first bytes of letters whose capitals may differ in both bytes: Latin ones with accents, Greek, Cyrillic.
    static let leads: [UInt8] = [0xC3, 0xCE, 0xCF, 0xD0, 0xD1]

    static func isLead(_ byte: UInt8) -> Bool { leads.contains(byte) }

    /// Compares bytes without regard to case.
    func isSame(_ bytes: [UInt8], _ offset: Int, _ label: [UInt8], _ place: Int) -> Bool {
        let wanted = label[place]
        if wanted < 0x80 { return bytes[offset].asciiLowercased == wanted }
        // Lead bytes differ between cases; the second byte, compared in lower case, tells the letter.
        if Self.isLead(wanted) { return Self.isLead(bytes[offset]) }
        if place > 0, Self.isLead(label[place - 1]) {
            return Self.lowercased(bytes[offset - 1], bytes[offset]) == Self.lowercased(label[place - 1], wanted)
        }
        return bytes[offset] == wanted
    }

    static func lowercased(_ first: UInt8, _ second: UInt8) -> UInt32 {
        WordHash.lowercased(UInt32(first & 0x1F) << 6 | UInt32(second & 0x3F))
    }

    mutating func addAnchors(_ label: [UInt8]) {
        guard let place = label.indices.min(by: { Self.frequency(label, $0) < Self.frequency(label, $1) }) else { return }
        for byte in Self.bytes(of: label, at: place) { anchors.append(Anchor(byte: byte, label: labels.count, place: place, second: Guard(offset: 0, [byte]))) }
        labels.append(label)
    }

    /// The rarest of what stands at one distance from all the anchors `numbers`, which are at `byte`; where they have nothing in common, they
    /// guard themselves.
    private func sharedGuard(_ numbers: Range<Int>, _ byte: UInt8) -> Guard {
        var best = (second: Guard(offset: 0, [byte]), frequency: Int.max)
        guard let first = numbers.first.map({ anchors[$0] }) else { return best.second }
        for offset in -first.place..<labels[first.label].count - first.place where offset != 0 {
            let places = numbers.map { (label: labels[anchors[$0].label], place: anchors[$0].place + offset) }
            // A lead byte beside another one says little.
            guard places.allSatisfy({ $0.label.indices.contains($0.place) && $0.label[$0.place] < 0xC0 }) else { continue }
            let frequency = places.reduce(0) { max($0, Self.frequency($1.label, $1.place)) }
            guard frequency < best.frequency else { continue }
            let bytes = Set(places.flatMap(Self.bytes))
            if bytes.count <= 4 { best = (Guard(offset: offset, bytes.sorted()), frequency) }
        }
        return best.second
    }

    /// Every byte that can stand at `place` of `label`, in one case or another.
    static func bytes(of label: [UInt8], at place: Int) -> [UInt8] {
        let byte = label[place]
        if byte < 0x80 { return byte.isASCIILetter ? [byte, byte - 0x20] : [byte] }
        if isLead(byte) { return leads }
        guard place > 0, isLead(label[place - 1]) else { return [byte] }
        let wanted = lowercased(label[place - 1], byte)
        return (0x80...0xBF).filter { other in leads.contains { lowercased($0, other) == wanted } }
    }

    static func lowercased(_ spelling: [UInt8]) -> [UInt8] {
        String(decoding: spelling, as: UTF8.self).unicodeScalars.flatMap { scalar in
            Array(String(Unicode.Scalar(WordHash.lowercased(scalar.value)) ?? scalar).utf8)
        }
    }

    static func contains(_ whole: [UInt8], _ part: [UInt8]) -> Bool {
        whole.count >= part.count && (0...whole.count - part.count).contains { whole[$0...].starts(with: part) }
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
