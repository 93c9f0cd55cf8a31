import ByteText
import PartnerCodes

/// Proves for most messages, by a look at their bytes, that the careful reading would find nothing.
///
/// What it must not miss: a digit where a letter is near, a label, a link, and a short message that is a code as a whole.
struct MessagePrefilter: Sendable {
    /// What a byte may be the sign of: 0 nothing.
    private enum Sign {
        static let digit: UInt8 = 1
        static let slash: UInt8 = 2
        static let wide: UInt8 = 4
        static let label: UInt8 = 8
        static let invisible: UInt8 = 16
        static let any: UInt8 = 31
    }

    /// A whole message has ten words at most, a code has 14 symbols; with direction marks it is no longer than this.
    static let wholeMessage = 96

    private var signs = [UInt8](repeating: 0, count: 256)
    private let table = ScalarTable()
    private let automaticSymbols = Self.automaticSymbols
    /// A byte by which a label is found: its rarest, and a second one that must stand near it.
    private struct Anchor {
        var byte: UInt8
        var label: Int
        var place: Int
        var guardPlace: Int
    }

    private var anchors: [Anchor] = []
    /// Where the anchors of each byte begin in `anchors`; 257 places.
    private var anchorStarts: [Int] = []
    /// For each label and place, whether a byte may stand there, in either case.
    private var guards: [[Bool]] = []
    /// Lower case.
    private var labels: [[UInt8]] = []

    init(labels: [[UInt8]]) {
        for digit in UInt8.ascii("0")...UInt8.ascii("9") { signs[Int(digit)] = Sign.digit }
        signs[Int(UInt8.slash)] = Sign.slash
        // The first bytes of digits in other scripts.
        for lead in [0xD9, 0xDB, 0xDF, 0xE0, 0xE1, 0xEA, 0xEF, 0xF0] { signs[lead] = Sign.wide }
        // The first bytes of accents, joiners and direction marks.
        for lead in [0xC2, 0xCC, 0xCD, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3] { signs[lead] |= Sign.invisible }
        let lower = labels.map(Self.lowercased)
        // `code` finds `codes` and `promocode`, too.
        for label in lower where !self.labels.contains(label) && !lower.contains(where: { $0.count < label.count && Self.contains(label, $0) }) {
            addAnchor(label)
        }
        anchors.sort { ($0.byte, $0.label) < ($1.byte, $1.label) }
        anchorStarts = (0...256).map { byte in anchors.firstIndex { Int($0.byte) >= byte } ?? anchors.count }
    }

    /// False only where the careful reading would give `.none`. No allocation; a nanosecond or so a byte.
    func mayHoldCode(_ bytes: [UInt8], _ range: Range<Int>, _ codes: CodeTable) -> Bool {
        if range.count <= Self.wholeMessage, isShort(bytes, range), mayBeWhole(bytes, range, codes) { return true }
        var index = range.lowerBound
        let end = range.upperBound
        while true {
            index = bytes.firstOffset(in: index..<end, where: signs, has: Sign.any)
            if index == end { return false }
            let sign = signs[Int(bytes[index])]
            if sign & Sign.digit != 0 {
                let start = index
                repeat { index &+= 1 } while index < end && bytes[index].isASCIIDigit
                if mayBeCode(bytes, start..<index, range, codes) { return true }
                continue
            }
            if sign & Sign.slash != 0, isInLink(bytes, index, range) { return true }
            if sign & Sign.wide != 0, isWideDigit(bytes, index) { return true }
            if sign & Sign.label != 0, isLabel(bytes, index, range) { return true }
            if sign & Sign.invisible != 0, isInsideWord(bytes, index, range) { return true }
            index &+= 1
        }
    }
}

private extension MessagePrefilter {
    /// Whether the run of digits that begins at `index` follows a letter, or the three letters of an automatic code.
    func isNearLetter(_ bytes: [UInt8], _ index: Int, _ range: Range<Int>) -> Bool {
        guard index > range.lowerBound else { return false }
        let previous = bytes[index - 1]
        if previous.isASCIILetter || previous == .ascii("|") { return true }
        if previous < 0x80, previous != .space, previous != .hyphen, previous != .dot, previous != .tab, previous != .carriageReturn { return false }
        // Back over separators to three letters that automatic codes are made of.
        var position = index
        var letters = 0
        var separators = 0
        while position > range.lowerBound, letters < 3 {
            let start = scalarStart(bytes, before: position, range)
            // Half of a line break, which the careful reading does not see.
            if bytes[start] == .carriageReturn {
                position = start
                continue
            }
            let character = table.scalar(bytes, at: start)
            switch character.folded {
            case .symbol(let symbol):
                if !automaticSymbols[Int(symbol)] {
                    return letters == 0 && (separators == 0 || separators == 1 && isTight(bytes, index)) && !character.isDigit
                }
                letters += 1
                // `SUNRISE-5`, `тм2`: a letter touches the digit.
                if letters == 1, separators == 0 || separators == 1 && isTight(bytes, index) { return true }
                separators = 0
            case .separator:
                separators += 1
                if separators > 3 { return false }
            case .invisible: break
            case .other: return false
            }
            position = start
        }
        return letters == 3
    }

