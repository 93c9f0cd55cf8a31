import ByteText
import PartnerCodes

/// Proves for most messages, by a look at their bytes, that the careful reading would find nothing.
///
/// What it must not miss: a digit where a letter is near, a label, an address that leads to a partner's page or holds a ready text, and a
/// short message that is a code as a whole.
struct MessagePrefilter: Sendable {
    /// What a byte may be the sign of: 0 nothing.
    private enum Sign {
        static let digit: UInt8 = 1
        static let address: UInt8 = 2
        static let wide: UInt8 = 4
        static let label: UInt8 = 8
        static let invisible: UInt8 = 16
    }

    /// A whole message has ten words at most, a code has 14 symbols; with direction marks it is no longer than this.
    static let wholeMessage = 96

    /// How many symbols a whole message has that looks like a code and is none.
    private static let codeShape = 5...9

    private var signs = [UInt8](repeating: 0, count: 256)
    private let table = ScalarTable()
    private let automaticSymbols = Self.automaticSymbols
    private let labels: LabelFinder
    private let links: LinkScanner

    init(labels: [[UInt8]], links: LinkScanner) {
        self.labels = LabelFinder(labels)
        self.links = links
        for digit in UInt8.ascii("0")...UInt8.ascii("9") { signs[Int(digit)] = Sign.digit }
        // One of these has every address that leads anywhere.
        for sign in "/?".utf8 { signs[Int(sign)] = Sign.address }
        // The first bytes of digits in other scripts.
        for lead in [0xD9, 0xDB, 0xDF, 0xE0, 0xE1, 0xEA, 0xEF, 0xF0] { signs[lead] = Sign.wide }
        // The first bytes of accents, joiners and direction marks.
        for lead in [0xC2, 0xCC, 0xCD, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3] { signs[lead] |= Sign.invisible }
        for byte in self.labels.anchorBytes { signs[Int(byte)] |= Sign.label }
    }

    /// False only where the careful reading would give `.none`. No allocation; a nanosecond or so a byte.
    func mayHoldCode(_ bytes: [UInt8], _ range: Range<Int>, _ codes: CodeTable) -> Bool {
        if range.count <= Self.wholeMessage, mayBeWhole(bytes, range, codes) { return true }
        var index = range.lowerBound
        let end = range.upperBound
        // Of the last address that was looked at.
        var addressEnd = index
        while true {
            index = bytes.firstOffset(in: index..<end, where: signs, has: .max)
            if index == end { return false }
            let sign = signs[Int(bytes[index])]
            if sign & Sign.digit != 0 {
                let start = index
                repeat { index &+= 1 } while index < end && bytes[index].isASCIIDigit
                if mayBeCode(bytes, start..<index, range, codes) { return true }
                continue
            }
            // After the last sign of a sentence there is no address.
            if sign & Sign.address != 0, index >= addressEnd, index + 1 < end, !bytes[index + 1].isASCIIWhitespace {
                let address = address(around: index, bytes, range)
                if links.mayHaveContent(bytes, address) { return true }
                addressEnd = address.upperBound
            }
            if sign & Sign.wide != 0, isWideDigit(bytes, index) { return true }
            if sign & Sign.label != 0, labels.isLabel(bytes, at: index, in: range) { return true }
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

    /// What may be an address of the web, as `LinkScanner` would see it: all between two spaces.
    func address(around index: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
        var (start, end) = (index, index)
        while start > range.lowerBound, !bytes[start - 1].isASCIIWhitespace { start -= 1 }
        while end < range.upperBound, !bytes[end].isASCIIWhitespace { end += 1 }
        return start..<end
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

    /// Whether all of the text, read as one code, is worth reading. Most texts have too many letters for that, or letters that no code has.
    func mayBeWhole(_ bytes: [UInt8], _ range: Range<Int>, _ codes: CodeTable) -> Bool {
        // More symbols are neither a slip from a code nor of the shape of one.
        let limit = max(Self.codeShape.upperBound, codes.longestNear)
        var symbols = 0
        var foreign = 0
        var position = range.lowerBound
        while position < range.upperBound {
            let character = table.scalar(bytes, at: position)
            // A broken byte ends a word for one reader and not for another: few texts have one, and the careful reading decides.
            if character.length == 1, bytes[position] >= 0x80 { return true }
            switch character.folded {
            case .symbol:
                symbols &+= 1
                if symbols > limit { return false }
            case .other(isLetterOrDigit: true):
                foreign &+= 1
                if foreign > 1 { return false }
            case .separator, .invisible, .other(isLetterOrDigit: false): break
            }
            position &+= character.length
        }
        return symbols >= 3 && looksWhole(bytes, range, codes)
    }

    /// Whether the symbols of the text are a code, one slip from one, or of the very shape of one. There are no more than a skeleton holds.
    @inline(never)
    func looksWhole(_ bytes: [UInt8], _ range: Range<Int>, _ codes: CodeTable) -> Bool {
        var skeleton = CodeSkeleton()
        var digits = 0
        var leadingLetters = 0
        var position = range.lowerBound
        while position < range.upperBound {
            let character = table.scalar(bytes, at: position)
            position += character.length
            guard case .symbol(let symbol) = character.folded, skeleton.append(symbol) else { continue }
            if character.isDigit { digits += 1 } else if digits == 0 { leadingLetters += 1 }
        }
        if digits == skeleton.count { return codes.exactMatch(skeleton) != nil }
        if codes.mayBeWithinOneSlip(skeleton) { return true }
        return digits >= 2 && leadingLetters >= 3 && Self.codeShape ~= skeleton.count
    }

    /// Where the scalar begins that ends before `position`; of bytes that are no UTF-8 each is one, as when they are read forward.
    func scalarStart(_ bytes: [UInt8], before position: Int, _ range: Range<Int>) -> Int {
        var start = position - 1
        if bytes[start] < 0x80 { return start }
        // Cyrillic, of which there is most.
        if start > range.lowerBound, bytes[start] & 0xC0 == 0x80, bytes[start - 1] & 0xFE == 0xD0 { return start - 1 }
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
