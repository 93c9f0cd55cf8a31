import PartnerCodes

/// A run of letters and digits of a message, as a reader of codes sees it.
///
/// Scripts that are written without spaces (Thai, Chinese …) make words of their own, so that `รหัสKTM482ค่ะ` is three words.
struct TextWord {
    /// In bytes of the buffer.
    var range: Range<Int>
    /// The symbols, foreign letters left out; meaningless when `isLong`.
    var skeleton = CodeSkeleton()
    /// More symbols than any code and its slips.
    var isLong = false
    /// Letters that cannot be in a code: `Д`, `é` of an unknown script.
    var foreignCount = 0
    /// The number of symbols before the first of them.
    var foreignIndex = 0
    /// Real digits of any script, letters, and letters in lower case: in this order, 21 bits each, for no message is longer.
    private var counts: UInt64 = 0
    /// How many letters there were before the first digit, once there is one.
    private var lettersAtDigit = 0
    /// Of a script without spaces; it has no symbols.
    var isSpaceless = false
    /// Part of an address of the web or of mail.
    var isInLink = false
    /// Of the lower-case letters, for comparison with known words.
    var hash: UInt64 = WordHash.start
    /// What stands between the word before and this one.
    var gap = TextGap()

    var symbolCount: Int { skeleton.count }
    /// Real digits of any script.
    var digitCount: Int { Int(truncatingIfNeeded: counts & 0x1F_FFFF) }
    var letterCount: Int { Int(truncatingIfNeeded: counts &>> 21 & 0x1F_FFFF) }
    var lowercaseCount: Int { Int(truncatingIfNeeded: counts &>> 42) }
    /// Letters before the first digit.
    var lettersBeforeDigit: Int { digitCount == 0 ? letterCount : lettersAtDigit }
    /// Nothing but symbols, and few enough.
    var isClean: Bool { foreignCount == 0 && !isLong && !isSpaceless && skeleton.count > 0 }
}

extension TextWord {
    /// The word that begins at `start`, of which nothing is read yet.
    init(start: Int, isSpaceless: Bool, gap: TextGap) {
        range = start..<start
        self.isSpaceless = isSpaceless
        self.gap = gap
    }

    @inline(__always)
    mutating func add(_ symbol: UInt8, _ character: ReadScalar) {
        if !skeleton.append(symbol) { isLong = true }
        hash = WordHash.add(lowercased: character.lowercased, to: hash)
        if character.isDigit {
            if digitCount == 0 { lettersAtDigit = letterCount }
            counts &+= 1
        } else {
            counts &+= character.isLowercase ? 1 << 42 | 1 << 21 : 1 << 21
        }
    }

    /// Adds a letter that cannot be in a code.
    @inline(__always)
    mutating func addForeign(lowercased: UInt32) {
        if foreignCount == 0 { foreignIndex = skeleton.count }
        foreignCount &+= 1
        hash = WordHash.add(lowercased: lowercased, to: hash)
    }
}

/// What stands between two words.
struct TextGap: Equatable {
    /// Spaces, hyphens and dots.
    var separators = 0
    var spaces = 0
    /// Other signs than separators, line breaks among them.
    var signs = 0
    var lineBreaks = 0
    /// Ends a sentence: `!`, `?`, `;`.
    var stops = false
    /// Announces what follows: `:`, `=`, `#`, `№`, `→`, a dash.
    var announces = false
    var hasComma = false
    /// A sign of money.
    var hasCurrency = false
    /// The first and the last scalar, to see what touches the word.
    var first: Unicode.Scalar?
    var last: Unicode.Scalar?

    /// Spaces, hyphens and dots alone, few enough to stand inside a code.
    var isInsideCode: Bool { signs == 0 && separators <= 3 }
    /// Whether the words on both sides touch it.
    var isJoint: Bool { spaces == 0 && lineBreaks == 0 }
    /// A full stop and a space.
    var endsSentence: Bool { first == "." && spaces > 0 }
    /// Nothing but hyphens and dots.
    var isTight: Bool { signs == 0 && spaces == 0 && separators > 0 }
}

/// A hash of a word in lower case, `ё` as `е`: FNV-1a over scalar values.
enum WordHash {
    static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    static func add(_ scalar: UInt32, to hash: UInt64) -> UInt64 { add(lowercased: lowercased(scalar), to: hash) }
    @inline(__always)
    static func add(lowercased scalar: UInt32, to hash: UInt64) -> UInt64 { (hash ^ UInt64(scalar)) &* 0x100_0000_01B3 }

    /// The hash of a word as it stands in a table; invisible characters and spaces must not be in it.
    static func of(_ word: some StringProtocol) -> UInt64 {
        word.unicodeScalars.reduce(start) { add($1.value, to: $0) }
    }

    /// Simple lower case for Latin, Greek and Cyrillic. Ё is Е, as it is often written, and Greek loses its accents and its final sigma, as it
    /// does in capitals.
    static func lowercased(_ value: UInt32) -> UInt32 {
        switch value {
        case 0x41...0x5A, 0x410...0x42F, 0x391...0x3A9: value + 0x20
        case 0xC0...0xDE where value != 0xD7: value + 0x20
        case 0x401, 0x451: 0x435
        case 0x386, 0x3AC: 0x3B1
        case 0x388, 0x3AD: 0x3B5
        case 0x389, 0x3AE: 0x3B7
        case 0x38A, 0x3AF: 0x3B9
        case 0x38C, 0x3CC: 0x3BF
        case 0x38E, 0x3CD: 0x3C5
        case 0x38F, 0x3CE: 0x3C9
        case 0x3C2: 0x3C3
        case 0x400...0x40F: value + 0x50
        default: value
        }
    }
}