    func isTight(_ bytes: [UInt8], _ index: Int) -> Bool { bytes[index - 1] != .space && bytes[index - 1] != .tab }

    /// Whether the run of ASCII digits in `digits` may be part of a code that no label announces.
    func mayBeCode(_ bytes: [UInt8], _ digits: Range<Int>, _ range: Range<Int>, _ codes: CodeTable) -> Bool {
        let touchesBefore = digits.lowerBound > range.lowerBound && Self.mayBeLetter(bytes[digits.lowerBound - 1])
        let touchesAfter = digits.upperBound < range.upperBound && Self.mayBeLetter(bytes[digits.upperBound])
        guard touchesBefore || touchesAfter else { return isNearLetter(bytes, digits.lowerBound, range) }
        guard let word = word(around: digits.lowerBound, bytes, range) else { return false }
        if word.letters == 0 { return isNearLetter(bytes, digits.lowerBound, range) }
        // With fewer letters or symbols it may be a piece of a code with gaps.
        if word.letters == 1 || word.skeleton.count < 4 { return true }
        return codes.exactMatch(word.skeleton) != nil
    }

    static func mayBeLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || byte.isASCIILetter || byte == .ascii("|") }

    /// The word that the byte at `index` is in, as `WordScanner` would see it; nil where a letter of it can be in no code, or it is too long.
    func word(around index: Int, _ bytes: [UInt8], _ range: Range<Int>) -> (skeleton: CodeSkeleton, letters: Int)? {
        var start = index
        var symbols = 0
        while start > range.lowerBound {
            let before = scalarStart(bytes, before: start, range)
            let character = table.scalar(bytes, at: before)
            switch character.folded {
            case .symbol:
                start = before
                // Each run of digits of a long word asks anew.
                symbols += 1
                if symbols > CodeSkeleton.capacity { return nil }
            case .invisible: start = before
            case .other(isLetterOrDigit: true):
                if !WordScanner.isSpaceless(character.scalar) { return nil }
                return skeleton(from: start, bytes, range)
            case .separator, .other(isLetterOrDigit: false): return skeleton(from: start, bytes, range)
            }
        }
        return skeleton(from: start, bytes, range)
    }

    func skeleton(from start: Int, _ bytes: [UInt8], _ range: Range<Int>) -> (skeleton: CodeSkeleton, letters: Int)? {
        var skeleton = CodeSkeleton()
        var letters = 0
        var position = start
        while position < range.upperBound {
            let character = table.scalar(bytes, at: position)
            switch character.folded {
            case .symbol(let symbol):
                if !skeleton.append(symbol) { return nil }
                if !character.isDigit { letters += 1 }
            case .invisible: break
            case .other(isLetterOrDigit: true):
                return WordScanner.isSpaceless(character.scalar) ? (skeleton, letters) : nil
            case .separator, .other(isLetterOrDigit: false): return (skeleton, letters)
            }
            position += character.length
        }
        return (skeleton, letters)
    }

    /// Whether the slash is part of `://`, or of a path after a name with a dot.
    func isInLink(_ bytes: [UInt8], _ index: Int, _ range: Range<Int>) -> Bool {
        var position = index
        while position > range.lowerBound, index - position < 80 {
            position -= 1
            let byte = bytes[position]
            if byte == .colon || byte == .dot { return true }
            if byte <= 0x20 { return false }
        }
        return index - position >= 80
    }

    func isWideDigit(_ bytes: [UInt8], _ index: Int) -> Bool {
        // Thai: only U+0E50 to U+0E59 are digits.
        if bytes[index] == 0xE0, index + 2 < bytes.count, bytes[index + 1] & 0xFE == 0xB8 { return bytes[index + 1] == 0xB9 && 0x90...0x99 ~= bytes[index + 2] }
        // Pictures; only U+1FBF0 to U+1FBF9 are digits among them.
        if bytes[index] == 0xF0, index + 2 < bytes.count, bytes[index + 1] == 0x9F, bytes[index + 2] != 0xAF { return false }
        if case .symbol(0..<10) = table.scalar(bytes, at: index).folded { return true }
        return false
    }

    /// Whether an invisible character begins at `index` that stands between two letters: the word may be a label, whose bytes it parts.
    func isInsideWord(_ bytes: [UInt8], _ index: Int, _ range: Range<Int>) -> Bool {
        let next = index + 1 < range.upperBound ? bytes[index + 1] : 0
        switch bytes[index] {
        case 0xC2 where next != 0xAD, 0xCD where next > 0xAF, 0xD8 where next != 0x9C: return false
        default: break
        }
        guard table.scalar(bytes, at: index).folded == .invisible, index > range.lowerBound,
              isWordPart(bytes, scalarStart(bytes, before: index, range)) else { return false }
        // Those that follow it begin here, too, and not behind a letter, so that each is passed over once.
        var position = index
        while position < range.upperBound, table.scalar(bytes, at: position).folded == .invisible { position += table.scalar(bytes, at: position).length }
        return position < range.upperBound && isWordPart(bytes, position)
    }

    func isWordPart(_ bytes: [UInt8], _ index: Int) -> Bool {
        switch table.scalar(bytes, at: index).folded {
        case .symbol, .other(isLetterOrDigit: true): true
        case .separator, .invisible, .other(isLetterOrDigit: false): false
        }
    }

    /// Whether the text has few enough letters and digits to be one code, with one foreign letter among them.
    func isShort(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        bytes.letterCount(in: range, upTo: CodeSkeleton.capacity + 1) <= CodeSkeleton.capacity + 1
    }

    /// Whether all of the text, read as one code, is worth reading: a code, one slip from one, or of the very shape of one.
    func mayBeWhole(_ bytes: [UInt8], _ range: Range<Int>, _ codes: CodeTable) -> Bool {
        var skeleton = CodeSkeleton()
        var position = range.lowerBound
        var foreign = 0
        var digits = 0
        var leadingLetters = 0
        while position < range.upperBound {
            let character = table.scalar(bytes, at: position)
            // A broken byte ends a word for one reader and not for another: few texts have one, and the careful reading decides.
            if character.length == 1, bytes[position] >= 0x80 { return true }
            switch character.folded {
            case .symbol(let symbol):
                if !skeleton.append(symbol) { return false }
                if character.isDigit { digits += 1 } else if digits == 0 { leadingLetters += 1 }
            case .other(isLetterOrDigit: true):
                foreign += 1
                if foreign > 1 { return false }
            case .separator, .invisible, .other(isLetterOrDigit: false): break
            }
            position += character.length
        }
        guard skeleton.count >= 3 else { return false }
        if digits == skeleton.count { return codes.exactMatch(skeleton) != nil }
        if codes.mayBeWithinOneSlip(skeleton) { return true }
        return digits >= 2 && leadingLetters >= 3 && 5...9 ~= skeleton.count
    }

    /// Where the scalar begins that ends before `position`; of bytes that are no UTF-8 each is one, as when they are read forward.
    func scalarStart(_ bytes: [UInt8], before position: Int, _ range: Range<Int>) -> Int {
        var start = position - 1
        while start > range.lowerBound, position - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
        return start == position - 1 || UTF8Text.scalar(at: start, in: bytes).length == position - start ? start : position - 1
    }

    /// B, C, H, K, M, P, T and X, as symbols.
    static let automaticSymbols: [Bool] = {
        var table = [Bool](repeating: false, count: 32)
        for scalar in "BCHKMPTX".unicodeScalars {
            if case .symbol(let symbol) = Folding.classify(scalar) { table[Int(symbol)] = true }
        }
        return table
    }()
}

private extension MessagePrefilter {
    /// Whether a label stands around the byte at `index`.
    @inline(__always)
    func isLabel(_ bytes: [UInt8], _ index: Int, _ range: Range<Int>) -> Bool {
        var number = anchorStarts[Int(bytes[index])]
        let end = anchorStarts[Int(bytes[index]) + 1]
        while number < end {
            let anchor = anchors[number]
            let guardIndex = index + anchor.guardPlace - anchor.place
            if range.contains(guardIndex), guards[anchor.label][Int(bytes[guardIndex])], isLabel(anchor, bytes, index, range) { return true }
            number += 1
        }
        return false
    }

    private func isLabel(_ anchor: Anchor, _ bytes: [UInt8], _ index: Int, _ range: Range<Int>) -> Bool {
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
        let guardPlace = byFrequency.dropFirst().first { label[$0] < 0xC0 } ?? place
        labels.append(label)
        guards.append((0..<256).map { isSameAlone(UInt8($0), label, guardPlace) })
        // Every byte that can stand there in one case or another.
        for byte in UInt8.min...UInt8.max where isSameAlone(byte, label, place) {
            signs[Int(byte)] |= Sign.label
            anchors.append(Anchor(byte: byte, label: labels.count - 1, place: place, guardPlace: guardPlace))
        }
    }

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
